import { describe, expect, it } from 'vitest';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Plan } from '../../src/plan.js';
import {
  all,
  ask,
  byEdition,
  codes,
  course,
  diploma,
  enrolled,
  evidence,
  packOf,
  titles,
  year,
} from './small-plans.js';

describe('there is no plan, and it says why', () => {
  it.each<[string, RulePack, CandidateRecord, Plan['outcome'], readonly string[]]>([
    ['no course covers it', packOf(evidence('x'), []), enrolled, 'impossible', ['x nothingOffered']],
    ['no listed course does', packOf(evidence('x'), [], { complete: false }), enrolled, 'cannotPlan', ['x notListed']],
    [
      'there are too few courses',
      packOf(all(evidence('x'), evidence('y'))),
      enrolled,
      'impossible',
      ['all nothingOffered'],
    ],
    [
      'the last day has passed',
      packOf({ ...evidence('x'), due: { kind: 'day', day: '2026-11-21' } }),
      enrolled,
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'a fact contradicts it',
      packOf(all(diploma, evidence('x'))),
      { ...enrolled, facts: { diploma: false } },
      'impossible',
      ['diploma contradicted'],
    ],
    [
      'a course may count several times',
      packOf(all(evidence('x', { pool: 'topics' }), evidence('y', { pool: 'topics' })), [course('a')], {
        edition: { pools: { topics: { uses: 2, cite: [] } } },
      }),
      enrolled,
      'cannotPlan',
      ['all severalUses'],
    ],
    ['work takes time', packOf(all(evidence('x'), year)), enrolled, 'cannotPlan', ['year takesTime']],
    [
      'one thing takes time and another cannot be',
      packOf(all(diploma, year)),
      { ...enrolled, facts: { diploma: false } },
      'impossible',
      ['diploma contradicted', 'year takesTime'],
    ],
    [
      'a credential that must not be held is',
      packOf({ kind: 'lacks', id: 'x', says: 'None.', credential: ['old'] }),
      { ...enrolled, credentials: [{ id: 'c', credential: 'old' }] },
      'impossible',
      ['x contradicted'],
    ],
    [
      'it repeats',
      packOf({
        kind: 'eachPeriod',
        id: 'x',
        says: 'Every year.',
        every: { n: 1, unit: 'years' },
        start: { kind: 'named', name: 'enrolled' },
        requirement: evidence('y'),
      }),
      enrolled,
      'cannotPlan',
      ['x repeats'],
    ],
    [
      'the last day of a milestone has passed',
      packOf({
        kind: 'milestone',
        id: 'x',
        says: 'A day.',
        milestone: 'enrolled',
        due: { kind: 'day', day: '2026-11-21' },
      }),
      { milestones: { enrolled: 'notYet' } },
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'its window has closed',
      packOf(evidence('x', { within: { to: { kind: 'day', day: '2026-11-21' } } })),
      enrolled,
      'impossible',
      ['x lastDayPassed'],
    ],
    [
      'what counts is in no list of steps',
      packOf(evidence('x', { from: 'activities', where: [] })),
      enrolled,
      'cannotPlan',
      ['x noSuchStep'],
    ],
    [
      'one text asks for one course and one for another',
      packOf(evidence('x'), [course('a'), course('b', { covers: ['two'] })], byEdition(1)),
      enrolled,
      'cannotPlan',
      ['x readingsDiffer'],
    ],
    [
      'its edition has ended',
      packOf(evidence('x'), [course('a')], { edition: { until: '2020-01-01' } }),
      enrolled,
      'impossible',
      ['award notApplicable'],
    ],
  ])('where %s', (_, pack, record, outcome, because) => {
    const found = ask(pack, record);
    expect([found.outcome, codes(found)]).toEqual([outcome, because]);
    expect(found).toMatchObject({ steps: [], total: {}, alternatives: { plans: [], more: false } });
  });

  it('where prices in two currencies would have to be added up', () => {
    const courses = [course('a', { cost: '10 USD' }), course('b', { covers: ['two'], cost: '10 EUR' })];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(codes(ask(packOf(all(evidence('x'), two), courses)))).toEqual(['all currencies']);
    expect(titles(ask(packOf(all(evidence('x'), two), courses), enrolled, { by: 'fewest' }))).toEqual([
      'course a',
      'course b',
    ]);
  });
});
