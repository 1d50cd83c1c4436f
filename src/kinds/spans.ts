import { addLength, type DayNumber, endOfMonth, NO_LATEST } from '../base/calendar.js';
import { exact, multiply } from '../base/fraction.js';
import type { Item } from '../match/read.js';

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
  if (typeof hours !== 'number')
    return { least: 0, most: days * ALL_DAY, asks: [`field:${item.id}.hours`], proRated: false };
  const end = item.day ?? countedOn;
  if (end === undefined)
    return {
      least: 0,
      most: days === 0 ? 0 : whole(hours, 60, 1),
      asks: [`field:${item.id}.countedOn`],
      proRated: false,
    };
  const counted = { from: span.from, to: end };
  const inside = daysIn(overlap(counted, interval));
  const minutes = daysIn(counted) === 0 ? 0 : whole(hours, 60 * inside, daysIn(counted));
  const after =
    item.day === undefined ? Math.min(daysIn(overlap({ from: end + 1, to: NO_LATEST }, interval)), LONGEST) : 0;
  return {
    least: minutes,
    most: minutes + after * ALL_DAY,
    asks: after > 0 ? [`field:${item.id}.hoursPerWeek`] : [],
    proRated: inside < daysIn(counted),
  };
}

/**
 * How many whole months the intervals hold; days covered twice count once. Months are measured where they were worked: so many months
 * are held if some covered day begins a stretch of that length which ends by the last covered day and is no longer than the days
 * covered. One unbroken run thus holds n years exactly when the day n years after its first is reached. With `unbroken`, only the
 * best single run counts.
 * @example monthsCovered([{ from: parseDay('2021-01-01')!, to: parseDay('2022-12-31')! }], false) // 24
 */
export function monthsCovered(intervals: readonly Interval[], unbroken: boolean): number {
  const runs = merged(intervals);
  if (unbroken) return Math.max(0, ...runs.map((run) => wholeMonths([run])));
  return wholeMonths(runs);
}

function wholeMonths(runs: readonly Interval[]): number {
  const days = runs.reduce((sum, run) => sum + daysIn(run), 0);
  const last = runs.at(-1)?.to ?? 0;
  // Of a single run its first day is the one from which most is reached.
  const starts = runs.length === 1 ? runs.map(({ from }) => from) : runs.flatMap(candidates);
  const holds = (months: number) =>
    starts.some((day) => {
      const end = addLength(day, months, 'months');
      return end <= last + 1 && end - day <= days;
    });
  // What holds so many months holds fewer as well.
  let [held, most] = [0, Math.min(Math.floor(days / 28), MOST_MONTHS)];
  while (held < most) {
    const middle = Math.ceil((held + most) / 2);
    if (holds(middle)) held = middle;
    else most = middle - 1;
  }
  return held;
}

/** Stretches from days of one month have the same length, but for those clamped at a month's end: its first and last day are enough. */
function candidates({ from, to }: Interval): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day = endOfMonth(day) + 1) days.push(day, Math.min(endOfMonth(day), to));
  return days;
}

/** Disjoint runs of days, none touching the next, in order. */
function merged(intervals: readonly Interval[]): readonly Interval[] {
  const runs: { from: DayNumber; to: DayNumber }[] = [];
  for (const { from, to } of intervals.filter((i) => daysIn(i) > 0).toSorted((a, b) => a.from - b.from)) {
    const run = runs.at(-1);
    if (run && from <= run.to + 1) run.to = Math.max(run.to, Math.min(to, run.from + LONGEST));
    else runs.push({ from, to: Math.min(to, from + LONGEST) });
  }
  return runs;
}

const ALL_DAY = 24 * 60;
/** A hundred years: the work of an open span that nothing ends. */
const LONGEST = 36_525;
const MOST_MONTHS = 1_200;

function whole(n: number, times: number, over: number): number {
  const product = multiply(exact(n), { n: times, d: over });
  return Math.floor(product.n / product.d);
}
