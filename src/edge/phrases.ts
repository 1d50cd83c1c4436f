import type { Amount, DayExpr, Length } from '../model/value.js';
import { readDay } from './day-phrase.js';

/** A plain decimal number, as phrases write it: `1820`, `0.5`; no sign, no exponent, no separators, few enough digits to be exact. */
const decimal = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;

/** The units that every pack has. */
export const builtInUnits: readonly string[] = ['hours', 'minutes', 'days', 'weeks', 'months', 'years'];

const lengthUnits = ['days', 'weeks', 'months', 'years'] as const;

/** The built-in unit of a word: one of a thing may be written in the singular, `1 year`. */
function unitOf(word: string, n: number): string {
  const plural = `${word}s`;
  return n === 1 && builtInUnits.includes(plural) ? plural : word;
}

/**
 * Reads an amount. `readAmount('0.5 credits')` is `{ n: 0.5, unit: 'credits' }`; any other form gives `undefined`.
 * Whether the unit is declared is asked later.
 */
export function readAmount(text: string): Amount | undefined {
  const [, number = '', word = ''] = /^(\S+) ([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  if (!decimal.test(number)) return undefined;
  return { n: Number(number), unit: unitOf(word, Number(number)) };
}

/** Reads a length of whole units. `readLength('4 years')` is `{ n: 4, unit: 'years' }`. */
export function readLength(text: string): Length | undefined {
  const amount = readAmount(text);
  const unit = lengthUnits.find((known) => known === amount?.unit);
  if (amount === undefined || unit === undefined || !Number.isSafeInteger(amount.n)) return undefined;
  return { n: amount.n, unit };
}

/**
 * Reads a window: `5 years before applied` reaches from there to `applied`, `4 years after enrolled` from `enrolled` to there.
 */
export function readWindow(text: string): { readonly from: DayExpr; readonly to: DayExpr } | undefined {
  const day = readDay(text);
  if (day?.kind === 'before') return { from: day, to: day.of };
  if (day?.kind === 'after') return { from: day.of, to: day };
  return undefined;
}

export { readDay };

/** Reads a test on the code of a course, `HIST 2000-4999`: that prefix, and a number in the range, ends included. */
export function readRange(
  text: string,
): { readonly prefix: string; readonly from: number; readonly to: number } | undefined {
  const [, prefix, from, to] = /^(\S(?:.*\S)?) (\d+)-(\d+)$/.exec(text) ?? [];
  if (prefix === undefined || Number(from) > Number(to)) return undefined;
  return { prefix, from: Number(from), to: Number(to) };
}

/** What each kind of phrase may be; an issue with a phrase lists it. */
export const forms = {
  day: 'a day is `2026-11-22`, a milestone, a named day, `asOf`, `4 years after enrolled`, `5 years before applied`, `later of 6 months after hired and enrolled`, `first exam after hired`, `end of month of approved`, `first June 30 on or after issued` or `first Friday of August on or after asOf`',
  length: 'a length is `30 days`, `2 weeks`, `12 months` or `4 years`',
  window: 'a window is `5 years before applied`, `4 years after enrolled` or a mapping with the days `from` and `to`',
  amount: 'an amount is a number and a unit, such as `32 hours` or `0.5 credits`',
  range: 'a range is a prefix and two numbers, such as `HIST 2000-4999`',
} as const;
