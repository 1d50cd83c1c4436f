// The first answer of a fresh process, in milliseconds: without the imports and with them.
import { performance } from 'node:perf_hooks';
import { candidates } from './candidates/candidates.mjs';

const [{ record, asOf }] = candidates(1);
const start = performance.now();
const { evaluate } = await import('../../dist/index.js');
const { lssc } = await import('../../dist/rules/lssc.js');
const imported = performance.now();
evaluate(lssc, record, { asOf });
const answered = performance.now();
process.stdout.write(`${JSON.stringify({ call: answered - imported, withImports: answered - start })}\n`);
