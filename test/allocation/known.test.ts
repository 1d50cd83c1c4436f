import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import type { Instance, Leaf, Need } from './instance.js';
import { AS_OF, packOf, recordOf, STAGE } from './packs.js';

// Contests whose best anybody can reckon and that were once decided wrongly, or would be by what could count as it stands.

it('fills the leaf that weighs more, also where the choice that makes the other weigh less lies in two pools', () => {
  // The choice weighs 3 of 4 and is the mean of two: what `leaf-1` adds is a quarter of it, 3/16; `leaf-3` adds 1/4.
  const choice: Need = { kind: 'choose', k: 2, of: [{ kind: 'allOf', of: [leafAt(0), leafAt(1)] }, leafAt(2)] };
  const leaves = [inPool('main'), inPool('other'), inPool('main'), inPool('other')];
  const first = { 0: true, 1: true, 2: false, 3: true };
  const second = { 0: false, 1: true, 2: true, 3: true };
  const stage = stageOf({
    root: { kind: 'allOf', of: [choice, leafAt(3)] },
    leaves,
    items: [
      { tier: 'inProgress', code: 'MATH 1', amount: 1, says: first },
      { tier: 'earned', code: 'MATH 2', amount: 1, says: second },
    ],
  });
  expect(stage?.status).toBe('pending');
  // With the second item: half of the choice by `leaf-2`, and `leaf-3`.
  expect(stage?.progress.earned).toEqual({ n: 5, d: 8 });
  expect(stage?.progress.withInProgress).toEqual({ n: 1, d: 1 });
});

it('makes a bundle of the completion of a course that nothing else wants', () => {
  const science: Leaf = { ...inPool('main'), wants: { by: 'set', set: 'science' }, flagged: false };
  const stage = stageOf({
    root: { kind: 'allOf', of: [leafAt(0), leafAt(1)] },
    leaves: [science, inPool('main')],
    items: [
      { tier: 'earned', code: 'CHEM 1', amount: 1, says: { 1: true } },
      { tier: 'earned', code: 'CHEM 1', amount: 1, says: { 1: false } },
      { tier: 'earned', code: 'CHEM 2', amount: 1, says: { 1: false } },
    ],
    bundles: [{ id: 'lecture-and-lab', codes: ['CHEM 1', 'CHEM 2'], covers: ['science'] }],
  });
  expect(stage?.status).toBe('met');
});

function stageOf(given: Pick<Instance, 'root' | 'leaves' | 'items'> & Partial<Instance>) {
  const pools = { main: { uses: 1 }, other: { uses: 1 } };
  const instance = { courses: [], bundles: [], pools, overlaps: [], splittable: false, ...given };
  return evaluate(packOf(instance), recordOf(instance), { asOf: AS_OF }).stages[STAGE];
}

function leafAt(leaf: number): Need {
  return { kind: 'leaf', leaf };
}

/** Wants one item, any that says so. */
function inPool(pool: string): Leaf {
  return { counts: 'items', need: 1, pool, wants: { by: 'anything' }, flagged: true };
}
