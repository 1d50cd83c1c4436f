// Times one contestant in a process of its own: warms up, then prints the median of its batches, in microseconds a call.
import { performance } from 'node:perf_hooks';
import { batchesOf, median } from './batches.mjs';

const [name, warmUp, measured] = process.argv.slice(2);
const batch = await batchesOf(name);
const timesFor = async (ms, least) => {
  const times = [];
  for (const end = performance.now() + ms; performance.now() < end || times.length < least; ) times.push(await batch());
  return times;
};
await timesFor(Number(warmUp), 3);
process.stdout.write(`${median(await timesFor(Number(measured), 5))}\n`);
