import { type Memory, remembered } from '../base/remembered.js';
import type { CompiledTree } from '../compile/ruleset.js';
import { type Difference, differenceOf } from './difference.js';

/** An earlier tree of a list, by its place, and what a later one asks otherwise. */
export interface Kin {
  readonly of: number;
  readonly difference: Difference;
}

/**
 * By tree of a list: the one earlier tree that asks the same, or else at most `FEW` of its shape, the one that differs least first. Found
 * once for a list.
 */
export const kinOf = rememberedByTrees((trees): readonly (readonly Kin[])[] =>
  trees.map((tree, i) => kinIn(trees, tree, i)),
);

/** Another edition's tree under the same readings is the likeliest to ask the same. */
function kinIn(trees: readonly CompiledTree[], tree: CompiledTree, i: number): readonly Kin[] {
  const before = [...trees.keys()].slice(0, i);
  const likeliest = before.toSorted((a, b) => unlikeness(trees[a], tree) - unlikeness(trees[b], tree) || a - b);
  const kin: Kin[] = [];
  for (const of of likeliest) {
    const other = trees[of];
    const difference = other && differenceOf(other, tree);
    if (!difference) continue;
    if (sizeOf(difference) === 0) return [{ of, difference }];
    if (kin.push({ of, difference }) === FEW) break;
  }
  return kin.sort((a, b) => sizeOf(a.difference) - sizeOf(b.difference) || a.of - b.of);
}

const FEW = 3;

function unlikeness(other: CompiledTree | undefined, tree: CompiledTree): number {
  return other?.combination === tree.combination ? 0 : 1;
}

function sizeOf({ dues, leaves, byRule }: Difference): number {
  return 100 * dues.length + 10 * leaves.length + byRule.length;
}

/**
 * Finds something about a list of trees once, and gives the same object for the same trees from then on. There are as many lists as
 * editions and readings that can meet.
 */
export function rememberedByTrees<T extends object>(
  find: (trees: readonly CompiledTree[]) => T,
): (trees: readonly CompiledTree[]) => T {
  const grown = (): Branch<T> => ({ next: new WeakMap() });
  const root = grown();
  return (trees) => {
    let branch = root;
    for (const tree of trees) branch = remembered(branch.next, tree, grown);
    branch.found ??= find(trees);
    return branch.found;
  };
}

interface Branch<T> {
  readonly next: Memory<CompiledTree, Branch<T>>;
  found?: T;
}
