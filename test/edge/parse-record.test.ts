import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { parseRecord, readRecord } from '../../src/edge/parse-record.js';
import type { CandidateRecord } from '../../src/model/record.js';

/** Every field of a record. */
const full: CandidateRecord = {
  subject: { kind: 'person', id: 'p-1', name: 'Somebody' },
  milestones: { applied: '2026-01-01', approved: 'notYet' },
  facts: { diploma: true, population: [{ from: '2020-01-01', value: 5000 }], kind: 'county' },
  completions: [
    {
      id: 'c1',
      title: 'One',
      course: 'school:one',
      started: '2025-01-01',
      completed: '2025-02-01',
      outcome: 'failed',
      covers: ['writing'],
      approval: { by: 'school', on: '2025-02-02', document: 'form 5' },
      amount: '3 credits',
      fields: { topic: ['a', 'b'], level: 2, open: true, note: 'x' },
    },
  ],
  reviews: [{ id: 'r1', of: 'essay', covers: ['reading'], completed: '2025-03-01' }],
  experience: [
    {
      id: 'e1',
      employer: 'Town',
      from: '2020-01-01',
      until: '2021-01-01',
      duties: ['desk'],
      paid: true,
      hoursPerWeek: 37.5,
      hours: 1800,
      countedOn: '2021-01-01',
    },
  ],
  credentials: [{ id: 'h1', credential: 'degree', issued: '2019-06-01', expires: '2029-06-01', by: 'school' }],
  scores: [{ id: 's1', exam: 'basic', taken: '2020-05-01', score: 81.5 }],
  attestations: [{ id: 'a1', about: 'conduct', by: 'board', given: '2025-01-01' }],
  activities: [
    { id: 'w1', started: '2025-01-01', completed: '2025-01-02', amount: '90 minutes', outcome: 'withdrawn' },
  ],
  declared: ['writing'],
  exceptions: [
    {
      id: 'x1',
      kind: 'waiver',
      requirement: 'diploma',
      by: 'board',
      reason: 'hardship',
      granted: '2025-01-01',
      expires: '2026-01-01',
    },
  ],
  partial: ['activities'],
  calendars: { exam: ['2026-03-01'] },
};

describe('a record', () => {
  it('with every field is read as it is', () => {
    expect(parseRecord(full)).toEqual({ ok: true, record: full });
    expect(parseRecord(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, record: full });
  });

  it('may say nothing', () => expect(parseRecord({})).toEqual({ ok: true, record: {} }));

  it('may write one of a thing in the singular', () => {
    expect(parseRecord({ activities: [{ id: 'a', amount: '1 hour' }] })).toEqual({
      ok: true,
      record: { activities: [{ id: 'a', amount: '1 hours' }] },
    });
  });

  it('may be text, YAML or JSON', () => {
    expect(readRecord(JSON.stringify(full), 'r.json')).toEqual({ ok: true, record: full });
    expect(readRecord('facts: { diploma: true }', 'r.yaml')).toEqual({
      ok: true,
      record: { facts: { diploma: true } },
    });
  });
});

describe('a record is refused for', () => {
  it.each([
    [
      'a key that is misspelt',
      'milestone: { applied: 2026-01-01 }',
      '1:1 `milestone` is not a key that may stand here; did you mean `milestones`',
    ],
    [
      'a field that is misspelt',
      'completions:\n  - { id: a, course: x, complted: 2026-01-01 }',
      '2:25 `complted` is not a key that may stand here; did you mean `completed`',
    ],
    [
      'a day that is none',
      'milestones:\n  applied: 2026-02-30',
      '2:12 `applied` must be a day or `notYet`, found `2026-02-30`; a day is written like `2026-11-22`',
    ],
    [
      'a day in words',
      'credentials: [{ id: a, credential: b, issued: last May }]',
      '1:47 `issued` must be a day, found `last May`; a day is written like `2026-11-22` and stands in the calendar',
    ],
    ['an entry without an id', 'activities:\n  - completed: 2026-01-01', '2:5 `id` is missing, it must be text'],
    [
      'an id given twice',
      'activities: [{ id: a }]\nreviews: [{ id: a }]',
      '1:20 `a` is already the id of another entry',
    ],
    [
      'a number that is none',
      'scores: [{ id: a, exam: x, score: .nan }]',
      '1:35 `score` must be a number, found `NaN`',
    ],
    [
      'a number without end',
      'scores: [{ id: a, exam: x, score: 1e999 }]',
      '1:35 `score` must be a number, found `Infinity`',
    ],
    [
      'fewer than no hours',
      'experience: [{ id: a, from: 2020-01-01, hours: -1 }]',
      '1:48 `hours` must be at least 0, found `-1`',
    ],
    [
      'an amount without a unit',
      'activities: [{ id: a, amount: 5 }]',
      '1:31 `amount` must be an amount, found `5`; an amount is a number and a unit, such as `32 hours` or `0.5 credits`',
    ],
    [
      'an outcome of no kind',
      'reviews: [{ id: a, outcome: fail }]',
      '1:29 `outcome` must be `failed` or `withdrawn`, found `fail`; did you mean `failed`',
    ],
    [
      'a list of no name',
      'partial: [activity]',
      '1:11 `partial` must be `completions`, `reviews`, `experience`, `credentials`, `scores`, `attestations` or `activities`, found `activity`; did you mean `activities`',
    ],
    ['a mapping where a list must be', 'scores: { id: a }', '1:9 `scores` must be a list, found `{ id: a }`'],
    ['a value that is nothing', 'facts: { diploma: }', '1:19 `diploma` must be text, found `null`'],
    ['text that is no mapping', 'hello', '1:1 the whole must be a mapping, found `hello`'],
  ])('%s', (_, text, message) => {
    const result = readRecord(text, 'r.yaml');
    const found = result.ok ? [] : result.issues.map((each) => `${each.line}:${each.column} ${issueText(each)}`);
    expect(found).toEqual([message]);
  });

  it('a key with line ends, in one line', () => {
    const result = parseRecord({ 'fa\tc\u2028ts': {} });
    expect(result.ok ? [] : result.issues.map((issue) => issueText(issue))).toEqual([
      expect.stringMatching(/^`fa c ts` is not a key that may stand here/),
    ]);
  });

  it('every fault at once', () => {
    const result = parseRecord({ facts: 5, scores: [{ id: 'a', exam: 'x' }], declared: ['two words'], more: 1 });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['wrongType', 'facts'],
      ['missing', 'scores', 0, 'score'],
      ['wrongValue', 'declared', 0],
      ['unknownKey', 'more'],
    ]);
  });

  it('an endless or a deep value, without end', () => {
    const endless: Record<string, unknown> = {};
    endless.facts = endless;
    expect(parseRecord(endless).ok).toBe(false);
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i += 1) deep = { deep };
    expect(parseRecord(deep).ok).toBe(false);
    expect(parseRecord({ facts: { x: deep } }).ok).toBe(false);
  });

  it('names that touch prototypes', () => {
    for (const text of ['{"__proto__": {}}', '{"facts": {"__proto__": true}}', '{"constructor": 1}']) {
      expect(parseRecord(JSON.parse(text)).ok, text).toBe(false);
    }
  });

  it.each([undefined, null, 5, 'text', [], true, () => 1, Symbol('s'), 5n, new Map(), Number.NaN])('%s', (value) => {
    const result = parseRecord(value);
    expect(result.ok).toBe(false);
    if (!result.ok) for (const issue of result.issues) expect(issueText(issue)).toMatch(/\w/);
  });
});
