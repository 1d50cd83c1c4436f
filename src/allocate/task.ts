import { type Count, countEdges } from '../match/count.js';
import type { Edge } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import type { AllocatingLeaf } from './allocation.js';
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
  /** By stake, where it is a leaf: the site. */
  readonly siteOf: ReadonlyMap<number, number>;
  /** By site. */
  readonly sites: readonly SiteTask[];
  /** Claims that some level counts. */
  readonly claims: readonly Claim[];
  /** By claim index: whether it can only be decided by trying. */
  readonly isHard: readonly boolean[];
  /** Whether a last level says which of equally good ways is shown. */
  readonly prefers: boolean;
  /** By site: its place in the order of preference. */
  readonly rank: readonly number[];
}

/** A leaf with what it needs; lists are by level. */
export interface SiteTask {
  /**
   * `counted`: a network serves it. `priced`: it adds up items of several sizes beside others that count them, so that a network says
   * at what price it would take what. `tried`: only whole ways to serve it can be compared.
   */
  readonly kind: 'counted' | 'priced' | 'tried';
  /** What one unit of flow adds: an item, the amount of one, or, where amounts may be divided, a unit of amount. */
  readonly step: number;
  /** Whether it may have a part of an item's amount. */
  readonly divides: boolean;
  readonly need: readonly number[];
  /** What it has of its own. */
  readonly own: readonly number[];
  /** What one unit is worth; 0 where a requirement above is settled. */
  readonly each: readonly number[];
}

/** What a contest asks for at these levels; `prefers` adds a last one for which of equally good ways is shown. */
export function taskOf(contest: Contest, levels: readonly Level[], stakes: Stakes, prefers: boolean): Task {
  const counts = (edge: Edge) => levels.some((level) => level.counts(edge));
  const claims = contest.claims.filter(({ edge }) => counts(edge));
  const places = new Map(stakes.nodes.map(({ node }, at) => [node, at]));
  const stakeOf = contest.sites.map(({ leaf }) => places.get(leaf.node) ?? -1);
  const divides = dividing(contest, claims);
  const step = commonAmount(contest, claims);
  const sites = contest.sites.map((site, i): SiteTask => {
    const stake = stakes.nodes[stakeOf[i] ?? -1];
    return {
      kind: kindOf(site.leaf, divides[i] ? 1 : step),
      step: site.leaf.kind === 'units' || divides[i] ? 1 : step,
      divides: divides[i] === true,
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
    siteOf: new Map(stakeOf.map((at, site) => [at, site])),
    sites,
    claims,
    isHard: contest.claims.map(
      (claim) => claim.items.length > 1 || sites[claim.site]?.kind === 'tried' || hasDouble(contest, claim),
    ),
    prefers,
    rank: rankOf(contest.sites),
  };
}

/** What needs least comes first; those that need the same have the same place. */
function rankOf(sites: readonly Site[]): readonly number[] {
  const needs = [...new Set(sites.map(needOf))].sort((a, b) => a - b);
  const places = new Map(needs.map((need, place) => [need, place]));
  return sites.map((site) => places.get(needOf(site)) ?? 0);
}

function needOf({ leaf }: Site): number {
  return leaf.need?.hi ?? 0;
}

/** Whether another claim of the same leaf wants the same item. */
function hasDouble({ sites }: Contest, { index, site, items, edge }: Claim): boolean {
  if (edge.bundle === undefined) return false;
  return (
    sites[site]?.claims.some((other) => other.index !== index && other.items.some((item) => items.includes(item))) ??
    false
  );
}

function kindOf(leaf: AllocatingLeaf, step: number): SiteTask['kind'] {
  if (leaf.kind === 'units') return 'counted';
  return isSimple(leaf) ? (step > 0 ? 'counted' : 'priced') : 'tried';
}

/** Whether a leaf adds amounts up and asks for nothing else. */
export function isSimple(leaf: AllocatingLeaf): boolean {
  return leaf.kind === 'sum' && leaf.parts.length === 0 && leaf.atMost === undefined && leaf.need !== undefined;
}

/** By site: whether an item's amount may be divided between it and others, all of which see the same amount in it. */
function dividing({ sites, pools }: Contest, claims: readonly Claim[]): readonly boolean[] {
  // Where an item may count several times nobody says what a part of it takes of that.
  const isOnce = (pool = '') =>
    pools.path(pool).every((each) => pools.uses(each) === 1) &&
    !pools.budgets.some((budget) => budget.pools.some((each) => pools.path(pool).includes(each)));
  const may = sites.map(
    ({ leaf }) => leaf.kind === 'sum' && isSimple(leaf) && leaf.unit.splittable === true && isOnce(leaf.pool),
  );
  const amounts = new Map<number, number>();
  for (const { site, edge, items } of claims) {
    if (!may[site]) continue;
    const item = items[0] ?? -1;
    if (items.length > 1 || (amounts.get(item) ?? edge.amount) !== edge.amount) return may.map(() => false);
    amounts.set(item, edge.amount);
  }
  return may;
}

/** The amount that every item has which leaves that add up want; 0 where there are several. */
function commonAmount({ sites }: Contest, claims: readonly Claim[]): number {
  const amounts = new Set(claims.flatMap(({ site, edge }) => (sites[site]?.leaf.kind === 'sum' ? [edge.amount] : [])));
  const [only = 0, ...others] = amounts;
  return others.length === 0 ? only : 0;
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
  return worthBy(task, at, level, claimed, ({ fraction }) => fraction, Math.floor);
}

/** What a site cannot pass at a level with any of this. */
export function mostOf(task: Task, at: number, level: number, claimed: readonly Edge[]): number {
  return worthBy(task, at, level, claimed, ({ fraction, atBest }) => atBest?.fraction ?? fraction, Math.ceil);
}

function worthBy(
  task: Task,
  at: number,
  level: number,
  claimed: readonly Edge[],
  reached: (count: Count) => Fraction,
  round: (worth: number) => number,
): number {
  const site = task.contest.sites[at];
  const { kind, need = [], own = [], each = [] } = task.sites[at] ?? {};
  const { counts, view } = task.levels[level] ?? {};
  if (!site || !counts || !view) return 0;
  const whole = task.stakes.nodes[task.stakeOf[at] ?? -1]?.whole[level] ?? 0;
  const counted = claimed.filter(counts);
  if (kind === 'tried') {
    const { n, d } = reached(countEdges(site.leaf, [...site.alone.filter(counts), ...counted], view));
    const worth = (whole / d) * n;
    return Math.abs(worth - Math.round(worth)) < TINY ? Math.round(worth) : round(worth);
  }
  const wanted = need[level] ?? 0;
  if (wanted <= 0) return whole;
  const has = Math.min(wanted, (own[level] ?? 0) + amountOf(site.leaf, counted));
  return Number.isFinite(wanted) ? has * (each[level] ?? 0) : 0;
}

/** Less than any worth, for what floating point leaves over. */
const TINY = 1e-6;
