// Times a timeline of ten years: `npm run build:quick && npm run bench:timeline`.
import { runSource } from './run-source.mjs';

await runSource('test/life/bench-timeline.ts');
