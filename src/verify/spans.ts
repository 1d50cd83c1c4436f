import { addLength, type DayNumber, endOfMonth, NO_LATEST, parseDay } from '../base/calendar.js';
import { exact, multiply } from '../base/fraction.js';
import type { Item } from '../match/read.js';

/** Days from a day to a day, both included. */
export interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Whole months: the most for which some day of work begins a stretch of that many that ends by the last day of work and has no more
 * days than were worked. Days worked twice count once; without a gap, each run is measured by itself.
 * @example months([{ from: parseDay('2024-01-31')!, to: parseDay('2024-02-28')! }], false) // 1
 */
export function months(spans: readonly Days[], unbroken: boolean): number {
  const runs: Days[] = [];
  for (const span of spans.filter((one) => length(one) > 0).toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    const ended = { from: span.from, to: Math.min(span.to, span.from + A_HUNDRED_YEARS) };
    if (last && span.from <= last.to + 1) runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, ended.to) };
    else runs.push(ended);
  }
  const inRuns = (chosen: readonly Days[]): number => {
    const worked = chosen.reduce((sum, run) => sum + length(run), 0);
    const end = (chosen.at(-1)?.to ?? 0) + 1;
    const fits = (day: DayNumber, n: number) => {
      const last = addLength(day, n, 'months');
      return last <= end && last - day <= worked;
    };
    const cap = Math.min(Math.floor(worked / SHORTEST_MONTH), MOST_MONTHS);
    let most = 0;
    for (const { from, to } of chosen) {
      // A later day ends later: once the next month would end too late, so it does from every day that follows.
      for (let day = from; day <= to && addLength(day, most + 1, 'months') <= end; day = nextToTry(day, to)) {
        for (let step = 1 << 11; step > 0; step >>= 1) if (most + step <= cap && fits(day, most + step)) most += step;
      }
    }
    return most;
  };
  return unbroken ? Math.max(0, ...runs.map((run) => inRuns([run]))) : inRuns(runs);
}

/** Stretches from days of one month are equally long, but for those clamped at its end: its first and its last day are enough. */
function nextToTry(day: DayNumber, to: DayNumber): DayNumber {
  const last = Math.min(endOfMonth(day), to);
  return day === last ? day + 1 : last;
}

/** Hours a week by the day; or all hours, shared evenly over the span's days; each rounded down to the minute. */
export function minutesOf(item: Item, days: Days, how: 'sure' | 'perhaps'): number {
  const { hoursPerWeek, hours } = item.entry;
  const inside = Math.min(length(common(whole(item), days)), A_HUNDRED_YEARS);
  if (typeof hoursPerWeek === 'number') return share(hoursPerWeek, inside, 7);
  if (typeof hours !== 'number') return how === 'sure' ? 0 : inside * ALL_DAY;
  const end = item.day ?? parseDay(item.entry.countedOn);
  if (end === undefined) return how === 'sure' || inside === 0 ? 0 : share(hours, 1, 1);
  const counted = { from: whole(item).from, to: end };
  const minutes = length(counted) === 0 ? 0 : share(hours, length(common(counted, days)), length(counted));
  const later =
    item.day === undefined ? Math.min(length(common({ from: end + 1, to: NO_LATEST }, days)), A_HUNDRED_YEARS) : 0;
  return how === 'sure' ? minutes : minutes + later * ALL_DAY;
}

/** Whether only some of the hours that a span states lie between two days. */
export function isShare(item: Item, days: Days): boolean {
  const { hoursPerWeek, hours } = item.entry;
  const end = item.day ?? parseDay(item.entry.countedOn);
  if (typeof hoursPerWeek === 'number' || typeof hours !== 'number' || end === undefined) return false;
  const counted = { from: whole(item).from, to: end };
  return length(common(counted, days)) < length(counted);
}

function share(hours: number, days: number, over: number): number {
  const product = multiply(exact(hours), { n: 60 * days, d: over });
  return Math.floor(product.n / product.d);
}

/** Whether the span has begun by a day. */
export function begun(item: Item, on: DayNumber): boolean {
  return (item.started ?? NO_LATEST) <= on;
}

/** The days of a span of work; one that goes on has no last day. */
export function whole(item: Item): Days {
  return { from: item.started ?? NO_LATEST, to: item.day ?? NO_LATEST };
}

/** The days that two spans share. */
export function common(a: Days, b: Days): Days {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

/** How many days. */
export function length({ from, to }: Days): number {
  return Math.max(0, to - from + 1);
}

const ALL_DAY = 24 * 60;
const A_HUNDRED_YEARS = 36_525;
const MOST_MONTHS = 1_200;
const SHORTEST_MONTH = 28;
