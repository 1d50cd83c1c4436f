import { parseArgs } from 'node:util';
import { type Fault, hostile } from './hostile.js';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const [runs, seed] = [Number(values.runs ?? 1000), Number(values.seed ?? 20261122)];
const start = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = () => ((performance.now() - start) / 1000).toFixed(0);

const tell = (fault: Fault | undefined) => fault && say(`FAULT ${fault.reader} (seed ${fault.seed}): ${fault.what}`);
let told = 0;

const report = hostile({
  runs,
  seed,
  progress: (done, faults) => {
    if (done % 5000 === 0) say(`${done} documents, ${faults.length} faults, ${seconds()} s`);
    for (; told < faults.length; told += 1) tell(faults[told]);
  },
});

for (const [what, times] of [...report.outcomes].sort(([a], [b]) => (a < b ? -1 : 1))) say(`${what} ${times}`);
for (const [reader, { clock, processor, seed: slow }] of report.slowest)
  say(`slowest ${reader}: ${clock.toFixed(0)} ms, of the processor ${processor.toFixed(0)} ms (seed ${slow})`);
for (; told < report.faults.length; told += 1) tell(report.faults[told]);
say(
  `${report.documents} documents, ${report.readings} readings, ${report.faults.length} faults, ${seconds()} s (seed ${seed})`,
);
process.exitCode = report.faults.length > 0 ? 1 : 0;
