import { needsPool, standingOf } from './allocate-ways.js';
import { type AllocatingLeaf, type EdgeFilter, type IsPinned, inPreference } from './allocation.js';
import type { CompiledNode } from './compile/nodes.js';
import { network } from './flow.js';
import type { Edge, Matched } from './matched.js';

type Offers = ReadonlyMap<AllocatingLeaf, readonly Edge[]>;

/**
 * Whether one maximum flow decides a pool exactly: every leaf counts single items up to an exact number, and every requirement
 * above one is either `allOf`, or a choice among things that one item each can meet, or one of whose ways only one draws on the pool
 * and that certainly needs it or certainly does not.
 */
export function isFlowShaped(nodes: readonly CompiledNode[], matched: Matched, offers: Offers): boolean {
  const inPool = new Set([...offers.keys()].map((leaf) => leaf.node));
  const seen = new Set<number>();
  for (const [leaf, edges] of offers) {
    if (leaf.kind !== 'units' || leaf.need.lo !== leaf.need.hi) return false;
    if (edges.some((edge) => edge.items.length > 1) || matched.applies[leaf.node]?.applies !== 'yes') return false;
    for (let at = nodes[leaf.node]?.parent ?? -1; at >= 0 && !seen.has(at); at = nodes[at]?.parent ?? -1) {
      seen.add(at);
      const node = nodes[at];
      if (!node || matched.applies[at]?.applies !== 'yes') return false;
      // Behind a door that may be shut nothing counts.
      const door = node.kind === 'allOf' && node.firstDoor ? node.children[0] : undefined;
      if (door !== undefined && standingOf(door, nodes, matched, inPool) !== 'whole') return false;
      if (node.kind !== 'choose') continue;
      const choose = chooseOf(node, matched);
      if (choose === undefined) return false;
      if (waysWithin(at, nodes, offers) < 2) {
        if (needsPool(node, choose, nodes, matched, inPool) === undefined) return false;
        continue;
      }
      if (!node.children.every((child) => isUnit(child, nodes, matched, inPool))) return false;
    }
  }
  return true;
}

/**
 * Serves a whole flow-shaped pool: source → items → leaves → the requirements above them → sink. Edges join filter by filter, so that
 * what a narrower view reached is kept; in the first round leaves join in the order of their need, because one item is worth the more
 * the less a leaf needs. Items that are pinned have a source of their own, which comes first; what it could not send once the first
 * round is full takes the place of others, path by path, so that as much is filled as before.
 */
export function serveByFlow(
  nodes: readonly CompiledNode[],
  matched: Matched,
  offers: Offers,
  filters: readonly EdgeFilter[],
  isPinned: IsPinned,
): ReadonlyMap<AllocatingLeaf, readonly Edge[]> {
  const items = [...new Set([...offers.values()].flatMap((edges) => edges.flatMap((edge) => edge.items)))].sort(
    (a, b) => a - b,
  );
  const inPool = new Set([...offers.keys()].map((leaf) => leaf.node));
  const vertexOfItem = new Map(items.map((item, i) => [item, nodes.length + i]));
  const source = nodes.length + items.length;
  const pinnedSource = source + 1;
  const sink = source + 2;
  const net = network(sink + 1);
  const parentOf = (at: number) => ((nodes[at]?.parent ?? -1) < 0 ? sink : (nodes[at]?.parent ?? sink));
  const pinned = new Set(
    [...offers].flatMap(([leaf, mine]) => mine.flatMap((edge) => (isPinned(leaf, edge) ? edge.items : []))),
  );
  for (const item of items) net.arc(pinned.has(item) ? pinnedSource : source, vertexOfItem.get(item) ?? sink, 1);
  const augment = () => {
    if (pinned.size > 0) net.augment(pinnedSource, sink);
    net.augment(source, sink);
  };
  const edges = [...offers].flatMap(([leaf, mine]) =>
    mine.map((edge) => ({ leaf, edge, arc: net.arc(vertexOfItem.get(edge.items[0] ?? -1) ?? sink, leaf.node, 0) })),
  );
  const doors = new Map([...offers.keys()].map((leaf) => [leaf, net.arc(leaf.node, parentOf(leaf.node), 0)]));
  for (const at of branchesAbove(nodes, offers)) {
    const node = nodes[at];
    const choose = node?.kind === 'choose' ? chooseOf(node, matched) : undefined;
    const isShared = choose !== undefined && waysWithin(at, nodes, offers) > 1;
    const isNeedless = node && choose !== undefined && !isShared && !needsPool(node, choose, nodes, matched, inPool);
    net.arc(at, parentOf(at), isNeedless ? 0 : isShared ? choose : items.length);
  }
  const open = new Set<Edge>();
  const order = [...offers.keys()].toSorted((a, b) => needOf(a) - needOf(b));
  filters.forEach((filter, round) => {
    for (const { edge, arc } of edges) {
      if (open.has(edge) || !filter(edge)) continue;
      open.add(edge);
      net.raise(arc, 1);
    }
    if (round > 0) augment();
    else {
      for (const leaf of order) {
        net.raise(doors.get(leaf) ?? 0, needOf(leaf));
        augment();
      }
      if (pinned.size > 0) net.augment(pinnedSource, source);
    }
  });
  const served = new Map<AllocatingLeaf, Edge[]>([...offers.keys()].map((leaf) => [leaf, []]));
  for (const { leaf, edge, arc } of edges) if (net.flow(arc) > 0) served.get(leaf)?.push(edge);
  giveAway(served, order, offers, isPinned);
  return served;
}

/** What a choice did not need may still fill a leaf below it: items that are free go where some are lacking, and none is moved. */
function giveAway(
  served: ReadonlyMap<AllocatingLeaf, Edge[]>,
  leaves: readonly AllocatingLeaf[],
  offers: Offers,
  isPinned: IsPinned,
): void {
  const taken = new Set([...served.values()].flatMap((edges) => edges.flatMap((edge) => edge.items)));
  for (const leaf of leaves) {
    const mine = served.get(leaf) ?? [];
    for (const edge of inPreference(leaf, offers.get(leaf) ?? [], isPinned)) {
      if (mine.length >= needOf(leaf) || edge.items.some((item) => taken.has(item))) continue;
      for (const item of edge.items) taken.add(item);
      mine.push(edge);
    }
  }
}

/** How many children of a choice have leaves of the pool below them. */
function waysWithin(at: number, nodes: readonly CompiledNode[], offers: Offers): number {
  const ways = new Set<number>();
  for (const leaf of offers.keys()) {
    let child = leaf.node;
    while (child >= 0 && nodes[child]?.parent !== at) child = nodes[child]?.parent ?? -1;
    if (child >= 0) ways.add(child);
  }
  return ways.size;
}

/** A subtree that one item meets: a leaf of this pool that needs one, or a choice of one among such. */
function isUnit(at: number, nodes: readonly CompiledNode[], matched: Matched, inPool: ReadonlySet<number>): boolean {
  const node = nodes[at];
  if (!node || matched.applies[at]?.applies !== 'yes') return false;
  const leaf = matched.leaves[at];
  if (leaf) return leaf.kind === 'units' && inPool.has(at) && leaf.need.hi === 1 && leaf.need.lo === 1;
  if (node.kind !== 'choose' || chooseOf(node, matched) !== 1) return false;
  return node.children.every((child) => isUnit(child, nodes, matched, inPool));
}

function chooseOf(node: CompiledNode, matched: Matched): number | undefined {
  const count = matched.counts[node.index];
  return count && count.lo === count.hi ? count.hi : undefined;
}

function branchesAbove(nodes: readonly CompiledNode[], offers: Offers): readonly number[] {
  const above = new Set<number>();
  for (const leaf of offers.keys()) {
    for (let at = nodes[leaf.node]?.parent ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) above.add(at);
  }
  return [...above];
}

function needOf(leaf: AllocatingLeaf): number {
  return leaf.kind === 'units' ? leaf.need.hi : 0;
}
