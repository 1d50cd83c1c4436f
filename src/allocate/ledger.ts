import type { Edge } from '../match/matched.js';
import type { AllocatingLeaf } from './allocation.js';
import type { Pools } from './pools.js';

/** What each item counts for so far, and whether the pools leave room for more. */
export interface Ledger {
  /** Whether a leaf may take the edge as well; a bundle counts once for it, of whichever completions, and so does an item. */
  readonly hasRoom: (edge: Edge, leaf: AllocatingLeaf) => boolean;
  readonly enter: (edge: Edge, leaf: AllocatingLeaf) => void;
  /** How often an item has been taken. */
  readonly uses: (item: number) => number;
}

/** An empty book of what has been taken. */
export function ledger(pools: Pools): Ledger {
  const used = new Map<string, Map<number, number>>();
  const all = new Map<number, number>();
  const bundles = new Set<string>();
  const at = new Set<string>();
  const usesIn = (pool: string, item: number) => used.get(pool)?.get(item) ?? 0;
  const inBoth = ({ pools: [a, b] }: { readonly pools: readonly [string, string] }) =>
    [...(used.get(a)?.keys() ?? [])].filter((item) => usesIn(a, item) > 0 && usesIn(b, item) > 0).length;
  const wouldJoin = (item: number, path: readonly string[], [a, b]: readonly [string, string]) =>
    (path.includes(a) && usesIn(b, item) > 0 && usesIn(a, item) === 0) ||
    (path.includes(b) && usesIn(a, item) > 0 && usesIn(b, item) === 0);
  return {
    hasRoom: ({ items, bundle }, { node, pool }) => {
      if (bundle !== undefined && bundles.has(`${node} ${bundle}`)) return false;
      if (items.some((item) => at.has(`${node} ${item}`))) return false;
      if (pool === undefined) return true;
      const path = pools.path(pool);
      if (items.some((item) => path.some((each) => usesIn(each, item) >= pools.uses(each)))) return false;
      return pools.budgets.every((budget) => {
        const joining = items.filter((item) => wouldJoin(item, path, budget.pools)).length;
        return joining === 0 || inBoth(budget) + joining <= budget.atMost;
      });
    },
    enter: ({ items, bundle }, { node, pool }) => {
      if (bundle !== undefined) bundles.add(`${node} ${bundle}`);
      for (const item of items) {
        at.add(`${node} ${item}`);
        all.set(item, (all.get(item) ?? 0) + 1);
        for (const each of pool === undefined ? [] : pools.path(pool)) {
          const counts = used.get(each) ?? new Map<number, number>();
          used.set(each, counts.set(item, (counts.get(item) ?? 0) + 1));
        }
      }
    },
    uses: (item) => all.get(item) ?? 0,
  };
}
