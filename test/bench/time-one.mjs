// Times one contestant in a process of its own: warms up, then prints the median of its batches, in microseconds a call.
import { batchesOf, median } from './batches.mjs';
import { CANDIDATES } from './candidates/candidates.mjs';

const [name, milliseconds] = process.argv.slice(2);
const batch = await batchesOf(name);

/** Batches until the calls themselves have taken so long. */
async function batchesFor(least) {
  const times = [];
  let spent = 0;
  while (spent < Number(milliseconds) || times.length < least) {
    times.push(await batch());
    spent += (times.at(-1) * CANDIDATES) / 1000;
  }
  return times;
}

await batchesFor(3);
process.stdout.write(`${median(await batchesFor(5))}\n`);
