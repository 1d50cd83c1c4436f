import type { Status } from '../model/outcome.js';

/** A child's status and whether it is known to apply. */
export interface Weighed {
  readonly status: Status;
  readonly applies: 'yes' | 'no' | 'unknown';
}

/**
 * Position in the chain `unmet < unknown < pending < met = waived`; `notApplicable` stands beside it and has none.
 * @example rank('pending') // 2
 */
export function rank(status: Exclude<Status, 'notApplicable'>): number {
  return RANK[status];
}

/** The lower of two statuses of the chain; `notApplicable` yields to the other. */
export function lower(a: Status, b: Status): Status {
  if (a === 'notApplicable') return b;
  if (b === 'notApplicable') return a;
  if (RANK[a] === RANK[b]) return a === 'met' || b === 'met' ? 'met' : a;
  return RANK[a] < RANK[b] ? a : b;
}

/** The higher of two statuses of the chain; `notApplicable` yields to the other. */
export function higher(a: Status, b: Status): Status {
  if (a === 'notApplicable') return b;
  if (b === 'notApplicable') return a;
  return RANK[a] >= RANK[b] ? a : b;
}

/** The status that all have; met here and waived there is met. Without agreement none. */
export function agreed(statuses: readonly Status[]): Status | undefined {
  const [first] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.every((status) => status === 'met' || status === 'waived') ? 'met' : undefined;
}

/**
 * All of: the minimum over applicable children. A child that may not apply counts as the better of its status and `unknown`.
 * Without an applicable child the whole does not apply; it is never met for want of requirements.
 * @example allOf([{ status: 'met', applies: 'yes' }, { status: 'unmet', applies: 'unknown' }]) // 'unknown'
 */
export function allOf(children: readonly Weighed[]): Status {
  let result: Status = 'notApplicable';
  for (const child of children) {
    if (child.applies === 'no' || child.status === 'notApplicable') continue;
    result = lower(result, child.applies === 'unknown' ? higher(child.status, 'unknown') : child.status);
  }
  return result;
}

/**
 * Choose k: the k-th best of the applicable children. A child that may not apply counts as the worse of its status and `unknown`.
 * `tooFew` says that fewer than k children can apply at all, and `orAll` turns that into all of them: without a child that may not apply,
 * fewer may be enough.
 * @example choose([{ status: 'met', applies: 'yes' }, { status: 'unmet', applies: 'yes' }], 1, false).status // 'met'
 */
export function choose(children: readonly Weighed[], k: number, orAll: boolean): { status: Status; tooFew: boolean } {
  const found: Exclude<Status, 'notApplicable'>[] = [];
  for (const { status, applies } of children) {
    if (applies === 'no' || status === 'notApplicable') continue;
    found.push(applies === 'unknown' && RANK[status] > RANK.unknown ? 'unknown' : status);
  }
  if (found.length === 0) return { status: 'notApplicable', tooFew: false };
  if (found.length < k && !orAll) return { status: 'unmet', tooFew: true };
  found.sort((a, b) => RANK[b] - RANK[a] || (a === b ? 0 : a === 'met' ? -1 : 1));
  const best = found.slice(0, Math.min(k, found.length));
  const last = best.at(-1) ?? 'unmet';
  const isLost = children.some(({ status, applies }) => status === 'unmet' && applies === 'yes');
  if (orAll && last === 'unmet' && !isLost) return { status: 'unknown', tooFew: false };
  return { status: RANK[last] === RANK.met && best.includes('met') ? 'met' : last, tooFew: false };
}

const RANK = { unmet: 0, unknown: 1, pending: 2, met: 3, waived: 3 } as const;
