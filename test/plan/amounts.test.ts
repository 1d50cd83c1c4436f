import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement, TotalRequirement } from '../../src/model/requirement.js';
import { applied, type Plan, plan } from '../../src/plan.js';
import { smallPack } from '../engine/small-pack.js';

const asOf = '2026-11-22';
const total: TotalRequirement = {
  kind: 'total',
  id: 'hours',
  says: 'Thirty-two hours, four of them in technology.',
  from: ['activities'],
  unit: 'hours',
  atLeast: 32,
  where: [],
  parts: [
    {
      kind: 'sum',
      id: 'technology',
      says: 'Four hours in technology.',
      where: [{ test: 'is', field: 'topic', value: 'technology' }],
      atLeast: 4,
    },
  ],
};
const fields = { fields: { activities: { topic: { asks: 'Which topic?', type: 'text' } } } } as const;
const packOf = (requirement: Requirement): RulePack => smallPack(requirement, {}, fields);
const hours = (id: string, n: number, topic: string) => ({
  id,
  completed: '2026-01-10',
  amount: `${n} hours`,
  fields: { topic },
});
const enrolled = { milestones: { enrolled: '2025-01-01' } } as const;

/** The plan, whose steps the engine must accept. */
function planned(requirement: Requirement, record: CandidateRecord): Plan {
  const pack = packOf(requirement);
  const found = plan(pack, record, { asOf, by: 'fewest' });
  if (found.outcome === 'planned')
    expect(evaluate(pack, applied(record, found), { asOf }).status, JSON.stringify(found.steps)).toBe('met');
  return found;
}

const amounts = ({ steps }: Plan) =>
  steps.map(({ amount, parts = [] }) => [amount, ...parts.map((part) => part.amount)]);
const h = (n: number, d = 1) => ({ n, d, unit: 'hours' });

describe('hours that are missing from a total', () => {
  it('are one step, with what is missing from its parts', () => {
    expect(amounts(planned(total, enrolled))).toEqual([[h(32), h(4)]]);
    const record = { ...enrolled, activities: [hours('a', 9.5, 'technology'), hours('b', 0.5, 'other')] };
    expect(amounts(planned(total, record))).toEqual([[h(22)]]);
    const most = { ...enrolled, activities: [hours('a', 40, 'other'), hours('b', 1, 'technology')] };
    expect(amounts(planned(total, most))).toEqual([[h(3), h(3)]]);
  });

  it('are one hour less with one hour less', () => {
    const record = { ...enrolled, activities: [hours('a', 30, 'technology')] };
    const found = planned(total, record);
    expect(amounts(found)).toEqual([[h(2)]]);
    const [entry] = found.steps[0]?.adds.activities ?? [];
    expect(entry?.amount).toBe('2 hours');
    const short = {
      ...applied(record, found),
      activities: [...record.activities, { ...entry, id: 'x', amount: '1.9 hours' }],
    };
    expect(evaluate(packOf(total), short, { asOf }).status).toBe('unmet');
  });

  it('come with the topics that nothing covers yet', () => {
    const topics = { asks: 'Which topics?', type: 'list' } as const;
    const part = {
      kind: 'covers',
      id: 'topics',
      says: 'Both topics.',
      where: [],
      field: 'topics',
      values: ['law', 'tax'],
    } as const;
    const pack = smallPack({ ...total, parts: [part] }, {}, { fields: { activities: { topics } } });
    const record = { ...enrolled, activities: [{ ...hours('a', 32, ''), fields: { topics: ['law'] } }] };
    const found = plan(pack, record, { asOf, by: 'cost' });
    expect(found.steps.map(({ adds }) => adds.activities?.map((each) => each.fields))).toEqual([[{ topics: ['tax'] }]]);
    expect(evaluate(pack, applied(record, found), { asOf }).status).toBe('met');
  });

  it('are at least as many as an item must have', () => {
    const record = { ...enrolled, activities: [hours('a', 31, 'technology')] };
    const found = planned({ ...total, eachAtLeast: 2 }, record);
    expect(amounts(found)).toEqual([[h(1)]]);
    expect(found.steps[0]?.adds.activities?.map(({ amount }) => amount)).toEqual(['2 hours']);
  });

  it('have no price, so that the total is not known', () => {
    expect(planned(total, enrolled)).toMatchObject({ total: {}, length: {} });
  });
});

describe('what could count for several totals', () => {
  const two: Requirement = {
    kind: 'allOf',
    id: 'both',
    says: 'Both.',
    of: [total, { ...total, id: 'others', parts: [], pool: 'others' }],
  };

  it('is not planned, and says so', () => {
    expect(planned(two, enrolled)).toMatchObject({ outcome: 'cannotPlan', because: [{ code: 'contested' }] });
  });

  it('is planned once only one of them lacks something', () => {
    const record = { ...enrolled, activities: [hours('a', 32, 'other')] };
    expect(amounts(planned(two, record))).toEqual([[h(4), h(4)]]);
  });
});
