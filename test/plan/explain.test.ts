import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';
import {
  enPlan,
  explainPlan,
  explainPlanText,
  type Plan,
  type PlanAssumption,
  type PlanMessages,
  type PlanObjective,
  type PlanObstacleCode,
  type PlanStep,
  type PlanStepKind,
  plan,
} from '../../src/plan.js';
import { isText, pseudo, wide } from '../explain/pseudo.js';

const asOf = '2026-12-01';
const real = (['cost', 'time', 'fewest'] as const).flatMap((by) => [
  plan(lssc, {}, { asOf, by, doneOn: '2027-12-01' }),
  plan(lssc, { milestones: { enrolled: '2024-06-01' } }, { asOf: '2026-11-22', by }),
  plan(lssc, { milestones: { enrolled: '2011-09-01' } }, { asOf: '2012-06-01', by }),
  plan(lssc, { facts: { 'high-school-diploma': false } }, { asOf, by, stage: 'eligibility' }),
]);

const usd = (n: number) => ({ n, d: 1, unit: 'USD' });
const hours = (n: number) => ({ n, d: 1, unit: 'hours' });
const cite = [{ source: 'law' }];
const kinds = Object.keys({
  course: 0,
  review: 0,
  finish: 0,
  milestone: 0,
  amount: 0,
  credential: 0,
  score: 0,
  attestation: 0,
} satisfies Record<PlanStepKind, 0>) as PlanStepKind[];
const codes = Object.keys(enPlan.obstacles) as PlanObstacleCode[];
const assumptions = Object.keys(enPlan.assumptions) as PlanAssumption[];

const step = (kind: PlanStepKind): PlanStep => ({
  id: `plan:${kind}`,
  kind,
  title: `Thing of ${kind}`,
  serves: [{ requirement: 'x', says: 'What it is for.' }],
  assumes: assumptions,
  cost: { amount: usd(12) },
  length: {},
  parts: [
    { says: 'A part.', amount: hours(4) },
    { says: 'Another part.', values: ['Law', 'Tax'] },
  ],
  adds: {},
  cite,
});

/** A plan with everything that one can say. */
const full = (by: PlanObjective): Plan => ({
  outcome: 'planned',
  pack: { id: 'small', version: '1', title: 'Small Rules' },
  stage: 'award',
  asOf,
  doneOn: asOf,
  by,
  proof: 'rest',
  steps: [
    ...kinds.map(step),
    { ...step('course'), provider: 'School', together: ['Other'], lastSeen: '2020-01-01', dueOn: '2030-01-01' },
    { ...step('amount'), amount: hours(3), dueOn: '2030-01-01', dueOnLatest: '2031-01-01' },
  ],
  total: { atLeast: usd(12) },
  length: { atLeast: { n: 14, d: 1, unit: 'days' } },
  awards: [
    { id: 'a', title: 'An Award', amount: usd(5), closesOn: '2027-01-01', cite },
    { id: 'b', title: 'Another Award', oneOf: 'spring', cite },
    { id: 'c', title: 'A Third Award', oneOf: 'spring', cite },
  ],
  left: [{ fee: 'fee', title: 'Fee', awards: ['a', 'b', 'c'], amount: usd(20) }],
  alternatives: { plans: [kinds.map((kind) => ({ ...step(kind), id: `other:${kind}` }))], more: true },
  open: [
    { requirement: 'x', says: 'Work.', status: 'unmet', short: hours(20), cite },
    { requirement: 'y', says: 'A Degree.', status: 'unknown', cite },
  ],
  questions: [
    { id: 'fact:x', about: 'fact', asks: 'Is it so?', requirements: ['x'] },
    ...(['fact', 'milestone', 'field', 'approval', 'list', 'calendar', 'rule'] as const).map((about) => ({
      id: `${about}:y`,
      about,
      requirements: ['y'],
    })),
  ],
  citations: { law: { title: 'The Law', href: 'https://example.org/law', seen: '2025-01' } },
});
const { proof: _, ...withoutProof } = full('cost');
const none = (outcome: Plan['outcome']): Plan => ({
  ...withoutProof,
  outcome,
  steps: [],
  because: codes.map((code) => ({ requirement: 'x', says: 'What is asked.', code, cite })),
});
const made: readonly Plan[] = [
  ...(['cost', 'time', 'fewest'] as const).map(full),
  ...(['alreadyMet', 'cannotPlan', 'impossible', 'planned'] as const).map(none),
];

/** The plan with every text of its pack in wide letters; its codes stay. */
function foreign(value: unknown, key = '', owner: object = {}): unknown {
  if (typeof value === 'string') return key !== 'by' && (isText(key, owner) || key === 'values') ? wide(value) : value;
  if (Array.isArray(value)) return value.map((each) => foreign(each, key, owner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, foreign(each, inner, value)]));
}

const asIs = ['words.sentence', 'words.unbroken'];

function everything(found: Plan, messages: PlanMessages): readonly string[] {
  const { title, headline, sections } = explainPlan(found, { messages });
  const lines = sections.flatMap(({ heading, lines }) => [
    heading,
    ...lines.flatMap(({ text, details }) => [text, ...details]),
  ]);
  return [title, headline, ...lines, ...explainPlanText(found, { messages }).split('\n')];
}

describe('a plan in words', () => {
  it('says nothing outside its catalogue, and everything in it', () => {
    const { messages, said, paths } = pseudo(enPlan, { asIs });
    const told = [...real, ...made].flatMap((found) => everything(foreign(found) as Plan, messages));
    expect(told.filter((text) => /[A-Za-z]/.test(text.replaceAll(/\[\d+\]/g, '')))).toEqual([]);
    expect(told.length).toBeGreaterThan(300);
    const forWhoeverLaysOut = ['words.day', 'words.number', 'words.quantity', 'words.share', 'words.list'];
    expect(paths.filter((path) => !said.has(path))).toEqual(forWhoeverLaysOut);
  });

  it('is not in the language of the engine', () => {
    const jargon = /\b(unmet|pools?|lea(f|ves)|nodes?|allocat\w*|worlds?|edges?|tiers?|[a-z]+[A-Z]\w*)\b/;
    const said = [...real, ...made].flatMap((found) => everything(found, enPlan));
    expect([...new Set(said.filter((text) => jargon.test(text)))]).toEqual([]);
  });

  it('tells every step with what it costs, until when, and who says so', () => {
    const found = plan(
      lssc,
      { milestones: { enrolled: '2024-06-01', accepted: '2024-06-10' } },
      { asOf, by: 'fewest' },
    );
    const { sections } = explainPlan(found);
    const lines = sections.find(({ id }) => id === 'needed')?.lines ?? [];
    expect(lines.length).toBe(found.steps.length);
    const cataloging = lines.find(({ text }) => text.startsWith('Take Basic Cataloging and Classification'));
    expect(cataloging).toMatchObject({
      details: [
        'Counts for “Cataloging and Classification”.',
        'At most 200 USD; 28 days.',
        'Last day between 1 June 2028 and 10 June 2028.',
        expect.stringContaining('last seen approved on 10 July 2023'),
      ],
      cite: ['infopeople-cataloging-2023', 'arizona', 'infopeople-reference-2021'],
    });
    const listed = sections.find(({ id }) => id === 'sources')?.lines.flatMap((line) => line.cite) ?? [];
    expect(lines.flatMap((line) => line.cite).filter((key) => !listed.includes(key))).toEqual([]);
  });

  it('is wrapped at the width that is asked for', () => {
    const widest = (width: number) =>
      Math.max(
        ...explainPlanText(full('cost'), { width })
          .split('\n')
          .filter((text) => !text.includes('https'))
          .map((text) => text.length),
      );
    expect(widest(60)).toBeLessThanOrEqual(60);
    expect(widest(100)).toBeGreaterThan(60);
  });
});
