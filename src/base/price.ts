import type { Money } from '../model/amount-finding.js';
import type { Quantity } from '../model/quantity.js';
import { fraction } from './fraction.js';

/** What something costs in hundredths, or how many days it takes: between two ends, the second without a bound where nobody knows. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** Money of one currency; without one it is nothing, or nobody knows. */
export interface Price extends Span {
  readonly unit?: string;
}

/** An amount of a finding as a price. */
export function priceOf({ amount, atLeast, atMost }: Money): Price {
  const unit = (amount ?? atLeast ?? atMost)?.unit;
  const lo = amount ?? atLeast;
  const hi = amount ?? atMost;
  return {
    lo: lo ? hundredthsOf(lo) : 0,
    hi: hi ? hundredthsOf(hi) : Number.POSITIVE_INFINITY,
    ...(unit !== undefined && { unit }),
  };
}

/** A price as money; what has no currency is no money. */
export function moneyOf({ lo, hi, unit }: Price): Money {
  if (unit === undefined) return {};
  const money = (n: number): Quantity => ({ ...fraction(n, 100), unit });
  if (lo === hi) return { amount: money(lo) };
  return { ...(lo > 0 && { atLeast: money(lo) }), ...(Number.isFinite(hi) && { atMost: money(hi) }) };
}

/** Hundredths of the unit, to the nearest. */
export function hundredthsOf({ n, d }: Quantity): number {
  return Math.round((n * 100) / d);
}
