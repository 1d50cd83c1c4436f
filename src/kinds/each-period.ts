import type { DayNumber } from '../base/calendar.js';
import type { EachPeriodNode } from '../compile/nodes.js';
import { type Context, resolveDay, shift } from '../match/context.js';
import type { Length } from '../model/value.js';

/** A period from its first to its last day; closed once that day has passed. */
export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly closed: boolean;
}

/**
 * `eachPeriod`: the periods that have begun by `asOf`. They tile the time from the start: the i-th begins i lengths after it, each
 * reckoned from the start itself, so that a month's end does not creep. Where the start is not exactly known there are none, and
 * `asks` says what would tell.
 */
export function periodsOf(
  node: EachPeriodNode,
  c: Context,
): { readonly periods: readonly Period[]; readonly asks: readonly string[] } {
  const start = resolveDay(node.start, c);
  const until = node.until && resolveDay(node.until, c);
  if (start.value.lo !== start.value.hi) return { periods: [], asks: start.asks };
  const begins = (i: number) => shift(start.value, times(node.every, i), 1, c).value.lo;
  const periods: Period[] = [];
  for (let i = 0; i < MOST_PERIODS; i++) {
    const from = begins(i);
    const to = begins(i + 1) - 1;
    if (from > c.asOf || to < from || (until && from >= until.value.lo)) break;
    periods.push({ from, to, closed: to < c.asOf });
  }
  return { periods, asks: [] };
}

const MOST_PERIODS = 1_000;

function times(length: Length, n: number): Length {
  return { unit: length.unit, n: typeof length.n === 'number' ? length.n * n : length.n };
}
