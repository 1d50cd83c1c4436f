import { readFileSync } from 'node:fs';
import { compile } from '../../src/compile/compile.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { decide } from '../../src/evaluate.js';
import { timeline } from '../../src/timeline.js';
import { tenYears, twelveEntries } from './a-life.js';

// How long a timeline of ten years takes, beside deciding one day.

const read = parsePack(JSON.parse(readFileSync('dist/rules/lssc.json', 'utf8')));
if (!read.ok) throw new Error('build first');
const rules = compile(read.pack);
const rounds = Array.from({ length: 400 }, (_, i) => {
  const before = performance.now();
  timeline(rules, twelveEntries, tenYears);
  const between = performance.now();
  decide(rules, twelveEntries, { asOf: `20${12 + (i % 10)}-12-0${1 + (i % 9)}` });
  return { ofTimeline: between - before, ofDecide: performance.now() - between };
}).slice(100);
const median = (each: readonly number[]) => each.toSorted((a, b) => a - b)[each.length >> 1] ?? Number.NaN;
const ofTimeline = rounds.map((round) => round.ofTimeline);
const ofDecide = median(rounds.map((round) => round.ofDecide));
process.stdout.write(
  `timeline of ten years, twelve entries: median ${median(ofTimeline).toFixed(2)} ms, fastest ${Math.min(...ofTimeline).toFixed(2)} ms, ${(median(ofTimeline) / ofDecide).toFixed(0)} times deciding one day (${ofDecide.toFixed(2)} ms)\n`,
);
