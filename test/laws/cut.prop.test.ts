import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation, StageFinding } from '../../src/model/evaluation.js';
import type { Fraction } from '../../src/model/quantity.js';
import { verify } from '../../src/verify.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { AS_OF, contests } from './contests.js';

// What is said where a search ends early holds the truth: no search of a drawn case is long, so that the steps it may take are made few.

const allowed = vi.hoisted(() => ({ steps: Number.POSITIVE_INFINITY }));

vi.mock('../../src/allocate/budget.js', () => ({
  get BUDGET() {
    return allowed.steps;
  },
  get EXPLAINING() {
    return allowed.steps;
  },
}));

function within<T>(steps: number, ask: () => T): T {
  allowed.steps = steps;
  try {
    return ask();
  } finally {
    allowed.steps = Number.POSITIVE_INFINITY;
  }
}

const asked = fc.oneof(
  { weight: 1, arbitrary: cases() },
  { weight: 3, arbitrary: contests(true).map((contest) => ({ ...contest, asOf: AS_OF })) },
);

it(
  'an answer of a search that was cut is the truth or unknown, its progress lies below the truth and what it may come to above, and the checker accepts it',
  () => {
    const seen = { stages: 0, cut: 0, unknown: 0, less: 0 };
    const found = fc.property(asked, fc.integer({ min: 0, max: 60 }), ({ pack, record, asOf }, steps) => {
      const truth = evaluate(pack, record, { asOf });
      const answer = within(steps, () => evaluate(pack, record, { asOf }));
      expect(verify(answer, pack, record)).toEqual({ ok: true });
      for (const [stage, wasCut] of both(truth, answer)) {
        seen.stages += 1;
        const { earned, withInProgress, withPlanned, earnedAtMost } = wasCut.progress;
        const values = [0, earned, withInProgress, withPlanned, 1].map(value);
        expect(values).toStrictEqual(values.toSorted((a, b) => a - b));
        if (wasCut.optimal) {
          expect([wasCut.status, earned]).toEqual([stage.status, stage.progress.earned]);
          continue;
        }
        seen.cut += 1;
        expect(['unknown', stage.status]).toContain(wasCut.status);
        expect(value(earned)).toBeLessThanOrEqual(value(stage.progress.earned));
        expect(value(earnedAtMost ?? earned)).toBeGreaterThanOrEqual(value(stage.progress.earned));
        if (wasCut.status !== stage.status) seen.unknown += 1;
        if (value(earned) < value(stage.progress.earned)) seen.less += 1;
      }
    });
    fc.assert(found, settings(800));
    process.stdout.write(`${JSON.stringify(seen)}\n`);
    expect(Math.min(seen.cut, seen.unknown, seen.less)).toBeGreaterThan(20);
  },
  LONGEST,
);

function both(truth: Evaluation, answer: Evaluation): readonly (readonly [StageFinding, StageFinding])[] {
  return Object.values(truth.stages).flatMap((stage) => {
    const other = answer.stages[stage.id];
    return other ? [[stage, other] as const] : [];
  });
}

function value(fraction: Fraction | number): number {
  return typeof fraction === 'number' ? fraction : fraction.n / fraction.d;
}
