import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { cases, settings } from './arbitrary.js';

// Law 4: progress is ordered, and it is whole exactly when the tree is met.

it('progress is ordered, whole exactly when the tree is met, and the stage is met exactly when its tree and gates are', () => {
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      const { stages, findings } = evaluate(pack, record, { asOf });
      for (const { id, status, requirement, gates, progress } of Object.values(stages)) {
        const { earned, withInProgress, withPlanned, earnedAtMost } = progress;
        const values = [0, earned, withInProgress, withPlanned, 1].map((f) => (typeof f === 'number' ? f : f.n / f.d));
        expect({ id, values }).toStrictEqual({ id, values: values.toSorted((a, b) => a - b) });
        if (earnedAtMost) expect(earnedAtMost.n / earnedAtMost.d).toBeGreaterThanOrEqual(earned.n / earned.d);
        const root = findings[requirement];
        if (status === 'notApplicable' || !root || root.status === 'notApplicable') continue;
        expect({ root, whole: earned.n === earned.d }).toStrictEqual({ root, whole: isMet(root.status) });
        const open = gates.map((gate) => findings[gate]?.status).filter((gate) => gate !== 'notApplicable');
        expect({ id, met: isMet(status) }).toStrictEqual({ id, met: isMet(root.status) && open.every(isMet) });
      }
    }),
    settings(120),
  );
}, 60_000);

function isMet(status: string | undefined): boolean {
  return status === 'met' || status === 'waived';
}
