import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/edge/cases.js';
import { issueText } from '../../src/edge/issues.js';
import { readCases } from '../../src/edge/read-cases.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { loaded } from './fixtures.js';

const progress = (n: number, d: number) => ({
  earned: { n, d },
  withInProgress: { n: 1, d: 1 },
  withPlanned: { n: 1, d: 1 },
});
const credits = (n: number, d = 1) => ({ n, d, unit: 'credits' });
const dollars = (n: number) => ({ n, d: 1, unit: 'USD' });
const stage = (id: string, status: string, more: object = {}) => ({ id, status, progress: progress(5, 6), ...more });
const need = (requirement: string, more: object = {}) => ({
  stage: 'award',
  requirement,
  says: '',
  status: 'unmet',
  cite: [],
  ...more,
});

const items = (n: number) => ({ n, d: 1, unit: 'items' });
const conflicts = [
  { requirements: ['hours', 'sets'], items: ['w1', 'w2'], need: items(3), have: items(2) },
  { requirements: ['sets', 'work'], items: ['w2'] },
];

/** As much of an answer as cases look at. */
const answer = {
  mainStage: 'award',
  status: 'unmet',
  stages: { award: stage('award', 'unmet', { conflicts }), entry: stage('entry', 'met', { progress: progress(1, 1) }) },
  findings: {
    award: { id: 'award', status: 'unmet', reason: 'short', have: credits(24), need: credits(30) },
    hours: { id: 'hours', status: 'unmet', reason: 'late', have: credits(49, 2), dueOn: '2026-01-01', lateByDays: 3 },
  },
  sets: { writing: { id: 'writing', status: 'met' } },
  deficiencies: [
    need('hours', { reason: 'short', have: credits(24), need: credits(30) }),
    need('sets', { reason: 'short' }),
    need('school', { stage: 'entry' }),
  ],
  unallocated: [
    { stage: 'award', item: 'w1', reason: 'late', day: '2026-02-01', limit: '2026-01-01' },
    { stage: 'entry', item: 'w1', reason: 'notWanted' },
  ],
  allocation: [{ stage: 'award', item: 'w2', requirement: 'hours', amount: credits(3) }],
  questions: [{ id: 'fact:diploma' }, { id: 'milestone:applied' }],
  assumptions: [{ path: 'governedBy' }],
  days: { expiry: { title: 'Expiry', day: '2030-01-01', cite: [] } },
  amounts: {
    fee: { standing: 'due', amount: dollars(350) },
    review: {
      standing: 'due',
      atLeast: dollars(0),
      atMost: dollars(60),
      times: 1,
      timesAtMost: 2,
      oneMore: { amount: dollars(60) },
      questions: [{ id: 'rule:amounts.review' }],
      readings: [{ amount: dollars(0) }, { amount: dollars(60) }],
    },
    grant: {
      standing: 'closed',
      opensOn: '2012-04-01',
      closesOn: '2012-05-15',
      places: { atLeast: 50, atMost: 50 },
    },
    grants: { standing: 'open', places: { atLeast: 100, atMost: 110 } },
  },
} as unknown as Evaluation;

/** The failures of one case whose `expect` is written so. */
function failures(written: string): readonly string[] {
  const text = `- case: a case\n  asOf: 2026-11-22\n  expect: ${written}\n`;
  const { cases, issues } = readCases([{ path: 'cases/a.yaml', text }]);
  if (cases[0] === undefined) throw new Error(issues.map((each) => issueText(each)).join('\n'));
  const { passed, failures: found } = runCase(loaded(), cases[0], () => answer);
  expect(passed).toBe(found.length === 0);
  return found;
}

describe('a case passes', () => {
  it.each([
    '{ award: unmet }',
    '{ award: { status: unmet, reason: short, have: 24 credits, need: 30 } }',
    '{ entry: met, writing: met }',
    '{ hours: { have: 24.5 credits, dueOn: 2026-01-01, lateByDays: 3, reason: late } }',
    '{ stillNeeded: [{ requirement: sets }, { requirement: hours, have: 24, need: 30 credits, reason: short, status: unmet }] }',
    '{ stillNeeded: [{ requirement: school }], stillNeededIn: entry }',
    '{ stillNeeded: [{ requirement: school }, { requirement: sets }, { requirement: hours }], stillNeededIn: [entry, award] }',
    '{ refused: [{ item: w1, reason: late, day: 2026-02-01, limit: 2026-01-01 }] }',
    '{ refused: [{ item: w1, stage: entry, reason: notWanted }] }',
    '{ counted: [{ item: w2, requirement: hours, amount: 3 credits }] }',
    '{ questions: [milestone:applied, fact:diploma] }',
    '{ assumptions: [governedBy] }',
    '{ conflicts: [{ stage: award, requirements: [work, sets], items: [w2] }, { stage: award, requirements: [sets, hours], items: [w2, w1], need: 3 items, have: 2 }] }',
    '{ progress: 5/6 }',
    '{ progress: 10/12 }',
    '{ progress: { entry: 1, award: 5/6 } }',
    '{ days: { expiry: 2030-01-01 } }',
    '{ amounts: { fee: 350 USD } }',
    '{ amounts: { fee: { standing: due, amount: 350 USD, atMost: none, questions: [] } } }',
    '{ amounts: { review: { amount: none, atLeast: 0 USD, atMost: 60 USD, times: 1, timesAtMost: 2, oneMore: 60 USD } } }',
    '{ amounts: { review: { questions: [rule:amounts.review], readings: [60 USD, 0 USD] } } }',
    '{ amounts: { grant: { standing: closed, opensOn: 2012-04-01, closesOn: 2012-05-15, places: 50 } } }',
    '{ amounts: { grants: { places: [100, 110] } } }',
  ])('%s', (written) => expect(failures(written)).toEqual([]));
});

describe('a case fails', () => {
  it.each([
    ['{ award: met }', ['`award`: expected status met, found unmet']],
    ['{ award: { reason: late } }', ['`award`: expected reason late, found short']],
    ['{ entry: { reason: late } }', ['`entry`: expected reason late, found none']],
    ['{ award: { have: 23 credits } }', ['`award`: expected have 23 credits, found 24 credits']],
    ['{ award: { have: 24 hours } }', ['`award`: expected have 24 hours, found 24 credits']],
    ['{ hours: { have: 24 } }', ['`hours`: expected have 24, found 49/2 credits']],
    ['{ hours: { need: 24 } }', ['`hours`: expected need 24, found none']],
    ['{ hours: { dueOn: 2026-01-02 } }', ['`hours`: expected dueOn 2026-01-02, found 2026-01-01']],
    ['{ hours: { lateByDays: 2 } }', ['`hours`: expected lateByDays 2, found 3']],
    ['{ awrd: met }', ['`awrd`: no stage or requirement has this id; did you mean `award`']],
    [
      '{ conflicts: [] }',
      [
        'conflicts: `award`: hours, sets over w1, w2, need 3 items, have 2 items is not expected',
        'conflicts: `award`: sets, work over w2 is not expected',
      ],
    ],
    [
      '{ conflicts: [{ stage: award, requirements: [sets, work], items: [w2], need: 2, have: 1 }, { stage: award, requirements: [hours, sets], items: [w1], need: 3, have: 2 }] }',
      [
        'conflicts: expected `award`: sets, work over w2, need 2, have 1',
        'conflicts: expected `award`: hours, sets over w1, need 3, have 2',
        'conflicts: `award`: hours, sets over w1, w2, need 3 items, have 2 items is not expected',
        'conflicts: `award`: sets, work over w2 is not expected',
      ],
    ],
    [
      '{ stillNeeded: [] }',
      [
        'stillNeeded: `hours` (unmet, short, have 24 credits, need 30 credits) is not expected',
        'stillNeeded: `sets` (unmet, short) is not expected',
      ],
    ],
    [
      '{ stillNeeded: [{ requirement: sets }, { requirement: hours, need: 31 }] }',
      ['stillNeeded: expected `hours`: expected need 31, found 30 credits'],
    ],
    [
      '{ stillNeeded: [{ requirement: sets }, { requirement: hours }, { requirement: work }] }',
      ['stillNeeded: expected `work`, which is not needed'],
    ],
    [
      '{ stillNeeded: [{ requirement: sets }], stillNeededIn: entry }',
      ['stillNeeded: expected `sets`, which is not needed', 'stillNeeded: `school` (unmet) is not expected'],
    ],
    [
      '{ refused: [{ item: w1, reason: alreadyFull }] }',
      [
        'refused `w1`: expected reason alreadyFull, found reason late, stage award, day 2026-02-01, limit 2026-01-01; or reason notWanted, stage entry',
      ],
    ],
    ['{ refused: [{ item: w2 }] }', ['refused `w2`: expected any reason, found it is not refused']],
    [
      '{ counted: [{ item: w2, requirement: sets, amount: 2 }] }',
      ['counted `w2`: expected for `sets` as 2, found for `hours` as 3 credits'],
    ],
    ['{ counted: [{ item: w1 }] }', ['counted `w1`: expected anywhere, found nowhere']],
    [
      '{ questions: [fact:diploma, fact:age] }',
      [
        'questions: expected `fact:age`, found `fact:diploma`, `milestone:applied`',
        'questions: `milestone:applied` is not expected',
      ],
    ],
    ['{ assumptions: [editions] }', ['assumptions: expected `editions`, found `governedBy`']],
    ['{ progress: 1 }', ['progress of `award`: expected 1, found 5/6']],
    [
      '{ progress: { entry: 0, none: 1 } }',
      ['progress of `entry`: expected 0, found 1', 'progress of `none`: expected 1, found no such stage'],
    ],
    [
      '{ days: { expiry: 2030-01-02, other: 2030-01-01 } }',
      ['day `expiry`: expected 2030-01-02, found 2030-01-01', 'day `other`: expected 2030-01-01, found none'],
    ],
    ['{ amounts: { fee: 325 USD } }', ['amount `fee`: expected amount 325 USD, found 350 USD']],
    ['{ amounts: { fee: 350 EUR } }', ['amount `fee`: expected amount 350 EUR, found 350 USD']],
    ['{ amounts: { fees: 350 USD } }', ['amount `fees`: the pack names no such amount; did you mean `fee`']],
    ['{ amounts: { fee: { amount: none } } }', ['amount `fee`: expected amount none, found 350 USD']],
    ['{ amounts: { review: 60 USD } }', ['amount `review`: expected amount 60 USD, found 0 USD to 60 USD']],
    [
      '{ amounts: { review: { standing: open, times: 2, questions: [] } } }',
      [
        'amount `review`: expected standing open, found due',
        'amount `review`: expected times 2, found 1',
        'amount `review`: the question `rule:amounts.review` is not expected',
      ],
    ],
    [
      '{ amounts: { review: { readings: [60 USD, 50 USD] } } }',
      ['amount `review`: expected a reading of 50 USD', 'amount `review`: a reading of 0 USD is not expected'],
    ],
    ['{ amounts: { grants: { places: 100 } } }', ['amount `grants`: expected places 100, found 100 to 110']],
  ])('%s', (written, expected) => expect(failures(written)).toEqual(expected));

  it('when the engine throws', () => {
    const [first] = readCases([
      { path: 'cases/a.yaml', text: '- { case: x, asOf: 2026-01-01, expect: { a: met } }' },
    ]).cases;
    const outcome =
      first &&
      runCase(loaded(), first, () => {
        throw new TypeError('no such day');
      });
    expect(outcome).toEqual({ name: 'x', passed: false, failures: ['no answer: no such day'] });
  });
});

describe('the record of a case', () => {
  const shared = {
    path: 'records/one.yaml',
    text: 'milestones: { applied: 2026-01-01, hired: 2025-01-01 }\nactivities:\n  - { id: a, amount: 1 hours }\n  - { id: b, amount: 2 hours }\npartial: [reviews]\n',
  };
  const read = (record: string, files = [shared]) =>
    readCases([
      { path: 'cases/a.yaml', text: `- case: x\n  asOf: 2026-01-01\n  record: ${record}\n  expect: { award: met }\n` },
      ...files,
    ]);
  const recordOf = (record: string): CandidateRecord | undefined => read(record).cases[0]?.record;

  it('is what stands there', () => {
    expect(recordOf('{ facts: { diploma: true } }')).toEqual({ facts: { diploma: true } });
  });

  it('is a shared one with what stands beside laid over it', () => {
    const written =
      '{ ref: ../records/one.yaml, milestones: { hired: notYet }, partial: [], activities: [{ id: b, title: B }, { id: c }] }';
    expect(recordOf(written)).toEqual({
      milestones: { applied: '2026-01-01', hired: 'notYet' },
      activities: [{ id: 'a', amount: '1 hours' }, { id: 'b', amount: '2 hours', title: 'B' }, { id: 'c' }],
      partial: [],
    });
  });

  it('is less what it drops', () => {
    expect(recordOf('{ ref: ../records/one.yaml, without: [a] }')).toMatchObject({ activities: [{ id: 'b' }] });
  });

  it('states nothing of what it drops by name', () => {
    const dropped = recordOf(
      '{ ref: ../records/one.yaml, facts: { a: 1, b: 2 }, without: [milestones.hired, facts.a] }',
    );
    expect(dropped).toMatchObject({ milestones: { applied: '2026-01-01' }, facts: { b: 2 } });
    expect(Object.keys({ ...dropped?.milestones, ...dropped?.facts })).toEqual(['applied', 'b']);
  });

  it.each([
    [
      '{ ref: ../records/two.yaml }',
      [shared],
      'cases/a.yaml:3 no record file is called `../records/two.yaml`; did you mean `../records/one.yaml`',
    ],
    ['{ ref: ../records/one.yaml, without: [z] }', [shared], 'cases/a.yaml:3 no entry of the record is called `z`'],
    [
      '{ ref: ../records/one.yaml, without: [milestones.hire] }',
      [shared],
      'cases/a.yaml:3 no entry of the record is called `milestones.hire`',
    ],
    ['{ fact: { x: 1 } }', [shared], 'cases/a.yaml:3 `fact` is not a key that may stand here; did you mean `facts`'],
    ['{ activities: [{ id: a }, { id: a }] }', [shared], 'cases/a.yaml:3 `a` is already the id of another entry'],
    [
      '{ ref: ../records/one.yaml }',
      [{ path: 'records/one.yaml', text: 'a: [' }],
      /^records\/one.yaml:1 .*cannot be read/,
    ],
    [
      '{ ref: ../records/one.yaml }',
      [{ path: 'records/one.yaml', text: '- a' }],
      'records/one.yaml:1 the whole must be a mapping, found `[a]`',
    ],
  ])('%s is refused', (record, files, message) => {
    const { cases, issues } = read(record, files);
    const texts = issues.map((issue) => `${issue.file}:${issue.line} ${issueText(issue)}`);
    expect(cases).toEqual([]);
    expect(texts).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
  });

  it('leaves the other cases alone', () => {
    const text =
      '- { case: x, asOf: 2026-01-01, record: { fact: {} }, expect: { a: met } }\n- { case: y, asOf: 2026-01-01, expect: { a: met } }';
    const { cases, issues } = readCases([{ path: 'cases/a.yaml', text }]);
    expect([cases.map(({ name, line }) => [name, line]), issues.length]).toEqual([[['y', 2]], 1]);
  });
});

it.each([
  ['{ case: x, asOf: 2026-02-30, expect: { a: met } }', '`asOf` must be a day, found `2026-02-30`'],
  ['{ case: x, asOf: 2026-01-01, expect: { a: meet } }', 'did you mean `met`'],
  ['{ case: x, asOf: 2026-01-01, expect: { a: { reason: shrot } } }', 'did you mean `short`'],
  ['{ case: x, asOf: 2026-01-01, expect: {} }', '`expect` is empty'],
  ['{ case: x, asOf: 2026-01-01 }', '`expect` is missing'],
  ['{ case: x, asOf: 2026-01-01, expect: { progress: 7/6 } }', '`progress` must be a share, found `7/6`'],
  ['{ case: x, asof: 2026-01-01, expect: { a: met } }', 'did you mean `asOf`'],
])('a case %s is refused', (text, message) => {
  const { issues } = readCases([{ path: 'cases/a.yaml', text: `- ${text}` }]);
  expect(issues.map((each) => issueText(each)).join('\n')).toContain(message);
});

describe('a record that others are laid over', () => {
  it('may hold an id that is no text, and is then refused for it', () => {
    const { cases, issues } = readCases([
      {
        path: 'cases/a.yaml',
        text: '- { case: A, asOf: 2026-11-22, record: { scores: [{ id: [] }], without: [x] }, expect: { x: met } }',
      },
    ]);
    expect(cases).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['unknownEntry']);
  });

  const record = `facts: { diplma: true }
activities:
  - { id: a, completed: 1/2/2025, amount: 1 hour }
  - { id: b, completed: 2025-02-03, amount: 1 hour, fields: { topik: x } }
  - { id: c, completed: 1/2/2025, amount: 1 hour }
`;
  const read = (text: string, record: string) =>
    readCases(
      [
        { path: 'cases/a.yaml', text },
        { path: 'records/a.yaml', text: record },
      ],
      { pack: loaded() },
    );
  const places = (text: string, from = record) =>
    read(text, from).issues.map(({ code, file, line }) => `${code} ${file}:${line}`);
  const named = (name: string, more = '') =>
    `- { case: ${name}, asOf: 2026-11-22, record: { ref: ../records/a.yaml${more} }, expect: { award: met } }\n`;

  it('has its faults told in its own file, each once, however many cases name it', () => {
    expect(places(named('A') + named('B') + named('C', ', without: [a]'))).toEqual([
      'wrongValue records/a.yaml:3',
      'wrongValue records/a.yaml:5',
    ]);
  });

  it('is not blamed for what a case lays over it', () => {
    expect(places(named('A', ', activities: [{ id: b, completed: soon }], without: [a, c]'))).toEqual([
      'wrongValue cases/a.yaml:1',
    ]);
  });

  it('may state nothing that the pack does not declare', () => {
    const sound = record.replaceAll('1/2/2025', '2025-01-02');
    expect(places(named('A') + named('B'), sound)).toEqual([
      'unknownFact records/a.yaml:1',
      'unknownField records/a.yaml:4',
    ]);
    expect(places(named('A', ', facts: { population: many }, without: [b, facts.diplma]'), sound)).toEqual([
      'factType cases/a.yaml:1',
    ]);
    expect(read(named('A'), sound).cases).toHaveLength(1);
  });
});
