import { describe, expect, it } from 'vitest';
import { hardAllocation } from '../../src/lint/hard-allocation.js';
import type { Edition } from '../../src/model/pack.js';
import type { Requirement, SumPart } from '../../src/model/requirement.js';
import type { FieldTest } from '../../src/model/rule-tests.js';
import { smallPack } from '../engine/small-pack.js';

const says = 'Something.';
const fields = {
  activities: {
    topic: { asks: 'Which topic?', type: 'text' },
    online: { asks: 'Was it online?', type: 'boolean' },
    tags: { asks: 'Which tags?', type: 'list' },
  },
} as const;

const found = (requirement: Requirement) =>
  hardAllocation.find(smallPack(requirement, {}, { fields })).map(({ code, names }) => [code, names]);

const is = (field: string, value: string | boolean): FieldTest => ({ test: 'is', field, value });

describe('ceilings', () => {
  const part = (id: string, where: readonly FieldTest[], ceiling: Partial<SumPart>): SumPart => ({
    id,
    kind: 'sum',
    where,
    ...ceiling,
  });
  const most = { atMost: 10 };
  const per = (by: string) => ({ atMostPer: { by, amount: 5 } });
  const crossing = (...parts: readonly SumPart[]) =>
    found({ kind: 'total', id: 'award', says, from: ['activities'], unit: 'hours', atLeast: 20, where: [], parts });

  it.each<[string, SumPart, SumPart]>([
    ['on two fields', part('a', [is('topic', 'x')], most), part('b', [is('online', true)], most)],
    [
      'by value, and one over some items of several values',
      part('a', [], per('topic')),
      part('b', [is('online', true)], most),
    ],
    ['by the values of two fields', part('a', [], per('topic')), part('b', [], per('online'))],
  ])('cross: %s', (_, a, b) => {
    expect(crossing(a, b)).toEqual([['crossingCeilings', ['a', 'b']]]);
    expect(crossing(b, a)).toEqual([['crossingCeilings', ['b', 'a']]]);
  });

  it.each<[string, SumPart, SumPart]>([
    [
      'one inside the other',
      part('a', [is('online', true)], most),
      part('b', [is('online', true), is('topic', 'x')], most),
    ],
    ['on two values of a field', part('a', [is('topic', 'x')], most), part('b', [is('topic', 'y')], most)],
    [
      'by value, and one inside a value',
      part('a', [], per('topic')),
      part('b', [is('topic', 'x'), is('online', true)], most),
    ],
    ['by value, and one over everything', part('a', [], per('topic')), part('b', [], most)],
    ['twice by the values of one field', part('a', [], per('topic')), part('b', [], per('topic'))],
  ])('do not cross: %s', (_, a, b) => {
    expect(crossing(a, b)).toEqual([]);
    expect(crossing(b, a)).toEqual([]);
  });
});

describe('options of several items', () => {
  const option = (tag: string, count: number): Requirement => ({
    kind: 'evidence',
    id: tag,
    says,
    from: 'activities',
    count,
    where: [is('tags', tag)],
  });
  const choose = (choose: number, from: readonly Requirement[]): Requirement => ({
    kind: 'choose',
    id: 'award',
    says,
    choose,
    from,
  });
  const tags = ['a', 'b', 'c'];

  it('are hard where some of them are needed and each takes three', () => {
    expect(
      found(
        choose(
          2,
          tags.map((tag) => option(tag, 3)),
        ),
      ),
    ).toEqual([['exclusiveOptions', tags]]);
  });

  it('add up below an option', () => {
    const options = tags.map(
      (tag): Requirement => ({ kind: 'allOf', id: `all-${tag}`, says, of: [option(tag, 2), option(`${tag}2`, 1)] }),
    );
    expect(found(choose(2, options))).toEqual([['exclusiveOptions', ['a', 'a2', 'b', 'b2', 'c', 'c2']]]);
  });

  it.each<[string, Requirement]>([
    [
      'one of them is enough',
      choose(
        1,
        tags.map((tag) => option(tag, 3)),
      ),
    ],
    [
      'all of them are needed',
      choose(
        3,
        tags.map((tag) => option(tag, 3)),
      ),
    ],
    [
      'each takes two',
      choose(
        2,
        tags.map((tag) => option(tag, 2)),
      ),
    ],
    ['only one takes three', choose(2, [option('a', 3), option('b', 1), option('c', 1)])],
  ])('are not where %s', (_, requirement) => {
    expect(found(requirement)).toEqual([]);
  });
});

describe('the limits of pools', () => {
  const units = { credits: { kind: 'base', parts: 1, splittable: true }, points: { kind: 'base', parts: 1 } } as const;
  const problems = (requirement: Requirement, edition: Partial<Edition>) =>
    hardAllocation
      .find(smallPack(requirement, edition, { fields, units }))
      .map(({ code, expected, names }) => [code, expected, names]);
  const option = (id: string, pool?: string): Requirement => {
    const base = { kind: 'evidence', id, says, from: 'activities', count: 3, where: [] } as const;
    return pool === undefined ? base : { ...base, pool };
  };
  const twoOf = (...from: readonly Requirement[]): Requirement => ({
    kind: 'choose',
    id: 'award',
    says,
    choose: 2,
    from,
  });
  const total = (id: string, unit: string, pool: string): Requirement => {
    return { kind: 'total', id, says, from: ['activities'], unit, atLeast: 4, where: [], parts: [], pool };
  };
  const both = (...of: readonly Requirement[]): Requirement => ({ kind: 'allOf', id: 'award', says, of });

  it('leave no contest where an item may count for all that want it', () => {
    const three = twoOf(option('a'), option('b'), option('c'));
    expect(problems(three, { pools: { items: { uses: 3 } } })).toEqual([]);
    expect(problems(three, { pools: { items: { uses: 2 } } })).toEqual([
      ['exclusiveOptions', 'items', ['a', 'b', 'c']],
    ]);
  });

  it('make pools compete that lie in one', () => {
    const three = twoOf(option('a', 'x'), option('b', 'y'), option('c', 'z'));
    const within = { within: 'all' };
    expect(problems(three, {})).toEqual([]);
    expect(problems(three, { pools: { x: within, y: within } })).toEqual([['exclusiveOptions', 'all', ['a', 'b']]]);
    expect(problems(three, { pools: { x: within, y: within, z: within, all: { uses: 3 } } })).toEqual([]);
  });

  it('make two pools compete that may share only so many items', () => {
    const three = twoOf(option('a', 'x'), option('b', 'y'), option('c', 'z'));
    expect(problems(three, { overlaps: [{ pools: ['x', 'z'], atMost: 1 }] })).toEqual([
      ['exclusiveOptions', 'x', ['a', 'c']],
    ]);
  });

  it('are none for totals between which an item may be divided', () => {
    expect(problems(both(total('a', 'credits', 'x'), total('b', 'credits', 'x')), {})).toEqual([]);
    expect(problems(both(total('a', 'points', 'x'), total('b', 'points', 'x')), {})).toEqual([
      ['competingTotals', 'x', ['b']],
    ]);
    expect(problems(both(total('a', 'credits', 'x'), total('b', 'points', 'x')), {})).toEqual([
      ['competingTotals', 'x', ['b']],
    ]);
  });
});
