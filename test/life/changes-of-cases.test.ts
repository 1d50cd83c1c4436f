import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/edge/cases.js';
import { issueText } from '../../src/edge/issues.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { packWith } from './pack.js';

const pack = packWith(
  [
    'standings:\n',
    `amounts:
  grant: { title: Grant, kind: award, amount: 200 USD, open: { from: 2017-04-01, to: 2017-05-15 }, cite: rules }
  another: { title: Another grant, kind: award, amount: 200 USD, open: { from: 2018-04-01, to: 2018-05-15 }, cite: rules }
  school: { title: School grant, kind: award, amount: 200 USD, open: { from: 2018-04-01, to: 2018-05-15 }, cite: rules }
standings:
`,
  ],
  ['facts:\n', 'facts:\n  able: { title: Able, asks: Can you?, type: boolean }\n'],
  ['    stages:\n', '    stages:\n      another: { title: Another, requires: [award], says: She can., fact: able }\n'],
);

/** What a case expects, as it is written; how it goes for somebody who says from 2017 on that she has a diploma. */
function failures(
  written: string,
  record = '{ facts: { diploma: [{ from: 2015-01-01, value: false }, { from: 2017-05-01, value: true }] }, milestones: { enrolled: 2015-03-01 } }',
): readonly string[] {
  const text = `- case: a case\n  asOf: 2016-06-01\n  record: ${record}\n  expect: ${written}\n`;
  const { cases, issues } = readCases([{ path: 'cases/a.yaml', text }]);
  if (cases[0] === undefined) throw new Error(issues.map((each) => issueText(each)).join('\n'));
  return runCase(pack, cases[0], evaluate).failures;
}

const changes = (written: string) => failures(`{ changes: ${written} }`);

describe('a case passes that expects', () => {
  it.each([
    '{ award: { 2017-05-01: met } }',
    '{ award: { 2017-05-01: met, until: 2030-12-31 } }',
    '{ award: { until: 2017-04-30 } }',
    '{ award: { 2017-05-01: { to: met } } }',
    '{ award: { 2017-05-01: { to: met, because: [fact] } }, school: { 2017-05-01: { to: met, because: [fact] } } }',
    '{ grant: { 2017-04-01: { to: open, because: [amountOpens] }, 2017-05-16: { to: closed, because: [amountClosed] } } }',
    '{ grant: { 2017-04-01: open }, award: { until: 2017-04-30 } }',
  ])('the changes %s', (written) => {
    expect(changes(written)).toEqual([]);
  });

  // What was before the day asked for is looked at from the first day that is named.
  it('a change before the day asked for, and then all behind it', () => {
    const early = '{ facts: { diploma: [{ from: 2014-01-01, value: false }, { from: 2015-05-01, value: true }] } }';
    expect(failures('{ changes: { school: { 2015-05-01: met, until: 2020-12-31 } } }', early)).toEqual([]);
    expect(failures('{ changes: { school: { until: 2020-12-31 } } }', early)).toEqual([]);
  });

  it('of each id its own days, whatever is named of another', () => {
    const early = '{ facts: { diploma: [{ from: 2014-01-01, value: false }, { from: 2015-05-01, value: true }] } }';
    expect(failures('{ changes: { school: { 2015-05-01: met }, award: { until: 2020-12-31 } } }', early)).toEqual([]);
    expect(changes('{ grant: { 2017-04-01: open }, award: { 2017-05-01: met, until: 2020-12-31 } }')).toEqual([]);
  });

  it('the stage, where a requirement or an amount has its id, and the requirement before an amount', () => {
    const record = `{ facts: { diploma: [{ from: 2014-01-01, value: false }, { from: 2017-05-01, value: true }],
      able: [{ from: 2014-01-01, value: false }, { from: 2016-09-01, value: true }] } }`;
    // What it asks for is met in September, and what it builds on not before May.
    const written =
      '{ changes: { another: { 2017-05-01: met, until: 2020-12-31 }, school: { 2017-05-01: met, until: 2020-12-31 } } }';
    expect(failures(written, record)).toEqual([]);
  });

  it('a change on the day asked for', () => {
    const today = '{ facts: { diploma: [{ from: 2014-01-01, value: false }, { from: 2016-06-01, value: true }] } }';
    expect(failures('{ changes: { school: { 2016-06-01: met } } }', today)).toEqual([]);
    expect(failures('{ changes: { school: { until: 2016-06-02 } } }', today)).toEqual([
      'change of `school` on 2016-06-01: expected none, found met',
    ]);
  });

  // The award, which is the main stage, asks for the diploma, another stage whether she is able.
  it.each(['[fact:diploma]', '[fact:diploma, fact:able]'])('to be asked first %s', (written) => {
    expect(failures(`{ askedFirst: ${written} }`, '{}')).toEqual([]);
  });
});

describe('a case fails that expects', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a change that does not come',
      '{ award: { 2017-05-01: met, 2019-03-02: unmet } }',
      ['change of `award` on 2019-03-02: expected unmet, found none'],
    ],
    [
      'fewer changes than come',
      '{ grant: { 2017-05-16: closed } }',
      ['change of `grant` on 2017-04-01: expected none, found open'],
    ],
    ['no change', '{ award: { until: 2017-05-01 } }', ['change of `award` on 2017-05-01: expected none, found met']],
    [
      'one on another day, the earlier day first',
      '{ award: { 2017-05-02: met } }',
      [
        'change of `award` on 2017-05-01: expected none, found met',
        'change of `award` on 2017-05-02: expected met, found none',
      ],
    ],
    [
      'another status',
      '{ award: { 2017-05-01: pending } }',
      ['change of `award` on 2017-05-01: expected pending, found met'],
    ],
    [
      'the status of an amount of a stage',
      '{ award: { 2017-05-01: open } }',
      ['change of `award` on 2017-05-01: expected open, found met'],
    ],
    [
      'another cause',
      '{ award: { 2017-05-01: { to: met, because: [itemEarned, fact] } } }',
      ['change of `award` on 2017-05-01: expected because of itemEarned, found fact'],
    ],
    [
      'another status for another cause, of which the status is told',
      '{ award: { 2017-05-01: { to: unmet, because: [itemEarned] } } }',
      ['change of `award` on 2017-05-01: expected unmet, found met'],
    ],
    [
      'something of what has no such id',
      '{ awrad: { until: 2017-05-01 } }',
      ['changes of `awrad`: no stage, requirement or amount has this id; did you mean `award`'],
    ],
    [
      'something of an amount of another name',
      '{ grnt: { 2017-04-01: open } }',
      ['changes of `grnt`: no stage, requirement or amount has this id; did you mean `grant`'],
    ],
  ])('%s', (_, written, says) => {
    expect(changes(written)).toEqual(says);
  });

  it.each([
    ['[fact:able]', 'asked first: expected fact:able, found fact:diploma'],
    ['[fact:able, fact:diploma]', 'asked first: expected fact:able, fact:diploma, found fact:diploma, fact:able'],
    [
      '[fact:diploma, fact:able, fact:revoked]',
      'asked first: expected fact:diploma, fact:able, fact:revoked, found fact:diploma, fact:able',
    ],
  ])('to be asked first %s', (written, says) => {
    expect(failures(`{ askedFirst: ${written} }`, '{}')).toEqual([says]);
  });
});

describe('a case is refused that expects', () => {
  it.each([
    ['a status that is none', '{ award: { 2017-05-01: mett } }', 'did you mean `met`'],
    ['a cause that is none', '{ award: { 2017-05-01: { to: met, because: [facts] } } }', 'did you mean `fact`'],
    ['a day that is none', '{ award: { 2017-02-29: met } }', '`2017-02-29`'],
    ['nothing of an id', '{ award: {} }', '`award` is empty'],
    ['an end under another name', '{ award: { till: 2017-05-01 } }', '`until`'],
    ['an end before what is named', '{ award: { 2017-05-01: met, until: 2017-04-30 } }', 'no day before 2017-05-01'],
    ['a status without a day', '{ award: met }', 'a mapping'],
    ['no cause', '{ award: { 2017-05-01: { to: met, because: [] } } }', 'a list with entries'],
  ])('%s', (_, written, says) => {
    expect(() => changes(written)).toThrow(says);
  });

  it('no question to be asked first', () => {
    expect(() => failures('{ askedFirst: [] }')).toThrow('a list with entries');
  });
});
