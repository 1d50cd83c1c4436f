// Says what the schemas of format 1 refuse that they accepted when they were frozen, and exits with 1 if that is anything: `npm run frozen`.
// `--write` freezes what they have gained since.
import { runSource } from './run-source.mjs';

const { freeze, frozenSchemas, narrowedIn, schemasNow } = await runSource('test/edge/frozen.ts');
const write = process.argv.includes('--write');
const [before, now] = [frozenSchemas(), schemasNow()];
const lost = narrowedIn(before, now);
for (const line of lost) console.log(`narrowed  ${line}`);
for (const line of narrowedIn(now, before)) console.log(`grown     ${line.replace(/ any more| now/g, '')}`);
if (lost.length > 0) process.exitCode = 1;
else if (write) freeze();
