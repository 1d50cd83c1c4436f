import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/model/pack.js';
import type { Requirement } from '../../src/model/requirement.js';
import { applied } from '../../src/plan.js';
import { all, ask, byEdition, course, diploma, enrolled, evidence, packOf, titles, year } from './small-plans.js';

describe('what no step settles', () => {
  it('is left open, with its question, and the rest is planned', () => {
    const found = ask(packOf(all(diploma, evidence('x'))));
    expect(found).toMatchObject({
      outcome: 'planned',
      proof: 'rest',
      open: [{ requirement: 'diploma', status: 'unknown' }],
      questions: [{ id: 'fact:diploma' }],
    });
    expect(titles(found)).toEqual(['course a']);
  });

  it('is not left open where something else will do', () => {
    const either: Requirement = {
      kind: 'choose',
      id: 'either',
      says: 'One.',
      choose: 1,
      from: [diploma, evidence('x')],
    };
    expect(ask(packOf(either))).toMatchObject({ proof: 'stage', open: [] });
  });

  it('is what a stage builds on, with what that lacks', () => {
    const stages: readonly Stage[] = [
      { id: 'eligibility', title: 'Eligibility', requirement: all(diploma, year) },
      { id: 'award', title: 'Award', main: true, requires: ['eligibility'], requirement: evidence('x') },
    ];
    const found = ask(packOf(evidence('x'), [course('a')], { edition: { stages } }));
    expect(found).toMatchObject({
      proof: 'requirement',
      open: [
        { requirement: 'award.requires.eligibility', status: 'unmet' },
        { requirement: 'diploma', status: 'unknown' },
        { requirement: 'year', status: 'unmet', short: { n: 1820, d: 1, unit: 'hours' } },
      ],
      questions: [{ id: 'fact:diploma' }],
    });
  });
});

describe('where two texts may hold', () => {
  const both = course('both', { covers: ['one', 'two'] });

  it('a plan is enough for both', () => {
    const courses = [course('a'), both, course('c', { covers: ['two'] })];
    const found = ask(packOf(evidence('x'), courses, byEdition(1)));
    expect([titles(found), found.proof]).toEqual([['course both'], 'stage']);
    expect(found.alternatives).toEqual({ plans: [], more: false });
  });

  it('it is the best for the one that asks more', () => {
    const courses = [both, course('b', { covers: ['two'] })];
    expect(titles(ask(packOf(evidence('x'), courses, byEdition(2))))).toEqual(['course b', 'course both']);
  });
});

describe('plans as good as the one that is told', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => course(`c${String(i).padStart(2, '0')}`));

  it('are listed, up to twenty', () => {
    const few = ask(packOf(evidence('x'), many(21)));
    expect([few.alternatives.plans.length, few.alternatives.more]).toEqual([20, false]);
    const more = ask(packOf(evidence('x'), many(22)));
    expect([more.alternatives.plans.length, more.alternatives.more]).toEqual([20, true]);
  });

  it('are none that cost more', () => {
    const courses = [course('a', { cost: '10 USD' }), course('b', { cost: '10.01 USD' })];
    expect(ask(packOf(evidence('x'), courses)).alternatives).toEqual({ plans: [], more: false });
  });
});

describe('plan', () => {
  const pack = packOf(all(diploma, evidence('x')), [course('a'), course('b')]);

  it('is already met where nothing is missing', () => {
    const record = {
      ...enrolled,
      facts: { diploma: true },
      completions: [{ id: 'c', course: 'a', completed: '2026-01-01' }],
    };
    expect(ask(pack, record)).toMatchObject({ outcome: 'alreadyMet', steps: [] });
  });

  it('is plain JSON, and the same for the same in another order', () => {
    const found = ask(pack);
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
    const courses = [course('b'), course('a')];
    expect(ask(packOf(all(diploma, evidence('x')), courses))).toStrictEqual(found);
  });

  it('changes none of its arguments', () => {
    const record = structuredClone(enrolled);
    ask(pack, record);
    applied(record, ask(pack, record));
    expect(record).toStrictEqual(enrolled);
  });

  it('throws at a day that is none, at one before the day of the plan, and at a stage that is none', () => {
    expect(() => ask(pack, enrolled, { asOf: 'soon' })).toThrow(/asOf.*soon/);
    expect(() => ask(pack, enrolled, { doneOn: 'later' })).toThrow(/doneOn.*later/);
    expect(() => ask(pack, enrolled, { doneOn: '2026-11-21' })).toThrow(/doneOn.*on or after/);
    expect(() => ask(pack, enrolled, { stage: 'other' })).toThrow(/stage.*other/);
  });
});
