import { describe, expect, it } from 'vitest';
import { type Best, bestOf, type Oracle } from './best.js';
import { byBruteForce } from './brute-force.js';
import type { Instance, Item, Leaf, Need } from './instance.js';
import { integerProgram } from './integer-program.js';

// What both oracles take for granted cannot be seen by comparing them: instances whose best anybody can reckon.

const oracles: readonly (readonly [string, Oracle])[] = [
  ['trying everything', byBruteForce],
  ['the integer program', await integerProgram()],
];

describe.each(oracles)('%s', (_, oracle) => {
  it('gives a contested item to the leaf that would otherwise have none', () => {
    const leaves = [flagged(), flagged()];
    expect(
      best({ leaves, items: [item({ says: { 0: true, 1: true } }), item({ says: { 0: true, 1: false } })] }),
    ).toEqual(met);
    expect(best({ leaves, items: [item({ says: { 0: true, 1: true } })] })).toMatchObject({
      status: 'unmet',
      earned: 1 / 2,
    });
  });

  it('weighs a choice by its lightest ways and fills the best of them', () => {
    // Of one leaf, and one or both of two leaves, two thirds of the weight are met.
    const both: Need = { kind: 'allOf', of: [leafAt(1), leafAt(2)] };
    const root: Need = { kind: 'allOf', of: [leafAt(0), { kind: 'choose', k: 1, of: [both, leafAt(3)] }, leafAt(4)] };
    const leaves = [flagged(), flagged(), flagged(), flagged(), flagged()];
    const says = { 0: false, 1: false, 2: false, 3: false, 4: false };
    const items = [item({ says: { ...says, 0: true } }), item({ says: { ...says, 3: true } })];
    expect(best({ root, leaves, items })).toMatchObject({ status: 'unmet', earned: 2 / 3 });
    const half = [item({ says: { ...says, 0: true } }), item({ says: { ...says, 1: true } })];
    expect(best({ root, leaves, items: half })).toMatchObject({ status: 'unmet', earned: (1 + 1 / 2) / 3 });
  });

  it('tells what is earned from what is in progress, uncertain or planned', () => {
    const leaves = [flagged()];
    expect(best({ leaves, items: [item({ tier: 'inProgress', says: { 0: true } })] })).toEqual({
      ...met,
      status: 'pending',
      earned: 0,
    });
    expect(best({ leaves, items: [item({ says: {} })] })).toEqual({
      status: 'unknown',
      earned: 0,
      withInProgress: 0,
      withPlanned: 0,
    });
    expect(best({ leaves, items: [item({ tier: 'planned', says: { 0: true } })] })).toEqual({
      status: 'unmet',
      earned: 0,
      withInProgress: 0,
      withPlanned: 1,
    });
  });

  it('takes a bundle whole or not at all, and no surer than its items', () => {
    const leaves = [{ ...flagged(), wants: { by: 'set', set: 'science' } } as const];
    const items = [item({ code: 'CHEM 1', says: { 0: true } }), item({ code: 'CHEM 2', says: { 0: true } })];
    expect(best({ leaves, items, bundles })).toEqual(met);
    expect(best({ leaves, items: items.slice(0, 1), bundles })).toMatchObject({ status: 'unmet', earned: 0 });
    const open = [item({ code: 'CHEM 1', says: { 0: true } }), item({ code: 'CHEM 2', says: {} })];
    expect(best({ leaves, items: open, bundles })).toMatchObject({ status: 'unknown', earned: 0 });
  });

  it('never lets an item count twice for one leaf, whatever its pool allows', () => {
    const leaves: readonly Leaf[] = [{ ...flagged(), flagged: false, need: 2, wants: { by: 'set', set: 'science' } }];
    const items = ['CHEM 1', 'CHEM 2', 'CHEM 3'].map((code) => item({ code }));
    const two = [...bundles, { id: 'other', codes: ['CHEM 2', 'CHEM 3'], covers: ['science'] }];
    const pools = { main: { uses: 2 } };
    expect(best({ leaves, items, bundles: two, pools })).toMatchObject({ status: 'unmet', earned: 1 / 2 });
  });

  it('lets an item count as often as its pool allows, and as the pool around that allows', () => {
    const leaves = [flagged(), flagged(), flagged()];
    const items = [item({ says: { 0: true, 1: true, 2: true } })];
    expect(best({ leaves, items, pools: { main: { uses: 2 } } })).toMatchObject({ earned: 2 / 3 });
    const inner = leaves.map((leaf, i) => ({ ...leaf, pool: ['main', 'a', 'b'][i] ?? '' }));
    const apart = { main: { uses: 1 }, a: { uses: 1 }, b: { uses: 1 } };
    expect(best({ leaves: inner, items, pools: apart })).toEqual(met);
    const nested = { main: { uses: 2 }, a: { uses: 1, within: 'main' }, b: { uses: 1, within: 'a' } };
    expect(best({ leaves: inner, items, pools: nested })).toMatchObject({ earned: 2 / 3 });
  });

  it('lets so many items count in both of two pools', () => {
    const leaves = [flagged(), { ...flagged(), pool: 'other' }].map((leaf) => ({ ...leaf, need: 2 }));
    const items = [item({ says: { 0: true, 1: true } }), item({ says: { 0: true, 1: true } })];
    const pools = { main: { uses: 1 }, other: { uses: 1 } };
    const share = (atMost: number) => best({ leaves, items, pools, overlaps: [{ pools: ['main', 'other'], atMost }] });
    expect([0, 1, 2].map((atMost) => share(atMost).earned)).toEqual([2 / 4, 3 / 4, 1]);
  });

  it('divides an amount where it may be divided', () => {
    const leaves = [3, 4].map((need): Leaf => ({ ...flagged(), flagged: false, counts: 'amounts', need }));
    const items = [item({ amount: 5 }), item({ amount: 2 })];
    expect(best({ leaves, items, splittable: true })).toEqual(met);
    // The larger amount fills one total; the smaller is half of the larger one, or two thirds of the smaller.
    expect(best({ leaves, items }).earned).toBeCloseTo((1 + 2 / 3) / 2, 9);
  });

  function best(given: Pick<Instance, 'leaves' | 'items'> & Partial<Instance>): Best {
    const root: Need = { kind: 'allOf', of: given.leaves.map((_, i) => leafAt(i)) };
    const pools = { main: { uses: 1 } };
    return bestOf({ root, courses: [], bundles: [], pools, overlaps: [], splittable: false, ...given }, oracle);
  }
});

const met: Best = { status: 'met', earned: 1, withInProgress: 1, withPlanned: 1 };

const bundles = [{ id: 'lecture-and-lab', codes: ['CHEM 1', 'CHEM 2'], covers: ['science'] }];

function leafAt(leaf: number): Need {
  return { kind: 'leaf', leaf };
}

/** Wants one item, any that says so. */
function flagged(): Leaf {
  return { counts: 'items', need: 1, pool: 'main', wants: { by: 'anything' }, flagged: true };
}

function item(given: Partial<Item>): Item {
  return { tier: 'earned', code: 'MATH 1', amount: 1, says: {}, ...given };
}
