import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { type Case, cases, settings } from './arbitrary.js';
import { type Draw, drawn } from './draw.js';
import { mutations } from './mutations.js';

// The worth of law 5: a checker that accepts everything is sound as well. It must find what is untrue.

const LEAST_APPLIED = 30;
const ENOUGH = 45;
const LEAST_REJECTED = 0.95;

it('verify rejects what is untrue, of every kind at least 95 in a hundred', () => {
  const tables = new Map<string, { applied: number; rejected: number }>();
  const draws = drawn(200, (d): Draw => d);
  const sample = fc.sample(fc.tuple(cases(), draws), settings(350)) as [Case, Draw][];
  for (const [{ pack, record, asOf }, d] of sample) {
    const evaluation = evaluate(pack, record, { asOf });
    for (const [name, mutate] of Object.entries(mutations)) {
      const { applied, rejected } = tables.get(name) ?? { applied: 0, rejected: 0 };
      const mutant = applied < ENOUGH ? mutate(evaluation, d, record) : undefined;
      if (!mutant || JSON.stringify(mutant) === JSON.stringify(evaluation)) continue;
      tables.set(name, { applied: applied + 1, rejected: rejected + (verify(mutant, pack, record).ok ? 0 : 1) });
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
