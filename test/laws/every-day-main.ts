import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { timeline } from '../../src/timeline.js';
import { lives } from './arbitrary-life.js';
import { around, dayByDay, told } from './every-day.js';

// Compares timelines with evaluating every single day, over many drawn packs and records.

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '200' },
    days: { type: 'string', default: '1826' },
    seed: { type: 'string', default: '1' },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const [records, days, seed] = [Number(values.records), Number(values.days), Number(values.seed)];
const seen = new Map<string, number>();
let [wrong, changes, ofTimeline, ofDays] = [0, 0, 0, 0];
for (const [i, asked] of fc.sample(lives(), { seed, numRuns: records }).entries()) {
  const stretch = around(asked, days);
  const before = performance.now();
  const said = told(timeline(asked.pack, asked.record, stretch));
  const between = performance.now();
  const found = dayByDay(asked, stretch);
  ofTimeline += between - before;
  ofDays += performance.now() - between;
  if (JSON.stringify(said) !== JSON.stringify(found)) {
    wrong++;
    print(`record ${i} of seed ${seed}: told ${JSON.stringify(said)}, found ${JSON.stringify(found)}`);
  }
  for (const { about, from, to } of found.flatMap((day) => day.changes)) {
    changes++;
    const kind = `${about}: ${from} to ${to}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  if ((i + 1) % 100 === 0) process.stderr.write(`${i + 1} of ${records}, ${wrong} wrong\n`);
}
for (const [kind, n] of [...seen].sort(([, a], [, b]) => b - a)) print(`${n} ${kind}`);
print(
  `${records} records, ${2 * days + 1} days each, ${changes} changes, ${wrong} wrong; ${(ofTimeline / records).toFixed(1)} ms a timeline, ${(ofDays / records).toFixed(1)} ms day by day (${availableParallelism()} cores)`,
);
process.exitCode = wrong === 0 ? 0 : 1;
