import { exact } from '../base/fraction.js';
import { hundredthsOf, type Price, type Span } from '../base/price.js';
import type { Quantity } from '../model/quantity.js';
import type { PlanLength } from './plan-types.js';

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

export function lengthOf({ lo, hi }: Span): PlanLength {
  const days: Quantity = { n: lo, d: 1, unit: 'days' };
  if (lo === hi) return { amount: days };
  return lo === 0 ? {} : { atLeast: days };
}
