import { describe, expect, it } from 'vitest';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { TermFinding } from '../../src/model/standing.js';
import { standing } from '../../src/standing.js';
import { packWith } from './pack.js';

const pack = packWith();
const certificate = { id: 'first', credential: 'certificate', issued: '2016-05-10' };
const renewal = { id: 'second', credential: 'renewal', issued: '2020-04-01' };
const held = (...credentials: NonNullable<CandidateRecord['credentials']>): CandidateRecord => ({ credentials });

/** The terms that have begun on a day, without words and citations. */
function termsOf(record: CandidateRecord, asOf: string, rules: RulePack = pack): readonly Partial<TermFinding>[] {
  const terms = standing(rules, record, { asOf })?.terms.certification ?? [];
  return terms.map(({ title: _, cite: __, ...days }) => days);
}

describe('a term', () => {
  it('begins with its credential and not before', () => {
    expect(termsOf(held(certificate), '2016-05-09')).toEqual([]);
    expect(termsOf(held(certificate), '2016-05-10')).toEqual([
      { by: 'first', begins: '2016-05-10', opens: '2019-11-10', ends: '2020-05-10', closes: '2020-07-10' },
    ]);
  });

  it('says in which texts its days stand', () => {
    const found = standing(pack, held(certificate, renewal), { asOf: '2021-01-01' })?.terms.certification;
    expect(found?.map(({ title, cite }) => [title, ...cite.map(({ at = 'all' }) => at)])).toEqual([
      ['Certification', 'page 3', 'all', 'page 5'],
      ['Certification', 'page 4', 'all'],
    ]);
  });

  it('has the days of its own beginning, whatever day the record gives the milestone', () => {
    const record = { ...held(certificate), milestones: { certified: '2011-01-01' } };
    expect(termsOf(record, '2017-01-01')[0]).toMatchObject({ begins: '2016-05-10', ends: '2020-05-10' });
  });

  it('ends on the day that the entry states, and what is counted from there follows', () => {
    const extended = { ...certificate, expires: '2020-12-31' };
    expect(termsOf(held(extended), '2017-01-01')).toEqual([
      {
        by: 'first',
        begins: '2016-05-10',
        opens: '2020-06-30',
        ends: '2020-12-31',
        closes: '2021-02-28',
        isStated: true,
      },
    ]);
    expect(termsOf(held(extended, { ...renewal, issued: '2020-11-01' }), '2021-01-01')[1]?.ends).toBe('2025-12-31');
  });

  it('without a day of issue begins on the milestone, or no later than today', () => {
    const undated = held({ id: 'first', credential: 'certificate' });
    expect(termsOf({ ...undated, milestones: { certified: '2016-05-10' } }, '2017-01-01')[0]).toMatchObject({
      begins: '2016-05-10',
      ends: '2020-05-10',
    });
    const between = termsOf({ ...undated, milestones: { enrolled: '2015-03-01' } }, '2017-01-01');
    expect(between).toEqual([
      {
        by: 'first',
        begins: '2015-03-01',
        beginsLatest: '2017-01-01',
        opens: '2018-09-01',
        opensLatest: '2020-07-01',
        ends: '2019-03-01',
        endsLatest: '2021-01-01',
        closes: '2019-05-01',
        closesLatest: '2021-03-01',
      },
    ]);
    expect(termsOf(undated, '2017-01-01')).toEqual([
      {
        by: 'first',
        beginsLatest: '2017-01-01',
        opensLatest: '2020-07-01',
        endsLatest: '2021-01-01',
        closesLatest: '2021-03-01',
      },
    ]);
  });

  it('may have no end, and no days of renewal', () => {
    const endless = packWith([', ends: expiry, opens: opening, closes: grace }', ' }']);
    expect(termsOf(held(certificate), '2017-01-01', endless)).toEqual([{ by: 'first', begins: '2016-05-10' }]);
  });
});

describe('a renewal', () => {
  it('begins another term, whose end counts from the end of the one before', () => {
    expect(termsOf(held(certificate, renewal), '2020-03-31')).toHaveLength(1);
    expect(termsOf(held(certificate, renewal), '2020-04-01')[1]).toEqual({
      by: 'second',
      begins: '2020-04-01',
      opens: '2024-11-10',
      ends: '2025-05-10',
      closes: '2025-07-10',
    });
  });

  it('may follow another, in the order of their days and not of the list', () => {
    const third = { id: 'aaa', credential: 'renewal', issued: '2025-06-30' };
    const terms = termsOf(held(third, renewal, certificate), '2026-01-01');
    expect(terms.map(({ by, ends }) => [by, ends])).toEqual([
      ['first', '2020-05-10'],
      ['second', '2025-05-10'],
      ['aaa', '2030-05-10'],
    ]);
  });

  it('that came late begins a term all the same', () => {
    const late = { ...renewal, issued: '2021-02-03' };
    expect(termsOf(held(certificate, late), '2021-02-03')[1]).toMatchObject({
      begins: '2021-02-03',
      ends: '2025-05-10',
    });
  });

  it('may count from its own day', () => {
    const moving = packWith(['5 years after expiry', '5 years after renewed']);
    const record = { ...held(certificate, renewal), milestones: { renewed: '2019-12-12' } };
    expect(termsOf(record, '2021-01-01', moving)[1]).toMatchObject({ begins: '2020-04-01', ends: '2025-04-01' });
  });

  it('may count from the first certification', () => {
    const fixed = packWith(['5 years after expiry', '20 years after certified']);
    expect(termsOf(held(certificate, renewal), '2021-01-01', fixed)[1]?.ends).toBe('2036-05-10');
  });

  it('of which the record does not list what came before has the days that its milestones give', () => {
    expect(termsOf(held(renewal), '2021-01-01')).toEqual([{ by: 'second', begins: '2020-04-01' }]);
    const record = { ...held(renewal), milestones: { certified: '2016-05-10' } };
    expect(termsOf(record, '2021-01-01')[0]).toMatchObject({ ends: '2025-05-10' });
  });

  it('after which the first credential is issued anew is followed by a first term', () => {
    const anew = { id: 'anew', credential: 'certificate', issued: '2027-01-15' };
    expect(termsOf(held(certificate, renewal, anew), '2027-01-15').map(({ by, ends }) => [by, ends])).toEqual([
      ['first', '2020-05-10'],
      ['second', '2025-05-10'],
      ['anew', '2031-01-15'],
    ]);
  });
});

describe('the end of a term', () => {
  const endOf = (day: string, issued = '2016-05-10', record: CandidateRecord = {}) =>
    termsOf(
      { ...held({ ...certificate, issued }), ...record },
      '2017-01-01',
      packWith(['4 years after certified', day]),
    )[0];

  it('may be the end of a month', () => {
    expect(endOf('end of month of 3 years after certified')?.ends).toBe('2019-05-31');
    expect(endOf('end of month of 3 years after certified', '2016-05-31')?.ends).toBe('2019-05-31');
    expect(endOf('end of month of 3 years after certified', '2016-06-01')?.ends).toBe('2019-06-30');
  });

  it('may be a fixed day of the year', () => {
    expect(endOf('first June 30 on or after 3 years after certified')?.ends).toBe('2019-06-30');
    expect(endOf('first June 30 on or after 3 years after certified', '2016-06-30')?.ends).toBe('2019-06-30');
    expect(endOf('first June 30 on or after 3 years after certified', '2016-07-01')?.ends).toBe('2020-06-30');
  });

  it('may lie between two days where no text gives it', () => {
    const open =
      '{ notEstablished: No page says it., atLeast: 2 years after certified, atMost: 4 years after certified }';
    expect(endOf(open)).toMatchObject({ ends: '2018-05-10', endsLatest: '2020-05-10' });
  });

  it('lies between the readings of a disputed text', () => {
    const disputed =
      '{ readings: [{ value: 2 years after certified, cite: rules }, { value: 3 years after certified, cite: rules }] }';
    expect(endOf(disputed)).toMatchObject({ ends: '2018-05-10', endsLatest: '2019-05-10' });
  });

  it('is a later day under an emergency that extended what would have ended in it', () => {
    const extended = 'later of 4 years after certified and 2020-12-31';
    const dated = `{ dated: [{ value: 4 years after certified }, { from: 2015-01-01, value: '${extended}' }] }`;
    const before = { milestones: { enrolled: '2014-12-31' } };
    const after = { milestones: { enrolled: '2015-01-01' } };
    expect(endOf(dated, '2016-05-10', before)?.ends).toBe('2020-05-10');
    expect(endOf(dated, '2016-05-10', after)?.ends).toBe('2020-12-31');
    // Nobody stated which text governs.
    expect(endOf(dated)).toMatchObject({ ends: '2020-05-10', endsLatest: '2020-12-31' });
  });
});
