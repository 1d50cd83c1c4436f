import type { Edge } from '../match/matched.js';
import { type FoundConflict, SHOWN } from './allocation.js';
import type { Contest, Site } from './contest.js';
import { UNKNOWN_LEVEL } from './levels.js';
import type { Solved } from './search.js';
import type { Stakes } from './stakes.js';
import { isSimple, type Task, taskOf } from './task.js';
import { comesTo } from './value.js';

/**
 * Why requirements of a contest stay unmet that might each be met: those that hold what one of them lacks, and what holds what these
 * lack, until the items that might count for any of them are fewer than they need. `solved` is the best for all of them together.
 */
export function conflictsIn(
  contest: Contest,
  stakes: Stakes,
  solved: Solved,
  canBeMet: (sites: readonly Site[]) => boolean | undefined,
): readonly FoundConflict[] {
  const task = taskOf(contest, [UNKNOWN_LEVEL], stakes, false);
  const values = comesTo(task, solved.edges).stakes[0] ?? [];
  const tops = stakes.nodes.flatMap(({ parent }, at) => (parent < 0 ? [at] : []));
  const pools = new Set(
    contest.sites.flatMap(({ leaf }) =>
      leaf.pool === undefined ? [] : [contest.pools.path(leaf.pool).at(-1) ?? leaf.pool],
    ),
  );
  const found: FoundConflict[] = [];
  for (const victim of tops) {
    if ((values[victim] ?? 0) >= (stakes.nodes[victim]?.whole[0] ?? 0)) continue;
    const counted = [...pools].flatMap((pool) => countedIn(task, pool, victim, solved, canBeMet) ?? []);
    const conflict = counted[0] ?? searched(task, victim, solved, canBeMet);
    const isKnown = found.some(({ nodes }) => nodes.join() === conflict?.nodes.join());
    if (conflict && !isKnown) found.push(conflict);
  }
  return found;
}

/** A conflict that counting in one pool shows, made as small as it can be. */
function countedIn(
  task: Task,
  pool: string,
  victim: number,
  solved: Solved,
  canBeMet: (sites: readonly Site[]) => boolean | undefined,
): FoundConflict | undefined {
  if (!isCountable(task, pool)) return undefined;
  const costs = leastOf(task, pool);
  const count = (group: readonly number[]) => ({
    need: group.reduce((sum, at) => sum + (costs[at] ?? 0), 0),
    have: supplyOf(task, pool, group),
    ofItems: countsItems(task, pool),
  });
  const isShort = (group: readonly number[]) => {
    const { need, have } = count(group);
    return Number.isFinite(need) && need > have;
  };
  const all = holdersOf(task, pool, victim, solved, (at) => Number.isFinite(costs[at]));
  if (!Number.isFinite(costs[victim]) || !isShort(all)) return undefined;
  // More than a reader could follow is told as it is.
  if (all.length > READABLE) return { nodes: nodesOf(task, all), items: itemsOf(task, pool, all), count: count(all) };
  const least = all.reduce((group, at) => {
    const without = group.filter((each) => each !== at);
    return isShort(without) ? without : group;
  }, all);
  // Counting does not see that bundles may exclude each other.
  const hasBundles = (at: number) => edgesBelow(task, pool, [at]).some(({ bundle }) => bundle !== undefined);
  if (least.some((at) => hasBundles(at) && !canBeMet(sitesOf(task, [at])))) return undefined;
  return { nodes: nodesOf(task, least), items: itemsOf(task, pool, least), count: count(least) };
}

/** So many requirements are made fewer one by one. */
const READABLE = 24;

/** A conflict that no counting shows: each of the requirements could be met if the others were not there, and any of them left out. */
function searched(
  task: Task,
  victim: number,
  solved: Solved,
  canBeMet: (sites: readonly Site[]) => boolean | undefined,
): FoundConflict | undefined {
  const together = (group: readonly number[]) => canBeMet(sitesOf(task, group));
  if (!together([victim])) return undefined;
  const all = holdersOf(task, undefined, victim, solved, (at) => together([at]) === true);
  if (all.length > READABLE || together(all) !== false) return undefined;
  const group = all.reduce((kept, at) => {
    const without = kept.filter((each) => each !== at);
    return at !== victim && together(without) === false ? without : kept;
  }, all);
  return { nodes: nodesOf(task, group), items: itemsOf(task, undefined, group) };
}

/** Whether everything in the pool is measured alike: items, or amounts of one unit that only add up. */
function isCountable({ contest }: Task, pool: string): boolean {
  const leaves = contest.sites.flatMap(({ leaf }) => (isIn(contest, leaf.pool, pool) ? [leaf] : []));
  if (contest.pools.budgets.some(({ pools }) => pools.includes(pool))) return false;
  return (
    leaves.every((leaf) => leaf.kind === 'units') ||
    (leaves.every(isSimple) && new Set(leaves.map((leaf) => (leaf.kind === 'sum' ? leaf.unit.id : ''))).size === 1)
  );
}

function isIn({ pools }: Contest, own: string | undefined, pool: string | undefined): boolean {
  return own !== undefined && (pool === undefined || pools.path(own).includes(pool));
}

/** By stake: the least of a pool that it takes to meet it; what cannot be met at all is infinite. */
function leastOf(task: Task, pool: string): readonly number[] {
  const { stakes, siteOf, contest, sites } = task;
  const costs = new Array<number>(stakes.nodes.length).fill(0);
  for (let at = stakes.nodes.length - 1; at >= 0; at--) {
    const stake = stakes.nodes[at];
    if (!stake) continue;
    const { fixed, choose, children, settled, whole } = stake;
    const site = siteOf.get(at) ?? -1;
    if (fixed[0]) costs[at] = fixed[0] === 'whole' ? 0 : Number.POSITIVE_INFINITY;
    else if (site >= 0) {
      const { leaf, alone = [], claims = [] } = contest.sites[site] ?? {};
      const need = sites[site]?.need[0] ?? 0;
      const edges = [...alone, ...claims.map(({ edge }) => edge)].filter(SHOWN);
      const most = leaf?.kind === 'units' ? fillsAtMost(edges) : edges.reduce((sum, { amount }) => sum + amount, 0);
      costs[at] = most < need ? Number.POSITIVE_INFINITY : isIn(contest, leaf?.pool, pool) ? need : 0;
    } else if (choose) {
      const full = stakes.nodes[children[0] ?? -1]?.whole[0] ?? 0;
      const own = (settled[0] ?? []).map((value) => (value >= full ? 0 : Number.POSITIVE_INFINITY));
      const all = [...own, ...children.map((child) => costs[child] ?? 0)].sort((a, b) => a - b);
      const k = choose[0] ?? 0;
      costs[at] = all.length < k ? Number.POSITIVE_INFINITY : all.slice(0, k).reduce((sum, cost) => sum + cost, 0);
    } else {
      const below = children.reduce((sum, child) => sum + (stakes.nodes[child]?.whole[0] ?? 0), 0);
      const isSettled = below + (settled[0]?.[0] ?? 0) >= (whole[0] ?? 0);
      costs[at] = isSettled ? children.reduce((sum, child) => sum + (costs[child] ?? 0), 0) : Number.POSITIVE_INFINITY;
    }
  }
  return costs;
}

/** How many edges of a leaf may count together: a bundle counts once, whatever it is made of, and so does an item. */
function fillsAtMost(edges: readonly Edge[]): number {
  const single = new Set(edges.flatMap(({ bundle, items }) => (bundle === undefined ? items : [])));
  return single.size + new Set(edges.flatMap(({ bundle }) => bundle ?? [])).size;
}

/** The victim and everything that holds what it, or one of those, might use. */
function holdersOf(
  task: Task,
  pool: string | undefined,
  victim: number,
  { edges }: Solved,
  may: (at: number) => boolean,
): readonly number[] {
  const { contest } = task;
  const group = [victim];
  const isIncluded = new Set(group);
  for (const at of group) {
    const wanted = new Set(itemsOf(task, pool, [at]));
    for (const [site, held] of edges.entries()) {
      const top = topOf(task, site);
      if (isIncluded.has(top) || !isIn(contest, contest.sites[site]?.leaf.pool, pool) || !may(top)) continue;
      if (held.some(({ items }) => items.some((item) => wanted.has(item)))) {
        isIncluded.add(top);
        group.push(top);
      }
    }
  }
  return group;
}

function topOf({ stakes, stakeOf }: Task, site: number): number {
  let at = stakeOf[site] ?? -1;
  for (let up = stakes.nodes[at]?.parent ?? -1; up >= 0; up = stakes.nodes[up]?.parent ?? -1) at = up;
  return at;
}

function sitesBelow(task: Task, top: number): readonly number[] {
  const found: number[] = [];
  const open = [top];
  for (const at of open) {
    const site = task.siteOf.get(at);
    if (site !== undefined) found.push(site);
    open.push(...(task.stakes.nodes[at]?.children ?? []));
  }
  return found;
}

function sitesOf(task: Task, group: readonly number[]): readonly Site[] {
  return group.flatMap((at) => sitesBelow(task, at)).flatMap((site) => task.contest.sites[site] ?? []);
}

/** Everything in a pool that might count below some tops. */
function edgesBelow(task: Task, pool: string | undefined, tops: readonly number[]) {
  return tops
    .flatMap((top) => sitesBelow(task, top))
    .flatMap((site) => {
      const { leaf, alone = [], claims = [] } = task.contest.sites[site] ?? {};
      return isIn(task.contest, leaf?.pool, pool) ? [...alone, ...claims.map(({ edge }) => edge)].filter(SHOWN) : [];
    });
}

function itemsOf(task: Task, pool: string | undefined, tops: readonly number[]): readonly number[] {
  return [...new Set(edgesBelow(task, pool, tops).flatMap(({ items }) => items))].sort((a, b) => a - b);
}

function countsItems({ contest }: Task, pool: string): boolean {
  return contest.sites.some(({ leaf }) => leaf.kind === 'units' && isIn(contest, leaf.pool, pool));
}

/** How much there is: items, each as often as it may count; or their amounts. */
function supplyOf(task: Task, pool: string, tops: readonly number[]): number {
  const edges = edgesBelow(task, pool, tops);
  const uses = task.contest.pools.uses(pool);
  if (countsItems(task, pool)) return uses * new Set(edges.flatMap(({ items }) => items)).size;
  const amounts = new Map<number, number>();
  for (const {
    items: [item = -1],
    amount,
  } of edges)
    amounts.set(item, Math.max(amounts.get(item) ?? 0, amount));
  return uses * [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
}

function nodesOf({ stakes }: Task, group: readonly number[]): readonly number[] {
  return group.map((at) => stakes.nodes[at]?.node ?? -1).sort((a, b) => a - b);
}
