import type { LeafAllocation } from './allocation.js';
import { type Count, countEdges, countMeasured } from './count.js';
import type { JudgedNode } from './judged.js';
import type { Edge, LeafMatch } from './matched.js';
import { reasonOf } from './reasons.js';

/** Met if what is certain and earned fills it, else pending with what is in progress, else unknown with what is uncertain, else unmet. */
export function judgeLeaf(leaf: LeafMatch, allocation: LeafAllocation | undefined): JudgedNode {
  const at = (edges: readonly Edge[] | undefined, view: 'certain' | 'possible') =>
    leaf.kind === 'measured' ? undefined : countEdges(leaf, edges ?? [], view);
  const shown = allocation?.shown ?? [];
  const certain = shown.filter((edge) => edge.certain);
  const sure =
    at(
      certain.filter((edge) => edge.tier === 'earned'),
      'certain',
    ) ?? measured(leaf, 'earned');
  const soon = at(certain, 'certain') ?? measured(leaf, 'withInProgress');
  const perhaps = at(shown, 'possible') ?? measured(leaf, 'possible');
  const progress = {
    earned: (at(allocation?.earned, 'certain') ?? sure).fraction,
    withInProgress: (at(allocation?.withInProgress, 'certain') ?? soon).fraction,
    withPlanned: (at(allocation?.withPlanned, 'certain') ?? measured(leaf, 'withPlanned')).fraction,
  };
  const asks = leaf.kind === 'measured' ? leaf.asks : [...shown.flatMap((edge) => edge.asks), ...needAsks(leaf)];
  const outcome = settle(sure.filled, soon.filled, perhaps.filled, !perhaps.exact, leaf, asks);
  return {
    ...outcome,
    have: sure.have,
    ...(sure.need !== undefined && Number.isFinite(sure.need) && { need: sure.need }),
    progress: { ...progress, atBest: progress.earned },
    parts: sure.parts.map((part, i) => {
      const filled = (count: Count) => (count.parts[i]?.have ?? 0) >= (count.parts[i]?.need ?? 0);
      const status = settle(filled(sure), filled(soon), filled(perhaps), false, leaf, asks);
      return {
        id: part.id,
        have: part.have,
        ...(Number.isFinite(part.need) && { need: part.need }),
        isAmount: part.kind === 'sum',
        ...status,
      };
    }),
  };
}

function settle(
  sure: boolean,
  soon: boolean,
  perhaps: boolean,
  inexact: boolean,
  leaf: LeafMatch,
  asks: readonly string[],
): Pick<JudgedNode, 'status' | 'reason' | 'asks'> {
  if (sure)
    return { status: 'met', asks: [], ...(leaf.kind === 'measured' && leaf.metReason && { reason: leaf.metReason }) };
  if (soon) return { status: 'pending', reason: 'inProgress', asks: [] };
  if (perhaps) return { status: 'unknown', reason: reasonOf(asks), asks };
  if (leaf.partial.length > 0)
    return { status: 'unknown', reason: 'partialList', asks: leaf.partial.map((list) => `list:${list}`) };
  if (inexact) return { status: 'unknown', reason: 'searchCut', asks: [] };
  return { status: 'unmet', reason: (leaf.kind === 'measured' && leaf.unmetReason) || 'short', asks: [] };
}

function measured(leaf: LeafMatch, which: 'earned' | 'withInProgress' | 'possible' | 'withPlanned'): Count {
  return leaf.kind === 'measured' ? countMeasured(leaf, which) : countEdges(leaf, [], 'certain');
}

function needAsks(leaf: Exclude<LeafMatch, { kind: 'measured' }>): readonly string[] {
  const parts =
    leaf.kind === 'sum' ? leaf.parts.flatMap((part) => [...(part.need?.asks ?? []), ...(part.atMost?.asks ?? [])]) : [];
  return [...(leaf.need?.asks ?? []), ...parts];
}
