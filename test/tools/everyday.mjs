// Compares timelines with evaluating every single day: `npm run everyday -- --records 10000 --seed 1`.
import { runSource } from './run-source.mjs';

await runSource('test/laws/every-day-main.ts');
