import type { CompiledNode } from '../compile/nodes.js';
import { countEdges, countMeasured } from '../match/count.js';
import type { LeafMatch, Matched } from '../match/matched.js';
import type { World } from '../worlds.js';

/** What would tell, of something that may turn out to be met; `undefined` of something that may not. */
type Asks = readonly string[] | undefined;

/**
 * What would tell whether something that is pending is met already: each of its requirements is met, or may be once everything is answered that is open
 * about what is earned. Whether several of them may be so at once is not asked.
 */
export function mayBeMet({ nodes, matched, judged }: Pick<World, 'nodes' | 'matched' | 'judged'>): Asks {
  const found: Asks[] = [];
  // Children stand behind their parent.
  for (const node of nodes.toReversed()) {
    const { status, asks = [] } = judged.nodes[node.index] ?? {};
    found[node.index] = status === 'unmet' ? undefined : status === 'pending' ? asksOf(node, matched, found) : asks;
  }
  return found[0];
}

function asksOf(node: CompiledNode, matched: Matched, found: readonly Asks[]): Asks {
  const leaf = matched.leaves[node.index];
  if (leaf) return asksOfLeaf(leaf);
  // What repeats is pending while no period of it is over; what stands in for a requirement is in progress.
  if (node.kind === 'eachPeriod' || matched.standIns[node.index]) return undefined;
  const count = matched.counts[node.index];
  const open = node.children.flatMap((child) => (found[child] ? [found[child]] : []));
  const applying = node.children.map((child) => matched.applies[child]?.asks ?? []);
  return open.length >= (count?.lo ?? node.children.length)
    ? [...open, ...applying, count?.asks ?? []].flat()
    : undefined;
}

/** Whether what is earned fills a leaf, if all of it counts that may. */
function asksOfLeaf(leaf: LeafMatch): Asks {
  const lists = leaf.partial.map((list) => `list:${list}`);
  if (leaf.kind === 'measured') {
    const [sure, perhaps] = [countMeasured(leaf, 'withInProgress'), countMeasured(leaf, 'possible')];
    const isOpen = perhaps.filled && (perhaps.have > sure.have || perhaps.need !== sure.need);
    return isOpen || lists.length > 0 ? [...lists, ...leaf.asks] : undefined;
  }
  const earned = leaf.edges.filter(({ tier }) => tier === 'earned');
  const isOpen = countEdges(leaf, earned, 'possible').filled;
  const ofParts = leaf.kind === 'sum' ? leaf.parts.flatMap(({ need, atMost }) => [need, atMost]) : [];
  const ofNumbers = [leaf.need, ...ofParts].flatMap((bound) => bound?.asks ?? []);
  return isOpen || lists.length > 0 ? [...lists, ...earned.flatMap(({ asks }) => asks), ...ofNumbers] : undefined;
}
