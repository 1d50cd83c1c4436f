// Reads many hostile documents with everything that reads input: `npm run hostile -- --runs 100000 --seed 1`.
import { runSource } from './run-source.mjs';

await runSource('test/hostile/main.ts');
