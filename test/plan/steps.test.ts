import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { NamedAmount } from '../../src/model/amount.js';
import type { Stage } from '../../src/model/pack.js';
import type { Requirement } from '../../src/model/requirement.js';
import { applied } from '../../src/plan.js';
import { all, ask, asOf, course, enrolled, evidence, packOf, titles } from './small-plans.js';

describe('steps', () => {
  it('begin with the day from which the rules count, and ask for it where it is not stated', () => {
    const pack = packOf(evidence('x', { within: { from: { kind: 'named', name: 'enrolled' } } }));
    const assumed = ask(pack, {});
    expect(titles(assumed)).toEqual(['milestone Enrolment', 'course a']);
    expect(assumed.steps[0]?.assumes).toEqual(['notYet']);
    expect(assumed.questions).toMatchObject([{ id: 'milestone:enrolled', asks: 'On which day did she enrol?' }]);
    const stated = ask(pack, { milestones: { enrolled: 'notYet' } });
    expect(stated.steps[0]?.assumes).toEqual([]);
    expect(stated.questions).toEqual([]);
    expect(titles(ask(pack))).toEqual(['course a']);
  });

  it('do not decide the stage themselves', () => {
    const stages: readonly Stage[] = [
      { id: 'award', title: 'Award', main: true, settledBy: 'enrolled', requirement: evidence('x') },
    ];
    const pack = packOf(evidence('x'), [course('a')], { edition: { stages } });
    expect(titles(ask(pack, { milestones: { enrolled: 'notYet' } }))).toEqual(['course a']);
  });

  it('cost the fees that are asked on the day, and none that are no longer', () => {
    const fee = (amount: number, to?: string): NamedAmount => ({
      title: 'Fee',
      kind: 'fee',
      unit: 'USD',
      amount,
      on: { kind: 'named', name: 'enrolled' },
      ...(to !== undefined && { open: { to } }),
      cite: [],
    });
    const each: NamedAmount = {
      title: 'Form',
      kind: 'fee',
      unit: 'USD',
      amount: 3,
      each: { from: 'completions', where: [], on: 'completed' },
      cite: [],
    };
    const pack = packOf(evidence('x'), [course('a', { cost: '10 USD' })]);
    const amounts = { now: fee(20), before: fee(400, '2026-11-21'), each };
    const found = ask({ ...pack, amounts }, { milestones: { enrolled: 'notYet' } });
    expect(found.steps.map(({ cost }) => cost.amount?.n)).toEqual([20, 13]);
    expect(found.total).toEqual({ amount: { n: 33, d: 1, unit: 'USD' } });
  });

  it('tell of awards that are open, and take none off the total', () => {
    const award = (to: string): NamedAmount => ({
      title: 'Award',
      kind: 'award',
      unit: 'USD',
      amount: 5,
      open: { to },
      cite: [],
    });
    const pack = packOf(evidence('x'), [course('a', { cost: '10 USD' })]);
    const found = ask({ ...pack, amounts: { open: award('2026-12-01'), over: award('2026-01-01') } });
    expect(found).toMatchObject({
      total: { amount: { n: 10 } },
      awards: [{ id: 'open', amount: { n: 5 }, closesOn: '2026-12-01' }],
    });
    expect(found.awards).toHaveLength(1);
  });

  it('tell what awards that exclude each other leave of the fee of this person', () => {
    const fee: NamedAmount = { title: 'Fee', kind: 'fee', unit: 'USD', amount: 325, cite: [] };
    const award: NamedAmount = { title: 'Award', kind: 'award', unit: 'USD', amount: 175, towards: 'fee', cite: [] };
    const pack = packOf(evidence('x'), [course('a', { cost: '10 USD' })]);
    const left = (more: Partial<NamedAmount>) =>
      ask({ ...pack, amounts: { fee, one: { ...award, ...more }, other: { ...award, ...more } } }).left;
    expect(left({ oneOf: 'spring' })).toEqual([
      { fee: 'fee', title: 'Fee', awards: ['one', 'other'], amount: { n: 150, d: 1, unit: 'USD' } },
    ]);
    expect(left({})).toMatchObject([{ amount: { n: 0 } }]);
  });

  it('are done on the day that is named, not on that of the plan', () => {
    const pack = packOf({ ...evidence('x'), due: { kind: 'day', day: '2027-01-31' } });
    const found = ask(pack, enrolled, { doneOn: '2027-01-31' });
    expect(found.steps).toMatchObject([{ dueOn: '2027-01-31', adds: { completions: [{ completed: '2027-01-31' }] } }]);
    expect(evaluate(pack, applied(enrolled, found), { asOf: '2027-01-31' }).status).toBe('met');
    expect(ask(pack, enrolled, { doneOn: '2027-02-01' }).outcome).toBe('impossible');
  });

  it('need not take again what counts already, nor what is begun', () => {
    const pack = packOf(evidence('x', { count: 2 }), [course('a'), course('b'), course('c')]);
    const record = {
      ...enrolled,
      completions: [
        { id: 'first', course: 'a', completed: '2026-01-01' },
        { id: 'second', course: 'b', started: '2026-10-01' },
      ],
    };
    const found = ask(pack, record);
    expect(titles(found)).toEqual(['finish b']);
    expect(found.alternatives.plans.map((steps) => steps.map(({ id }) => id))).toEqual([['second:plan:c']]);
  });

  it('do not bring forward what has a later day: that is left open, unless there is time until then', () => {
    const pack = packOf(evidence('x'));
    const record = {
      ...enrolled,
      completions: [{ id: 'begun', course: 'a', started: '2026-10-01', completed: '2027-01-31' }],
    };
    expect(ask(pack, record)).toMatchObject({
      proof: 'rest',
      steps: [],
      open: [{ requirement: 'x', status: 'pending' }],
    });
    expect(ask(pack, record, { doneOn: '2027-01-31' })).toMatchObject({ proof: 'stage', steps: [], open: [] });
  });

  it('are courses that count only together, each with the other', () => {
    const pack = packOf(evidence('x'), [course('a', { covers: [] }), course('b', { covers: [] })]);
    const bundles = [{ id: 'pair', title: 'Pair', courses: ['a', 'b'], covers: ['one'] }];
    const paired = { ...pack, catalogue: { complete: true, courses: pack.catalogue?.courses ?? [], bundles } };
    expect(ask(paired).steps.map(({ title, together }) => [title, together])).toEqual([
      ['a', ['b']],
      ['b', ['a']],
    ]);
  });

  it('count once in a pool and once more in another', () => {
    const both = course('both', { covers: ['one', 'two'], cost: '150 USD' });
    const courses = [course('a', { cost: '100 USD' }), course('b', { covers: ['two'], cost: '100 USD' }), both];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(titles(ask(packOf(all(evidence('x'), two), courses)))).toEqual(['course a', 'course b']);
    const apart = ask(packOf(all(evidence('x'), { ...two, pool: 'other' }), courses));
    expect(titles(apart)).toEqual(['course both']);
    expect(apart.steps[0]?.serves.map(({ requirement }) => requirement)).toEqual(['x', 'y']);
  });

  it('of unknown price make the total a lower bound', () => {
    const courses = [course('a', { cost: '100.50 USD in 2020' }), course('b', { covers: ['two'] })];
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    expect(ask(packOf(all(evidence('x'), two), courses)).total).toEqual({ atLeast: { n: 201, d: 2, unit: 'USD' } });
    expect(ask(packOf(evidence('x'), courses)).total).toEqual({ amount: { n: 201, d: 2, unit: 'USD' } });
  });

  it('of unknown length make the length a lower bound, and only days and weeks are known', () => {
    const lengths = (length: string) =>
      ask(packOf(evidence('x'), [course('a', { length })]), enrolled, { by: 'time' }).length;
    expect(lengths('6 weeks, online')).toEqual({ amount: { n: 42, d: 1, unit: 'days' } });
    expect(lengths('1 day')).toEqual({ amount: { n: 1, d: 1, unit: 'days' } });
    expect(lengths('about 6 weeks')).toEqual({});
    expect(lengths('12 hours')).toEqual({});
    const two = evidence('y', { where: [{ test: 'covers', set: 'two' }] });
    const courses = [course('a', { length: '2 weeks' }), course('b', { covers: ['two'] })];
    expect(ask(packOf(all(evidence('x'), two), courses)).length).toEqual({ atLeast: { n: 14, d: 1, unit: 'days' } });
  });

  it('ask for other evidence only where the catalogue has nothing', () => {
    const degree: Requirement = { kind: 'holds', id: 'degree', says: 'A degree.', credential: ['degree'] };
    const either: Requirement = {
      kind: 'choose',
      id: 'either',
      says: 'One.',
      choose: 1,
      from: [degree, evidence('x', { count: 2 })],
    };
    expect(titles(ask(packOf(either, [course('a'), course('b')])))).toEqual(['course a', 'course b']);
    expect(titles(ask(packOf(either)))).toEqual(['credential degree']);
    const exam: Requirement = { kind: 'score', id: 'exam', says: 'An exam.', exam: 'exam', atLeast: 70 };
    const word: Requirement = { kind: 'attestation', id: 'word', says: 'A word.', about: 'skill', by: ['board'] };
    expect(titles(ask(packOf(all(exam, word, degree))))).toEqual([
      'attestation skill',
      'credential degree',
      'score exam',
    ]);
  });
});

describe('assessed work', () => {
  it('is a step as well where no rule says how it is rated', () => {
    const journal = evidence('x', { from: 'reviews', where: [{ test: 'is', field: 'of', value: 'journal' }] });
    const found = ask(packOf(journal));
    expect(titles(found)).toEqual(['review Something for x.']);
    expect(found.steps[0]?.adds.reviews).toMatchObject([{ of: 'journal', completed: asOf }]);
  });

  it('is rated as high as can be where nobody settles that it passes, by as many raters as are asked for', () => {
    const rule = {
      title: 'Portfolio',
      raters: 2,
      ratings: ['no', 'yes'],
      merge: [],
      passes: [{ rating: 'yes', atLeast: 100 }],
      settledBy: [],
      cite: [],
    };
    const where = [
      { test: 'covers', set: 'one' } as const,
      { test: 'assessed', rule: 'portfolio', set: 'one' } as const,
    ];
    const pack = packOf(evidence('x', { from: 'reviews', where }), [], { edition: { reviews: { portfolio: rule } } });
    const counted = {
      ...pack,
      framework: { id: 'f', title: 'Sets', version: '1', cite: [], sets: { one: { title: 'One', count: 2 } } },
    };
    const gives = { '1': 'yes', '2': 'yes' };
    expect(ask(counted).steps[0]?.adds.reviews).toMatchObject([{ ratings: [{ gives }, { gives }] }]);
    expect(ask(pack).outcome).toBe('cannotPlan');
  });
});
