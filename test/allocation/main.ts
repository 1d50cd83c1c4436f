import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Oracle } from './best.js';
import { byBruteForce } from './brute-force.js';
import { type Comparison, compare } from './compare.js';
import { degrees } from './degree.js';
import { ALL_PROVEN, EXTENDED } from './expected.js';
import { describeFigures } from './figures.js';
import { hard } from './hard.js';
import type { Instance } from './instance.js';
import { integerProgram } from './integer-program.js';
import { type Shape, shapeOf } from './shapes.js';
import { small } from './small.js';

// Asks `evaluate` about many contests and compares its answers with those of the oracles. Ends with 1 if one is wrong.

const { values } = parseArgs({
  options: {
    degrees: { type: 'string', default: '2000' },
    small: { type: 'string', default: '20000' },
    hard: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
});

interface Family {
  readonly name: string;
  readonly instances: (extended: boolean) => fc.Arbitrary<Instance>;
  readonly oracle: Oracle;
  readonly runs: number;
  /** Whether none of it may be cut once the engine proves what it must. */
  readonly mustBeProven: boolean;
}

const program = await integerProgram();
const families: readonly Family[] = [
  {
    name: 'small',
    instances: (extended) => small({ extended }),
    oracle: byBruteForce,
    runs: Number(values.small),
    mustBeProven: true,
  },
  {
    name: 'degrees',
    instances: (extended) => degrees({ extended }),
    oracle: program,
    runs: Number(values.degrees),
    mustBeProven: true,
  },
  {
    name: 'hard',
    instances: (extended) => hard({ extended }),
    oracle: program,
    runs: Number(values.hard),
    mustBeProven: false,
  },
];

let isWrong = false;
for (const family of families) {
  for (const extended of EXTENDED) {
    const compared = compareAll(family, extended, Math.ceil(family.runs / EXTENDED.length));
    const cut = compared.filter(({ optimal }) => !optimal).length;
    isWrong ||= compared.some(({ wrong }) => wrong.length > 0) || (ALL_PROVEN && family.mustBeProven && cut > 0);
    print(describeFigures(`${family.name}${extended ? ', with pools that do more' : ''}`, compared));
  }
}
if (isWrong) process.exitCode = 1;

function compareAll(
  { name, instances, oracle }: Family,
  extended: boolean,
  runs: number,
): readonly (Comparison & Shape)[] {
  const all: (Comparison & Shape)[] = [];
  for (let i = 0; i < runs; i++) {
    const seed = Number(values.seed) * 1_000_000 + i;
    const [instance] = fc.sample(instances(extended), { seed, numRuns: 1 });
    if (!instance) continue;
    const comparison = compare(instance, oracle);
    for (const sentence of comparison.wrong) print(`${name} ${extended} seed ${seed}: ${sentence}`);
    all.push({ ...comparison, ...shapeOf(instance) });
    if ((i + 1) % Math.ceil(runs / 10) === 0) process.stderr.write(`${name}: ${i + 1} of ${runs}\n`);
  }
  return all;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
