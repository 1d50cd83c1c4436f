import type { CompiledNode } from '../compile/nodes.js';
import type { Bound, LeafMatch, Matched } from '../match/matched.js';
import { type AllocatingLeaf, EARNED } from './allocation.js';

/** Whether nothing of what counts today is in progress or uncertain, and no number is: then one way to share out is best in every view. */
export function isPlain(nodes: readonly CompiledNode[], matched: Matched): boolean {
  return (
    matched.leaves.every((leaf) => !leaf || isPlainLeaf(leaf)) &&
    matched.counts.every((count) => !count || isExact(count)) &&
    matched.applies.every(({ applies }) => applies !== 'unknown') &&
    matched.standIns.every((standIn) => !standIn || (standIn.certain && standIn.tier === 'earned')) &&
    matched.periods.every((each) => !each) &&
    nodes.every(({ untilDue }) => untilDue === 'unmet')
  );
}

function isPlainLeaf(leaf: LeafMatch): boolean {
  if (leaf.partial.length > 0) return false;
  if (leaf.kind === 'measured')
    return leaf.dimensions.every(
      ({ need, earned, withInProgress, possible }) => isExact(need) && earned === withInProgress && earned === possible,
    );
  return isExactLeaf(leaf) && leaf.edges.every((edge) => edge.tier === 'planned' || EARNED(edge));
}

/** Whether it is established what a leaf needs, and which of its parts each of its edges lies in. */
export function isExactLeaf(leaf: AllocatingLeaf): boolean {
  if (leaf.kind === 'units') return isExact(leaf.need);
  const ofParts = leaf.parts.flatMap(({ need, atMost, atMostPer }) => [need, atMost, atMostPer]);
  return (
    [leaf.need, leaf.atMost, ...ofParts].every((bound) => !bound || isExact(bound)) &&
    leaf.edges.every(({ inParts }) => inParts?.every((inside) => inside !== 'unknown') ?? true)
  );
}

function isExact({ lo, hi }: Bound): boolean {
  return lo === hi;
}
