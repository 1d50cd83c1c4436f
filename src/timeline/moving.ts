import type { DayNumber } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import type { DayExpr } from '../model/value.js';

/** A day of the rules that moves with the day asked for, never backwards. */
export type Moving = (asOf: DayNumber) => DayRange;

/** The first day from `lo` to `hi` on which something holds that, once it holds, holds on; `undefined` where it never does. */
export function firstDay({ lo, hi }: DayRange, holds: (day: DayNumber) => boolean): DayNumber | undefined {
  if (!holds(hi)) return undefined;
  let [low, high] = [lo, hi];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A day on which a moving day comes to another day, or has passed it. */
export interface Meeting {
  readonly day: DayNumber;
  readonly how: 'reaches' | 'passes';
}

/** The days of a stretch on which a moving day reaches one of these days, or the day after it. `targets` are in order. */
export function meetings(moving: Moving, stretch: DayRange, targets: readonly DayNumber[]): readonly Meeting[] {
  const [begin, end] = [moving(stretch.lo), moving(stretch.hi)];
  const met: Meeting[] = [];
  for (const side of ['lo', 'hi'] as const) {
    if (side === 'hi' && begin.lo === begin.hi && end.lo === end.hi) continue;
    for (const target of targets) {
      for (const how of ['reaches', 'passes'] as const) {
        const to = how === 'reaches' ? target : target + 1;
        if (to <= begin[side] || to > end[side]) continue;
        const day = firstDay(stretch, (asOf) => moving(asOf)[side] >= to);
        if (day !== undefined) met.push({ day, how });
      }
    }
  }
  return met;
}

/** The days of a stretch on which a day that moves in leaps does leap. Past the last day of a calendar it moves with every day, and leaps no more. */
export function leaps(moving: Moving, stretch: DayRange): readonly DayNumber[] {
  const found: DayNumber[] = [];
  for (let from = stretch.lo; ; ) {
    const { lo, hi } = moving(from);
    const next = firstDay({ lo: from, hi: stretch.hi }, (day) => moving(day).lo > lo || moving(day).hi > hi);
    if (next === undefined) return found;
    found.push(next);
    if (found.at(-STEADY) === next - STEADY + 1) return found;
    from = next;
  }
}

/** So many leaps on days in a row are none. */
const STEADY = 5;

/** Whether a day of the rules leaps: the thirtieth of June, the end of a month, the next sitting. */
export function isLeaping({ kind }: DayExpr): boolean {
  return kind === 'yearly' || kind === 'weekday' || kind === 'endOfMonth' || kind === 'firstAfter';
}
