import { type CandidateRecord, evaluate, type RulePack } from 'certifiable';
import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';

const ask =
  (record: unknown, asOf = '2026-11-22') =>
  () =>
    evaluate(lssc as RulePack, record as CandidateRecord, { asOf });

describe('evaluate refuses to answer from', () => {
  it.each([
    ['a day that is none', ask({}, '2026-02-31'), /^asOf: expected a day such as 2026-11-22, found "2026-02-31"$/],
    ['a day in another form', ask({ milestones: { enrolled: '3/3/2025' } }), /^milestones\.enrolled: expected a day/],
    [
      'a completion on no day',
      ask({ completions: [{ id: 'a', course: 'x:y', completed: 'soon' }] }),
      /^completions\.0\.completed: expected a day/,
    ],
    [
      'an expiry on no day',
      ask({ credentials: [{ id: 'a', credential: 'x', expires: '2026' }] }),
      /^credentials\.0\.expires: expected a day/,
    ],
    ['an entry without an id', ask({ completions: [{ course: 'x:y' }] }), /^completions\.0\.id: expected a text/],
    [
      'two entries of one id',
      ask({ completions: [{ id: 'a', course: 'x:y' }], reviews: [{ id: 'a' }] }),
      /expected every id once in the record, found "a" twice/,
    ],
    [
      'an amount that is none',
      ask({
        credentials: [{ id: 'c', credential: 'lssc', issued: '2024-01-01' }],
        milestones: { enrolled: '2023-01-01', certified: '2024-01-01' },
        activities: [{ id: 'a', completed: '2025-01-01', amount: 'plenty' }],
      }),
      /expected an amount such as `1\.5 hours`, found "plenty"/,
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(TypeError);
    expect(act).toThrow(message);
  });

  it('but answers from an empty record', () => {
    expect(ask({})).not.toThrow();
  });
});
