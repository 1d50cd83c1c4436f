// Compares `evaluate` with the oracles over many contests: `npm run oracle -- --degrees 2000 --small 20000 --hard 400 --seed 1`.
import { runSource } from './run-source.mjs';

await runSource('test/allocation/main.ts');
