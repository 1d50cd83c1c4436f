import { lssc } from 'certifiable/rules/lssc';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { applied, type Plan, type PlanObjective, plan } from '../../src/plan.js';

// Expected by hand from what the pack cites: prices and lengths of courses (`infopeople-cataloging-2023`: 200 dollars, 4 weeks;
// `infopeople-reference-2021`: 200 dollars, 6 weeks; `arizona`: nothing for staff there; `louisiana-2011`: 6 weeks), the fee to enrol (`eligibility`: 325 dollars for
// members, 350 for others) and the fee for a portfolio (`deck-2011`: none; `portfolio-page`: 50 dollars for members, 60 for others).

const usd = (n: number) => ({ n, d: 1, unit: 'USD' });
const days = (n: number) => ({ n, d: 1, unit: 'days' });
const work = {
  experience: [{ id: 'work', from: '2008-01-01', until: '2026-11-01', hoursPerWeek: 35, duties: ['library'] }],
  facts: { 'high-school-diploma': true, 'arizona-library-staff': false },
} as const;
const done = (...courses: readonly string[]) => ({
  completions: courses.map((course, i) => ({
    id: `done-${i}`,
    course,
    completed: '2026-06-01',
    approval: { by: 'ala-apa', on: '2026-06-01', document: 'completion form' },
  })),
});
const required = ['infopeople:foundations', 'infopeople:technology-in-libraries'];
const communication = ['infopeople:communication-is-more-than-words', 'infopeople:all-work-is-team-work'];
const enrolled = { milestones: { enrolled: '2024-06-01', accepted: '2024-06-10' } } as const;
/** After the day on which portfolios had certainly ended. */
const coursesOnly = '2026-12-01';

function ask(record: CandidateRecord, asOf: string, by: PlanObjective): Plan {
  const found = plan(lssc, record, { asOf, by });
  const evaluation = evaluate(lssc, applied(record, found), { asOf });
  if (found.proof === 'stage') expect(evaluation.status).toBe('met');
  return found;
}

const titles = ({ steps }: Plan) => steps.map(({ kind, title }) => `${kind} ${title}`);

describe('one set is missing of six, and only courses are taken', () => {
  const record = {
    ...work,
    ...enrolled,
    ...done(
      ...required,
      ...communication,
      'infopeople:reference',
      'state-library-of-louisiana:supervision-and-management',
    ),
  };

  it('the fewest steps are one course of four weeks for 200 dollars', () => {
    const found = ask(record, coursesOnly, 'fewest');
    expect(titles(found)).toEqual(['course Basic Cataloging and Classification']);
    expect(found).toMatchObject({
      outcome: 'planned',
      proof: 'stage',
      total: { amount: usd(200) },
      length: { amount: days(28) },
    });
    expect(found.steps[0]).toMatchObject({
      provider: 'Infopeople',
      approval: 'seenApproved',
      lastSeen: '2023-07-10',
      assumes: ['approval'],
      dueOn: '2028-06-01',
      dueOnLatest: '2028-06-10',
    });
    expect(found.steps[0]?.cite.map(({ source }) => source)).toEqual([
      ...['infopeople-cataloging-2023', 'arizona'],
      ...['infopeople-reference-2021', 'infopeople-cataloging-2023', 'arizona'],
    ]);
    expect(found.alternatives).toEqual({ plans: [], more: false });
  });

  it('the cheapest way is the same, since the other set takes two courses of 200 dollars', () => {
    expect(titles(ask(record, coursesOnly, 'cost'))).toEqual(['course Basic Cataloging and Classification']);
    const youth = done('infopeople:basic-cataloging-and-classification').completions.map((one) => ({
      ...one,
      id: 'x',
    }));
    const found = ask({ ...record, completions: [...record.completions.slice(0, 5), ...youth] }, coursesOnly, 'cost');
    expect(titles(found)).toEqual(['course Supervision and Management']);
    expect(found.total).toEqual({});
  });

  it('costs staff of libraries in Arizona nothing, and at most 200 dollars whoever does not say so', () => {
    const arizona = { ...record, facts: { ...record.facts, 'arizona-library-staff': true } };
    const free = ask(arizona, coursesOnly, 'cost');
    expect(titles(free)).toEqual(['course Basic Cataloging and Classification']);
    expect(free).toMatchObject({ total: { amount: usd(0) }, questions: [] });
    const { 'arizona-library-staff': _, ...facts } = record.facts;
    const open = ask({ ...record, facts }, coursesOnly, 'cost');
    expect(open.total).toEqual({ atMost: usd(200) });
    expect(open.questions.map(({ id }) => id)).toEqual(['fact:arizona-library-staff']);
  });

  it('nothing is planned after the last day', () => {
    const late = ask(record, '2028-06-11', 'fewest');
    expect(late.steps.filter(({ kind }) => kind === 'course')).toEqual([]);
  });
});

describe('a person who has not enrolled', () => {
  const nobody = (facts: CandidateRecord['facts']) => ({
    ...work,
    facts: { ...work.facts, ...facts },
    milestones: { enrolled: 'notYet' } as const,
  });

  // Of the electives three have a course of their own; that on cataloging is the only one of its set and has a price of 200 dollars.
  it.each([
    ['a member', { 'ala-member': true }, { amount: usd(325) }, 525],
    ['not a member', { 'ala-member': false }, { amount: usd(350) }, 550],
    ['perhaps a member', {}, { atLeast: usd(325), atMost: usd(350) }, 525],
  ])('pays the fee first: %s', (_, facts, cost, least) => {
    const found = ask(nobody(facts), coursesOnly, 'fewest');
    expect(found).toMatchObject({ outcome: 'planned', proof: 'stage', total: { atLeast: usd(least) } });
    expect(found.steps[0]).toMatchObject({ kind: 'milestone', title: 'Enrolment', cost });
    expect(titles(found)).toContain('course Basic Cataloging and Classification');
    expect(found.steps).toHaveLength(7);
  });
});

describe('portfolios', () => {
  const member = {
    ...work,
    facts: { ...work.facts, 'ala-member': true },
    milestones: { enrolled: '2011-09-01', accepted: '2011-09-20' },
  };

  it('cost nothing in 2012', () => {
    const found = ask(member, '2012-06-01', 'cost');
    expect(found).toMatchObject({ outcome: 'planned', proof: 'stage', total: { amount: usd(0) } });
    expect(found.steps.map(({ kind, cost }) => [kind, cost])).toEqual(
      Array.from({ length: 6 }, () => ['review', { amount: usd(0) }]),
    );
  });

  it('cost nothing or 50 dollars each at the end of 2013, as texts that may hold say', () => {
    const later = { ...member, milestones: { enrolled: '2013-06-01', accepted: '2013-06-10' } };
    const found = ask(later, '2013-12-01', 'cost');
    expect(found.steps.map(({ cost }) => cost)).toEqual(Array.from({ length: 6 }, () => ({ atMost: usd(50) })));
    expect(found.total).toEqual({ atMost: usd(300) });
  });

  it('are taken for granted where nobody knows whether they are still offered, and are no step once they are not', () => {
    const kinds = (asOf: string) =>
      ask({ ...work, ...enrolled }, asOf, 'cost').steps.map(({ kind, assumes }) => `${kind} ${assumes}`);
    expect(kinds('2026-11-22')).toContain('review offered');
    expect(kinds('2026-11-23').filter((kind) => kind.startsWith('review'))).toEqual([]);
  });
});

it('whoever is not known to be eligible gets a plan for the sets, and what is open', () => {
  const found = ask({}, coursesOnly, 'cost');
  expect(found).toMatchObject({
    outcome: 'planned',
    proof: 'requirement',
    open: [
      { requirement: 'award.requires.eligibility', status: 'unmet' },
      { requirement: 'diploma', status: 'unknown' },
      { requirement: 'library-work', status: 'unmet', short: { n: 1820, d: 1, unit: 'hours' } },
    ],
  });
  expect(found.questions.map(({ id }) => id)).toEqual([
    ...['milestone:enrolled', 'fact:arizona-library-staff', 'fact:high-school-diploma'],
  ]);
});

it('a course that is begun is completed, and not taken again', () => {
  const begun = [
    {
      id: 'cataloging',
      course: 'infopeople:basic-cataloging-and-classification',
      started: '2026-10-01',
      approval: { by: 'ala-apa', on: '2026-10-01', document: 'form' },
    },
  ];
  const five = done(
    ...required,
    ...communication,
    'infopeople:reference',
    'state-library-of-louisiana:supervision-and-management',
  ).completions;
  const found = ask({ ...work, ...enrolled, completions: [...five, ...begun] }, coursesOnly, 'cost');
  expect(found).toMatchObject({ steps: [{ id: 'cataloging', kind: 'finish', cost: { amount: usd(0) } }] });
});
