import { exact, fraction } from '../base/fraction.js';
import type { Money } from '../model/amount-finding.js';
import type { Quantity } from '../model/quantity.js';
import type { PlanLength } from './plan-types.js';

/** What something costs in hundredths, or how many days it takes: between two ends, the second without a bound where nobody knows. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** Money of one currency; without one it is nothing, or nobody knows. */
export interface Price extends Span {
  readonly unit?: string;
}

export const FREE: Price = { lo: 0, hi: 0 };
export const UNKNOWN: Span = { lo: 0, hi: Number.POSITIVE_INFINITY };

/**
 * The price with which a catalogue's text begins: digits and a currency of three capitals. Any other text tells no price.
 * @example priceIn('200 USD in 2023') // { lo: 20000, hi: 20000, unit: 'USD' }
 */
export function priceIn(text: unknown): Price | undefined {
  const [, number, unit] = (typeof text === 'string' && /^(\d{1,9}(?:\.\d{1,2})?) ([A-Z]{3})\b/.exec(text)) || [];
  if (number === undefined || unit === undefined) return undefined;
  const hundredths = hundredthsOf({ ...exact(Number(number)), unit });
  return { lo: hundredths, hi: hundredths, unit };
}

/**
 * The days with which a catalogue's text begins, a week being seven. Hours and months are no number of days.
 * @example daysIn('4 weeks, online') // 28
 */
export function daysIn(text: unknown): number | undefined {
  const [, number, unit] = (typeof text === 'string' && /^(\d{1,4}) (days?|weeks?)\b/.exec(text)) || [];
  return number === undefined ? undefined : Number(number) * (unit?.startsWith('week') ? 7 : 1);
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

/** The sum; `undefined` where there are several currencies. */
export function sumOfPrices(prices: readonly Price[]): Price | undefined {
  const units = new Set(prices.flatMap(({ unit }) => unit ?? []));
  const [unit] = units;
  if (units.size > 1) return undefined;
  return { ...sumOfSpans(prices), ...(unit !== undefined && { unit }) };
}

export function sumOfSpans(spans: readonly Span[]): Span {
  return { lo: spans.reduce((sum, { lo }) => sum + lo, 0), hi: spans.reduce((sum, { hi }) => sum + hi, 0) };
}

/** A price as money; what has no currency is no money. */
export function moneyOf({ lo, hi, unit }: Price): Money {
  if (unit === undefined) return {};
  const money = (n: number): Quantity => ({ ...fraction(n, 100), unit });
  if (lo === hi) return { amount: money(lo) };
  return { ...(lo > 0 && { atLeast: money(lo) }), ...(Number.isFinite(hi) && { atMost: money(hi) }) };
}

export function lengthOf({ lo, hi }: Span): PlanLength {
  const days: Quantity = { n: lo, d: 1, unit: 'days' };
  if (lo === hi) return { amount: days };
  return lo === 0 ? {} : { atLeast: days };
}

function hundredthsOf({ n, d }: Quantity): number {
  return Math.round((n * 100) / d);
}
