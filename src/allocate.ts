import { isFlowShaped, serveByFlow } from './allocate-flow.js';
import type { AllocatingLeaf, Allocation, EdgeFilter, IsPinned, LeafAllocation } from './allocation.js';
import { EARNED, inPreference, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from './allocation.js';
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
  const leaves: (LeafAllocation | undefined)[] = nodes.map(() => undefined);
  const open = matched.leaves.filter((leaf): leaf is AllocatingLeaf => leaf !== undefined && leaf.kind !== 'measured');
  for (const pool of poolsOf(open, nodes)) {
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

/** Leaves that compete for items, in the order of their ids. A leaf that reads only stands alone. */
function poolsOf(
  leaves: readonly AllocatingLeaf[],
  nodes: readonly CompiledNode[],
): readonly (readonly AllocatingLeaf[])[] {
  const pools = new Map<string, AllocatingLeaf[]>();
  for (const leaf of leaves) {
    const key = leaf.pool === undefined ? `reads ${leaf.node}` : `pool ${leaf.pool}`;
    const known = pools.get(key);
    if (known) known.push(leaf);
    else pools.set(key, [leaf]);
  }
  const id = (leaf: AllocatingLeaf) => nodes[leaf.node]?.id ?? '';
  return [...pools.values()].map((pool) =>
    pool.length > 1 ? pool.toSorted((a, b) => (id(a) < id(b) ? -1 : 1)) : pool,
  );
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
