import { candidates } from './candidates/candidates.mjs';
import { contestants } from './contestants.mjs';

/**
 * A contestant's time for one batch after another: microseconds a call, all candidates once. Every batch is parsed anew before its
 * time is taken, so that no call sees a record object that an earlier one has seen. It is the time that the processor was at work for
 * this process, collection of garbage included, so that it hangs less on what else the machine does.
 */
export async function batchesOf(name) {
  const status = await contestants[name].load();
  const text = JSON.stringify(candidates());
  return async () => {
    const batch = JSON.parse(text);
    // What parsing leaves behind is nobody's time.
    globalThis.gc?.();
    let met = 0;
    const start = process.cpuUsage();
    for (const { record, asOf } of batch) {
      const answer = status(record, asOf);
      if ((typeof answer === 'string' ? answer : await answer) === 'met') met++;
    }
    const { user, system } = process.cpuUsage(start);
    if (met === 0) throw new Error(`${name}: expected that somebody is certifiable`);
    return (user + system) / batch.length;
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
