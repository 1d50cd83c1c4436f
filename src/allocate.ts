import type {
  AllocatingLeaf,
  Allocation,
  ContestOutcome,
  EdgeFilter,
  IsPinned,
  LeafAllocation,
} from './allocate/allocation.js';
import { EARNED, NOTHING_COUNTS, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from './allocate/allocation.js';
import { componentsOf } from './allocate/components.js';
import { contestOf, type Offers } from './allocate/contest.js';
import { decideContest, decidePlanned, takeBest } from './allocate/decide.js';
import { excusesOf } from './allocate/excuses.js';
import { frameOf, type Ground } from './allocate/ground.js';
import { isPlain } from './allocate/plain.js';
import { type Pools, poolsOf } from './allocate/pools.js';
import type { CompiledNode } from './compile/nodes.js';
import type { Edge, Matched, Pin } from './match/matched.js';

/**
 * Second step: edges → which item counts where.
 *
 * Gives every leaf the best of what could count for it, once for each view of the record. A leaf whose items nobody else wants is
 * served at once. Leaves that want the same items are served together, as well as can be; where that takes more steps than are allowed,
 * the outcome is the best way found, and `atBest` bounds what a better one could reach.
 *
 * An item that is pinned has no edges in its pool but those to which it is pinned. A pin that finds no place there is given up, and
 * everything is served anew without it.
 */
export function allocate(nodes: readonly CompiledNode[], matched: Matched, asOf: number): Allocation {
  const leaves: (LeafAllocation | undefined)[] = new Array(nodes.length).fill(undefined);
  let contests: readonly ContestOutcome[] = [];
  const wanting = wantingIn(matched, leaves);
  const isFree = matched.pins.length === 0 && matched.taken.size === 0 && matched.pools === undefined;
  const periods = matched.periods.map((each) =>
    each?.periods.map((period) => allocate(each.nodes, period.matched, asOf)),
  );
  if (isFree && !isContested(wanting))
    for (const leaf of wanting) leaves[leaf.node] = servedAlone(leaf, leaf.edges, UNPINNED, poolsOf(undefined));
  else
    contests = serve(
      {
        nodes,
        matched,
        alone: leaves,
        periods,
        excused: excusesOf(nodes, matched, asOf),
        frame: frameOf(nodes, matched),
        isPlain: isPlain(nodes, matched),
      },
      wanting,
      leaves,
    );
  return { leaves, periods, contests };
}

/** The leaves for which something could count; for the others nothing is all there is to allocate. */
function wantingIn(matched: Matched, leaves: (LeafAllocation | undefined)[]): readonly AllocatingLeaf[] {
  const wanting: AllocatingLeaf[] = [];
  for (const leaf of matched.leaves) {
    if (leaf === undefined || leaf.kind === 'measured') continue;
    if (leaf.edges.length === 0) leaves[leaf.node] = NOTHING_COUNTS;
    else wanting.push(leaf);
  }
  return wanting;
}

/** Whether two edges of one pool want the same item. */
function isContested(leaves: readonly AllocatingLeaf[]): boolean {
  const wanted = new Map<string, Set<number>>();
  for (const { edges, pool } of leaves) {
    if (pool === undefined) continue;
    const mine = wanted.get(pool) ?? new Set();
    wanted.set(pool, mine);
    for (const { items } of edges)
      for (const item of items) {
        if (mine.has(item)) return true;
        mine.add(item);
      }
  }
  return false;
}

/** Serves leaves of which some want the same items, or whose items are pinned or taken. */
function serve(
  ground: Ground,
  wanting: readonly AllocatingLeaf[],
  leaves: (LeafAllocation | undefined)[],
): readonly ContestOutcome[] {
  const { nodes, matched } = ground;
  const id = (leaf: AllocatingLeaf) => nodes[leaf.node]?.id ?? '';
  const sorted = wanting.toSorted((a, b) => (id(a) < id(b) ? -1 : 1));
  for (let pins = pinsAmong(sorted, matched); ; ) {
    const offers = offersOf(sorted, matched, pins);
    const isPinned: IsPinned = (leaf, edge) => pins.some((pin) => isPinnedBy(pin, leaf, edge));
    const contests = serveWith(ground, offers, isPinned, leaves);
    const unplaced = pins.findLast((pin) => !isPlaced(pin, sorted, leaves));
    if (!unplaced) return contests;
    pins = pins.filter((pin) => pin !== unplaced);
  }
}

function serveWith(
  ground: Ground,
  offers: Offers,
  isPinned: IsPinned,
  leaves: (LeafAllocation | undefined)[],
): readonly ContestOutcome[] {
  const { nodes, matched } = ground;
  const pools = poolsOf(matched.pools);
  // What is planned must not move what is shown.
  const present = componentsOf(only(SHOWN, offers), pools, nodes);
  const contests: ContestOutcome[] = [];
  for (const leaf of offers.keys()) leaves[leaf.node] = undefined;
  for (const [leaf, edges] of present.alone) leaves[leaf.node] = servedAlone(leaf, edges, isPinned, pools);
  for (const group of present.groups) {
    const contest = contestOf(group, present.isContested, pools, isPinned);
    const { served, outcome } = decideContest(contest, ground, isPinned);
    contests.push(outcome);
    for (const [leaf, { isCut, ...views }] of served)
      leaves[leaf.node] = {
        withPlanned: views.withInProgress,
        cut: isCut,
        ...(isCut && { atBest: group.get(leaf) ?? [] }),
        ...views,
      };
  }
  if ([...offers.values()].every((edges) => edges.every(SHOWN))) return contests;
  const planned = componentsOf(only(WITH_PLANNED, offers), pools, nodes);
  for (const [leaf, edges] of planned.alone) {
    const before = leaves[leaf.node];
    if (before) leaves[leaf.node] = { ...before, withPlanned: takeBest(leaf, edges, isPinned, pools) };
  }
  for (const group of planned.groups) {
    const contest = contestOf(group, planned.isContested, pools, isPinned);
    const before = (leaf: AllocatingLeaf) => leaves[leaf.node]?.withInProgress ?? [];
    for (const [leaf, { withPlanned, isCut }] of decidePlanned(contest, ground, isPinned, before)) {
      const known = leaves[leaf.node];
      if (known) leaves[leaf.node] = { ...known, withPlanned, cut: known.cut || isCut };
    }
  }
  return contests;
}

function only(counts: EdgeFilter, offers: Offers): Offers {
  return new Map([...offers].map(([leaf, edges]) => [leaf, edges.filter(counts)]));
}

/** A leaf whose items nothing else wants has the best of them in every view. */
function servedAlone(leaf: AllocatingLeaf, edges: readonly Edge[], isPinned: IsPinned, pools: Pools): LeafAllocation {
  const take = (filter: EdgeFilter) => takeBest(leaf, edges.filter(filter), isPinned, pools);
  const earned = take(EARNED);
  // Where everything is certain and earned, all views are one.
  if (edges.every(EARNED)) return { shown: earned, earned, withInProgress: earned, withPlanned: earned, cut: false };
  return {
    shown: take(SHOWN),
    earned,
    withInProgress: take(WITH_IN_PROGRESS),
    withPlanned: take(WITH_PLANNED),
    cut: false,
  };
}

const UNPINNED: IsPinned = () => false;

/** The edges of leaves, less those of items that stand in for something of their pool and of items that are pinned elsewhere in it. */
function offersOf(leaves: readonly AllocatingLeaf[], matched: Matched, pins: readonly PinnedIn[]): Offers {
  if (pins.length === 0 && matched.taken.size === 0 && matched.pins.length === 0)
    return new Map(leaves.map((leaf) => [leaf, leaf.edges]));
  const isAway = (leaf: AllocatingLeaf, item: number) =>
    leaf.pool !== undefined &&
    (matched.taken.get(item)?.has(leaf.pool) === true ||
      pins.some((pin) => pin.item === item && pin.pool === leaf.pool && !pin.nodes.has(leaf.node)));
  const isFree = (leaf: AllocatingLeaf, { items }: Edge) => !items.some((item) => isAway(leaf, item));
  return new Map(leaves.map((leaf) => [leaf, leaf.edges.filter((edge) => isFree(leaf, edge))]));
}

/** A pin in one of the pools in which it can be obeyed. */
interface PinnedIn extends Pin {
  readonly pool: string | undefined;
}

/** The pins that can be obeyed, by pool: something of it takes the item. */
function pinsAmong(leaves: readonly AllocatingLeaf[], { pins }: Matched): readonly PinnedIn[] {
  return pins.flatMap((pin) => {
    const taking = leaves.filter((leaf) =>
      leaf.edges.some((edge) => pin.nodes.has(leaf.node) && edge.items.includes(pin.item)),
    );
    return [...new Set(taking.map(({ pool }) => pool))].map((pool) => ({ ...pin, pool }));
  });
}

function isPlaced(
  pin: PinnedIn,
  leaves: readonly AllocatingLeaf[],
  allocations: readonly (LeafAllocation | undefined)[],
): boolean {
  return leaves.some((leaf) => allocations[leaf.node]?.shown.some((edge) => isPinnedBy(pin, leaf, edge)));
}

function isPinnedBy(pin: PinnedIn, leaf: AllocatingLeaf, edge: Edge): boolean {
  return pin.pool === leaf.pool && pin.nodes.has(leaf.node) && edge.items.includes(pin.item);
}
