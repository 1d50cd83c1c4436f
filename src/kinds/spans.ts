import { addLength, NO_LATEST, type DayNumber } from '../calendar.js';
import { exact, multiply } from '../fraction.js';
import type { Item } from '../read.js';

/** Days from a day to a day, both included; empty if `to` is before `from`. */
export interface Interval {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** How much work a span holds between two days, in minutes: certainly, and at most. */
export interface Minutes {
  readonly least: number;
  readonly most: number;
  /** What would make both the same. */
  readonly asks: readonly string[];
  readonly proRated: boolean;
}

/** The days of a span of work; an open one has no last day. */
export function spanOf(item: Item): Interval {
  return { from: item.started ?? NO_LATEST, to: item.day ?? NO_LATEST };
}

export function overlap(a: Interval, b: Interval): Interval {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

export function daysIn({ from, to }: Interval): number {
  return Math.max(0, to - from + 1);
}

/**
 * The minutes of a span that lie in an interval: hours a week by the day, or all hours of the span shared out evenly over its
 * days; rounded down once. Hours that nobody stated are anything from none to all day.
 */
export function minutesIn(item: Item, countedOn: DayNumber | undefined, interval: Interval): Minutes {
  const span = spanOf(item);
  const days = Math.min(daysIn(overlap(span, interval)), LONGEST);
  const { hoursPerWeek, hours } = item.entry;
  if (typeof hoursPerWeek === 'number') {
    const minutes = whole(hoursPerWeek, 60 * days, 7);
    return { least: minutes, most: minutes, asks: [], proRated: false };
  }
  if (typeof hours !== 'number') return { least: 0, most: days * ALL_DAY, asks: [`field:${item.id}.hours`], proRated: false };
  const end = item.day ?? countedOn;
  if (end === undefined) return { least: 0, most: days === 0 ? 0 : whole(hours, 60, 1), asks: [`field:${item.id}.countedOn`], proRated: false };
  const counted = { from: span.from, to: end };
  const inside = daysIn(overlap(counted, interval));
  const minutes = daysIn(counted) === 0 ? 0 : whole(hours, 60 * inside, daysIn(counted));
  const after = item.day === undefined ? Math.min(daysIn(overlap({ from: end + 1, to: NO_LATEST }, interval)), LONGEST) : 0;
  return { least: minutes, most: minutes + after * ALL_DAY, asks: after > 0 ? [`field:${item.id}.countedOn`] : [], proRated: inside < daysIn(counted) };
}

/** How many days the intervals cover, days covered twice counted once; or the longest unbroken run of them. */
export function covered(intervals: readonly Interval[], longestRun: boolean): number {
  let total = 0;
  let run = 0;
  let longest = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of intervals.filter((i) => daysIn(i) > 0).toSorted((a, b) => a.from - b.from)) {
    if (from > end + 1) run = 0;
    const fresh = Math.max(0, to - Math.max(from, end + 1) + 1);
    total += fresh;
    run += fresh;
    longest = Math.max(longest, run);
    end = Math.max(end, to);
  }
  return longestRun ? longest : total;
}

/** So many days as completed months, counted back from the day before `end`. */
export function monthsOf(days: number, end: DayNumber): number {
  let months = Math.min(Math.floor(days / 28), MOST_MONTHS);
  while (months > 0 && end - addLength(end, -months, 'months') > days) months--;
  return months;
}

const ALL_DAY = 24 * 60;
/** A hundred years: the work of an open span that nothing ends. */
const LONGEST = 36_525;
const MOST_MONTHS = 1_200;

function whole(n: number, times: number, over: number): number {
  const product = multiply(exact(n), { n: times, d: over });
  return Math.floor(product.n / product.d);
}
