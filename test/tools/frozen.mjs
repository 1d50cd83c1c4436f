// Says what the schemas of format 1 refuse that they accepted when they were frozen, and exits with 1 if that is anything: `npm run frozen`.
// `--write` freezes what they have gained since; without a file of frozen schemas it freezes them as they are.
import { runSource } from './run-source.mjs';

const { freeze, frozenSchemas, narrowedIn, schemasNow } = await runSource('test/edge/frozen.ts');
const before = frozenSchemas();
const lost = before === undefined ? [] : narrowedIn(before, schemasNow());
const gained = before === undefined ? [] : narrowedIn(schemasNow(), before);
for (const line of lost) console.log(`narrowed  ${line}`);
for (const line of gained) console.log(`grown     ${line.replace(/ any more| now/g, '')}`);
if (lost.length > 0) process.exitCode = 1;
else if (process.argv.includes('--write')) freeze();
