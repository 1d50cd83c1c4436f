import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Comparison, compare } from './compare.js';
import { type DrawnFamily, drawnFamilies } from './drawn-families.js';
import { EXTENDED } from './expected.js';
import { describeFigures } from './figures.js';
import { type Shape, shapeOf } from './shapes.js';
import { describeSmallest } from './smallest.js';

// Asks `evaluate` about many contests and compares its answers with those of the oracles. Ends with 1 if one is wrong. With `--at`, shows
// the smallest contest like the one of that seed that is wrong, or cut.

const { values } = parseArgs({
  options: {
    degrees: { type: 'string', default: '2000' },
    small: { type: 'string', default: '20000' },
    hard: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string' },
    family: { type: 'string', default: 'small' },
    extended: { type: 'boolean', default: false },
    what: { type: 'string', default: 'wrong' },
  },
});

const families = await drawnFamilies();
const { at } = values;
if (at === undefined) process.exitCode = compareEach() ? 0 : 1;
else {
  const family = families.find(({ name }) => name === values.family);
  if (!family) throw new Error(`there is no family ${values.family}`);
  print(describeSmallest(family, values.extended, Number(at), values.what === 'cut' ? 'cut' : 'wrong'));
}

/** Whether nothing was wrong, and no more was cut than may be. */
function compareEach(): boolean {
  let isRight = true;
  for (const family of families) {
    for (const extended of EXTENDED) {
      const compared = compareAll(family, extended, Math.ceil(Number(values[family.name]) / EXTENDED.length));
      const cut = compared.filter(({ optimal }) => !optimal).length;
      isRight &&= compared.every(({ wrong }) => wrong.length === 0) && cut <= family.mostCut * compared.length;
      print(describeFigures(`${family.name}${extended ? ', with pools that do more' : ''}`, compared));
    }
  }
  return isRight;
}

function compareAll(
  { name, instances, oracle, mostCut }: DrawnFamily,
  extended: boolean,
  runs: number,
): readonly (Comparison & Shape)[] {
  const all: (Comparison & Shape)[] = [];
  const arbitrary = instances(extended);
  for (let i = 0; i < runs; i++) {
    const seed = Number(values.seed) * 1_000_000 + i;
    const [instance] = fc.sample(arbitrary, { seed, numRuns: 1 });
    if (!instance) continue;
    const comparison = compare(instance, oracle);
    const again = `--family ${name}${extended ? ' --extended' : ''} --at ${seed}`;
    for (const sentence of comparison.wrong) print(`${again}: ${sentence}`);
    if (mostCut < 1 && !comparison.optimal) print(`${again} --what cut`);
    all.push({ ...comparison, ...shapeOf(instance) });
    if ((i + 1) % Math.ceil(runs / 10) === 0) process.stderr.write(`${name}: ${i + 1} of ${runs}\n`);
  }
  return all;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
