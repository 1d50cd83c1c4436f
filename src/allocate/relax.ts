import type { Edge } from '../match/matched.js';
import type { ContestPrices } from './allocation.js';
import { throughChoices } from './choices.js';
import type { Claim } from './contest.js';
import { type Decisions, goneUnder } from './decisions.js';
import { enter, entrantsOf } from './entrants.js';
import { ledger } from './ledger.js';
import { network, SINK, type Steps } from './network.js';
import { pricesIn } from './prices.js';
import { type Slot, slotsFor } from './slots.js';
import { amountOf, mostOf, type Task } from './task.js';
import { addUp, sumOfTops } from './value.js';

/** What would be best if choices were free to mix their children and a claim on several items took but one of them: never too little. */
export interface Relaxed {
  /** By level. */
  readonly bound: readonly number[];
  readonly flows: readonly Flow[];
  /** By leaf and choice that may pay less, as stakes: how much more than it can use it would get, negative where less. */
  readonly over: ReadonlyMap<number, number>;
  /** Prices that prove the bound of the first level, where there are such. */
  readonly prices: (steps: Steps) => ContestPrices | undefined;
}

/** So many units go from items that are alike to one leaf. */
export interface Flow {
  /** One for each of the items. */
  readonly claims: readonly Claim[];
  readonly amount: number;
}

/**
 * Solves what decisions leave open as one flow: items → pools → leaves → choices. `undefined` where the steps ran out. Some leaves
 * and choices pay only a part of what an item is worth to them, and keep the rest of what they are worth for certain.
 */
export function relaxed(
  task: Task,
  decisions: Decisions,
  steps: Steps,
  pays: (stake: number) => number,
): Relaxed | undefined {
  const { sites, stakeOf, levels, stakes } = task;
  // Making a network is work as well.
  steps.left -= task.claims.length + stakes.nodes.length;
  const isGone = goneUnder(task, decisions);
  const isHere = ({ site }: Claim) => !isGone[stakeOf[site] ?? -1];
  const honoured = task.claims.filter(({ index }) => decisions.honoured.has(index));
  const book = ledger(task.contest.pools);
  for (const { edge, leaf } of honoured) book.enter(edge, leaf);
  const open = task.claims.filter(
    (claim) =>
      isHere(claim) &&
      !decisions.givenUp.has(claim.index) &&
      !decisions.honoured.has(claim.index) &&
      (honoured.length === 0 || book.hasRoom(claim.edge, claim.leaf)),
  );
  const edgesOf = (claims: readonly Claim[], site: number) =>
    claims.filter((claim) => claim.site === site).map(({ edge }) => edge);
  const sureOf = (site: number): readonly Edge[] =>
    sites[site]?.kind === 'tried' ? edgesOf([...honoured, ...open], site) : edgesOf(honoured, site);
  const isOut = (child: number, l: number) =>
    decisions.passedOver.has(child) && stakes.nodes[child]?.fixed[l] !== 'whole';
  const sure = levels.map((_, l) =>
    addUp(task, l, (site) => (isGone[stakeOf[site] ?? -1] ? 0 : mostOf(task, site, l, sureOf(site))), {
      isOut: (child) => isOut(child, l),
      isIn: (child) => decisions.chosen.has(child),
      mayOpen: true,
    }),
  );
  const parts: number[] = [];
  for (const [at, { parent }] of stakes.nodes.entries()) parts.push(pays(at) * (parts[parent] ?? 1));
  // Rounded up, so that the bound stays one.
  const worthAt = (at: number, worth: number) => Math.ceil(worth * (parts[at] ?? 1) - TINY);
  const slots = sites.map((_, site) => slotsOfSite(task, site, edgesOf(honoured, site), worthAt));
  const net = network(levels.length + (task.prefers ? 1 : 0));
  const choices = throughChoices(task, decisions, isGone, sure, slots, net, worthAt);
  const vertices = slots.map((mine, site) => {
    const vertex = net.vertex();
    for (const { capacity, gain } of mine) net.arc(vertex, choices.above(stakeOf[site] ?? -1), capacity, gain);
    return vertex;
  });
  const into = enter(task, net, honoured);
  const counted = open.filter(({ site }) => sites[site]?.kind !== 'tried');
  const entrants = entrantsOf(task, counted, new Set(honoured.flatMap(({ items }) => items)));
  const arcs = entrants.flatMap((entrant) =>
    entrant.claims.map((claims) => {
      const [claim] = claims;
      const site = claim?.site ?? -1;
      const from = into(entrant, claim?.leaf.pool ?? '');
      return { claims, arc: net.arc(from, vertices[site] ?? SINK, entrant.size, gainOf(task, claim, worthAt)) };
    }),
  );
  if (!net.fill(steps)) return undefined;
  const gained = net.gained();
  const used = new Map<number, number>();
  for (const { arc, claims: alike } of arcs) {
    const [claim] = alike;
    const amount = net.flow(arc) * (claim && sites[claim.site]?.kind === 'priced' ? claim.edge.amount : 1);
    if (claim && amount > 0) used.set(claim.site, (used.get(claim.site) ?? 0) + amount);
  }
  const kept = levels.map(() => 0);
  const over = new Map<number, number>();
  const keep = (at: number, free: (level: number) => number) =>
    levels.forEach((_, l) => {
      const part = (parts[stakes.nodes[at]?.parent ?? -1] ?? 1) * (1 - pays(at));
      if (part > 0) kept[l] = (kept[l] ?? 0) + Math.ceil(free(l) * part - TINY);
    });
  sites.forEach(({ kind, each }, site) => {
    const at = stakeOf[site] ?? -1;
    if (kind !== 'priced' || isGone[at]) return;
    const missing = missingAt(task, site, edgesOf(honoured, site));
    keep(at, (l) => (missing[l] ?? 0) * (each[l] ?? 0));
    over.set(at, (used.get(site) ?? 0) - (missing[0] ?? 0));
  });
  const gainBelow = (top: number) =>
    [...used].reduce((sum, [site, amount]) => {
      const { each = [], step = 1, kind } = sites[site] ?? {};
      return isBelow(task, stakeOf[site] ?? -1, top)
        ? sum + amount * (each[0] ?? 0) * (kind === 'priced' ? 1 : step)
        : sum;
    }, 0);
  for (const at of choices.loose) {
    const free = (l: number) => (stakes.nodes[at]?.whole[l] ?? 0) - (sure[l]?.[at] ?? 0);
    keep(at, free);
    over.set(at, gainBelow(at) - free(0));
  }
  return {
    bound: gained.map((gain, l) => gain + (l < levels.length ? sumOfTops(task, sure[l] ?? []) + (kept[l] ?? 0) : 0)),
    over,
    prices: (left) => {
      const sure0 = sumOfTops(task, sure[0] ?? []);
      return pricesIn(task, { net, choices, vertices, base: sure0, bound: (gained[0] ?? 0) + sure0 }, left);
    },
    flows: arcs.flatMap(({ arc, claims }) => (net.flow(arc) > 0 ? [{ claims, amount: net.flow(arc) }] : [])),
  };
}

/** What each further unit is worth to a leaf: less than the one before where what it needs runs out. */
function slotsOfSite(
  task: Task,
  at: number,
  honoured: readonly Edge[],
  worthAt: (stake: number, worth: number) => number,
): readonly Slot[] {
  const { kind, step = 1, each = [] } = task.sites[at] ?? {};
  if (kind === 'tried') return [];
  const missing = missingAt(task, at, honoured);
  if (kind === 'priced')
    return [{ capacity: Math.ceil(Math.max(...missing) / smallest(task, at)), gain: each.map(() => 0) }];
  const stake = task.stakeOf[at] ?? -1;
  return slotsFor(
    missing.flatMap((left) => [Math.floor(left / step), Math.ceil(left / step)]),
    each.map((one) => worthAt(stake, one * step)),
    (n, l) => worthAt(stake, (each[l] ?? 0) * Math.min(Math.max(0, (missing[l] ?? 0) - step * (n - 1)), step)),
  );
}

function isBelow({ stakes }: Task, at: number, above: number): boolean {
  for (let up = at; up >= 0; up = stakes.nodes[up]?.parent ?? -1) if (up === above) return true;
  return false;
}

/** Less than any worth, for what floating point leaves over. */
const TINY = 1e-6;

/** The least that an item is worth to a leaf: so many of these are enough, of whatever size. */
function smallest({ claims }: Task, at: number): number {
  return claims.reduce(
    (least, { site, edge }) => (site === at && edge.amount > 0 ? Math.min(least, edge.amount) : least),
    MANY,
  );
}

/** What a leaf lacks besides its own and what it has been given, by level. */
export function missingAt({ sites, levels, contest }: Task, at: number, honoured: readonly Edge[]): readonly number[] {
  const { need = [], own = [] } = sites[at] ?? {};
  const leaf = contest.sites[at]?.leaf;
  return levels.map(({ counts }, l) => {
    const left = (need[l] ?? 0) - (own[l] ?? 0) - (leaf ? amountOf(leaf, honoured.filter(counts)) : 0);
    return Math.min(Math.max(0, left), MANY);
  });
}

/** In place of a need that nothing bounds. */
const MANY = 2 ** 40;

/** What a unit is worth to a leaf that needs it, by level; last, where that is asked for, how much it is preferred to equals. */
function gainOf(
  task: Task,
  claim: Claim | undefined,
  worthAt: (stake: number, worth: number) => number,
): readonly number[] {
  const site = task.sites[claim?.site ?? -1];
  const gains = task.levels.map(({ counts }, l) => {
    if (!claim || !site || !counts(claim.edge)) return 0;
    const units = site.kind === 'priced' ? claim.edge.amount : site.step;
    return worthAt(task.stakeOf[claim.site] ?? -1, (site.each[l] ?? 0) * units);
  });
  if (!task.prefers || !claim) return gains;
  // What needs least comes first, so that as many as possible are filled; what an authority has placed comes before all.
  const place = task.rank[claim.site] ?? 0;
  return [...gains, (claim.isPinned ? PINNED : 0) + task.sites.length - place];
}

const PINNED = 2 ** 20;
