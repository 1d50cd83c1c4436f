import type { DayNumber } from '../base/calendar.js';
import type { BranchNode, CompiledNode } from '../compile/nodes.js';
import { resolveNumber } from '../match/context.js';
import type { Status } from '../model/outcome.js';
import type { CheckedWorld } from './worlds.js';

/** What a requirement may be: from one status of the chain to another, both included; or that it does not apply. */
export interface Range {
  readonly least: Status;
  readonly most: Status;
}

/** A branch as its children make it. */
export interface BranchView extends Range {
  readonly have: number;
  readonly need: number | undefined;
  /** Whether fewer children apply than must be chosen. */
  readonly tooFew: 'yes' | 'perhaps' | 'no';
}

const CHAIN: readonly Status[] = ['unmet', 'unknown', 'pending', 'met'];

/**
 * Its place in the chain; waived stands where met does.
 * @example place('waived') // 3
 */
export function place(status: Status): number {
  return status === 'waived' ? 3 : CHAIN.indexOf(status);
}

/**
 * Whether a status lies in a range.
 * @example lies('unknown', { least: 'unmet', most: 'pending' }) // true
 */
export function lies(status: Status, { least, most }: Range): boolean {
  if (status === 'notApplicable' || least === 'notApplicable') return status === least;
  return place(status) >= place(least) && place(status) <= place(most);
}

/**
 * The minimum of all applicable children, or the k-th best of them. Where the search was cut, a child that is unknown for that
 * reason may be anything, so the branch lies between what it would be with the child unmet and with the child met.
 */
export function viewBranch(
  node: BranchNode,
  world: CheckedWorld,
  statusOf: (child: CompiledNode) => Range | undefined,
): BranchView {
  const children = node.children.flatMap((index) => {
    const child = world.nodes[index];
    const range = child && statusOf(child);
    return range && range.least !== 'notApplicable' && world.applies[index] !== 'no'
      ? [{ range, sure: world.applies[index] === 'yes' }]
      : [];
  });
  const have = children.filter(({ range, sure }) => sure && place(range.least) === 3).length;
  const needed = node.choose === undefined ? undefined : resolveNumber(node.choose, world.context, { n: 1, d: 1 });
  const orAll = node.orAllApplicable === true;
  const most = needed === undefined ? children.length : orAll ? Math.min(needed.hi, children.length) : needed.hi;
  const need = Number.isFinite(most) ? most : undefined;
  if (children.length === 0) return { least: 'notApplicable', most: 'notApplicable', have: 0, need, tooFew: 'no' };
  const end = (which: 'least' | 'most'): Status => {
    const places = children.map(({ range, sure }) => ({ at: place(range[which]), sure }));
    if (!needed)
      return CHAIN[Math.min(...places.map(({ at, sure }) => (sure ? at : Math.max(at, UNKNOWN))))] ?? 'unmet';
    const kthBest = (k: number) => {
      const ranked = places.map(({ at, sure }) => (sure ? at : Math.min(at, UNKNOWN))).sort((a, b) => b - a);
      if (ranked.length < k && !orAll) return 0;
      const found = ranked[Math.min(k, ranked.length) - 1] ?? 0;
      // Where all that is unmet may not apply, the others may be all.
      return orAll && places.every(({ at, sure }) => !sure || at > 0) ? Math.max(found, UNKNOWN) : found;
    };
    return CHAIN[kthBest(needed.lo) === kthBest(needed.hi) ? kthBest(needed.hi) : UNKNOWN] ?? 'unmet';
  };
  const [a, b] = [end('least'), end('most')];
  const fewer = (k: number | undefined) => k !== undefined && !orAll && children.length < k;
  const tooFew = fewer(needed?.lo) ? 'yes' : fewer(needed?.hi) ? 'perhaps' : 'no';
  return { least: place(a) <= place(b) ? a : b, most: place(a) <= place(b) ? b : a, have, need, tooFew };
}

const UNKNOWN = 1;

/** What an unfulfilled requirement is before its last day. */
export function withDue(status: Status, node: CompiledNode, world: CheckedWorld, asOf: DayNumber): Status {
  const due = world.dues[node.index];
  if (!due || node.untilDue !== 'pending' || (status !== 'unmet' && status !== 'unknown') || asOf > due.hi)
    return status;
  return asOf <= due.lo ? 'pending' : 'unknown';
}
