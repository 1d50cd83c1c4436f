import { isFlowShaped, serveByFlow } from './allocate-flow.js';
import type { AllocatingLeaf, Allocation, EdgeFilter, IsPinned, LeafAllocation } from './allocation.js';
import { EARNED, inPreference, NOTHING_COUNTS, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from './allocation.js';
import type { CompiledNode } from './compile/nodes.js';
import type { Edge, Matched, Pin } from './matched.js';

/**
 * Second step: edges → which item counts where.
 *
 * Gives every leaf the best of what could count for it, once for each view of the record. A leaf whose items nobody else wants is
 * served at once. Where leaves of one pool want the same item, one maximum flow serves them all; a contest that flow cannot express is
 * cut: its allocation is eligible and deterministic but perhaps not the best, and `atBest` bounds what a better one could reach.
 *
 * An item that is pinned has no edges in its pool but those to which it is pinned. A pin that finds no place there is given up, and
 * the pool is served anew without it.
 */
export function allocate(nodes: readonly CompiledNode[], matched: Matched): Allocation {
  const leaves: (LeafAllocation | undefined)[] = new Array(nodes.length).fill(undefined);
  const hasPins = matched.pins.length > 0 || matched.taken.size > 0;
  for (const [key, wanting] of wantingByPool(matched, leaves)) {
    if (!hasPins && !isContested(wanting)) {
      for (const leaf of wanting) leaves[leaf.node] = servedAlone(leaf);
      continue;
    }
    const pool = poolOf(key, matched, nodes);
    for (let pins = pinsIn(pool, matched); ; ) {
      const served = servePool(nodes, matched, pool, pins);
      const unplaced = pins.findLast((pin) => !isPlaced(pin, served));
      if (unplaced) {
        pins = pins.filter((pin) => pin !== unplaced);
        continue;
      }
      for (const [leaf, allocation] of served) leaves[leaf.node] = allocation;
      break;
    }
  }
  const periods = matched.periods.map((each) => each?.periods.map((period) => allocate(each.nodes, period.matched)));
  return { leaves, periods };
}

/** Leaves that compete for items, by the name of their pool; one that only reads stands alone, by its index. */
type PoolKey = string | number;

/** By pool, the leaves for which something could count; for the others nothing is all there is to allocate. */
function wantingByPool(
  matched: Matched,
  leaves: (LeafAllocation | undefined)[],
): ReadonlyMap<PoolKey, readonly AllocatingLeaf[]> {
  const wanting = new Map<PoolKey, AllocatingLeaf[]>();
  for (const leaf of matched.leaves) {
    if (leaf === undefined || leaf.kind === 'measured') continue;
    if (leaf.edges.length === 0) {
      leaves[leaf.node] = NOTHING_COUNTS;
      continue;
    }
    const known = wanting.get(leaf.pool ?? leaf.node);
    if (known) known.push(leaf);
    else wanting.set(leaf.pool ?? leaf.node, [leaf]);
  }
  return wanting;
}

/** Whether two edges want the same item. */
function isContested(leaves: readonly AllocatingLeaf[]): boolean {
  const wanted = new Set<number>();
  for (const { edges } of leaves)
    for (const { items } of edges)
      for (const item of items) {
        if (wanted.has(item)) return true;
        wanted.add(item);
      }
  return false;
}

/** A leaf whose items nothing else wants has the best of them in every view. */
function servedAlone(leaf: AllocatingLeaf): LeafAllocation {
  const take = (filter: EdgeFilter) => takeBest(leaf, leaf.edges.filter(filter), UNPINNED);
  const earned = take(EARNED);
  // Where everything is certain and earned, all views are one.
  if (leaf.edges.every(EARNED))
    return { shown: earned, earned, withInProgress: earned, withPlanned: earned, cut: false };
  return {
    shown: take(SHOWN),
    earned,
    withInProgress: take(WITH_IN_PROGRESS),
    withPlanned: take(WITH_PLANNED),
    cut: false,
  };
}

const UNPINNED: IsPinned = () => false;

/** All leaves of a pool, in the order of their ids. */
function poolOf(key: PoolKey, { leaves }: Matched, nodes: readonly CompiledNode[]): readonly AllocatingLeaf[] {
  const pool = leaves.filter(
    (leaf): leaf is AllocatingLeaf =>
      leaf !== undefined && leaf.kind !== 'measured' && (leaf.pool ?? leaf.node) === key,
  );
  const id = (leaf: AllocatingLeaf) => nodes[leaf.node]?.id ?? '';
  return pool.toSorted((a, b) => (id(a) < id(b) ? -1 : 1));
}

type Offers = ReadonlyMap<AllocatingLeaf, readonly Edge[]>;

function servePool(
  nodes: readonly CompiledNode[],
  matched: Matched,
  pool: readonly AllocatingLeaf[],
  pins: readonly Pin[],
): ReadonlyMap<AllocatingLeaf, LeafAllocation> {
  const offers = offersOf(pool, matched, pins);
  const isPinned: IsPinned = (leaf, edge) => pins.some((pin) => isPinnedBy(pin, leaf, edge));
  const solve = solver(nodes, matched, offers, isPinned);
  const earned = solve([EARNED]);
  // Where everything is certain and earned, all views are one.
  const isPlain = [...offers.values()].every((edges) => edges.every(EARNED));
  const shown = isPlain ? earned : solve([EARNED, WITH_IN_PROGRESS, SHOWN]);
  const withInProgress = isPlain ? earned : solve([EARNED, WITH_IN_PROGRESS]);
  const withPlanned = isPlain ? earned : solve([EARNED, WITH_IN_PROGRESS, WITH_PLANNED]);
  return new Map(
    [...offers].map(([leaf, edges]): [AllocatingLeaf, LeafAllocation] => [
      leaf,
      {
        shown: shown.served.get(leaf) ?? [],
        earned: earned.served.get(leaf) ?? [],
        withInProgress: withInProgress.served.get(leaf) ?? [],
        withPlanned: withPlanned.served.get(leaf) ?? [],
        cut: [shown, earned, withInProgress, withPlanned].some((solution) => solution.cut.has(leaf)),
        ...(shown.cut.has(leaf) && { atBest: edges.filter(SHOWN) }),
      },
    ]),
  );
}

/** The edges of a pool, less those of items that stand in for something of it and of items that are pinned elsewhere in it. */
function offersOf(pool: readonly AllocatingLeaf[], matched: Matched, pins: readonly Pin[]): Offers {
  if (matched.pins.length === 0 && matched.taken.size === 0) return new Map(pool.map((leaf) => [leaf, leaf.edges]));
  const isAway = (leaf: AllocatingLeaf, item: number) =>
    (leaf.pool !== undefined && matched.taken.get(item)?.has(leaf.pool) === true) ||
    pins.some((pin) => pin.item === item && !pin.nodes.has(leaf.node));
  const isFree = (leaf: AllocatingLeaf, { items, without }: Edge) =>
    !items.some((item) => isAway(leaf, item)) && (without?.some((item) => isAway(leaf, item)) ?? true);
  return new Map(pool.map((leaf) => [leaf, leaf.edges.filter((edge) => isFree(leaf, edge))]));
}

/** The pins that a pool can obey: something of it takes the item. Where nothing is used up there is no elsewhere. */
function pinsIn(pool: readonly AllocatingLeaf[], { pins }: Matched): readonly Pin[] {
  return pins.filter((pin) => pool.some((leaf) => leaf.edges.some((edge) => isPinnedBy(pin, leaf, edge))));
}

function isPlaced(pin: Pin, served: ReadonlyMap<AllocatingLeaf, LeafAllocation>): boolean {
  return [...served].some(([leaf, { shown }]) => shown.some((edge) => isPinnedBy(pin, leaf, edge)));
}

function isPinnedBy(pin: Pin, leaf: AllocatingLeaf, edge: Edge): boolean {
  return pin.nodes.has(leaf.node) && edge.items.includes(pin.item);
}

type Served = ReadonlyMap<AllocatingLeaf, readonly Edge[]>;

interface Solution {
  readonly served: Served;
  /** Leaves for which a better allocation may exist. */
  readonly cut: ReadonlySet<AllocatingLeaf>;
}

/** Solves a pool over the edges that the last of some filters lets through; each filter lets through what those before it do. */
function solver(
  nodes: readonly CompiledNode[],
  matched: Matched,
  offers: Offers,
  isPinned: IsPinned,
): (filters: readonly EdgeFilter[]) => Solution {
  const solve = (filters: readonly EdgeFilter[]): Solution => {
    const filter = filters.at(-1) ?? SHOWN;
    const edges = new Map([...offers].map(([leaf, mine]) => [leaf, mine.filter(filter)]));
    const contested = contestedLeaves(edges);
    const alone = [...edges]
      .filter(([leaf]) => !contested.has(leaf))
      .map(([leaf, mine]) => [leaf, takeBest(leaf, mine, isPinned)] as const);
    if (contested.size === 0) return { served: new Map(alone), cut: new Set() };
    if (isFlowShaped(nodes, matched, edges)) {
      // Only what is shown must keep what narrower views reached; a view of its own is best solved at once.
      const rounds = filter === SHOWN ? filters : [filter];
      return { served: serveByFlow(nodes, matched, edges, rounds, isPinned), cut: new Set() };
    }
    // What the narrower view gave is kept, so that more evidence never shows less.
    const before: Served = filters.length > 1 ? solve(filters.slice(0, -1)).served : new Map();
    return { served: new Map([...alone, ...extend(before, edges, contested, isPinned)]), cut: contested };
  };
  return solve;
}

/** Leaves with an item that another edge of the pool, theirs or another leaf's, wants as well. */
function contestedLeaves(edges: ReadonlyMap<AllocatingLeaf, readonly Edge[]>): ReadonlySet<AllocatingLeaf> {
  const wantedBy = new Map<number, AllocatingLeaf[]>();
  for (const [leaf, mine] of edges) {
    for (const edge of mine) {
      for (const item of edge.items) {
        const known = wantedBy.get(item);
        if (known) known.push(leaf);
        else wantedBy.set(item, [leaf]);
      }
    }
  }
  const contested = new Set<AllocatingLeaf>();
  for (const leaves of wantedBy.values()) if (leaves.length > 1) for (const leaf of leaves) contested.add(leaf);
  return contested;
}

/** A total takes all; a leaf that counts takes what it needs: certain before uncertain, earned before in progress, then by item. */
function takeBest(leaf: AllocatingLeaf, edges: readonly Edge[], isPinned: IsPinned): readonly Edge[] {
  if (leaf.kind === 'sum' || edges.length <= leaf.need.lo) return edges;
  return inPreference(leaf, edges, isPinned).slice(0, mostOf(leaf));
}

/** The cut: each leaf keeps what it had and takes what is still free, leaves with the fewest edges first. */
function extend(
  before: Served,
  edges: ReadonlyMap<AllocatingLeaf, readonly Edge[]>,
  contested: ReadonlySet<AllocatingLeaf>,
  isPinned: IsPinned,
): Served {
  const taken = new Set([...before.values()].flatMap((kept) => kept.flatMap((edge) => edge.items)));
  const served = new Map<AllocatingLeaf, readonly Edge[]>();
  const edgesOf = (leaf: AllocatingLeaf) => edges.get(leaf) ?? [];
  // Leaves come sorted by id, and sorting keeps the order of equals.
  for (const leaf of [...contested].toSorted((a, b) => edgesOf(a).length - edgesOf(b).length)) {
    const mine = [...(before.get(leaf) ?? [])];
    for (const edge of inPreference(leaf, edgesOf(leaf), isPinned)) {
      if (mine.length >= mostOf(leaf) || edge.items.some((item) => taken.has(item))) continue;
      for (const item of edge.items) taken.add(item);
      mine.push(edge);
    }
    served.set(leaf, mine);
  }
  return served;
}

function mostOf(leaf: AllocatingLeaf): number {
  return leaf.kind === 'sum' ? Number.POSITIVE_INFINITY : leaf.need.hi;
}
