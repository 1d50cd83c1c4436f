import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Course, Provider } from '../../src/model/catalogue.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { explainPlanText, type Plan } from '../../src/plan.js';
import { ask, asOf, codes, course, enrolled, evidence, packOf, titles } from './small-plans.js';

// Who may take a course, and what it costs whom.

const usd = (n: number) => ({ n, d: 1, unit: 'USD' });
const facts = {
  employed: { title: 'Employment in the state', asks: 'Is she employed by a library of the state?', type: 'boolean' },
} as const;
const openTo: Course['openTo'] = [{ test: 'is', fact: 'employed', value: true }];
const price: NonNullable<Course['price']> = {
  unit: 'USD',
  amount: {
    standing: 'dated',
    values: [
      { value: 100 },
      {
        from: '2026-01-01',
        value: {
          kind: 'byFact',
          fact: 'employed',
          table: [
            { is: true, value: 0 },
            { is: false, value: 150 },
          ],
        },
      },
    ],
  },
};
const school: Provider = { title: 'The school', openTo, price };

function rules(courses: readonly Course[], providers?: Readonly<Record<string, Provider>>, complete = true): RulePack {
  const pack = packOf(evidence('x'), courses, { complete });
  return {
    ...pack,
    facts: { ...pack.facts, ...facts },
    catalogue: { complete, courses, ...(providers && { providers }) },
  };
}
const staff = (employed: boolean): CandidateRecord => ({ ...enrolled, facts: { employed } });
const asked = ({ questions }: Plan) => questions.map(({ id }) => id);

describe('a course that not everybody may take', () => {
  const pack = rules([course('a', { openTo })]);

  it('is a step for those who may, without a question', () => {
    const found = ask(pack, staff(true));
    expect(titles(found)).toEqual(['course a']);
    expect(found.steps[0]?.assumes).toEqual([]);
    expect(found.questions).toEqual([]);
  });

  it('is none for those who may not, and the plan says that it is not open to them', () => {
    const found = ask(pack, staff(false));
    expect([found.outcome, ...codes(found)]).toEqual(['impossible', 'x notOpen']);
    expect(explainPlanText(found)).toContain('are not open to you');
  });

  it('may have others beside it, where not all courses are listed', () => {
    const found = ask(rules([course('a', { openTo })], undefined, false), staff(false));
    expect([found.outcome, ...codes(found)]).toEqual(['cannotPlan', 'x notListed']);
  });

  it('is taken for granted where nobody said it, and the plan asks', () => {
    const found = ask(pack);
    expect(titles(found)).toEqual(['course a']);
    expect(found.steps[0]?.assumes).toEqual(['access']);
    expect(found.questions).toMatchObject([{ id: 'fact:employed', asks: facts.employed.asks }]);
    const text = explainPlanText(found);
    expect(text).toContain('Not everybody may take it');
    expect(text).toContain('Is she employed by a library of the state?');
  });

  it('gives way to one that is as cheap and open to everybody', () => {
    expect(titles(ask(rules([course('a', { openTo }), course('b')])))).toEqual(['course b']);
  });

  it('counts once it is completed, whether she was entitled to it or not', () => {
    const record = { ...staff(false), completions: [{ id: 'one', course: 'a', completed: '2026-05-01' }] };
    expect(evaluate(pack, record, { asOf }).status).toBe('met');
    expect(ask(pack, record).outcome).toBe('alreadyMet');
  });

  it('is finished, once it is begun, by those who may not take it', () => {
    const record = { ...staff(false), completions: [{ id: 'one', course: 'a', started: '2026-05-01' }] };
    expect(titles(ask(pack, record))).toEqual(['finish a']);
  });
});

describe('a course that costs some more than others', () => {
  const pack = rules([course('a', { price })]);

  it.each([
    [true, 0],
    [false, 150],
  ])('costs what the facts say: employed %s, %s dollars', (employed, dollars) => {
    const found = ask(pack, staff(employed));
    expect(found.total).toEqual({ amount: usd(dollars) });
    expect(found.questions).toEqual([]);
  });

  it('costs something between the least and the most where nobody said it, and the plan asks', () => {
    const found = ask(pack);
    expect(found.total).toEqual({ atMost: usd(150) });
    expect(found.steps[0]).toMatchObject({ cost: { atMost: usd(150) }, assumes: [] });
    expect(asked(found)).toEqual(['fact:employed']);
  });

  it('costs what it cost on the day', () => {
    const found = ask(pack, staff(true), { asOf: '2025-12-31' });
    expect(found.total).toEqual({ amount: usd(100) });
  });

  it('is cheaper for her than a cheaper one', () => {
    const two = rules([course('a', { price }), course('b', { cost: '120 USD' })]);
    expect(titles(ask(two, staff(true)))).toEqual(['course a']);
    expect(titles(ask(two, staff(false)))).toEqual(['course b']);
  });

  it('says so beside what is still needed', () => {
    const option = (record: CandidateRecord) =>
      evaluate(rules([course('a', { price, openTo })]), record, { asOf }).deficiencies[0]?.ways?.[0]?.courses[0];
    expect(option(staff(true))).toMatchObject({ price: { amount: usd(0) }, mayTake: 'yes' });
    expect(option(staff(false))).toMatchObject({ price: { amount: usd(150) }, mayTake: 'no' });
    expect(option(enrolled)).toMatchObject({ price: { atMost: usd(150) }, mayTake: 'unknown' });
    expect(
      evaluate(rules([course('a')]), enrolled, { asOf }).deficiencies[0]?.ways?.[0]?.courses[0],
    ).not.toHaveProperty('price');
  });
});

describe('the terms of a provider', () => {
  it('are those of its courses, which go by its title', () => {
    const found = ask(rules([course('a', { provider: 'school' })], { school }));
    expect(found.steps[0]).toMatchObject({ provider: 'The school', assumes: ['access'], cost: { atMost: usd(150) } });
  });

  it('give way to what a course says of itself', () => {
    const own: Partial<Course> = {
      openTo: [{ test: 'is', fact: 'employed', value: false }],
      price: { unit: 'USD', amount: 7 },
    };
    const pack = rules([course('a', { provider: 'school', ...own })], { school });
    expect(ask(pack, staff(true)).outcome).toBe('impossible');
    expect(ask(pack, staff(false)).total).toEqual({ amount: usd(7) });
    const inWords = rules([course('a', { provider: 'school', cost: '9 USD in 2020' })], { school });
    expect(ask(inWords, staff(true)).total).toEqual({ amount: usd(9) });
  });

  it('are not those of another provider', () => {
    const pack = rules([course('a', { provider: 'Another school', cost: '5 USD' })], { school });
    expect(ask(pack, staff(false))).toMatchObject({
      total: { amount: usd(5) },
      steps: [{ provider: 'Another school' }],
    });
  });
});
