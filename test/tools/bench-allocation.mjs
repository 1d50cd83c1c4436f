// Times the sharing out of items over instances as large as a degree: `npm run bench:allocation -- --instances 300 --rounds 20`.
import { runSource } from './run-source.mjs';

await runSource('test/allocation/bench.ts');
