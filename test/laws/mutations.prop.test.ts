import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { type Case, cases, settings } from './arbitrary.js';
import { AS_OF, contests } from './contests.js';
import { type Draw, drawn } from './draw.js';
import { mutations } from './mutations.js';
import { proofMutations } from './proof-mutations.js';

// The worth of law 5: a checker that accepts everything is sound as well. It must find what is untrue.

const LEAST_APPLIED = 50;
const ENOUGH = 60;
const LEAST_REJECTED = 0.95;
const LEAST_IN_ALL = 1_000;

const untruths = { ...mutations, ...proofMutations };

/** First rules of every kind; then contests, of which there is more to say. */
function drawnCases(): readonly (readonly [Case, ...Draw[]])[] {
  const draws = drawn(100, (d): Draw => d);
  const inContests = (withTotals: boolean) =>
    contests(withTotals).map(({ pack, record }): Case => ({ pack, record, asOf: AS_OF }));
  return [cases(), inContests(false), inContests(true)].flatMap((each) =>
    fc.sample(fc.tuple(each, draws, draws, draws), settings(800, 800)),
  );
}

it('verify rejects what is untrue, of every kind at least 95 in a hundred', () => {
  const tables = new Map<string, { readonly applied: number; readonly rejected: number }>();
  for (const [{ pack, record, asOf }, ...ds] of drawnCases()) {
    const evaluation = evaluate(pack, record, { asOf });
    // What is rejected as it is would be so whatever is made of it.
    if (!verify(evaluation, pack, record).ok) continue;
    for (const [name, mutate] of Object.entries(untruths)) {
      const before = tables.get(name) ?? { applied: 0, rejected: 0 };
      if (before.applied >= ENOUGH) continue;
      const mutants = ds.map((d) => mutate(evaluation, d, record, pack)).filter((mutant) => mutant !== undefined);
      const different = new Map(mutants.map((mutant) => [JSON.stringify(mutant), mutant]));
      different.delete(JSON.stringify(evaluation));
      const rejected = [...different.values()].filter((mutant) => !verify(mutant, pack, record).ok).length;
      tables.set(name, { applied: before.applied + different.size, rejected: before.rejected + rejected });
    }
  }
  const lines = Object.keys(untruths).map((name) => {
    const { applied, rejected } = tables.get(name) ?? { applied: 0, rejected: 0 };
    return { name, applied, rejected, share: applied === 0 ? 0 : rejected / applied };
  });
  const inAll = lines.reduce((sum, { applied }) => sum + applied, 0);
  process.stdout.write(
    `${[`${inAll} mutants of true evaluations: rejected of applied`, ...lines.map(({ name, applied, rejected, share }) => `  ${name.padEnd(40)}${String(rejected).padStart(5)} of${String(applied).padStart(5)}  ${(100 * share).toFixed(1).padStart(5)} %`)].join('\n')}\n`,
  );
  expect(inAll).toBeGreaterThanOrEqual(LEAST_IN_ALL);
  expect(lines.filter(({ applied, share }) => applied < LEAST_APPLIED || share < LEAST_REJECTED)).toStrictEqual([]);
});
