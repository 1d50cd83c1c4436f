import type { Edge } from '../matched.js';
import { throughChoices } from './choices.js';
import type { Claim } from './contest.js';
import { type Decisions, goneUnder } from './decisions.js';
import { enter, entrantsOf } from './entrants.js';
import { ledger } from './ledger.js';
import { network, SINK, type Steps } from './network.js';
import { type ContestPrices, pricesIn } from './prices.js';
import { type Slot, slotsFor } from './slots.js';
import { amountOf, type Task, worthOf } from './task.js';
import { addUp, sumOfTops } from './value.js';

/** What would be best if choices were free to mix their children and a claim on several items took but one of them: never too little. */
export interface Relaxed {
  /** By level. */
  readonly bound: readonly number[];
  readonly flows: readonly Flow[];
  /** By site that is priced: how much more than it can use it would get, negative where less. */
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
 * Solves what decisions leave open as one flow: items → pools → leaves → choices. `undefined` where the steps ran out. A site that is
 * priced pays only this part of what an amount is worth to it, and keeps the rest of what it needs for certain.
 */
export function relaxed(
  task: Task,
  decisions: Decisions,
  steps: Steps,
  pays: (site: number) => number,
): Relaxed | undefined {
  const { sites, stakeOf, levels, stakes } = task;
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
    addUp(task, l, (site) => (isGone[stakeOf[site] ?? -1] ? 0 : worthOf(task, site, l, sureOf(site))), {
      isOut: (child) => isOut(child, l),
      isIn: (child) => decisions.chosen.has(child),
      mayOpen: true,
    }),
  );
  const slots = sites.map((_, site) => slotsOfSite(task, site, edgesOf(honoured, site)));
  const net = network(levels.length + (task.prefers ? 1 : 0));
  const choices = throughChoices(task, decisions, isGone, sure, slots, net);
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
      return { claims, arc: net.arc(from, vertices[site] ?? SINK, entrant.size, gainOf(task, claim, pays)) };
    }),
  );
  if (!net.fill(steps)) return undefined;
  const gained = net.gained();
  const priced = sites.flatMap(({ kind }, site) => (kind === 'priced' && !isGone[stakeOf[site] ?? -1] ? [site] : []));
  const missing = new Map(priced.map((site) => [site, missingAt(task, site, edgesOf(honoured, site))]));
  const kept = (l: number) =>
    priced.reduce((sum, site) => {
      const each = sites[site]?.each[l] ?? 0;
      return sum + (missing.get(site)?.[l] ?? 0) * (each - paid(each, pays(site)));
    }, 0);
  const got = (site: number) =>
    arcs.reduce(
      (sum, { arc, claims: [claim] }) => sum + (claim?.site === site ? net.flow(arc) * claim.edge.amount : 0),
      0,
    );
  return {
    bound: gained.map((gain, l) => gain + (l < levels.length ? sumOfTops(task, sure[l] ?? []) + kept(l) : 0)),
    over: new Map(priced.map((site) => [site, got(site) - (missing.get(site)?.[0] ?? 0)])),
    prices: (left) => {
      const sure0 = sumOfTops(task, sure[0] ?? []);
      return pricesIn(task, { net, choices, vertices, base: sure0, bound: (gained[0] ?? 0) + sure0 }, left);
    },
    flows: arcs.flatMap(({ arc, claims }) => (net.flow(arc) > 0 ? [{ claims, amount: net.flow(arc) }] : [])),
  };
}

/** What each further unit is worth to a leaf: less than the one before where what it needs runs out. */
function slotsOfSite(task: Task, at: number, honoured: readonly Edge[]): readonly Slot[] {
  const { kind, step = 1, each = [] } = task.sites[at] ?? {};
  if (kind === 'tried') return [];
  const missing = missingAt(task, at, honoured);
  if (kind === 'priced') return [{ capacity: missing.some((left) => left > 0) ? MANY : 0, gain: each.map(() => 0) }];
  return slotsFor(
    missing.flatMap((left) => [Math.floor(left / step), Math.ceil(left / step)]),
    each.map((one) => one * step),
    (n, l) => (each[l] ?? 0) * Math.min(Math.max(0, (missing[l] ?? 0) - step * (n - 1)), step),
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

function paid(each: number, part: number): number {
  return Math.round(each * part);
}

/** In place of a need that nothing bounds. */
const MANY = 2 ** 40;

/** What a unit is worth to a leaf that needs it, by level; last, where that is asked for, how much it is preferred to equals. */
function gainOf(task: Task, claim: Claim | undefined, pays: (site: number) => number): readonly number[] {
  const site = task.sites[claim?.site ?? -1];
  const gains = task.levels.map(({ counts }, l) => {
    if (!claim || !site || !counts(claim.edge)) return 0;
    const each = site.each[l] ?? 0;
    return site.kind === 'priced' ? paid(each, pays(claim.site)) * claim.edge.amount : each * site.step;
  });
  if (!task.prefers || !claim) return gains;
  // What needs least comes first, so that as many as possible are filled; what an authority has placed comes before all.
  const place = task.rank[claim.site] ?? 0;
  return [...gains, (claim.isPinned ? PINNED : 0) + task.sites.length - place];
}

const PINNED = 2 ** 20;
