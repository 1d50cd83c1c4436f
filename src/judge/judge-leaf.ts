import type { AllocatingLeaf, LeafAllocation } from '../allocate/allocation.js';
import { type Count, countEdges, countMeasured } from '../match/count.js';
import type { Edge, LeafMatch, MeasuredMatch, SumMatch } from '../match/matched.js';
import { type JudgedNode, type JudgedPart, judgedNode, type Outcome } from './judged.js';
import { reasonOf } from './reasons.js';

/** Met if what is certain and earned fills it, else pending with what is in progress, else unknown with what is uncertain, else unmet. */
export function judgeLeaf(leaf: LeafMatch, allocation: LeafAllocation | undefined): JudgedNode {
  const shown = allocation?.shown ?? NO_EDGES;
  const [sure, soon, perhaps] = leaf.kind === 'measured' ? measured(leaf) : counted(leaf, shown);
  const asks = leaf.kind === 'measured' ? leaf.asks : asksOf(leaf, shown);
  const outcome = settle([sure, soon, perhaps], (count) => count.filled, leaf, asks);
  const cut = leaf.kind === 'sum' && [sure, soon, perhaps, ...bestOf(leaf, allocation)].some(isCut);
  const parts = sure.parts.map((part, i): JudgedPart => {
    const isFilled = (count: Count) => (count.parts[i]?.have ?? 0) >= (count.parts[i]?.need ?? 0);
    const { status, reason, asks: open } = settle([sure, soon, perhaps], isFilled, leaf, asks);
    const need = Number.isFinite(part.need) ? part.need : undefined;
    return { id: part.id, have: part.have, need, isAmount: part.kind === 'sum', status, reason, asks: open };
  });
  return judgedNode(outcome, sure.have, sure.need, parts, cut);
}

/** The first of the three counts that is filled decides; before it, one that a better reckoning might fill leaves it open. */
function settle(
  [sure, soon, perhaps]: Counts,
  isFilled: (count: Count) => boolean,
  leaf: LeafMatch,
  asks: readonly string[],
): Outcome {
  const mightBe = (count: Count) => count.atBest !== undefined && isFilled(count.atBest);
  const cut: Outcome = { status: 'unknown', reason: 'searchCut', asks: [] };
  if (isFilled(sure)) return { status: 'met', reason: leaf.kind === 'measured' ? leaf.metReason : undefined, asks: [] };
  if (mightBe(sure)) return cut;
  if (isFilled(soon)) return { status: 'pending', reason: 'inProgress', asks: [] };
  if (mightBe(soon)) return cut;
  if (isFilled(perhaps)) return { status: 'unknown', reason: reasonOf(asks), asks };
  if (leaf.partial.length > 0)
    return { status: 'unknown', reason: 'partialList', asks: leaf.partial.map((list) => `list:${list}`) };
  if (mightBe(perhaps)) return cut;
  return { status: 'unmet', reason: (leaf.kind === 'measured' && leaf.unmetReason) || 'short', asks: [] };
}

type Counts = readonly [sure: Count, soon: Count, perhaps: Count];

function measured(leaf: MeasuredMatch): Counts {
  return [countMeasured(leaf, 'earned'), countMeasured(leaf, 'withInProgress'), countMeasured(leaf, 'possible')];
}

function counted(leaf: AllocatingLeaf, shown: readonly Edge[]): Counts {
  const certain = shown.filter((edge) => edge.certain);
  const earned = certain.filter((edge) => edge.tier === 'earned');
  const sure = countEdges(leaf, earned, 'certain');
  const soon = certain.length === earned.length ? sure : countEdges(leaf, certain, 'certain');
  return [sure, soon, countEdges(leaf, shown, 'possible')];
}

/** What the best of each view comes to: only of a total may a better reckoning exist. */
function bestOf(leaf: SumMatch, allocation: LeafAllocation | undefined): readonly Count[] {
  const { earned = NO_EDGES, withInProgress = NO_EDGES, withPlanned = NO_EDGES } = allocation ?? {};
  // Where everything is earned, all views are one list.
  return [...new Set([earned, withInProgress, withPlanned])].map((edges) => countEdges(leaf, edges, 'certain'));
}

function isCut({ atBest }: Count): boolean {
  return atBest !== undefined;
}

const NO_EDGES: readonly Edge[] = [];

/** What would tell how much the evidence counts, and how much is asked for. */
function asksOf(leaf: AllocatingLeaf, shown: readonly Edge[]): readonly string[] {
  const asks: string[] = [];
  for (const edge of shown) asks.push(...edge.asks);
  asks.push(...(leaf.need?.asks ?? []));
  if (leaf.kind === 'sum')
    for (const part of leaf.parts) asks.push(...(part.need?.asks ?? []), ...(part.atMost?.asks ?? []));
  return asks;
}
