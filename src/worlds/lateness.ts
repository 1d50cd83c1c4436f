import { allocate } from '../allocate.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Judged } from '../judge/judged.js';
import { judge } from '../judge.js';
import type { LateEdge, LeafMatch, Matched } from '../match/matched.js';

/**
 * For every requirement whose last day kept it from being met: the least number of days by which it is late. Evidence dated after
 * the last day is let in day by day; the first day on which the requirement is met tells.
 */
export function lateness(
  nodes: readonly CompiledNode[],
  matched: Matched,
  judged: Judged,
  asOf: number,
): ReadonlyMap<number, number> {
  const late = new Map<number, number>();
  matched.dues.forEach((due, node) => {
    if (!due || judged.nodes[node]?.status !== 'unmet') return;
    const days = daysLate(matched, node);
    const metBy = (day: number) => {
      const extended = { ...matched, leaves: matched.leaves.map((leaf) => withLate(leaf, node, day)) };
      return judge(nodes, extended, allocate(nodes, extended, asOf), asOf).nodes[node]?.status === 'met';
    };
    // More evidence never hurts, so the first sufficient day can be found by halving.
    let from = 0;
    let to = days.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (metBy(days[middle] ?? 0)) to = middle;
      else from = middle + 1;
    }
    const day = days[from];
    if (day !== undefined) late.set(node, day - due.value.hi);
  });
  return late;
}

/** The days, each once and in their order, on which evidence is dated that only the last day of a requirement keeps out. */
function daysLate({ leaves }: Matched, node: number): readonly number[] {
  const days: number[] = [];
  for (const leaf of leaves) {
    if (leaf?.kind !== 'measured' && leaf?.late.length === 0) continue;
    for (const day of lateDays(leaf, node)) if (!days.includes(day)) days.push(day);
  }
  return days.sort((a, b) => a - b);
}

function lateDays(leaf: LeafMatch | undefined, node: number): readonly number[] {
  if (leaf?.kind === 'measured') return leaf.late?.node === node ? [leaf.late.day] : [];
  return lateOf(leaf, node)
    .filter(({ edge }) => edge.tier === 'earned')
    .map((late) => late.day);
}

function lateOf(leaf: LeafMatch | undefined, node: number): readonly LateEdge[] {
  return leaf && leaf.kind !== 'measured' ? leaf.late.filter((late) => late.node === node) : [];
}

function withLate(leaf: LeafMatch | undefined, node: number, day: number): LeafMatch | undefined {
  if (!leaf) return leaf;
  if (leaf.kind === 'measured') {
    const isIn = leaf.late !== undefined && leaf.late.node === node && leaf.late.day <= day;
    return isIn
      ? {
          ...leaf,
          dimensions: leaf.dimensions.map((d) => ({
            ...d,
            earned: d.need.hi,
            withInProgress: d.need.hi,
            possible: d.need.hi,
          })),
        }
      : leaf;
  }
  const added = lateOf(leaf, node)
    .filter((late) => late.day <= day)
    .map((late) => late.edge);
  return added.length === 0 ? leaf : { ...leaf, edges: [...leaf.edges, ...added] };
}
