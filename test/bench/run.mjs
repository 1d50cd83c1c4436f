// `npm run bench`: first shows that all contestants agree on every candidate, then times them. Measures what is built in `dist`.
//   --quick                agreement and one short round
//   --rounds <n>           so many rounds
//   --only <contestant>    that one alone, in this process and without the agreement, for a profiler; a round is all candidates once
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agree } from './agree.mjs';
import { batchesOf, median } from './batches.mjs';
import { CANDIDATES, SEED } from './candidates.mjs';
import { contestants } from './contestants.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string' } },
});
const names = Object.keys(contestants);
const print = (line) => process.stdout.write(`${line}\n`);

if (options.only) await timeHere(options.only, Number(options.rounds ?? 50));
else await compareAll();

async function timeHere(name, rounds) {
  if (!names.includes(name)) throw new TypeError(`--only: expected one of ${names.join(', ')}, found \`${name}\``);
  const batch = await batchesOf(name);
  const times = [];
  while (times.length < rounds) times.push(await batch());
  const later = times.slice(times.length >> 1);
  print(
    `${name}: ${micros(median(later))} µs a call, median of the later half of ${rounds} rounds; first round ${micros(times[0])}`,
  );
}

async function compareAll() {
  const { counts, firstFitWrong, disagreements } = await agree();
  print(
    `${CANDIDATES} candidates, seed ${SEED}: ${Object.entries(counts)
      .map(([status, n]) => `${n} ${status}`)
      .join(', ')}`,
  );
  print(`taking the first set that fits is wrong for ${firstFitWrong} of them`);
  for (const each of disagreements) print(JSON.stringify(each));
  if (disagreements.length > 0) {
    print(`the contestants disagree on ${disagreements.length} candidates`);
    process.exit(1);
  }
  print('all contestants agree on all of them\n');
  const rounds = options.quick ? 1 : Number(options.rounds ?? 7);
  const times = timeInTurn(rounds);
  const [hand, ...peers] = ['matching', ...names.filter((name) => contestants[name].isPeer)];
  const fastest = Math.min(...peers.map((name) => median(times[name])));
  print(row('', 'µs a call', 'least to most', '× by hand, matching', '× fastest peer'));
  for (const name of names) {
    const time = median(times[name]);
    const spread = `${micros(Math.min(...times[name]))} to ${micros(Math.max(...times[name]))}`;
    print(row(contestants[name].title, micros(time), spread, ratio(time / median(times[hand])), ratio(time / fastest)));
  }
  const first = Array.from({ length: options.quick ? 1 : 9 }, () => JSON.parse(inProcess('first-call.mjs')));
  const [call, withImport] = ['call', 'withImport'].map((part) => median(first.map((each) => each[part])).toFixed(1));
  print(`\nfirst call of evaluate in a fresh process: ${call} ms, with the imports ${withImport} ms`);
}

/** Every round asks each contestant once, in a process of its own; who begins changes with the round. */
function timeInTurn(rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const [warmUp, measured] = options.quick ? ['200', '200'] : ['1500', '1500'];
  for (let round = 0; round < rounds; round++) {
    for (const i of names.keys()) {
      const name = names[(i + round) % names.length];
      times[name].push(Number(inProcess('time-one.mjs', name, warmUp, measured)));
    }
  }
  return times;
}

function inProcess(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return execFileSync(process.execPath, ['--expose-gc', path, ...args], { encoding: 'utf8' });
}

function row(title, ...cells) {
  return [title.padEnd(44), ...cells.map((cell) => cell.padStart(20))].join('').trimEnd();
}

function micros(time) {
  return time < 100 ? time.toFixed(2) : time.toFixed(0);
}

function ratio(of) {
  return Number.isFinite(of) && of > 0 ? of.toFixed(2) : '';
}
