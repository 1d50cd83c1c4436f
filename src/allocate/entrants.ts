import type { Claim } from './contest.js';
import { type Network, SOURCE } from './network.js';
import { isFlowing } from './pools.js';
import type { Task } from './task.js';

/** An item that several leaves want, or items that are alike, with every claim on them. */
export interface Entrant {
  readonly items: readonly number[];
  /** How many items there are, or where it may be divided the item's amount. */
  readonly size: number;
  /** By leaf: the claims on it, one for each of its items. */
  readonly claims: readonly (readonly Claim[])[];
}

/** The items of the claims, those that are alike together. A claim on several items stands at the one that is wanted most. */
export function entrantsOf(task: Task, claims: readonly Claim[], reserved: ReadonlySet<number>): readonly Entrant[] {
  const divides = ({ site }: Claim) => task.sites[site]?.divides === true;
  const wishes = new Map<number, number>();
  for (const { items } of claims) for (const item of items) wishes.set(item, (wishes.get(item) ?? 0) + 1);
  const byItem = new Map<string, Claim[]>();
  for (const claim of claims) {
    const lead = claim.items.reduce((a, b) => ((wishes.get(b) ?? 0) > (wishes.get(a) ?? 0) ? b : a));
    const key = `${lead}${divides(claim) ? ' in parts' : ''}`;
    const known = byItem.get(key);
    if (known) known.push(claim);
    else byItem.set(key, [claim]);
  }
  const alike = new Map<string, (readonly Claim[])[]>();
  for (const [item, mine] of byItem) {
    const key = isAlone(task, mine, reserved)
      ? item
      : mine
          .map(({ name }) => name)
          .sort()
          .join(' ');
    const known = alike.get(key);
    const sorted = mine.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (known) known.push(sorted);
    else alike.set(key, [sorted]);
  }
  return [...alike.values()].map((group): Entrant => {
    const [first = []] = group;
    return {
      items: group.map((mine) => mine[0]?.items[0] ?? -1),
      size: first[0] && divides(first[0]) ? first[0].edge.amount : group.length,
      claims: first.map((_, i) => group.flatMap((mine) => mine[i] ?? [])),
    };
  });
}

/** Whether an item cannot stand for others: something of it is tried, reserved, or it flows by amounts. */
function isAlone(task: Task, claims: readonly Claim[], reserved: ReadonlySet<number>): boolean {
  return claims.some(
    ({ index, site, items }) =>
      task.isHard[index] || task.sites[site]?.divides || items.some((item) => reserved.has(item)),
  );
}

/**
 * Leads items into a network through the pools that bound their use. Gives the vertex from which an entrant serves the leaves of a pool.
 */
export function enter(
  task: Task,
  net: Network,
  honoured: readonly Claim[],
): (entrant: Entrant, pool: string) => number {
  const { pools } = task.contest;
  const reserved = new Map<string, number>();
  for (const claim of honoured) {
    for (const pool of claim.leaf.pool === undefined ? [] : pools.path(claim.leaf.pool))
      for (const item of claim.items) reserved.set(`${item} ${pool}`, (reserved.get(`${item} ${pool}`) ?? 0) + 1);
  }
  const taken = (entrant: Entrant, pool: string) =>
    entrant.items.reduce((sum, item) => sum + (reserved.get(`${item} ${pool}`) ?? 0), 0);
  const budgets = pools.budgets
    .filter((budget) => isFlowing(budget, pools))
    .map(({ pools: [a, b], atMost }) => {
      const vertex = net.vertex();
      const both = new Set(
        honoured
          .flatMap(({ items }) => items)
          .filter((item) => reserved.has(`${item} ${a}`) && reserved.has(`${item} ${b}`)),
      );
      net.arc(SOURCE, vertex, Math.max(0, atMost - both.size));
      return { pools: [a, b] as const, vertex };
    });
  const known = new Map<Entrant, Map<string, number>>();
  const vertexFor = (entrant: Entrant, name: string, make: () => number): number => {
    const mine = known.get(entrant) ?? new Map<string, number>();
    known.set(entrant, mine);
    const found = mine.get(name) ?? make();
    mine.set(name, found);
    return found;
  };
  /** Where what counts in a pool that lies in no other comes from: everybody once, and once more out of a budget. */
  const entry = (entrant: Entrant, pool: string): number => {
    const budget = budgets.find((each) => each.pools.includes(pool));
    if (!budget) return SOURCE;
    return vertexFor(entrant, `in both ${budget.pools.join(' ')}`, () => {
      const vertex = net.vertex();
      const used = Math.min(entrant.size, Math.max(...budget.pools.map((each) => taken(entrant, each))));
      net.arc(SOURCE, vertex, entrant.size - used);
      net.arc(budget.vertex, vertex, entrant.size);
      return vertex;
    });
  };
  const into = (entrant: Entrant, pool: string): number =>
    vertexFor(entrant, pool, () => {
      const [, parent] = pools.path(pool);
      const from = parent === undefined ? entry(entrant, pool) : into(entrant, parent);
      const vertex = net.vertex();
      net.arc(from, vertex, Math.max(0, entrant.size * pools.uses(pool) - taken(entrant, pool)));
      return vertex;
    });
  return into;
}
