import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LISTS } from '../../src/base/lists.js';
import { evaluate } from '../../src/evaluate.js';
import type { CandidateRecord, Review } from '../../src/model/record.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { earnedView } from './compared.js';
import { witness } from './witness.js';

// Law 9: what is dated after the day asked for changes nothing that is earned.

it(
  'an entry that has no day on or before the day asked for changes no status, no earned progress and no earned use',
  () => {
    const { see, report } = witness('law 9, time');
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        expect(earnedView(evaluate(pack, knownOn(record, asOf), { asOf }))).toStrictEqual(
          earnedView(see(evaluate(pack, record, { asOf }))),
        );
      }),
      settings(80),
    );
    report();
  },
  LONGEST,
);

it(
  'a milestone after the day asked for is one that has not come',
  () => {
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        const milestones = Object.fromEntries(
          Object.entries(record.milestones ?? {}).map(([id, day]) => [id, day > asOf ? 'notYet' : day]),
        );
        expect(evaluate(pack, { ...record, milestones }, { asOf })).toStrictEqual(evaluate(pack, record, { asOf }));
      }),
      settings(60),
    );
  },
  LONGEST,
);

const DAYS = ['started', 'completed', 'from', 'until', 'issued', 'taken', 'given'];

/** The record without every entry that has days, but none on or before a day. Without any day it may well have happened. */
function knownOn(record: CandidateRecord, asOf: string): CandidateRecord {
  const stays = (entry: object) => {
    const { supplement } = entry as Partial<Review>;
    const own = Object.entries(entry).flatMap(([key, day]) => (DAYS.includes(key) ? [String(day)] : []));
    const days = supplement ? [...own, supplement.completed] : own;
    return days.length === 0 || days.some((day) => day <= asOf);
  };
  return { ...record, ...Object.fromEntries(LISTS.map((list) => [list, (record[list] ?? []).filter(stays)])) };
}
