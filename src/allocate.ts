import { allocateByFlow, isFlowShaped } from './allocate-flow.js';
import { EARNED, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED, type AllocatingLeaf, type Allocation, type EdgeFilter, type LeafAllocation } from './allocation.js';
import type { Edge, Matched } from './matched.js';
import type { CompiledNode } from './ruleset.js';

/**
 * Second step: edges → which item counts where.
 *
 * Gives every leaf the best of what could count for it. A leaf whose items nobody else wants is served at once. Where leaves of one
 * pool want the same item, one maximum flow serves them all; a contest that flow cannot express is cut: its shown allocation is
 * eligible and deterministic but perhaps not the best, and `atBest` bounds what a better one could reach.
 */
export function allocate(nodes: readonly CompiledNode[], matched: Matched): Allocation {
  const leaves: (LeafAllocation | undefined)[] = nodes.map(() => undefined);
  const open = matched.leaves.filter((leaf): leaf is AllocatingLeaf => leaf !== undefined && leaf.kind !== 'measured');
  for (const pool of poolsOf(open)) {
    const contested = contestedLeaves(pool);
    for (const leaf of pool) if (!contested.has(leaf)) leaves[leaf.node] = alone(leaf);
    if (contested.size === 0) continue;
    if (isFlowShaped(nodes, matched, pool)) {
      for (const [node, allocation] of allocateByFlow(nodes, pool, matched)) leaves[node] = allocation;
    } else {
      for (const [node, allocation] of inOrder([...contested])) leaves[node] = allocation;
    }
  }
  const periods = matched.periods.map((each) => each?.periods.map((period) => allocate(each.nodes, period.matched)));
  return { leaves, periods };
}

/** Leaves that compete for items. A leaf that reads only stands alone. */
function poolsOf(leaves: readonly AllocatingLeaf[]): readonly (readonly AllocatingLeaf[])[] {
  const pools = new Map<string, AllocatingLeaf[]>();
  for (const leaf of leaves) {
    const key = leaf.pool === undefined ? `reads ${leaf.node}` : `pool ${leaf.pool}`;
    const known = pools.get(key);
    if (known) known.push(leaf);
    else pools.set(key, [leaf]);
  }
  return [...pools.values()];
}

/** Leaves with an item that another edge of the pool, theirs or another leaf's, wants as well. */
function contestedLeaves(pool: readonly AllocatingLeaf[]): ReadonlySet<AllocatingLeaf> {
  const wantedBy = new Map<number, AllocatingLeaf[]>();
  for (const leaf of pool) {
    for (const edge of leaf.edges) {
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

function alone(leaf: AllocatingLeaf): LeafAllocation {
  const take = (filter: EdgeFilter) => takeBest(leaf, leaf.edges.filter(filter));
  return { shown: take(SHOWN), earned: take(EARNED), withInProgress: take(WITH_IN_PROGRESS), withPlanned: take(WITH_PLANNED) };
}

/** A total takes all; a leaf that counts takes what it needs: certain before uncertain, earned before in progress, then by item. */
function takeBest(leaf: AllocatingLeaf, edges: readonly Edge[]): readonly Edge[] {
  if (leaf.kind === 'sum' || edges.length <= leaf.need.lo) return edges;
  const wanted = Number.isFinite(leaf.need.hi) ? leaf.need.hi : edges.length;
  return edges.toSorted((a, b) => preference(a) - preference(b) || (a.items[0] ?? 0) - (b.items[0] ?? 0)).slice(0, wanted);
}

function preference(edge: Edge): number {
  return (edge.certain ? 0 : 2) + (edge.tier === 'earned' ? 0 : 1);
}

/** The cut: leaves with the fewest edges first, each taking what is still free. */
function inOrder(leaves: readonly AllocatingLeaf[]): ReadonlyMap<number, LeafAllocation> {
  const order = leaves.toSorted((a, b) => a.edges.length - b.edges.length || a.node - b.node);
  const serve = (filter: EdgeFilter): ReadonlyMap<number, readonly Edge[]> => {
    const taken = new Set<number>();
    const served = new Map<number, readonly Edge[]>();
    for (const leaf of order) {
      const mine: Edge[] = [];
      const limit = leaf.kind === 'sum' ? Number.POSITIVE_INFINITY : leaf.need.hi;
      for (const edge of leaf.edges.filter(filter).toSorted((a, b) => preference(a) - preference(b) || (a.items[0] ?? 0) - (b.items[0] ?? 0))) {
        if (mine.length >= limit || edge.items.some((item) => taken.has(item))) continue;
        for (const item of edge.items) taken.add(item);
        mine.push(edge);
      }
      served.set(leaf.node, mine);
    }
    return served;
  };
  const [shown, earned, withInProgress, withPlanned] = [SHOWN, EARNED, WITH_IN_PROGRESS, WITH_PLANNED].map(serve);
  return new Map(
    leaves.map((leaf) => [
      leaf.node,
      {
        shown: shown?.get(leaf.node) ?? [],
        earned: earned?.get(leaf.node) ?? [],
        withInProgress: withInProgress?.get(leaf.node) ?? [],
        withPlanned: withPlanned?.get(leaf.node) ?? [],
        atBest: leaf.edges.filter(SHOWN),
      },
    ]),
  );
}
