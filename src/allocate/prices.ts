import type { ContestPrices } from './allocation.js';
import type { Choices } from './choices.js';
import type { Claim } from './contest.js';
import type { Network, Steps } from './network.js';
import type { Task } from './task.js';

interface Filled {
  readonly net: Network;
  readonly choices: Choices;
  /** By site. */
  readonly vertices: readonly number[];
  /** What is certain without any flow. */
  readonly base: number;
  /** What the prices must prove. */
  readonly bound: number;
}

/**
 * Reads prices off a network that is filled, and adds them up. `undefined` where they do not come to the bound, or where a reader would
 * need to know more than who wants what: pools of several uses, bundles, amounts.
 */
export function pricesIn(task: Task, filled: Filled, steps: Steps): ContestPrices | undefined {
  if (!isReadable(task)) return undefined;
  const { net, choices, vertices, base, bound } = filled;
  const { stakeOf, sites, contest, stakes } = task;
  const potential = net.potentials(steps);
  const drop = (from: number, to: number) => {
    const price = (potential[from] ?? 0) - (potential[to] ?? 0);
    return Number.isFinite(price) ? Math.max(0, price) : 0;
  };
  const ofSites = sites.map((_, site) => drop(vertices[site] ?? 0, choices.above(stakeOf[site] ?? -1)));
  const ofChoices = choices.vertices.map((vertex, at) => (vertex === undefined ? 0 : drop(vertex, choices.above(at))));
  const onTheWay = ({ site }: Claim) => {
    let sum = ofSites[site] ?? 0;
    for (let at = stakes.nodes[stakeOf[site] ?? -1]?.parent ?? -1; at >= 0; at = stakes.nodes[at]?.parent ?? -1)
      sum += ofChoices[at] ?? 0;
    return sum;
  };
  const items = new Map<number, number>();
  for (const claim of task.claims) {
    if (!task.levels[0]?.counts(claim.edge)) continue;
    const left = (sites[claim.site]?.each[0] ?? 0) - onTheWay(claim);
    for (const item of claim.items) items.set(item, Math.max(items.get(item) ?? 0, left, 0));
  }
  const missing = sites.map(({ need, own }) => Math.max(0, (need[0] ?? 0) - (own[0] ?? 0)));
  const sum =
    base +
    [...items.values()].reduce((all, price) => all + price, 0) +
    ofSites.reduce((all, price, site) => all + price * (price > 0 ? (missing[site] ?? 0) : 0), 0) +
    ofChoices.reduce((all, price, at) => all + price * (price > 0 ? (choices.capacities[at] ?? 0) : 0), 0);
  if (sum !== bound) return undefined;
  const nodes = [
    ...ofSites.map((price, site) => [contest.sites[site]?.leaf.node ?? -1, price] as const),
    ...ofChoices.map((price, at) => [stakes.nodes[at]?.node ?? -1, price] as const),
  ].filter(([, price]) => price > 0);
  const share = ([key, price]: readonly [number, number]) => [key, stakes.share(price)] as const;
  return { items: new Map([...items].map(share)), nodes: new Map(nodes.map(share)) };
}

/** Whether prices of items, of what leaves lack and of what choices let pass say all there is to say. */
function isReadable({ sites, contest, claims, stakes }: Task): boolean {
  const { pools } = contest;
  return (
    stakes.exact &&
    sites.every(({ kind }, site) => kind === 'counted' && contest.sites[site]?.leaf.kind === 'units') &&
    stakes.nodes.every(({ fixed, door }) => fixed[0] === undefined && door === undefined) &&
    pools.budgets.length === 0 &&
    claims.every(({ items, leaf }) => {
      const pool = leaf.pool ?? '';
      return items.length === 1 && pools.path(pool).length === 1 && pools.uses(pool) === 1;
    })
  );
}
