import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { cases, settings } from './arbitrary.js';
import { type Draw, drawn } from './draw.js';
import { mutations } from './mutations.js';

// The worth of law 5: a checker that accepts everything is sound as well. It must find what is untrue.

const LEAST_APPLIED = 30;
const ENOUGH = 32;
const LEAST_REJECTED = 0.95;

it('verify rejects what is untrue, of every kind at least 95 in a hundred', () => {
  const tables = new Map<string, { readonly applied: number; readonly rejected: number }>();
  const draws = drawn(100, (d): Draw => d);
  for (const [{ pack, record, asOf }, ...ds] of fc.sample(fc.tuple(cases(), draws, draws, draws), settings(500, 500))) {
    const evaluation = evaluate(pack, record, { asOf });
    for (const [name, mutate] of Object.entries(mutations)) {
      const before = tables.get(name) ?? { applied: 0, rejected: 0 };
      if (before.applied >= ENOUGH) continue;
      const mutants = ds.map((d) => mutate(evaluation, d, record, pack)).filter((mutant) => mutant !== undefined);
      const different = new Map(mutants.map((mutant) => [JSON.stringify(mutant), mutant]));
      different.delete(JSON.stringify(evaluation));
      const rejected = [...different.values()].filter((mutant) => !verify(mutant, pack, record).ok).length;
      tables.set(name, { applied: before.applied + different.size, rejected: before.rejected + rejected });
    }
  }
  const lines = Object.keys(mutations).map((name) => {
    const { applied, rejected } = tables.get(name) ?? { applied: 0, rejected: 0 };
    return { name, applied, rejected, share: applied === 0 ? 0 : rejected / applied };
  });
  process.stdout.write(
    `${['mutants of true evaluations: rejected of applied', ...lines.map(({ name, applied, rejected, share }) => `  ${name.padEnd(40)}${String(rejected).padStart(5)} of${String(applied).padStart(5)}  ${(100 * share).toFixed(1).padStart(5)} %`)].join('\n')}\n`,
  );
  expect(lines.filter(({ applied, share }) => applied < LEAST_APPLIED || share < LEAST_REJECTED)).toStrictEqual([]);
}, 60_000);
