import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation, Fraction } from '../../src/evaluation.js';
import { compare } from '../../src/fraction.js';
import type { CandidateRecord } from '../../src/record.js';
import { type Case, cases, settings } from './arbitrary.js';

// Law 3: more evidence never lowers progress, in packs without `lacks` and `latest` scores, where more can hurt.

const LISTS = ['completions', 'reviews', 'activities', 'credentials', 'scores', 'attestations', 'experience'] as const;
const DAY = {
  completions: 'completed',
  reviews: 'completed',
  activities: 'completed',
  credentials: 'issued',
  scores: 'taken',
  attestations: 'given',
  experience: 'until',
} as const;

/** A case, and the id of one entry with a day that has come. */
const withEntry: fc.Arbitrary<{ of: Case; list: (typeof LISTS)[number]; id: string }> = fc
  .tuple(cases({ nonMonotone: false }), fc.nat(1_000_000))
  .map(([of, at]) => {
    const earned = LISTS.flatMap((list) =>
      (of.record[list] ?? []).flatMap((entry) =>
        String(Object.entries(entry).find(([key]) => key === DAY[list])?.[1] ?? '9999') <= of.asOf
          ? [{ of, list, id: entry.id }]
          : [],
      ),
    );
    return earned[at % Math.max(earned.length, 1)];
  })
  .filter((found) => found !== undefined);

it('an entry more with a day that has come never lowers earned progress, nor what a met stage says', () => {
  fc.assert(
    fc.property(withEntry, ({ of: { pack, record, asOf }, list, id }) => {
      const more = evaluate(pack, record, { asOf });
      const less = evaluate(pack, without(record, list, id), { asOf });
      // What was cut promises nothing but the truth.
      const isCut = [...Object.values(more.stages), ...Object.values(less.stages)].some((stage) => !stage.optimal);
      const fell = (e: Evaluation, stage: string) => e.stages[stage]?.status === 'notApplicable';
      for (const { id: stage, progress, status } of Object.values(less.stages)) {
        const after = more.stages[stage];
        if (isCut || !after || fell(more, stage) || fell(less, stage)) continue;
        expect({ stage, lower: isLower(after.progress.earned, progress.earned) }).toStrictEqual({
          stage,
          lower: false,
        });
        if (status === 'met') expect(['met', 'waived']).toContain(after.status);
      }
    }),
    settings(150),
  );
}, 60_000);

function without(record: CandidateRecord, list: (typeof LISTS)[number], id: string): CandidateRecord {
  return { ...record, [list]: (record[list] ?? []).filter((entry) => entry.id !== id) };
}

function isLower(a: Fraction, b: Fraction): boolean {
  return compare(a, b) < 0;
}
