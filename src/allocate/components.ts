import type { CompiledNode } from '../compile/nodes.js';
import type { AllocatingLeaf } from './allocation.js';
import type { Offers } from './contest.js';
import type { Pools } from './pools.js';

/** Groups of leaves that must be served together. */
export interface Components {
  readonly groups: readonly Offers[];
  /** Leaves whose items nobody else wants. */
  readonly alone: Offers;
  readonly isContested: (leaf: AllocatingLeaf, item: number) => boolean;
}

/**
 * Divides leaves into those that share nothing and groups of those that do: they want the same items of pools that bound each other, or
 * stand below one choice, which rests on the best of them.
 */
export function componentsOf(offers: Offers, pools: Pools, nodes: readonly CompiledNode[]): Components {
  const wanted = new Map<string, { leaf: AllocatingLeaf; pool: string }[]>();
  const keyOf = (pool: string, item: number) => `${item} ${pools.family(pool)}`;
  for (const [leaf, edges] of offers) {
    const { pool } = leaf;
    if (pool === undefined) continue;
    for (const { items } of edges)
      for (const item of items) {
        const known = wanted.get(keyOf(pool, item));
        if (known) known.push({ leaf, pool });
        else wanted.set(keyOf(pool, item), [{ leaf, pool }]);
      }
  }
  const contested = new Set([...wanted].filter(([, wishes]) => isWantedTooOften(wishes, pools)).map(([key]) => key));
  const isContested = (leaf: AllocatingLeaf, item: number) =>
    leaf.pool !== undefined && contested.has(keyOf(leaf.pool, item));
  const groups = new Map<AllocatingLeaf, AllocatingLeaf[]>();
  const join = (leaves: readonly AllocatingLeaf[]) => {
    const [first, ...others] = leaves;
    if (!first) return;
    for (const leaf of [first, ...others]) if (!groups.has(leaf)) groups.set(leaf, [leaf]);
    for (const leaf of others) {
      const [mine, theirs] = [groups.get(first) ?? [], groups.get(leaf) ?? []];
      if (mine === theirs) continue;
      mine.push(...theirs);
      for (const each of theirs) groups.set(each, mine);
    }
  };
  for (const wishes of wanted.values()) if (isWantedTooOften(wishes, pools)) join(wishes.map(({ leaf }) => leaf));
  const above = new Map<number | string, AllocatingLeaf[]>();
  const gather = (key: number | string, leaf: AllocatingLeaf) => above.set(key, [...(above.get(key) ?? []), leaf]);
  for (const leaf of groups.keys()) {
    const choice = highestChoice(leaf.node, nodes);
    if (choice !== undefined) gather(choice, leaf);
    // Items that may count in both of two pools draw on one budget.
    for (const { pools: pair } of pools.budgets)
      if (leaf.pool !== undefined && pools.path(leaf.pool).some((pool) => pair.includes(pool)))
        gather(pair.join(' '), leaf);
  }
  for (const leaves of above.values()) join(leaves);
  return {
    groups: [...new Set(groups.values())].map((group) => {
      const mine = new Set(group);
      return new Map([...offers].filter(([leaf]) => mine.has(leaf)));
    }),
    alone: new Map([...offers].filter(([leaf]) => !groups.has(leaf))),
    isContested,
  };
}

function isWantedTooOften(wishes: readonly { leaf: AllocatingLeaf; pool: string }[], pools: Pools): boolean {
  if (wishes.length < 2) return false;
  if (new Set(wishes.map(({ leaf }) => leaf)).size < wishes.length) return true;
  const counts = new Map<string, number>();
  for (const { pool } of wishes) for (const each of pools.path(pool)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return (
    [...counts].some(([pool, count]) => count > pools.uses(pool)) ||
    pools.budgets.some(({ pools: [a, b] }) => counts.has(a) && counts.has(b))
  );
}

/** The highest requirement above a leaf that does not just add up what is below it. */
function highestChoice(at: number, nodes: readonly CompiledNode[]): number | undefined {
  let found: number | undefined;
  for (let above = nodes[at]?.parent ?? -1; above >= 0; above = nodes[above]?.parent ?? -1) {
    const node = nodes[above];
    if (node?.kind === 'choose' || (node?.kind === 'allOf' && node.firstDoor)) found = above;
  }
  return found;
}
