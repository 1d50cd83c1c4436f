import { readFileSync } from 'node:fs';
import { compile } from '../../src/compile/compile.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { decide } from '../../src/evaluate.js';
import { timeline } from '../../src/timeline.js';
import { tenYears, twelveEntries } from './a-life.js';

// How long a timeline of ten years takes, beside deciding one day: a whole life, and what lies ahead of somebody who asks today.

const read = parsePack(JSON.parse(readFileSync('dist/rules/lssc.json', 'utf8')));
if (!read.ok) throw new Error('build first');
const rules = compile(read.pack);

const stretches = [
  { what: 'a whole life', ...tenYears },
  { what: 'ahead of a candidate', from: '2014-09-01', until: '2024-08-31' },
  { what: 'ahead of whoever is certified', from: '2015-06-15', until: '2025-06-14' },
];
const times = new Map<string, number[]>([...stretches.map(({ what }) => what), 'one day'].map((what) => [what, []]));

function time(what: string, run: () => unknown): void {
  const before = performance.now();
  run();
  times.get(what)?.push(performance.now() - before);
}

for (let round = 0; round < 400; round++) {
  for (const { what, from, until } of stretches) time(what, () => timeline(rules, twelveEntries, { from, until }));
  const asOf = `20${12 + (round % 10)}-12-0${1 + (round % 9)}`;
  time('one day', () => decide(rules, twelveEntries, { asOf }));
}
process.stdout.write('ten years of a record with twelve entries, in ms: median, fastest\n');
for (const [what, all] of times) {
  // The first ones are for the engine to warm up.
  const sorted = all.slice(100).sort((a, b) => a - b);
  const [median = 0, fastest = 0] = [sorted[sorted.length >> 1], sorted[0]];
  process.stdout.write(`${what.padEnd(30)} ${median.toFixed(2).padStart(6)} ${fastest.toFixed(2).padStart(6)}\n`);
}
