import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { allocate } from '../../src/allocate.js';
import { parseDay } from '../../src/base/calendar.js';
import { compiled } from '../../src/compile/compile.js';
import { readRecord } from '../../src/match/read.js';
import { governing, type World, worldsOf } from '../../src/worlds.js';
import { degrees, MEDIAN_DEGREE } from './degree.js';
import type { Instance } from './instance.js';
import { AS_OF, packOf, recordOf, STAGE } from './packs.js';

// Times the step that shares items out, alone, over instances as large as a degree in the middle.

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});

const sampled = fc.sample(degrees({ extended: false, size: MEDIAN_DEGREE }), {
  seed: Number(values.seed),
  numRuns: Number(values.instances),
});
const worlds = sampled.flatMap(worldsIn);

// What is slow because it has never run is the first call's, not the step's.
for (const world of worlds) time(world);
const rounds = Array.from({ length: Number(values.rounds) }, () => worlds.map(time));
/** Of each instance the middle of its rounds. */
const times = worlds.map((_, i) =>
  quantile(
    rounds.map((round) => round[i] ?? 0),
    0.5,
  ),
);
const every = rounds.flat();

print(`instances             ${worlds.length}, ${rounds.length} rounds`);
print(
  `items                 ${quantile(
    sampled.map(({ items }) => items.length),
    0.5,
  )}`,
);
print(
  `leaves                ${quantile(
    sampled.map(({ leaves }) => leaves.length),
    0.5,
  )}`,
);
print(`sections              ${quantile(sampled.map(sectionsOf), 0.5)}`);
print(`median                ${quantile(times, 0.5).toFixed(3)} ms`);
print(`99 % of the instances ${quantile(times, 0.99).toFixed(3)} ms`);
print(`slowest instance      ${quantile(times, 1).toFixed(3)} ms`);
print(`99 % of all calls     ${quantile(every, 0.99).toFixed(3)} ms`);
print(`cut                   ${worlds.filter(isCut).length}`);

function worldsIn(instance: Instance): readonly World[] {
  const ruleset = compiled(packOf(instance));
  const asOf = parseDay(AS_OF) ?? 0;
  const record = readRecord(recordOf(instance), asOf, ruleset.pack.authority.id);
  return worldsOf(ruleset, STAGE, governing(ruleset, STAGE, record, asOf).editions, record, asOf);
}

function time({ nodes, matched }: World): number {
  const start = performance.now();
  allocate(nodes, matched, parseDay(AS_OF) ?? 0);
  return performance.now() - start;
}

function isCut({ judged }: World): boolean {
  return !judged.optimal;
}

function sectionsOf({ root }: Instance): number {
  return root.kind === 'leaf' ? 1 : root.of.length;
}

function quantile(all: readonly number[], part: number): number {
  return all.toSorted((a, b) => a - b)[Math.floor(part * (all.length - 1))] ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
