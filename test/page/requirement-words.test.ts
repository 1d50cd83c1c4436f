import { describe, expect, it } from 'vitest';
import type { Part, Requirement } from '../../src/model/requirement.js';
import type { FactTest, FieldTest } from '../../src/model/rule-tests.js';
import type { DayExpr } from '../../src/model/value.js';
import { unmarked } from '../../src/page/cite-marks.js';
import { detailLines } from '../../src/page/conditions.js';
import { programmeOf } from '../../src/page/programme.js';
import { partsWords, partWords, requirementWords } from '../../src/page/requirement-words.js';
import { reviewSentences } from '../../src/page/reviews.js';
import { factTestWords, fieldTestWords } from '../../src/page/test-words.js';
import { sample, sampleNames } from './fixtures.js';

const names = sampleNames();
const base = { id: 'x', says: 'X.' };
const applied: DayExpr = { kind: 'named', name: 'applied' };
const within = { from: { kind: 'before', length: { n: 5, unit: 'years' }, of: applied }, to: applied } as const;
const child: Requirement = { ...base, kind: 'milestone', milestone: 'hired' };

describe('a requirement in words', () => {
  const kinds: { readonly [K in Requirement['kind']]: readonly [Requirement & { readonly kind: K }, string] } = {
    allOf: [{ ...base, kind: 'allOf', of: [child] }, 'All of these'],
    choose: [{ ...base, kind: 'choose', choose: 1, from: [child, child] }, 'Any one of these two'],
    evidence: [
      { ...base, kind: 'evidence', from: 'completions', count: 2, where: [{ test: 'covers', set: '*' }], within },
      '2 completed courses, where it covers the whole set, in the 5 years before application',
    ],
    total: [
      {
        ...base,
        kind: 'total',
        from: ['activities', 'completions'],
        unit: 'contact-hours',
        atLeast: 32,
        eachAtLeast: 1,
        where: [],
        parts: [],
        partsAre: 'oneEach',
      },
      'activities and completed courses, together at least 32 contact hours, each of 1 contact hour or more; each entry counts in one part only',
    ],
    experience: [
      {
        ...base,
        kind: 'experience',
        unit: 'hours',
        atLeast: 1820,
        where: [],
        within,
        continuous: true,
        after: 'sample',
      },
      'work of at least 1,820 hours, in the 5 years before application, after Sample certificate was issued, without a break',
    ],
    holds: [
      { ...base, kind: 'holds', credential: ['sample', 'other-degree'], within, on: applied },
      'Sample certificate or other degree, issued in the 5 years before application, on the day of application',
    ],
    lacks: [{ ...base, kind: 'lacks', credential: ['sample'] }, 'not holding Sample certificate'],
    score: [
      { ...base, kind: 'score', exam: 'state-exam', atLeast: 75, take: 'best', within },
      'a score of at least 75 in the examination “state exam”, the best one counts, taken in the 5 years before application',
    ],
    attestation: [
      { ...base, kind: 'attestation', about: 'good-standing', by: ['board', 'provider'] },
      'a statement by The board or the provider of the course about “good standing”',
    ],
    milestone: [child as Requirement & { kind: 'milestone' }, 'start has taken place'],
    notEstablished: [
      { ...base, kind: 'notEstablished', because: 'the text is cut' },
      'no source says what is asked: the text is cut',
    ],
    fact: [
      {
        ...base,
        kind: 'fact',
        tests: [
          { test: 'is', fact: 'diploma', value: true },
          { test: 'number', fact: 'population', band: { under: 3000 } },
        ],
      },
      '“Diploma” is yes and “Population” is under 3,000',
    ],
    eachPeriod: [
      {
        ...base,
        kind: 'eachPeriod',
        every: { n: 1, unit: 'years' },
        start: applied,
        until: { kind: 'named', name: 'expiry' },
        requirement: child,
      },
      'In every period of 1 year from application until expiry',
    ],
    set: [{ ...base, kind: 'set', set: 'writing' }, 'the competency set “Writing”'],
  };

  it.each(Object.entries(kinds))('%s', (_, [requirement, words]) => {
    expect(requirementWords(requirement, names)).toBe(words);
  });

  it('choosing among fewer that apply', () => {
    expect(requirementWords({ ...base, kind: 'choose', choose: 2, from: [child], orAllApplicable: true }, names)).toBe(
      'Any two of these one, or all that apply to you where fewer do',
    );
  });
});

describe('a number that nobody gives', () => {
  it('is one of its unit', () => {
    const atLeast = { standing: 'notEstablished', because: 'cut' } as const;
    const total: Requirement = {
      ...base,
      ...{
        kind: 'total',
        from: ['activities'],
        unit: 'contact-hours',
        atLeast,
        where: [],
        parts: [],
        partsAre: 'oneEach',
      },
    };
    expect(requirementWords(total, names)).toContain('at least a number of contact hours that no source gives');
  });

  it('is one of what is counted', () => {
    const count = { standing: 'notEstablished', because: 'cut', atLeast: 1 } as const;
    expect(requirementWords({ ...base, kind: 'evidence', from: 'completions', count, where: [] }, names)).toBe(
      'a number of completed courses that no source gives (at least one completed course)',
    );
  });
});

describe('the shares of a requirement', () => {
  const shares = (says: string | undefined) =>
    partsWords(
      {
        ...base,
        ...{ kind: 'total', from: ['activities'], unit: 'units', where: [] },
        parts: [{ id: 'p', kind: 'sum', where: [], atLeast: 25, ...(says !== undefined && { says }) }],
      },
      names,
    );

  it.each([
    [
      'Electives, for which nothing else counts.',
      'Of these, electives, for which nothing else counts: at least 25 units',
    ],
    ['At least twenty-five.', 'Of these: at least 25 units'],
    ['25 units of it.', 'Of these: at least 25 units'],
    ['', 'Of these: at least 25 units'],
    [undefined, 'Of these: at least 25 units'],
  ])('are called what their author calls them, unless that only says the number: %j', (says, words) => {
    expect(shares(says)).toEqual([words]);
  });
});

it('a share whose number hangs on a fact says apart what counts', () => {
  const atLeast = { kind: 'byFact', fact: 'diploma', table: [{ is: true, value: 30 }] } as const;
  const part: Part = { id: 'p', kind: 'sum', where: [{ test: 'is', field: 'topic', value: 'admin' }], atLeast };
  expect(partWords(part, 'credits', names)).toBe(
    'at least 30 credits where “Diploma” is yes, counting those where the topic is admin',
  );
});

it('a credential among items has its title, and what is held is what the sentence names', () => {
  const programme = programmeOf(sample());
  const where: readonly FieldTest[] = [{ test: 'is', field: 'credential', value: 'sample' }];
  const evidence: Requirement = { ...base, kind: 'evidence', from: 'credentials', count: 1, where };
  expect(detailLines(evidence, programme)).toEqual([
    'Measured as: one credential, where the credential is Sample certificate.',
  ]);
  const held: Requirement = { ...base, kind: 'holds', credential: ['sample'], within: { to: applied } };
  expect(detailLines(held, programme)).toEqual(['Measured as: issued up to application.']);
});

describe('how many of those below are asked', () => {
  const programme = programmeOf(sample());
  const lines = (says: string, choose: number) =>
    detailLines({ ...base, says, kind: 'choose', choose, from: [child, child, child] }, programme);

  it.each<readonly [string, number, readonly string[]]>([
    ['A degree, a certificate, or work toward one of them.', 1, ['Any one of these three.']],
    ['One of the degrees.', 1, []],
    ['Any one of them.', 1, []],
    ['Two of the degrees.', 2, []],
    ['2 of the degrees.', 2, []],
    ['Degrees.', 2, ['Any two of these three.']],
  ])('is said unless the sentence says it: %s', (says, choose, expected) => {
    expect(lines(says, choose)).toEqual(expected);
  });
});

describe('a part of a total in words', () => {
  const where: readonly FieldTest[] = [{ test: 'is', field: 'topic', value: 'admin' }];
  const parts: { readonly [K in Part['kind']]: readonly [Part & { readonly kind: K }, string] } = {
    sum: [
      { id: 'p', kind: 'sum', where, atLeast: 4, atMost: 10, atMostPer: { by: 'provider', amount: 2 } },
      'at least 4 credits, at most 10 credits count and at most 2 credits count for each provider where the topic is admin',
    ],
    covers: [
      { id: 'p', kind: 'covers', where: [], field: 'topic', values: ['a', 'b'] },
      'each of these as topic: a and b',
    ],
    distinct: [
      { id: 'p', kind: 'distinct', where: [], field: 'competency', atLeast: 45 },
      'different entries of “competency”, at least 45',
    ],
  };

  it.each(Object.entries(parts))('%s', (_, [part, words]) => {
    expect(partWords(part, 'credits', names)).toBe(words);
  });
});

describe('a test in words', () => {
  const tests: { readonly [K in FieldTest['test']]: readonly [FieldTest, string] } = {
    is: [{ test: 'is', field: 'duties', value: 'library' }, 'the kind of work is library'],
    oneOf: [{ test: 'oneOf', field: 'topic', values: ['a', 'b'] }, 'the topic is a or b'],
    noneOf: [{ test: 'noneOf', field: 'topic', values: ['a', 'b'] }, 'the topic is not a or b'],
    number: [{ test: 'number', field: 'minutes', band: { atLeast: 20 } }, 'the minutes is at least 20'],
    range: [
      { test: 'range', field: 'course', prefix: 'HIST', from: 2000, to: 4999, except: ['HIST 2100'] },
      'the course is HIST 2000 to 4999, except HIST 2100',
    ],
    covers: [{ test: 'covers', set: 'writing' }, 'it covers “Writing”'],
    approvedOn: [{ test: 'approvedOn', day: 'completed' }, 'the course was approved when it was completed'],
    assessed: [{ test: 'assessed', rule: 'folder', set: '*' }, 'it passed as “Folder of work” for the set'],
    recognised: [{ test: 'recognised', agreements: ['college'] }, "it is recognised: The college's diploma"],
    days: [
      { test: 'days', from: 'completed', to: 'form-sent', atMost: { n: 12, unit: 'months' } },
      'at most 12 months lie between its completion and “form sent”',
    ],
    within: [
      { test: 'within', field: 'started', to: { kind: 'day', day: '1961-06-14' } },
      'its start lies on or before 14 June 1961',
    ],
    any: [
      { test: 'any', of: [[{ test: 'is', field: 'paid', value: true }], [{ test: 'covers', set: '*' }]] },
      'paid: yes or it covers the whole set',
    ],
    not: [{ test: 'not', of: [{ test: 'is', field: 'paid', value: false }] }, 'it is not so that paid: no'],
  };

  it('names the body that decides by its title', () => {
    expect(fieldTestWords({ test: 'is', field: 'issuer', value: 'board' }, names)).toBe('the issuer is The board');
  });

  it.each(Object.entries(tests))('%s of an entry', (_, [test, words]) => {
    expect(fieldTestWords(test, names)).toBe(words);
  });

  const on = applied;
  const facts: { readonly [K in FactTest['test']]: readonly [FactTest, string] } = {
    is: [{ test: 'is', fact: 'diploma', value: true, on }, '“Diploma” is yes on the day of application'],
    oneOf: [{ test: 'oneOf', fact: 'population', values: [1, 2] }, '“Population” is 1 or 2'],
    noneOf: [{ test: 'noneOf', fact: 'population', values: [1, 2] }, '“Population” is not 1 or 2'],
    number: [{ test: 'number', fact: 'population', band: { under: 6000 } }, '“Population” is under 6,000'],
    any: [{ test: 'any', of: [[{ test: 'is', fact: 'diploma', value: true }], []] }, '“Diploma” is yes or '],
    not: [{ test: 'not', of: [{ test: 'is', fact: 'diploma', value: true }] }, 'it is not so that “Diploma” is yes'],
  };

  it.each(Object.entries(facts))('%s of a fact', (_, [test, words]) => {
    expect(factTestWords(test, names)).toBe(words);
  });
});

it('says how assessed work is rated and when it passes', () => {
  const rule = sample().editions[0]?.reviews?.folder;
  expect(rule && reviewSentences(rule, names).map(unmarked)).toEqual([
    'Two people rate every competency: “not shown”, “partly shown” or “shown”, from the lowest to the highest.',
    '“shown” from one and “partly shown” from another make “shown”.',
    'For a competency rated “partly shown”, more evidence may be handed in once.',
    'It passes with “shown” for at least 70 percent and “not shown” for none of the competencies.',
    'The last day on which such work could be handed in: a day that no source gives (not after 30 June 2021).',
    'A document of The board settles the outcome.',
  ]);
});
