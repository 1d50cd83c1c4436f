import { EARNED, WITH_IN_PROGRESS, WITH_PLANNED, SHOWN, type AllocatingLeaf, type EdgeFilter, type LeafAllocation } from './allocation.js';
import { network } from './flow.js';
import type { Edge, Matched } from './matched.js';
import type { CompiledNode } from './ruleset.js';

/**
 * Whether one maximum flow decides a pool exactly: every leaf counts single items up to an exact number, and every requirement
 * above one is either `allOf` or a choice among things that one item each can meet.
 */
export function isFlowShaped(nodes: readonly CompiledNode[], matched: Matched, pool: readonly AllocatingLeaf[]): boolean {
  const inPool = new Set(pool.map((leaf) => leaf.node));
  const seen = new Set<number>();
  for (const leaf of pool) {
    if (leaf.kind !== 'units' || leaf.need.lo !== leaf.need.hi || leaf.edges.some((edge) => edge.items.length > 1)) return false;
    if (matched.applies[leaf.node]?.applies !== 'yes') return false;
    for (let at = nodes[leaf.node]?.parent ?? -1; at >= 0 && !seen.has(at); at = nodes[at]?.parent ?? -1) {
      seen.add(at);
      const node = nodes[at];
      if (!node || matched.applies[at]?.applies !== 'yes') return false;
      if (node.kind === 'choose' && !node.children.every((child) => isUnit(child, nodes, matched, inPool))) return false;
      if (node.kind === 'choose' && chooseOf(node, matched) === undefined) return false;
    }
  }
  return true;
}

/** Serves a whole pool, once for each tier and once for what is shown. */
export function allocateByFlow(nodes: readonly CompiledNode[], pool: readonly AllocatingLeaf[], matched: Matched): ReadonlyMap<number, LeafAllocation> {
  const shown = serve(nodes, pool, matched, [EARNED, WITH_IN_PROGRESS, SHOWN]);
  const earned = serve(nodes, pool, matched, [EARNED]);
  const withInProgress = serve(nodes, pool, matched, [WITH_IN_PROGRESS]);
  const withPlanned = serve(nodes, pool, matched, [WITH_PLANNED]);
  const of = (served: ReadonlyMap<number, readonly Edge[]>, leaf: AllocatingLeaf) => served.get(leaf.node) ?? [];
  return new Map(
    pool.map((leaf) => [
      leaf.node,
      { shown: of(shown, leaf), earned: of(earned, leaf), withInProgress: of(withInProgress, leaf), withPlanned: of(withPlanned, leaf) },
    ]),
  );
}

/** A subtree that one item meets: a leaf of this pool that needs one, or a choice of one among such. */
function isUnit(at: number, nodes: readonly CompiledNode[], matched: Matched, inPool: ReadonlySet<number>): boolean {
  const node = nodes[at];
  if (!node || matched.applies[at]?.applies !== 'yes') return false;
  const leaf = matched.leaves[at];
  if (leaf) return leaf.kind === 'units' && inPool.has(at) && leaf.need.hi === 1;
  return node.kind === 'choose' && chooseOf(node, matched) === 1 && node.children.every((child) => isUnit(child, nodes, matched, inPool));
}

function chooseOf(node: CompiledNode, matched: Matched): number | undefined {
  const count = matched.counts[node.index];
  return count && count.lo === count.hi ? count.hi : undefined;
}

/**
 * Source → items → leaves → the requirements above them → sink. Edges join phase by phase, so that what an earlier tier reached is
 * kept; within the first phase leaves join in the order of their need, because one item is worth the more the less a leaf needs.
 */
function serve(nodes: readonly CompiledNode[], pool: readonly AllocatingLeaf[], matched: Matched, phases: readonly EdgeFilter[]): ReadonlyMap<number, readonly Edge[]> {
  const items = [...new Set(pool.flatMap((leaf) => leaf.edges.flatMap((edge) => edge.items)))];
  const vertexOfItem = new Map(items.map((item, i) => [item, nodes.length + i]));
  const source = nodes.length + items.length;
  const sink = source + 1;
  const net = network(sink + 1);
  for (const item of items) net.arc(source, vertexOfItem.get(item) ?? sink, 1);
  const edges = pool.flatMap((leaf) => leaf.edges.map((edge) => ({ leaf, edge, arc: net.arc(vertexOfItem.get(edge.items[0] ?? -1) ?? sink, leaf.node, 0) })));
  const doors = new Map(pool.map((leaf) => [leaf.node, net.arc(leaf.node, parentVertex(nodes, leaf.node, sink), 0)]));
  for (const at of branchesAbove(nodes, pool)) {
    const node = nodes[at];
    if (node) net.arc(at, parentVertex(nodes, at, sink), node.kind === 'choose' ? (chooseOf(node, matched) ?? 0) : items.length);
  }
  const open = new Set<Edge>();
  const order = pool.toSorted((a, b) => needOf(a) - needOf(b) || a.node - b.node);
  phases.forEach((filter, phase) => {
    for (const { edge, arc } of edges) {
      if (open.has(edge) || !filter(edge)) continue;
      open.add(edge);
      net.raise(arc, 1);
    }
    if (phase > 0) net.augment(source, sink);
    else {
      for (const leaf of order) {
        net.raise(doors.get(leaf.node) ?? 0, needOf(leaf));
        net.augment(source, sink);
      }
    }
  });
  const served = new Map<number, Edge[]>();
  for (const { leaf, edge, arc } of edges) {
    if (net.flow(arc) > 0) served.set(leaf.node, [...(served.get(leaf.node) ?? []), edge]);
  }
  return served;
}

function branchesAbove(nodes: readonly CompiledNode[], pool: readonly AllocatingLeaf[]): readonly number[] {
  const above = new Set<number>();
  for (const leaf of pool) for (let at = nodes[leaf.node]?.parent ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) above.add(at);
  return [...above];
}

function parentVertex(nodes: readonly CompiledNode[], at: number, sink: number): number {
  const parent = nodes[at]?.parent ?? -1;
  return parent < 0 ? sink : parent;
}

function needOf(leaf: AllocatingLeaf): number {
  return leaf.kind === 'units' ? leaf.need.hi : 0;
}
