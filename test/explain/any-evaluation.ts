import fc from 'fast-check';
import { en } from '../../src/explain/en.js';
import type { Advisory, Evaluation, Finding, FindingKind, StageFinding } from '../../src/model/evaluation.js';
import type { Reason, Status } from '../../src/model/outcome.js';
import type { Force } from '../../src/model/pack.js';
import type { Question } from '../../src/model/question.js';
import type { ListName } from '../../src/model/requirement.js';
import type { RefusalReason } from '../../src/model/use.js';
import { evaluation } from './evaluations.js';

const status = fc.constantFrom(...(Object.keys(en.statuses) as Status[]));
const reason = fc.constantFrom(...(Object.keys(en.reasons) as Reason[]));
const refusalReason = fc.constantFrom(...(Object.keys(en.refusals) as RefusalReason[]));
const kind = fc.constantFrom<FindingKind>(
  'allOf',
  'choose',
  'evidence',
  'total',
  'part',
  'experience',
  'holds',
  'fact',
  'gate',
);
const ids = ['award', 'a', 'b', 'c', 'c.course', 'award.requires.entry'];
const id = fc.constantFrom(...ids);
const day = fc.constantFrom('2024-02-29', '2026-11-22', '2030-12-01');
const title = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/undefined|NaN|\[object/.test(text));
const cite = fc.array(fc.record({ source: fc.constantFrom('x', 'y') }, { noNullPrototype: true }), { maxLength: 2 });
const fraction = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([n, d]) => ({ n: Math.min(n, d), d }));
const quantity = fc.record({
  n: fc.integer({ min: -20, max: 100 }),
  d: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('hours', 'requirements', 'items'),
});
const numbers = { reason, have: quantity, need: quantity, dueOn: day, dueOnLatest: day, lateByDays: fc.nat(400) };
const basis = fc.constantFrom('stated', 'notYet', 'notStated');

const finding = (of: string): fc.Arbitrary<Finding> =>
  fc.record(
    {
      ...numbers,
      id: fc.constant(of),
      stage: fc.constantFrom('award', 'entry'),
      kind,
      says: title,
      status,
      of: fc.array(id, { maxLength: 3 }),
      readings: fc.array(
        fc.record({ says: title, status, reason, dueOn: day, cite }, { requiredKeys: ['says', 'status', 'cite'] }),
        { maxLength: 2 },
      ),
      cite,
    },
    { requiredKeys: ['id', 'stage', 'kind', 'says', 'status', 'cite'] },
  ) as fc.Arbitrary<Finding>;

const force = fc.constantFrom(...(Object.keys(en.forces) as Force[]));

const stage = (of: string): fc.Arbitrary<StageFinding> =>
  fc.record(
    {
      id: fc.constant(of),
      title,
      force,
      status,
      reason,
      requirement: id,
      gates: fc.subarray(['award.requires.entry', 'gone']),
      progress: fc.record(
        { earned: fraction, withInProgress: fraction, withPlanned: fraction, earnedAtMost: fraction },
        { requiredKeys: ['earned', 'withInProgress', 'withPlanned'] },
      ),
      edition: fc.record(
        { ids: fc.subarray(['e1', 'e2']), governedBy: fc.constant('enrolled'), governedOn: day, basis },
        { requiredKeys: ['ids', 'governedBy', 'basis'] },
      ),
      optimal: fc.boolean(),
      conflicts: fc.array(
        fc.record(
          { requirements: fc.array(id), items: fc.array(id), need: quantity, have: quantity },
          { requiredKeys: ['requirements', 'items'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['id', 'title', 'status', 'requirement', 'gates', 'progress', 'edition', 'optimal'] },
  ) as fc.Arbitrary<StageFinding>;

const course = fc.record(
  {
    courses: fc.array(fc.record({ id: title, title, provider: title }), { minLength: 1, maxLength: 2 }),
    approval: fc.constantFrom('approved', 'seenApproved', 'notEstablished'),
    lastSeen: day,
    length: title,
    cost: title,
    cite,
  },
  { requiredKeys: ['courses', 'approval', 'cite'] },
);

/** An evaluation whose parts need not agree with each other: whatever there is has to be told. */
export const anyEvaluation = fc
  .record({
    status,
    pack: force.map((each) => ({ ...evaluation().pack, force: each })),
    stages: fc.record({ entry: stage('entry'), award: stage('award') }),
    findings: fc.record(Object.fromEntries(ids.map((one) => [one, finding(one)]))),
    sets: fc.record({ c: fc.record({ id: fc.constant('c'), title, status, items: fc.constant([]) }) }),
    allocation: fc.array(
      fc.record(
        {
          stage: fc.constantFrom('award', 'entry'),
          item: fc.constantFrom('i', 'j'),
          list: fc.constant('completions'),
          title,
          requirement: id,
          tier: fc.constantFrom('earned', 'inProgress', 'planned'),
          certain: fc.boolean(),
          day,
          amount: quantity,
          how: fc.constantFrom('converted', 'proRated'),
          bundle: fc.constant('k'),
        },
        { requiredKeys: ['stage', 'item', 'list', 'title', 'requirement', 'tier', 'certain'] },
      ),
      { maxLength: 3 },
    ),
    unallocated: fc.array(
      fc.record(
        {
          stage: fc.constantFrom('award', 'entry'),
          item: fc.constantFrom('i', 'k'),
          list: fc.constant('completions'),
          title,
          reason: refusalReason,
          requirement: id,
          day,
          limit: day,
          missing: fc.array(title, { maxLength: 2 }),
          cite,
        },
        { requiredKeys: ['stage', 'item', 'list', 'title', 'reason', 'cite'] },
      ),
      { maxLength: 3 },
    ),
    deficiencies: fc.array(
      fc.record(
        {
          ...numbers,
          stage: fc.constantFrom('award', 'entry'),
          requirement: id,
          says: title,
          status,
          short: quantity,
          ways: fc.array(
            fc.record({
              requirement: id,
              says: title,
              status,
              from: fc.subarray<ListName>(['completions', 'reviews', 'credentials']),
              courses: fc.array(course, { maxLength: 2 }),
            }),
            { maxLength: 2 },
          ),
          cite,
        },
        { requiredKeys: ['stage', 'requirement', 'says', 'status', 'cite'] },
      ),
      { maxLength: 3 },
    ),
    questions: fc.array(
      fc.record(
        {
          id: title,
          about: fc.constantFrom(...(Object.keys(en.questions) as Question['about'][])),
          asks: title,
          item: fc.constantFrom('i', 'gone'),
          requirements: fc.array(id, { maxLength: 3 }),
        },
        { requiredKeys: ['id', 'about', 'asks', 'requirements'] },
      ),
      { maxLength: 2 },
    ),
    assumptions: fc.array(fc.record({ path: title, value: title, because: title, cite }), { maxLength: 1 }),
    advisories: fc.array(
      fc.record(
        { code: fc.constantFrom(...(Object.keys(en.advisories) as Advisory['code'][])), seen: day, says: title },
        { requiredKeys: ['code'] },
      ),
      { maxLength: 2 },
    ),
    days: fc.record({ expiry: fc.record({ title, day, latest: day, cite }, { requiredKeys: ['title', 'cite'] }) }),
    amounts: fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record(
        {
          title,
          kind: fc.constantFrom('fee', 'award'),
          standing: fc.constantFrom('due', 'open', 'closed', 'notYetOpen', 'unknown', 'doesNotApply'),
          amount: quantity,
          atLeast: quantity,
          atMost: quantity,
          times: fc.nat(3),
          timesAtMost: fc.nat(3),
          readings: fc.array(fc.record({ says: title, amount: quantity, cite }), { maxLength: 2 }),
          oneMore: fc.record({ amount: quantity }),
          opensOn: day,
          closesOn: day,
          places: fc.record({ atLeast: fc.nat(9), atMost: fc.nat(9) }, { requiredKeys: ['atLeast'] }),
          conditions: fc.array(title, { maxLength: 2 }),
          questions: fc.array(
            fc.record(
              { id: title, about: fc.constantFrom('fact', 'field', 'rule'), asks: title, item: title },
              { requiredKeys: ['id', 'about'] },
            ),
            { maxLength: 2 },
          ),
          cite,
        },
        { requiredKeys: ['title', 'kind', 'standing', 'cite'] },
      ),
    ),
    declared: fc.array(fc.record({ set: fc.constantFrom('c', 'gone'), status }), { maxLength: 2 }),
    citations: fc.constant({ x: { title: 'X', href: 'https://example.org/x', seen: '2026-11' } }),
  })
  .map((parts) => evaluation(parts as unknown as Partial<Evaluation>));
