import type { Allocation } from './allocate/allocation.js';
import { allOf, higher, rank, type Weighed } from './base/status.js';
import type { CompiledNode } from './compile/nodes.js';
import { judgeBranch } from './judge/judge-branch.js';
import { judgeLeaf } from './judge/judge-leaf.js';
import {
  type Judged,
  type JudgedNode,
  judgedNode,
  NOT_APPLICABLE,
  type Outcome,
  stoodIn,
  WAIVED,
} from './judge/judged.js';
import { easiest, reasonOf } from './judge/reasons.js';
import { APPLIES, type Matched, type PeriodsMatch } from './match/matched.js';
import type { Reason, Status } from './model/outcome.js';
import { asksAsBlank, type Blank, blankOf } from './worlds/blank.js';

/**
 * Third step: statuses from the allocation alone, from the leaves up. `asOf` is compared with last days only. A node whose status
 * could still be better under an allocation that the search did not reach is `unknown`, reason `searchCut`.
 */
export function judge(nodes: readonly CompiledNode[], matched: Matched, allocation: Allocation, asOf: number): Judged {
  const judged = judgeWith(nodes, matched, allocation, asOf);
  const optimal =
    allocation.leaves.every((leaf) => !leaf?.cut) &&
    judged.every((node) => !node.cut && (node.periods?.every((each) => each.judged.optimal) ?? true));
  if (allocation.leaves.every((leaf) => leaf?.atBest === undefined)) return { nodes: judged, optimal };
  const leaves = allocation.leaves.map((leaf) => (leaf?.atBest ? { ...leaf, shown: leaf.atBest } : leaf));
  const best = judgeWith(nodes, matched, { ...allocation, leaves }, asOf);
  return {
    optimal: false,
    nodes: judged.map((node, i) => {
      const bound = best[i];
      if (!bound || !improves(bound.status, node.status)) return node;
      return { ...node, status: 'unknown', reason: 'searchCut' };
    }),
  };
}

function improves(best: Status, shown: Status): boolean {
  return best !== 'notApplicable' && shown !== 'notApplicable' && rank(best) > rank(shown);
}

function judgeWith(
  nodes: readonly CompiledNode[],
  matched: Matched,
  allocation: Allocation,
  asOf: number,
): readonly JudgedNode[] {
  const judged: JudgedNode[] = new Array(nodes.length);
  const blank = blankOf(nodes);
  const isFixed = asksAsBlank(blank, matched);
  /** What a requirement comes to before its last day is looked at. */
  const plain = (node: CompiledNode): JudgedNode => {
    const i = node.index;
    const standIn = matched.standIns[i];
    const periods = matched.periods[i];
    const leaf = matched.leaves[i];
    if (matched.applies[i]?.applies === 'no') return NOT_APPLICABLE;
    if (matched.waivers[i] !== undefined) return WAIVED;
    if (standIn) return stoodIn(standIn);
    if (periods) return judgePeriods(periods, allocation.periods[i] ?? [], asOf);
    return leaf ? judgeLeaf(leaf, allocation.leaves[i]) : judgeBranch(node, matched, judged);
  };
  // Children stand behind their parent, so the last node is judged first.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (!node) continue;
    const untouched = isFixed ? untouchedBy(node, matched, judged, blank) : undefined;
    judged[i] = untouched ?? withDue(plain(node), node, matched, asOf);
  }
  const root = judged[0];
  if (root) judged[0] = asChildOfAll(root, matched);
  return judged;
}

/** What a requirement comes to on which the record has no bearing: nothing below it is other than for a record that says nothing. */
function untouchedBy(
  node: CompiledNode,
  matched: Matched,
  judged: readonly JudgedNode[],
  blank: Blank,
): JudgedNode | undefined {
  const known = blank.judged[node.index];
  if (known === undefined || matched.leaves[node.index] !== blank.leaves[node.index]) return undefined;
  for (const child of node.children) if (judged[child] !== blank.judged[child]) return undefined;
  return known;
}

/** A root that may not apply counts as it would below `allOf`. */
function asChildOfAll(root: JudgedNode, matched: Matched): JudgedNode {
  const { applies, asks } = matched.applies[0] ?? APPLIES;
  if (applies !== 'unknown' || root.status !== 'unmet') return root;
  return { ...root, status: 'unknown', reason: reasonOf(asks), asks };
}

/** Every closed period must be met; the open one is not yet due and changes nothing. */
function judgePeriods(each: PeriodsMatch, allocations: readonly Allocation[], asOf: number): JudgedNode {
  const periods = each.periods.map((period, i) => ({
    period,
    judged: judge(each.nodes, period.matched, allocations[i] ?? NOTHING_ALLOCATED, asOf),
  }));
  const closed = periods.filter(({ period }) => period.closed).map(({ judged }) => judged.nodes[0] ?? NOT_APPLICABLE);
  const asks = [...new Set(closed.flatMap((node) => node.asks))];
  const outcome = (): Outcome => {
    if (each.asks.length > 0) return { status: 'unknown', reason: reasonOf(each.asks), asks: each.asks };
    if (closed.length === 0) return { status: 'pending', reason: 'notYetDue', asks: [] };
    const status = allOf(closed.map((node): Weighed => ({ status: node.status, applies: 'yes' })));
    if (status === 'unmet') return { status, reason: 'short', asks: [] };
    if (status === 'notApplicable') return { status, reason: 'doesNotApply', asks: [] };
    return { status, reason: reasonFor(status, closed), asks: status === 'unknown' ? asks : [] };
  };
  const have = closed.filter(({ status }) => status === 'met' || status === 'waived').length;
  return judgedNode(outcome(), have, closed.length, [], false, periods);
}

const NOTHING_ALLOCATED: Allocation = { leaves: [], periods: [], contests: [] };

function reasonFor(status: Status, nodes: readonly JudgedNode[]): Reason | undefined {
  return easiest(nodes.filter((node) => node.status === status).map((node) => node.reason));
}

/** What an unfulfilled requirement is before its last day, and that the day has passed once it has. */
function withDue(node: JudgedNode, compiled: CompiledNode, matched: Matched, asOf: number): JudgedNode {
  const due = matched.dues[compiled.index];
  if (!due || (node.status !== 'unmet' && node.status !== 'unknown')) return node;
  const { lo, hi } = due.value;
  if (compiled.untilDue === 'pending' && asOf <= hi) {
    if (asOf <= lo) return { ...node, status: 'pending', reason: 'notYetDue', asks: [] };
    return { ...node, status: higher(node.status, 'unknown'), reason: reasonOf(due.asks), asks: due.asks };
  }
  return node.status === 'unmet' && asOf > hi ? { ...node, reason: 'overdue' } : node;
}
