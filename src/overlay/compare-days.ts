import { isObject, same } from '../base/same.js';
import type { DayExpr, Value, Window } from '../model/value.js';

/** Whether a window lies inside another, whatever the days in it turn out to be. */
export function inside(now: Window, before: Window): boolean {
  return (
    (before.from === undefined || (now.from !== undefined && notLater(before.from, now.from))) &&
    (before.to === undefined || (now.to !== undefined && notLater(now.to, before.to)))
  );
}

/** Whether a day is that of another or before it, whatever is established of both. */
export function notLater(one: Value<DayExpr>, other: Value<DayExpr>): boolean {
  const [ones, others] = [daysOf(one), daysOf(other)];
  return ones !== undefined && others !== undefined && ones.every((a) => others.every((b) => precedes(a, b)));
}

/** The days that a value can turn out to be; `undefined` where no source says which. */
function daysOf(value: Value<DayExpr>): readonly DayExpr[] | undefined {
  if ('kind' in value) return [value];
  switch (value.standing) {
    case 'assumed':
      return [value.value];
    case 'disputed':
      return value.readings.map((reading) => reading.value);
    case 'dated': {
      const days = value.values.map((entry) => daysOf(entry.value));
      return days.every((each) => each !== undefined) ? days.flat() : undefined;
    }
    case 'notEstablished':
      return undefined;
  }
}

function precedes(a: DayExpr, b: DayExpr): boolean {
  if (same(a, b)) return true;
  if (a.kind === 'laterOf') return a.of.every((each) => precedes(each, b));
  if (b.kind === 'earlierOf') return b.of.every((each) => precedes(a, each));
  if (a.kind === 'earlierOf') return a.of.some((each) => precedes(each, b));
  if (b.kind === 'laterOf') return b.of.some((each) => precedes(a, each));
  if (a.kind === 'day' && b.kind === 'day') return a.day <= b.day;
  if (a.kind === 'endOfMonth' && b.kind === 'endOfMonth') return precedes(a.of, b.of);
  const [from, to] = [distance(a), distance(b)];
  if (from === undefined || to === undefined || !same(from.anchor, to.anchor)) return false;
  // A month has no fixed number of days: the two are compared only where one of them is zero or both are counted alike.
  const alike = from.unit === to.unit || from.n === 0 || to.n === 0;
  return alike && from.n <= to.n;
}

/** A day as so many months or days from another; a day itself is 0 from itself. */
function distance(
  day: DayExpr,
): { readonly anchor: DayExpr; readonly n: number; readonly unit: 'months' | 'days' } | undefined {
  if (day.kind !== 'before' && day.kind !== 'after') return { anchor: day, n: 0, unit: 'days' };
  const { n, unit } = day.length;
  if (isObject(n)) return undefined;
  const signed = day.kind === 'before' ? -n : n;
  switch (unit) {
    case 'years':
      return { anchor: day.of, n: 12 * signed, unit: 'months' };
    case 'months':
      return { anchor: day.of, n: signed, unit: 'months' };
    case 'weeks':
      return { anchor: day.of, n: 7 * signed, unit: 'days' };
    case 'days':
      return { anchor: day.of, n: signed, unit: 'days' };
  }
}
