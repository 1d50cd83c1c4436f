import type { Allocation, LeafAllocation } from './allocation.js';
import { type Count, countEdges, countMeasured } from './count.js';
import type { Fraction, Reason, Status } from './evaluation.js';
import { add, compare, divide, multiply, ONE, ZERO } from './fraction.js';
import type { Edge, LeafMatch, Matched, PeriodMatch, PeriodsMatch } from './matched.js';
import type { CompiledNode } from './ruleset.js';
import { allOf, choose, higher, rank, type Weighed } from './status.js';

/** What is known of one requirement: by node index in `Judged`. */
export interface JudgedNode {
  readonly status: Status;
  readonly reason?: Reason;
  /** In minor units of the leaf; met children for a branch. */
  readonly have?: number;
  readonly need?: number;
  /** What would settle it, where it is unknown. */
  readonly asks: readonly string[];
  readonly progress: Views;
  readonly parts: readonly JudgedPart[];
  /** For `eachPeriod`. */
  readonly periods?: readonly JudgedPeriod[];
}

export interface JudgedPeriod {
  readonly period: PeriodMatch;
  readonly judged: Judged;
}

export interface JudgedPart {
  readonly id: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly have: number;
  /** Absent where nothing bounds it. */
  readonly need?: number;
  /** Whether have and need are amounts of the total's unit rather than counts of values. */
  readonly isAmount: boolean;
  readonly asks: readonly string[];
}

/** Exact progress: over what is earned, with what is in progress, with what is planned, and at best where the search was cut. */
export interface Views {
  readonly earned: Fraction;
  readonly withInProgress: Fraction;
  readonly withPlanned: Fraction;
  readonly atBest: Fraction;
}

export interface Judged {
  readonly nodes: readonly JudgedNode[];
  /** False where a contest was cut. */
  readonly optimal: boolean;
}

/**
 * Third step: statuses from the allocation alone, from the leaves up. `asOf` is compared with last days only. A node whose status
 * could still be better under an allocation that the search did not reach is `unknown`, reason `searchCut`.
 */
export function judge(nodes: readonly CompiledNode[], matched: Matched, allocation: Allocation, asOf: number): Judged {
  const judged = judgeWith(nodes, matched, allocation, asOf);
  const optimal = judged.every((node) => node.periods?.every((each) => each.judged.optimal) ?? true);
  if (allocation.leaves.every((leaf) => leaf?.atBest === undefined)) return { nodes: judged, optimal };
  const best = judgeWith(
    nodes,
    matched,
    {
      ...allocation,
      leaves: allocation.leaves.map(
        (leaf) =>
          (leaf?.atBest && { ...leaf, shown: leaf.atBest, earned: leaf.atBest.filter((e) => e.tier === 'earned') }) ||
          leaf,
      ),
    },
    asOf,
  );
  return {
    optimal: false,
    nodes: judged.map((node, i) => {
      const bound = best[i];
      if (!bound) return node;
      const progress = { ...node.progress, atBest: bound.progress.earned };
      if (!improves(bound.status, node.status)) return { ...node, progress };
      return { ...node, status: 'unknown', reason: 'searchCut', progress, asks: node.asks };
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
  const weights: Fraction[] = new Array(nodes.length);
  // Children stand behind their parent, so the last node is judged first.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (!node) continue;
    const leaf = matched.leaves[i];
    const periods = matched.periods[i];
    const plain =
      matched.applies[i]?.applies === 'no'
        ? NOT_APPLICABLE
        : matched.waivers[i] !== undefined
          ? WAIVED
          : periods
            ? judgePeriods(periods, allocation.periods[i] ?? [], asOf)
            : leaf
              ? judgeLeaf(leaf, allocation.leaves[i])
              : judgeBranch(node, matched, judged, weights);
    judged[i] = withDue(plain, node, matched, asOf);
    weights[i] = weightOf(node, matched, judged, weights);
  }
  const root = judged[0];
  if (root) judged[0] = asChildOfAll(root, matched);
  return judged;
}

/** A root that may not apply counts as it would below `allOf`. */
function asChildOfAll(root: JudgedNode, matched: Matched): JudgedNode {
  const { applies, asks } = matched.applies[0] ?? { applies: 'yes', asks: [] };
  const status = allOf([{ status: root.status, applies }]);
  return status === root.status ? root : { ...root, status, reason: reasonOf(asks), asks };
}

const NOT_APPLICABLE: JudgedNode = {
  status: 'notApplicable',
  reason: 'doesNotApply',
  asks: [],
  parts: [],
  progress: { earned: ONE, withInProgress: ONE, withPlanned: ONE, atBest: ONE },
};

const WAIVED: JudgedNode = { status: 'waived', asks: [], parts: [], progress: NOT_APPLICABLE.progress };

/* ── leaves ───────────────────────────────────────────────────────────────────────────────────── */

/** Met if what is certain and earned fills it, else pending with what is in progress, else unknown with what is uncertain, else unmet. */
function judgeLeaf(leaf: LeafMatch, allocation: LeafAllocation | undefined): JudgedNode {
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

/** The reason of an unknown: of the kinds of things that would settle it, the one that is easiest to state. */
function reasonOf(asks: readonly string[]): Reason {
  return easiest(asks.map((ask) => REASON_OF_ASK[ask.split(':')[0] ?? ''] ?? 'notEstablished')) ?? 'notEstablished';
}

const REASON_OF_ASK: Readonly<Record<string, Reason>> = {
  fact: 'notStated',
  milestone: 'notStated',
  calendar: 'notStated',
  field: 'fieldMissing',
  approval: 'approvalUnknown',
  list: 'partialList',
};

/** Reasons of what is not met and not lost, from the one that a person can clear most easily. */
const EASIEST_FIRST: readonly Reason[] = [
  'inProgress',
  'notYetDue',
  'notStated',
  'fieldMissing',
  'approvalUnknown',
  'partialList',
  'sourcesDisagree',
  'notEstablished',
  'searchCut',
];

function easiest(reasons: readonly (Reason | undefined)[]): Reason | undefined {
  return EASIEST_FIRST.find((reason) => reasons.includes(reason));
}

/* ── periods ──────────────────────────────────────────────────────────────────────────────────── */

/** Every closed period must be met; the open one is not yet due and changes nothing. */
function judgePeriods(each: PeriodsMatch, allocations: readonly Allocation[], asOf: number): JudgedNode {
  const periods = each.periods.map((period, i) => ({
    period,
    judged: judge(each.nodes, period.matched, allocations[i] ?? NOTHING_ALLOCATED, asOf),
  }));
  const closed = periods.filter(({ period }) => period.closed).map(({ judged }) => judged.nodes[0] ?? NOT_APPLICABLE);
  const asks = [...new Set(closed.flatMap((node) => node.asks))];
  const outcome = (): Pick<JudgedNode, 'status' | 'reason' | 'asks'> => {
    if (each.asks.length > 0) return { status: 'unknown', reason: reasonOf(each.asks), asks: each.asks };
    if (closed.length === 0) return { status: 'pending', reason: 'notYetDue', asks: [] };
    const status = allOf(closed.map((node): Weighed => ({ status: node.status, applies: 'yes' })));
    if (status === 'unmet') return { status, reason: 'short', asks: [] };
    return { status, asks: status === 'unknown' ? asks : [], ...reasonFor(status, closed) };
  };
  const mean = (view: keyof Views): Fraction =>
    closed.length === 0 ? ZERO : weightedMean(closed.map((node) => ({ f: node.progress[view], w: ONE })));
  return {
    ...outcome(),
    have: closed.filter(({ status }) => status === 'met' || status === 'waived').length,
    need: closed.length,
    progress: {
      earned: mean('earned'),
      withInProgress: mean('withInProgress'),
      withPlanned: mean('withPlanned'),
      atBest: mean('atBest'),
    },
    parts: [],
    periods,
  };
}

const NOTHING_ALLOCATED: Allocation = { leaves: [], periods: [] };

function reasonFor(status: Status, nodes: readonly JudgedNode[]): { reason?: Reason } {
  const reason = easiest(nodes.filter((node) => node.status === status).map((node) => node.reason));
  return reason ? { reason } : {};
}

/* ── branches ─────────────────────────────────────────────────────────────────────────────────── */

function judgeBranch(
  node: CompiledNode,
  matched: Matched,
  judged: readonly JudgedNode[],
  weights: readonly Fraction[],
): JudgedNode {
  const children = node.children.map(
    (i): Child => ({
      i,
      node: judged[i] ?? NOT_APPLICABLE,
      applies: matched.applies[i]?.applies ?? 'yes',
      asks: matched.applies[i]?.asks ?? [],
    }),
  );
  const weighed = children.map(({ node: child, applies }): Weighed => ({ status: child.status, applies }));
  const applicable = children.filter(({ node: child }) => child.status !== 'notApplicable');
  const have = applicable.filter(
    ({ node: child, applies }) => applies === 'yes' && (child.status === 'met' || child.status === 'waived'),
  ).length;
  const count = node.kind === 'choose' ? matched.counts[node.index] : undefined;
  const orAll = node.kind === 'choose' && node.orAllApplicable === true;
  const most = count ? Math.min(count.hi, orAll ? applicable.length : count.hi) : applicable.length;
  const outcome = (): Pick<JudgedNode, 'status' | 'reason' | 'asks'> => {
    if (!count) return because(allOf(weighed), children);
    const strict = choose(weighed, count.hi, orAll);
    const lenient = choose(weighed, count.lo, orAll);
    if (strict.status !== lenient.status) return { status: 'unknown', reason: reasonOf(count.asks), asks: count.asks };
    if (strict.tooFew) return { status: 'unmet', reason: 'tooFewApplicable', asks: [] };
    return because(strict.status, children);
  };
  const fractions = (view: keyof Views): Fraction => {
    if (applicable.length === 0) return ONE;
    if (!count)
      return weightedMean(applicable.map(({ i, node: child }) => ({ f: child.progress[view], w: weights[i] ?? ONE })));
    // A child that may not apply can never be what the choice rests on.
    const best = applicable
      .map(({ node: child, applies }) => (applies === 'unknown' ? ZERO : child.progress[view]))
      .toSorted((a, b) => compare(b, a));
    const k = Number.isFinite(most) ? most : applicable.length + 1;
    return k === 0 ? ONE : divide(best.slice(0, k).reduce(add, ZERO), { n: k, d: 1 });
  };
  const result = outcome();
  return {
    ...result,
    have,
    ...(Number.isFinite(most) && { need: most }),
    progress: {
      earned: fractions('earned'),
      withInProgress: fractions('withInProgress'),
      withPlanned: fractions('withPlanned'),
      atBest: fractions('atBest'),
    },
    parts: [],
  };
}

interface Child {
  readonly i: number;
  readonly node: JudgedNode;
  readonly applies: 'yes' | 'no' | 'unknown';
  /** What would tell whether it applies. */
  readonly asks: readonly string[];
}

/** A branch's reason is `short` where something is missing, else that of the children on which its status rests. */
function because(status: Status, children: readonly Child[]): Pick<JudgedNode, 'status' | 'reason' | 'asks'> {
  if (status === 'notApplicable') return { status, reason: 'doesNotApply', asks: [] };
  if (status === 'met' || status === 'waived') return { status, asks: [] };
  if (status === 'unmet') return { status, reason: 'short', asks: [] };
  const deciding = children.filter(({ node }) => node.status === status);
  const reason = easiest(deciding.map(({ node }) => node.reason));
  if (status === 'pending') return { status, reason: reason ?? 'inProgress', asks: [] };
  const asks = [
    ...deciding.flatMap(({ node }) => node.asks),
    ...children.filter(({ applies }) => applies === 'unknown').flatMap((child) => child.asks),
  ];
  return { status, reason: reason ?? reasonOf(asks), asks };
}

function weightedMean(parts: readonly { readonly f: Fraction; readonly w: Fraction }[]): Fraction {
  const weight = parts.reduce((sum, { w }) => add(sum, w), ZERO);
  return divide(
    parts.reduce((sum, { f, w }) => add(sum, multiply(f, w)), ZERO),
    weight,
  );
}

/** A leaf weighs 1, `allOf` the sum of its children, `choose k` the sum of its k lightest children. */
function weightOf(
  node: CompiledNode,
  matched: Matched,
  judged: readonly JudgedNode[],
  weights: readonly Fraction[],
): Fraction {
  if (node.kind !== 'allOf' && node.kind !== 'choose') return ONE;
  const own = node.children
    .filter((i) => judged[i]?.status !== 'notApplicable')
    .map((i) => weights[i] ?? ONE)
    .toSorted(compare);
  const k = node.kind === 'choose' ? (matched.counts[node.index]?.hi ?? own.length) : own.length;
  const sum = own.slice(0, Math.min(k, own.length)).reduce(add, ZERO);
  return sum.n === 0 ? ONE : sum;
}

/* ── deadlines ────────────────────────────────────────────────────────────────────────────────── */

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
