import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../../src/base/fraction.js';
import { LISTS } from '../../src/base/lists.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Day } from '../../src/model/value.js';
import { cases, settings } from './arbitrary.js';

// Law 3: more evidence never lowers progress, in packs without `lacks` and `latest` scores, where more can hurt, and for records without
// exceptions other than waivers: an item in progress that stands in for a requirement holds it back, and a pin takes it from elsewhere.

const DAY = {
  completions: 'completed',
  reviews: 'completed',
  activities: 'completed',
  credentials: 'issued',
  scores: 'taken',
  attestations: 'given',
  experience: 'until',
} as const;

it('no entry whose day has come lowers earned progress by being there, nor what a met stage says', () => {
  fc.assert(
    fc.property(cases({ nonMonotone: false }), ({ pack, record: drawn, asOf }) => {
      const waivers = drawn.exceptions?.filter(({ kind }) => kind === 'waiver');
      const record = { ...drawn, ...(waivers && { exceptions: waivers }) };
      const more = evaluate(pack, record, { asOf });
      for (const { list, id } of earnedEntries(record, asOf)) {
        const less = evaluate(pack, without(record, { list, id }), { asOf });
        expect({ id, lower: lowerThan(less, more) }).toStrictEqual({ id, lower: [] });
      }
    }),
    settings(80),
  );
}, 60_000);

interface Entry {
  readonly list: (typeof LISTS)[number];
  readonly id: string;
}

function earnedEntries(record: CandidateRecord, asOf: Day): readonly Entry[] {
  return LISTS.flatMap((list) =>
    (record[list] ?? []).flatMap((entry): readonly Entry[] => {
      const day = Object.entries(entry).find(([key]) => key === DAY[list])?.[1];
      return typeof day === 'string' && day <= asOf ? [{ list, id: entry.id }] : [];
    }),
  );
}

function without(record: CandidateRecord, { list, id }: Entry): CandidateRecord {
  return { ...record, [list]: (record[list] ?? []).filter((entry) => entry.id !== id) };
}

/** The stages that say less with the entry than without. What was cut promises nothing but the truth. */
function lowerThan(less: Evaluation, more: Evaluation): readonly string[] {
  const all = [...Object.values(less.stages), ...Object.values(more.stages)];
  return Object.values(less.stages).flatMap(({ id, status, progress, optimal }) => {
    const after = more.stages[id];
    if (!after?.optimal || !optimal || status === 'notApplicable' || after.status === 'notApplicable') return [];
    const isLower = compare(after.progress.earned, progress.earned) < 0;
    const isWorse = status === 'met' && after.status !== 'met' && all.every((stage) => stage.optimal);
    return isLower || isWorse ? [id] : [];
  });
}
