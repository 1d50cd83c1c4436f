import { addLength, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import type { NamedDay } from '../model/pack.js';
import type { DayExpr, Length, Value } from '../model/value.js';
import { numberBounds } from './number-bounds.js';

/** Where a day lies, in days from the day on which it hangs (`base`), or, without one, from 1970-01-01. */
export interface DaySpan {
  readonly base: string;
  readonly lo: number;
  readonly hi: number;
}

type Days = Readonly<Record<string, NamedDay>>;

/**
 * Where a day of the rules certainly lies, for every person; `undefined` where nothing certain can be said. `days` are the named
 * days of the edition.
 *
 * `daySpan({ kind: 'after', length: { n: 2, unit: 'weeks' }, of: { kind: 'named', name: 'hired' } }, {})` is
 * `{ base: 'hired', lo: 14, hi: 14 }`.
 */
export function daySpan(value: Value<DayExpr>, days: Days): DaySpan | undefined {
  if (!('standing' in value)) return spanOf(value, days);
  switch (value.standing) {
    case 'assumed':
      return spanOf(value.value, days);
    case 'disputed':
      return hull(value.readings.map((reading) => spanOf(reading.value, days)));
    case 'dated':
      return hull(value.values.map((entry) => daySpan(entry.value, days)));
    case 'notEstablished': {
      const { atLeast, atMost } = value;
      const lo = atLeast && spanOf(atLeast, days);
      const hi = atMost && spanOf(atMost, days);
      const base = (lo ?? hi)?.base;
      if (base === undefined || (lo && hi && lo.base !== hi.base)) return undefined;
      return { base, lo: lo?.lo ?? Number.NEGATIVE_INFINITY, hi: hi?.hi ?? Number.POSITIVE_INFINITY };
    }
  }
}

/** Whether one day certainly lies before another. */
export function certainlyBefore(a: DaySpan | undefined, b: DaySpan | undefined): boolean {
  return a !== undefined && b !== undefined && a.base === b.base && a.hi < b.lo;
}

function spanOf(day: DayExpr, days: Days): DaySpan | undefined {
  switch (day.kind) {
    case 'day': {
      const at = parseDay(day.day);
      return at === undefined ? undefined : { base: '', lo: at, hi: at };
    }
    case 'named': {
      const named = Object.hasOwn(days, day.name) ? days[day.name] : undefined;
      return named ? daySpan(named.day, days) : { base: day.name, lo: 0, hi: 0 };
    }
    case 'before':
      return moved(spanOf(day.of, days), day.length, -1);
    case 'after':
      return moved(spanOf(day.of, days), day.length, 1);
    case 'laterOf':
    case 'earlierOf': {
      const all = day.of.map((each) => spanOf(each, days));
      const pick = day.kind === 'laterOf' ? Math.max : Math.min;
      const known = all.flatMap((span) => (span?.base === all[0]?.base ? (span ?? []) : []));
      if (known.length < all.length) return undefined;
      const [lo, hi] = [pick(...known.map((span) => span.lo)), pick(...known.map((span) => span.hi))];
      return { base: known[0]?.base ?? '', lo, hi };
    }
    case 'endOfMonth':
      return later(spanOf(day.of, days), 0, 30);
    case 'firstAfter':
      return later(spanOf(day.of, days), 1, Number.POSITIVE_INFINITY);
    case 'yearly':
      return later(spanOf(day.of, days), 0, 366);
    case 'weekday':
      return later(spanOf(day.of, days), 0, 372);
  }
}

const later = (span: DaySpan | undefined, least: number, most: number): DaySpan | undefined =>
  span && { base: span.base, lo: span.lo + least, hi: span.hi + most };

/** So long later, or earlier: to the day from a day of the calendar, else between the shortest and the longest months that follow one another. */
function moved(span: DaySpan | undefined, { n, unit }: Length, sign: 1 | -1): DaySpan | undefined {
  if (span === undefined) return undefined;
  const count = numberBounds(n);
  if (!Number.isFinite(count.lo) || !Number.isFinite(count.hi)) return undefined;
  const isExact =
    span.base === '' && Math.max(Math.abs(span.lo), Math.abs(span.hi)) < Math.min(NO_LATEST, -NO_EARLIEST);
  const ends = [span.lo, span.hi].flatMap((end) =>
    [count.lo, count.hi].flatMap((many) => {
      if (isExact) return [addLength(end, sign * many, unit)];
      const { lo, hi } = daysIn(many, unit);
      return [end + sign * lo, end + sign * hi];
    }),
  );
  return { base: span.base, lo: Math.min(...ends), hi: Math.max(...ends) };
}

/** How many days a length may have, wherever it begins: an average month has 30.436875, and no run of months is 4 days off. */
export function daysIn(n: number, unit: Length['unit']): { readonly lo: number; readonly hi: number } {
  if (unit === 'days' || unit === 'weeks') return unit === 'days' ? { lo: n, hi: n } : { lo: 7 * n, hi: 7 * n };
  const average = 30.436875 * (unit === 'years' ? 12 * n : n);
  return n === 0 ? { lo: 0, hi: 0 } : { lo: Math.floor(average) - 4, hi: Math.ceil(average) + 4 };
}

function hull(spans: readonly (DaySpan | undefined)[]): DaySpan | undefined {
  const [first] = spans;
  const known = spans.flatMap((span) => (span !== undefined && span.base === first?.base ? [span] : []));
  if (first === undefined || known.length < spans.length) return undefined;
  return {
    base: first.base,
    lo: Math.min(...known.map(({ lo }) => lo)),
    hi: Math.max(...known.map(({ hi }) => hi)),
  };
}
