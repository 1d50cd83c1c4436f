import { describe, expect, it } from 'vitest';
import { parsePack } from '../../src/edge/parse-pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { standing } from '../../src/standing.js';
import { prefixed, renamedPack, renamedRecord, reversed } from '../rules/rename.js';
import { packWith } from './pack.js';

const pack = packWith();
const certificate = { id: 'first', credential: 'certificate', issued: '2016-05-10' };
const renewal = { id: 'second', credential: 'renewal', issued: '2020-04-01' };
const held = (...credentials: NonNullable<CandidateRecord['credentials']>): CandidateRecord => ({
  facts: { revoked: false, diploma: true },
  milestones: { enrolled: '2015-03-01' },
  credentials,
});
const standsOn = (record: CandidateRecord, asOf: string, rules = pack) => standing(rules, record, { asOf })?.is;

describe('the standing', () => {
  it.each([
    ['complete', '2016-05-09'],
    ['certified', '2016-05-10'],
    ['certified', '2019-11-09'],
    ['renewalOpen', '2019-11-10'],
    ['renewalOpen', '2020-05-10'],
    ['inGrace', '2020-05-11'],
    ['inGrace', '2020-07-10'],
    ['lapsed', '2020-07-11'],
  ])('of one certificate is %s on %s', (is, asOf) => {
    expect(standsOn(held(certificate), asOf)).toBe(is);
  });

  it.each([
    ['renewalOpen', '2020-03-31'],
    ['certified', '2020-04-01'],
    ['certified', '2024-11-09'],
    ['renewalOpen', '2024-11-10'],
    ['inGrace', '2025-05-11'],
    ['lapsed', '2025-07-11'],
  ])('of a renewed one is %s on %s', (is, asOf) => {
    expect(standsOn(held(certificate, renewal), asOf)).toBe(is);
  });

  it('has the words of its row and the place where they stand', () => {
    expect(standing(pack, held(certificate), { asOf: '2020-01-01' })).toMatchObject({
      format: 1,
      pack: { id: 'sample', version: '1.0.0', title: 'Sample certificate' },
      asOf: '2020-01-01',
      is: 'renewalOpen',
      title: 'Renew now',
      says: 'It can be renewed.',
      cite: [{ source: 'rules' }],
      questions: [],
    });
    expect(standing(pack, held(certificate), { asOf: '2020-06-01' })).toMatchObject({
      is: 'inGrace',
      cite: [{ source: 'rules', at: 'page 5' }],
    });
  });

  it('comes from the first row that holds, whatever follows it', () => {
    const revoked = { ...held(certificate), facts: { revoked: true, diploma: true } };
    expect(standsOn(revoked, '2017-01-01')).toBe('withdrawn');
    expect(standsOn(revoked, '2016-05-09')).toBe('complete');
  });

  it('rests on the stages where rows ask for them', () => {
    const without: CandidateRecord = { ...held(), facts: { diploma: false } };
    expect(standsOn(held(), '2016-01-01')).toBe('complete');
    expect(standsOn(without, '2018-03-01')).toBe('candidate');
    expect(standsOn(without, '2018-03-02')).toBe('candidacyEnded');
    expect(standsOn({ ...without, milestones: { enrolled: 'notYet' } }, '2018-03-02')).toBe('none');
    expect(standsOn(without, '2015-02-28')).toBe('none');
    expect(standsOn(without, '2015-03-01')).toBe('candidate');
  });

  it('is told of no pack without a table', () => {
    const { standings: _, ...without } = pack;
    expect(standing(without, held(certificate), { asOf: '2020-01-01' })).toBeUndefined();
  });

  it('is asked for on a day, as a status is', () => {
    expect(() => standing(pack, held(), { asOf: 'today' })).toThrow(
      new TypeError('asOf: expected a day such as 2026-11-22, found "today"'),
    );
    const broken = { credentials: [{ ...certificate, issued: '2016-02-30' }] };
    expect(() => standing(pack, broken, { asOf: '2020-01-01' })).toThrow(/^credentials\.0\.issued: expected a day/);
  });
});

describe('a pack under other ids', () => {
  it.each([prefixed, reversed])('has the same standings', (other) => {
    const under = renamedPack(pack, other);
    expect(parsePack(JSON.parse(JSON.stringify(under)))).toEqual({ ok: true, pack: under });
    for (const asOf of ['2016-05-09', '2019-11-10', '2020-05-11', '2020-07-11']) {
      const record = held(certificate);
      expect(standsOn(renamedRecord(record, pack, other), asOf, under)).toBe(standsOn(record, asOf));
    }
    const late: CandidateRecord = { ...held(), facts: { diploma: false } };
    expect(standsOn(renamedRecord(late, pack, other), '2018-03-02', under)).toBe('candidacyEnded');
  });
});

describe('a standing that is not known', () => {
  const unknown = (record: CandidateRecord, asOf: string, rules = pack) => {
    const found = standing(rules, record, { asOf });
    return [found?.is, found?.mayBe?.map(({ is }) => is), found?.questions.map(({ id }) => id)];
  };

  it('lists every row that may hold up to the first that does, and asks what would tell', () => {
    const silent: CandidateRecord = { ...held(certificate), facts: { diploma: true } };
    expect(unknown(silent, '2017-01-01')).toEqual(['unknown', ['withdrawn', 'certified'], ['fact:revoked']]);
    expect(standing(pack, silent, { asOf: '2017-01-01' })).toMatchObject({
      questions: [{ id: 'fact:revoked', about: 'fact', asks: 'Was it taken away?' }],
      cite: [],
    });
  });

  it('hangs on a day that no text gives, between the first and the last that it may be', () => {
    const open = packWith([
      '4 years after certified',
      '{ notEstablished: No page says it., atLeast: 3 years after certified, atMost: 4 years after certified }',
    ]);
    const on = (asOf: string) => unknown(held(certificate), asOf, open);
    expect(on('2018-11-09')).toEqual(['certified', undefined, []]);
    expect(on('2018-11-10')).toEqual(['unknown', ['renewalOpen', 'certified'], ['rule:days.expiry']]);
    expect(on('2019-07-11')[1]).toEqual(['lapsed', 'inGrace', 'renewalOpen', 'certified']);
    expect(standing(open, held(certificate), { asOf: '2019-07-11' })?.questions[0]).toMatchObject({
      about: 'rule',
      because: 'No page says it.',
    });
    expect(on('2020-07-10')).toEqual(['unknown', ['lapsed', 'inGrace'], ['rule:days.expiry']]);
    expect(on('2020-07-11')).toEqual(['lapsed', undefined, []]);
  });

  it('hangs on a day of issue that is not stated', () => {
    const undated = held({ id: 'first', credential: 'certificate' });
    expect(unknown(undated, '2016-01-01')).toEqual(['certified', undefined, []]);
    expect(unknown(undated, '2019-03-01')).toEqual(['unknown', ['renewalOpen', 'certified'], ['field:first.issued']]);
    const both = held({ id: 'first', credential: 'certificate' }, renewal);
    expect(unknown(both, '2021-01-01')).toEqual([
      'unknown',
      ['lapsed', 'inGrace', 'renewalOpen', 'certified'],
      ['field:first.issued'],
    ]);
  });

  it('hangs on credentials that the record may lack', () => {
    const partial: CandidateRecord = { ...held(), partial: ['credentials'] };
    expect(unknown(partial, '2017-01-01')).toEqual([
      'unknown',
      ['lapsed', 'inGrace', 'renewalOpen', 'certified', 'complete'],
      ['list:credentials'],
    ]);
    expect(unknown({ ...held(certificate), partial: ['credentials'] }, '2017-01-01')).toEqual([
      'unknown',
      ['lapsed', 'inGrace', 'renewalOpen', 'certified'],
      ['list:credentials'],
    ]);
  });

  it('hangs on a milestone that nobody stated, as far as it may have come', () => {
    const record: CandidateRecord = { facts: { diploma: false } };
    expect(unknown(record, '2017-01-01')).toEqual([
      'unknown',
      ['candidacyEnded', 'candidate', 'none'],
      ['milestone:enrolled'],
    ]);
  });

  it('hangs on what a stage asks', () => {
    const record: CandidateRecord = { milestones: { enrolled: '2015-03-01' } };
    expect(unknown(record, '2017-01-01')).toEqual(['unknown', ['complete', 'candidate'], ['fact:diploma']]);
  });

  it('is known where all rows that may hold are one standing', () => {
    const two = packWith([
      '  - { is: candidate, says: She is on her way.',
      '  - { is: candidate, says: She was quick., when: { facts: { diploma: true } }, cite: rules }\n' +
        '  - { is: candidate, says: She is on her way.',
    ]);
    const record: CandidateRecord = { milestones: { enrolled: '2015-03-01' }, exceptions: [] };
    const found = standing({ ...two, standings: two.standings?.slice(-3) ?? [] }, record, { asOf: '2017-01-01' });
    expect(found).toMatchObject({ is: 'candidate', says: 'She is on her way.', questions: [] });
    expect(found).not.toHaveProperty('mayBe');
  });
});

describe('the changes of a standing', () => {
  const changesOf = (record: CandidateRecord, asOf: string) =>
    standing(pack, record, { asOf })?.changes.map(({ on, from, is }) => `${on} ${from} → ${is}`);

  it('are those before and those to come, as the record stands', () => {
    const all = [
      '2015-03-01 none → complete',
      '2016-05-10 complete → certified',
      '2019-11-10 certified → renewalOpen',
      '2020-05-11 renewalOpen → inGrace',
      '2020-07-11 inGrace → lapsed',
    ];
    const record: CandidateRecord = {
      ...held(certificate),
      facts: { revoked: false, diploma: [{ from: '2015-03-01', value: true }] },
    };
    expect(changesOf(record, '2019-01-01')).toEqual(['2015-03-01 unknown → complete', ...all.slice(1)]);
    expect(changesOf(record, '2009-01-01')?.at(-1)).toBe('2016-05-10 complete → certified');
  });

  it('have the words of the row and its place', () => {
    const found = standing(pack, held(certificate), { asOf: '2020-01-01' });
    expect(found?.changes.at(-2)).toEqual({
      on: '2020-05-11',
      from: 'renewalOpen',
      is: 'inGrace',
      says: 'It has ended and can be renewed.',
      cite: [{ source: 'rules', at: 'page 5' }],
    });
  });

  it('go through a renewal', () => {
    expect(changesOf(held(certificate, renewal), '2021-01-01')).toEqual([
      '2016-05-10 complete → certified',
      '2019-11-10 certified → renewalOpen',
      '2020-04-01 renewalOpen → certified',
      '2024-11-10 certified → renewalOpen',
      '2025-05-11 renewalOpen → inGrace',
      '2025-07-11 inGrace → lapsed',
    ]);
  });
});
