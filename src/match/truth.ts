import type { DayNumber } from '../base/calendar.js';
import type { Offer } from '../compile/ruleset.js';

/** `yes`, `no`, or `unknown` with what would tell. */
export interface Truth {
  readonly truth: 'yes' | 'no' | 'unknown';
  readonly asks: readonly string[];
}

/** Whether an item passes, and where it does not because of a day: which day would have. */
export interface Tested extends Truth {
  readonly refusal?:
    | 'notApproved'
    | 'courseNotListed'
    | 'outsideWindow'
    | 'notHeld'
    | 'notOffered'
    | 'notPassed'
    | 'supplementNeeded';
  readonly limit?: DayNumber;
  /** It passes only together with the other courses of one of these. */
  readonly bundles?: readonly Offer[];
}

export const YES: Truth = { truth: 'yes', asks: [] };
export const NO: Truth = { truth: 'no', asks: [] };

/** Conjunction: `no` beats `unknown` beats `yes`. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.some((t) => t.truth === 'no')) return NO;
  const open = truths.filter((t) => t.truth === 'unknown');
  return open.length === 0 ? YES : { truth: 'unknown', asks: open.flatMap((t) => t.asks) };
}

/** Disjunction: `yes` beats `unknown` beats `no`. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.some((t) => t.truth === 'yes')) return YES;
  const open = truths.filter((t) => t.truth === 'unknown');
  return open.length === 0 ? NO : { truth: 'unknown', asks: open.flatMap((t) => t.asks) };
}

export function not({ truth, asks }: Truth): Truth {
  return truth === 'unknown' ? { truth, asks } : truth === 'yes' ? NO : YES;
}
