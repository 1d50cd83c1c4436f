import type { AllocatingLeaf } from '../allocation.js';
import { countEdges } from '../count.js';
import type { Edge } from '../matched.js';
import type { Claim, Contest, Site } from './contest.js';
import { type Level, numberAt } from './levels.js';
import type { Stakes } from './stakes.js';

/** A contest to be decided at some levels, the first of them before all others. */
export interface Task {
  readonly contest: Contest;
  readonly levels: readonly Level[];
  readonly stakes: Stakes;
  /** By site: its place among the stakes. */
  readonly stakeOf: readonly number[];
  /** By site. */
  readonly sites: readonly SiteTask[];
  /** Claims that some level counts. */
  readonly claims: readonly Claim[];
  /** By claim index: whether it can only be decided by trying. */
  readonly isHard: readonly boolean[];
  /** Whether flows are amounts of items rather than items. */
  readonly inAmounts: boolean;
  /** Whether the amount of one item may be divided. */
  readonly isSplittable: boolean;
  /** Whether a last level says which of equally good ways is shown. */
  readonly prefers: boolean;
  /** By site: its place in the order of preference. */
  readonly rank: readonly number[];
}

/** A leaf with what it needs; lists are by level. */
export interface SiteTask {
  /** `counted`: a network serves it; `tried`: only whole ways to serve it can be compared. */
  readonly kind: 'counted' | 'tried';
  /** What one unit of flow adds. */
  readonly step: number;
  readonly need: readonly number[];
  /** What it has of its own. */
  readonly own: readonly number[];
  /** What one unit is worth; 0 where a requirement above is settled. */
  readonly each: readonly number[];
}

export function taskOf(contest: Contest, levels: readonly Level[], stakes: Stakes, prefers: boolean): Task {
  const counts = (edge: Edge) => levels.some((level) => level.counts(edge));
  const claims = contest.claims.filter(({ edge }) => counts(edge));
  const stakeOf = contest.sites.map(({ leaf }) => stakes.nodes.findIndex(({ node }) => node === leaf.node));
  const { inAmounts, step, isSplittable } = measureOf(contest, claims);
  const sites = contest.sites.map((site, i): SiteTask => {
    const stake = stakes.nodes[stakeOf[i] ?? -1];
    return {
      kind: site.leaf.kind === 'units' || (step > 0 && isSimple(site.leaf)) ? 'counted' : 'tried',
      step: site.leaf.kind === 'units' || inAmounts ? 1 : step,
      need: levels.map((level) => (site.leaf.need ? numberAt(level, site.leaf.need) : 0)),
      own: levels.map((level) => amountOf(site.leaf, site.alone.filter(level.counts))),
      each: levels.map((_, l) => (isSettled(stakes, stakeOf[i] ?? -1, l) ? 0 : (stake?.each[l] ?? 0))),
    };
  });
  return {
    contest,
    levels,
    stakes,
    stakeOf,
    sites,
    claims,
    isHard: contest.claims.map(({ site, items }) => items.length > 1 || sites[site]?.kind === 'tried'),
    inAmounts,
    isSplittable,
    prefers,
    rank: rankOf(contest.sites),
  };
}

/** What needs least comes first; of equals what stands first. */
function rankOf(sites: readonly Site[]): readonly number[] {
  const order = sites.map((_, i) => i).sort((a, b) => needOf(sites[a]) - needOf(sites[b]) || a - b);
  return order.reduce<number[]>((rank, site, place) => {
    rank[site] = place;
    return rank;
  }, []);
}

function needOf(site: Site | undefined): number {
  return site?.leaf.need?.hi ?? 0;
}

/** Whether a leaf adds amounts up and asks for nothing else. */
export function isSimple(leaf: AllocatingLeaf): boolean {
  return leaf.kind === 'sum' && leaf.parts.length === 0 && leaf.atMost === undefined && leaf.need !== undefined;
}

/** What flows: items, items that are all worth the same, or, where all leaves only add up and see the same amount in an item, amounts. */
function measureOf(
  { sites }: Contest,
  claims: readonly Claim[],
): Pick<Task, 'inAmounts' | 'isSplittable'> & { step: number } {
  const leaves = sites.map(({ leaf }) => leaf);
  const isMixed = leaves.some((leaf) => leaf.kind === 'units') || !leaves.every(isSimple);
  const amounts = new Map<number, number>();
  let isSame = true;
  for (const { edge, items } of claims) {
    const item = items[0] ?? -1;
    isSame &&= items.length === 1 && (amounts.get(item) ?? edge.amount) === edge.amount;
    amounts.set(item, edge.amount);
  }
  if (isMixed || !isSame) return { inAmounts: false, isSplittable: false, step: 0 };
  const isSplittable = leaves.every((leaf) => leaf.kind === 'sum' && leaf.unit.splittable === true);
  const [first = 0, ...others] = new Set(amounts.values());
  if (others.length === 0 && !isSplittable) return { inAmounts: false, isSplittable, step: first };
  return { inAmounts: true, isSplittable, step: 1 };
}

/** Whether nothing that a leaf gets changes anything at a level. */
function isSettled({ nodes }: Stakes, at: number, level: number): boolean {
  for (let above = at; above >= 0; above = nodes[above]?.parent ?? -1) if (nodes[above]?.fixed[level]) return true;
  return false;
}

/** How many items, or how much of them. */
export function amountOf(leaf: AllocatingLeaf, edges: readonly Edge[]): number {
  return leaf.kind === 'units' ? edges.length : edges.reduce((sum, { amount }) => sum + amount, 0);
}

/** What a site is worth at a level with this of what is contested. */
export function worthOf(task: Task, at: number, level: number, claimed: readonly Edge[]): number {
  const site = task.contest.sites[at];
  const { kind, need = [], own = [], each = [] } = task.sites[at] ?? {};
  const { counts, view } = task.levels[level] ?? {};
  if (!site || !counts || !view) return 0;
  const counted = claimed.filter(counts);
  if (kind === 'tried') return triedWorth(task, site, at, level, [...site.alone.filter(counts), ...counted]);
  const wanted = need[level] ?? 0;
  if (wanted <= 0) return task.stakes.nodes[task.stakeOf[at] ?? -1]?.whole[level] ?? 0;
  const has = Math.min(wanted, (own[level] ?? 0) + amountOf(site.leaf, counted));
  return Number.isFinite(wanted) ? has * (each[level] ?? 0) : 0;
}

function triedWorth(task: Task, { leaf }: Site, at: number, level: number, edges: readonly Edge[]): number {
  const whole = task.stakes.nodes[task.stakeOf[at] ?? -1]?.whole[level] ?? 0;
  const { fraction } = countEdges(leaf, edges, task.levels[level]?.view ?? 'certain');
  return Math.floor((whole / fraction.d) * fraction.n + 1e-6);
}
