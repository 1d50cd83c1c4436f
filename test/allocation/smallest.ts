import fc from 'fast-check';
import { compare, stageOf } from './compare.js';
import type { DrawnFamily } from './drawn-families.js';

/** The smallest instance like the one of a seed of which the engine's answer is wrong, or cut, with both answers. */
export function describeSmallest(
  { instances, oracle }: DrawnFamily,
  extended: boolean,
  seed: number,
  what: 'wrong' | 'cut',
): string {
  const details = fc.check(
    fc.property(instances(extended), (instance) => {
      const { optimal, wrong } = compare(instance, oracle);
      return what === 'cut' ? optimal : wrong.length === 0;
    }),
    { seed, numRuns: 1 },
  );
  const [instance] = details.counterexample ?? [];
  if (!instance) return `nothing is ${what}`;
  const { best, wrong } = compare(instance, oracle);
  const { status, progress, optimal } = stageOf(instance);
  return [
    JSON.stringify(instance, undefined, 1),
    ...wrong,
    `oracle ${JSON.stringify(best)}`,
    `engine ${JSON.stringify({ status, progress, optimal })}`,
  ].join('\n');
}
