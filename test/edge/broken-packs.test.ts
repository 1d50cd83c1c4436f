import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { readPack } from '../../src/edge/read-pack.js';
import { changed, loaded, oneFile, packText } from './fixtures.js';

/** One change to a good pack, and the issue that must come of it, at a place in the changed text. */
interface Fault {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** Where the issue is: the first place of these words in the new text. */
  readonly at: string;
  readonly says: string;
}

const faults: readonly Fault[] = [
  {
    name: 'a key that is misspelt',
    from: 'within: 4 years before',
    to: 'withinn: 4 years before',
    code: 'unknownKey',
    at: 'withinn',
    says: '`withinn` is not a key that may stand here; did you mean `within`',
  },
  {
    name: 'a kind that is misspelt',
    from: 'experience: { atLeast: 2 years }',
    to: 'experiense: { atLeast: 2 years }',
    code: 'unknownKey',
    at: 'experiense',
    says: '`experiense` is not a key that may stand here; did you mean `experience`',
  },
  {
    name: 'a key of a stage that is misspelt',
    from: 'requires: [entry]',
    to: 'reqires: [entry]',
    code: 'unknownKey',
    at: 'reqires',
    says: '`reqires` is not a key that may stand here; did you mean `requires`',
  },
  {
    name: 'a comma in a text inside braces',
    from: 'says: A diploma.,',
    to: 'says: A diploma, or what equals it.,',
    code: 'unknownKey',
    at: 'or what equals it.',
    says: '`or what equals it.` is not a key that may stand here; inside `{ }` a text with a comma needs quotes',
  },
  {
    name: 'a missing title',
    from: 'title: Sample certificate\n',
    to: '',
    code: 'missing',
    at: 'format',
    says: '`title` is missing, it must be text',
  },
  {
    name: 'a number where text must be',
    from: 'title: Entry',
    to: 'title: 5',
    code: 'wrongType',
    at: '5\n        allOf',
    says: '`title` must be text, found `5`; in quotes it is text',
  },
  {
    name: 'a word that is none of the words',
    from: 'force: voluntary',
    to: 'force: volontary',
    code: 'wrongValue',
    at: 'volontary',
    says: '`force` must be `voluntary`, `mandatory`, `conditionOfAid`, `historical` or `none`, found `volontary`; did you mean `voluntary`',
  },
  {
    name: 'a day that is in no calendar',
    from: '[2026-03-01]',
    to: '[2026-02-29]',
    code: 'wrongValue',
    at: '2026-02-29',
    says: '`exam` must be a day, found `2026-02-29`; a day is written like `2026-11-22` and stands in the calendar',
  },
  {
    name: 'a window that is no window',
    from: 'within: 4 years before applied',
    to: 'within: the last 4 years',
    code: 'wrongValue',
    at: 'the last 4 years',
    says: '`within` must be a window, found `the last 4 years`; a window is `5 years before applied`, `4 years after enrolled` or a mapping with the days `from` and `to`',
  },
  {
    name: 'an amount in another unit than the total',
    from: 'atLeast: 4 }',
    to: 'atLeast: 4 hours }',
    code: 'wrongUnit',
    at: '4 hours',
    says: '`atLeast` must be an amount of `credits`, found `4 hours`',
  },
  {
    name: 'experience in a unit that is none of time',
    from: 'atLeast: 2 years',
    to: 'atLeast: 2 credits',
    code: 'wrongUnit',
    at: '2 credits',
    says: '`atLeast` must be an amount of `hours`, `months` or `years`, found `credits`',
  },
  {
    name: 'a total without a unit',
    from: 'atLeast: 12 credits',
    to: 'atLeast: 12',
    code: 'wrongValue',
    at: '12\n',
    says: '`atLeast` must be an amount with a unit, found `12`; an amount is a number and a unit, such as `32 hours` or `0.5 credits`',
  },
  {
    name: 'two kinds at once',
    from: 'choose: 1\n',
    to: 'choose: 1\n            fact: diploma\n',
    code: 'exactlyOne',
    at: 'id: sets',
    says: 'expected exactly one of `allOf`, `choose`, `evidence`, `total`, `experience`, `holds`, `lacks`, `score`, `attestation`, `milestone`, `notEstablished`, `fact` or `eachPeriod`, found `choose, fact`',
  },
  {
    name: 'an empty list',
    from: 'from: [writing, reading]',
    to: 'from: []',
    code: 'empty',
    at: '[]',
    says: '`from` is empty, it must be a list with entries',
  },
  {
    name: 'a part with two meanings',
    from: 'atLeast: 4 }',
    to: 'atLeast: 4, distinct: { field: topic, atLeast: 2 } }',
    code: 'exactlyOne',
    at: '{ id: hours-admin',
    says: 'expected exactly one of `atLeast`, `atMost`, `atMostPer`, or `covers`, or `distinct`, found `atLeast, distinct`',
  },
  {
    name: 'a citation that nobody declared',
    from: 'cite: rules\n            total',
    to: 'cite: rulez\n            total',
    code: 'unknownCitation',
    at: 'rulez',
    says: 'no citation is called `rulez`; did you mean `rules`',
  },
  {
    name: 'a milestone that nobody declared, inside a phrase',
    from: 'within: 4 years before applied',
    to: 'within: 4 years before aplied',
    code: 'unknownDay',
    at: '4 years before aplied',
    says: 'no milestone or named day is called `aplied`; did you mean `applied`',
  },
  {
    name: 'a named day where only a milestone may stand',
    from: 'governedBy: applied',
    to: 'governedBy: expiry',
    code: 'unknownDay',
    at: 'expiry',
    says: 'no milestone or named day is called `expiry`; known: `applied`, `hired`',
  },
  {
    name: 'a fact that nobody declared',
    from: 'fact: diploma',
    to: 'fact: diplom',
    code: 'unknownFact',
    at: 'diplom }',
    says: 'no fact is called `diplom`; did you mean `diploma`',
  },
  {
    name: 'a competency set that nobody declared',
    from: '[writing, reading]',
    to: '[writing, readin]',
    code: 'unknownSet',
    at: 'readin]',
    says: 'no competency set is called `readin`; did you mean `reading`',
  },
  {
    name: 'a course that covers no known set',
    from: 'covers: [writing] }',
    to: 'covers: [writting] }',
    code: 'unknownSet',
    at: 'writting',
    says: 'no competency set is called `writting`; did you mean `writing`',
  },
  {
    name: 'a stage that is not there',
    from: 'requires: [entry]',
    to: 'requires: [enter]',
    code: 'unknownStage',
    at: 'enter]',
    says: 'no stage is called `enter`; did you mean `entry`',
  },
  {
    name: 'a field that nobody declared',
    from: 'where: { topic: admin }\n',
    to: 'where: { topics: admin }\n',
    code: 'unknownField',
    at: 'topics: admin',
    says: 'no field of such an entry is called `topics`; did you mean `topic`',
  },
  {
    name: 'a test of courses on what are no courses',
    from: 'where: { topic: admin }\n',
    to: 'where: { covers: writing }\n',
    code: 'unknownField',
    at: 'covers: writing }\n',
    says: 'no field of such an entry is called `covers`; `covers` is asked of entries of completions and reviews',
  },
  {
    name: 'the set at hand outside a method',
    from: 'says: Two years of work.\n            experience: { atLeast: 2 years }',
    to: 'says: A course.\n            evidence: { from: completions, where: { covers: this set } }',
    code: 'unknownSet',
    at: 'this set } }\n',
    says: 'no competency set is called `this set`; only a method speaks of the set at hand',
  },
  {
    name: 'a unit that nobody declared',
    from: 'is: 3 hours',
    to: 'is: 3 hors',
    code: 'unknownUnit',
    at: '3 hors',
    says: 'no unit is called `hors`; did you mean `hours`',
  },
  {
    name: 'a calendar that nobody declared',
    from: 'day: 4 years after applied',
    to: 'day: first test after applied',
    code: 'unknownCalendar',
    at: 'first test',
    says: 'no calendar is called `test`; known: `exam`',
  },
  {
    name: 'a bundle of courses that are not listed',
    from: "courses: ['school:one', 'school:two']",
    to: "courses: ['school:one', 'school:too']",
    code: 'unknownCourse',
    at: "'school:too'",
    says: 'no course of the catalogue is called `school:too`; did you mean `school:two`',
  },
  {
    name: 'an id that two requirements have',
    from: 'id: work',
    to: 'id: hours',
    code: 'duplicateId',
    at: 'hours\n            says: Two years',
    says: '`hours` is already the id of a requirement',
  },
  {
    name: 'a part with the id of a stage',
    from: 'id: hours-admin',
    to: 'id: entry',
    code: 'duplicateId',
    at: 'entry, where',
    says: '`entry` is already the id of a stage',
  },
  {
    name: 'a set that is asked for twice',
    from: '[writing, reading]',
    to: '[writing, reading, writing]',
    code: 'duplicateId',
    at: 'writing]\n          - id: hours',
    says: '`writing` is already the id of a requirement',
  },
  {
    name: 'a named day that hides a milestone',
    from: 'expiry: {',
    to: 'hired: {',
    code: 'duplicateId',
    at: 'hired: { title: Expiry',
    says: '`hired` is already the id of a milestone',
  },
  {
    name: 'an id that stands in another stage in another edition',
    from: 'experience: { atLeast: 2 years }\n',
    to: `experience: { atLeast: 2 years }
  - id: second
    from: 2022-01-01
    cite: rules
    stages:
      award:
        title: Award
        main: true
        allOf:
          - { id: school, says: A diploma. Later., fact: diploma }
`,
    code: 'duplicateId',
    at: 'school, says: A diploma. Later.',
    says: '`school` is already the id of something in the stage `entry` of an earlier edition',
  },
  {
    name: 'no main stage',
    from: 'main: true',
    to: 'main: false',
    code: 'mainStage',
    at: 'id: first',
    says: 'expected one stage with `main: true`, found `none`',
  },
  {
    name: 'two main stages',
    from: 'title: Entry\n',
    to: 'title: Entry\n        main: true\n',
    code: 'mainStage',
    at: 'id: first',
    says: 'expected one stage with `main: true`, found `entry, award`',
  },
  {
    name: 'a choice of none',
    from: 'choose: 1',
    to: 'choose: 0',
    code: 'chooseRange',
    at: '0\n            from',
    says: 'expected a choice of 1 to 2, which is all there are, found `0`',
  },
  {
    name: 'a choice of more than there are, in one reading',
    from: 'choose: 1',
    to: 'choose: { readings: [{ value: 1, cite: rules }, { value: 3, cite: rules }] }',
    code: 'chooseRange',
    at: '3, cite',
    says: 'expected a choice of 1 to 2, which is all there are, found `3`',
  },
  {
    name: 'bands that overlap',
    from: 'choose: 1',
    to: 'choose: { byFact: population, bands: [{ atMost: 20, value: 1 }, { atLeast: 20, value: 2 }] }',
    code: 'overlap',
    at: '{ byFact',
    says: 'expected bands that share no number, found `atMost: 20 and atLeast: 20`',
  },
  {
    name: 'a test of a fact that is of another type',
    from: 'fact: diploma',
    to: 'fact: { population: many }',
    code: 'factType',
    at: 'many',
    says: 'expected a number, as the fact `population` is, found `many`',
  },
  {
    name: 'a number as a statement',
    from: 'fact: diploma',
    to: 'fact: population',
    code: 'factType',
    at: '{ id: school, ',
    says: 'expected a number, as the fact `population` is, found `true`',
  },
  {
    name: 'stages that require each other',
    from: 'title: Entry\n',
    to: 'title: Entry\n        requires: [award]\n',
    code: 'circular',
    at: 'entry:',
    says: '`entry` is defined by itself',
  },
  {
    name: 'a milestone that is defined by itself',
    from: 'notBefore: 1 year before applied',
    to: 'notBefore: 1 year before hired',
    code: 'circular',
    at: '1 year before hired',
    says: '`hired` is defined by itself',
  },
  {
    name: 'an edition that ends before it begins',
    from: 'from: 2020-01-01\n',
    to: 'from: 2020-01-01\n    until: 2019-01-01\n',
    code: 'wrongValue',
    at: '2019-01-01',
    says: '`until` must be a day after `2020-01-01`, found `2019-01-01`',
  },
];

it('the pack that is to be broken is good', () => {
  expect(loaded().id).toBe('sample');
});

describe('a pack with', () => {
  it.each(faults)('$name', ({ from, to, code, at, says }) => {
    const text = changed(from, to);
    const result = readPack(oneFile(text));
    const issues = result.ok ? [] : result.issues;
    const found = issues.map((issue) => ({ code: issue.code, says: issueText(issue) }));
    expect(found).toContainEqual({ code, says });
    const lines = text.split('\n');
    const issue = issues.find((each) => issueText(each) === says);
    const rest = `${lines[(issue?.line ?? 0) - 1]?.slice((issue?.column ?? 0) - 1)}\n${lines.slice(issue?.line).join('\n')}`;
    expect(rest.startsWith(at), `${issue?.line}:${issue?.column} ${rest.slice(0, 40)}`).toBe(true);
    expect(issue?.file).toBe('pack.yaml');
    expect(says).toMatch(/^[^A-Z.][^.]*?(?:[^.]|\.\d|\.`|\. )*[^.]$/);
  });
});

it('every problem is told at once', () => {
  const text = changed(
    'force: voluntary',
    'force: maybe',
    changed('title: Entry', 'titel: Entry', changed('4 years before applied', 'ever')),
  );
  const result = readPack(oneFile(text));
  expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
    ['wrongValue', 'force'],
    ['unknownKey', 'titel'],
    ['wrongValue', 'within'],
  ]);
});

it('every unknown name is told at once', () => {
  const text = changed(
    'cite: rules\n            total',
    'cite: x1\n            total',
    changed('fact: diploma', 'fact: x2'),
  );
  const result = readPack(oneFile(text));
  expect(result.ok ? [] : result.issues.map(({ code, found }) => [code, found])).toEqual([
    ['unknownFact', 'x2'],
    ['unknownCitation', 'x1'],
  ]);
});

it.each([['{}'], ['[]'], ['text'], ['5'], [''], ['null'], ['true']])('%j is no pack', (text) => {
  expect(readPack(oneFile(text)).ok).toBe(false);
});

it('a text cut anywhere is read or refused, never a crash', () => {
  for (let length = 0; length < packText.length; length += 37) readPack(oneFile(packText.slice(0, length)));
});
