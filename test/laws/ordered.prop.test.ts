import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Fraction } from '../../src/evaluation.js';
import { cases, settings } from './arbitrary.js';

// Law 4: progress is ordered, and it is whole exactly when the tree is met.

it('earned is at most what it is with what is in progress, and that at most what it is with what is planned', () => {
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      for (const { progress } of Object.values(evaluate(pack, record, { asOf }).stages)) {
        const { earned, withInProgress, withPlanned, earnedAtMost } = progress;
        expect([earned, withInProgress, withPlanned].map(value)).toStrictEqual(
          [earned, withInProgress, withPlanned].map(value).sort((a, b) => a - b),
        );
        expect(value(withPlanned)).toBeLessThanOrEqual(1);
        expect(value(earned)).toBeGreaterThanOrEqual(0);
        if (earnedAtMost) expect(value(earned)).toBeLessThanOrEqual(value(earnedAtMost));
      }
    }),
    settings(),
  );
});

it('the tree is met exactly when earned progress is whole, and the stage exactly when its tree and its gates are', () => {
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      const { stages, findings } = evaluate(pack, record, { asOf });
      for (const stage of Object.values(stages)) {
        const root = findings[stage.requirement];
        if (stage.status === 'notApplicable') continue;
        if (root?.status !== 'notApplicable' && root?.reason !== 'late' && root?.reason !== 'overdue')
          expect({ root, whole: value(stage.progress.earned) === 1 }).toStrictEqual({
            root,
            whole: isMet(root?.status),
          });
        const gates = stage.gates.map((id) => findings[id]?.status).filter((status) => status !== 'notApplicable');
        expect(isMet(stage.status)).toBe(isMet(root?.status) && gates.every(isMet));
      }
    }),
    settings(),
  );
});

function isMet(status: string | undefined): boolean {
  return status === 'met' || status === 'waived';
}

function value({ n, d }: Fraction): number {
  return n / d;
}
