// `npm run bench`: first shows that all contestants agree on every candidate, then times them. Measures what is built in `dist`.
//   --quick                agreement and one short round
//   --rounds <n>           so many rounds
//   --limits               exits with 1 if a limit is missed
//   --write                puts what it prints into docs/benchmarks.md
//   --only <contestant>    that one alone, in this process and without the agreement, for a profiler; a round is all candidates once
import { parseArgs } from 'node:util';
import { agree } from './agree.mjs';
import { batchesOf, median } from './batches.mjs';
import { CANDIDATES, SEED } from './candidates/candidates.mjs';
import { contestants } from './contestants.mjs';
import { writeFigures } from './figures.mjs';
import { firstCalls, timesInTurn } from './processes.mjs';
import { micros, report } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    limits: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const names = Object.keys(contestants);

process.exitCode = options.only ? await timeHere(options.only, Number(options.rounds ?? 50)) : await compareAll();

async function timeHere(name, rounds) {
  if (!names.includes(name)) {
    print(`--only: expected one of ${names.join(', ')}, found \`${name}\``);
    return 2;
  }
  const batch = await batchesOf(name);
  const times = [];
  while (times.length < rounds) times.push(await batch());
  const later = median(times.slice(times.length >> 1));
  print(`${name}: ${micros(later)} µs a call, median of the later half of ${rounds} rounds; first ${micros(times[0])}`);
  return 0;
}

async function compareAll() {
  const { counts, firstFitWrong, disagreements } = await agree();
  const statuses = Object.entries(counts).map(([status, n]) => `${n} ${status}`);
  const who = `${CANDIDATES} candidates, seed ${SEED}: ${statuses.join(', ')}.
Taking the first set that fits is wrong for ${firstFitWrong} of them.`;
  print(who);
  const rare = Object.keys(counts).filter((status) => counts[status] < CANDIDATES / 20);
  if (rare.length > 0 || firstFitWrong === 0) {
    print(`agreement on these candidates shows too little: few are ${rare.join(', ') || 'hard to match'}`);
    return 1;
  }
  if (disagreements.length > 0) {
    for (const each of disagreements) print(JSON.stringify(each));
    print(`the contestants disagree on ${disagreements.length} candidates`);
    return 1;
  }
  print('All contestants agree on all of them.\n');
  const times = timesInTurn(names, options.quick ? 1 : Number(options.rounds ?? 7), options.quick ? 100 : 600);
  const { text, isWithin } = report(times, firstCalls(options.quick ? 1 : 9));
  print(text);
  if (options.write) writeFigures(`${who}\n\n${text}`);
  return options.limits && !isWithin ? 1 : 0;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
