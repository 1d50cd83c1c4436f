import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/compile/compile.js';
import type { Edition } from '../../src/model/pack.js';
import type { Requirement } from '../../src/model/requirement.js';
import { differenceOf } from '../../src/worlds/difference.js';
import { smallPack } from './small-pack.js';

const one = (pool: string): Requirement => ({
  id: `in-${pool}`,
  says: 'One.',
  kind: 'evidence',
  from: 'completions',
  count: 1,
  where: [],
  pool,
});

/** The tree of a stage that asks for one item in each of these pools, and again in every year where that is said. */
function treeOf(edition: Partial<Edition>, pools: readonly string[], yearly: readonly string[] = []) {
  const again = yearly.map((pool): Requirement => {
    const start = { kind: 'named', name: 'enrolled' } as const;
    return {
      id: `yearly-${pool}`,
      says: 'Again.',
      kind: 'eachPeriod',
      every: { n: 1, unit: 'years' },
      start,
      requirement: one(pool),
    };
  });
  const pack = smallPack({ id: 'award', says: 'All.', kind: 'allOf', of: [...pools.map(one), ...again] }, edition);
  const tree = compiled(pack).editions[0]?.stages.get('award')?.first;
  if (!tree) throw new Error('the pack has no such stage');
  return tree;
}

describe('a stage knows of the rules for pools', () => {
  it('those of its own, and of those around them', () => {
    const edition: Partial<Edition> = {
      pools: {
        core: { uses: 2, within: 'degree' },
        degree: { uses: 3, within: 'all' },
        minutes: { across: 'stages' },
        elsewhere: { within: 'degree' },
      },
      overlaps: [
        { pools: ['core', 'minutes'], atMost: 2, cite: [{ source: 'law' }] },
        { pools: ['elsewhere', 'other'], atMost: 1 },
      ],
    };
    expect(treeOf(edition, ['core'], ['minutes']).pools).toEqual({
      byName: new Map([
        ['core', { uses: 2, within: 'degree' }],
        ['degree', { uses: 3, within: 'all' }],
        ['minutes', { uses: 1, acrossStages: true }],
      ]),
      overlaps: [{ pools: ['core', 'minutes'], atMost: 2 }],
    });
  });

  it('none, where none is about a pool of its own', () => {
    expect(treeOf({}, ['core'])).not.toHaveProperty('pools');
    expect(treeOf({ pools: { elsewhere: { uses: 2 } } }, ['core'])).not.toHaveProperty('pools');
  });

  it('and no pool that lies within itself', () => {
    expect(() => treeOf({ pools: { core: { within: 'degree' }, degree: { within: 'core' } } }, ['core'])).toThrow(
      new TypeError('editions.first.pools.core.within: expected a pool that does not lie within itself, found `core`'),
    );
  });
});

it('two trees of which the pools allow something else are not alike', () => {
  const trees = [{ uses: 2 }, { uses: 2 }, { uses: 3 }, { uses: 2, within: 'other' }].map((core) =>
    treeOf({ pools: { core } }, ['core', 'other']),
  );
  const [tree, same, ...others] = [
    ...trees,
    treeOf({ overlaps: [{ pools: ['core', 'other'], atMost: 1 }] }, ['core', 'other']),
  ];
  if (!tree || !same) throw new Error('the trees have changed');
  expect(differenceOf(tree, same)).toEqual({ dues: [], leaves: [], byRule: [] });
  expect(others.map((other) => differenceOf(tree, other))).toEqual([undefined, undefined, undefined]);
});

it('a unit counted in one whose amounts may be divided may be divided as well', () => {
  const pack = smallPack(
    one('items'),
    {},
    {
      units: {
        credits: { kind: 'base', parts: 2, splittable: true },
        courses: { kind: 'is', amount: { n: 3, unit: 'credits' } },
        whole: { kind: 'base', parts: 2, splittable: false },
      },
    },
  );
  const { units } = compiled(pack);
  expect(['credits', 'courses', 'whole', 'hours'].filter((id) => units.get(id)?.splittable)).toEqual([
    'credits',
    'courses',
  ]);
});
