import type { Day, Length } from '../model/value.js';

/** A day as an integer: days since 1970-01-01, in the proleptic Gregorian calendar. Comparisons and differences are plain arithmetic. */
export type DayNumber = number;

/** Stands for a day that nothing bounds from below. */
export const NO_EARLIEST: DayNumber = -1e9;
/** Stands for a day that nothing bounds from above. */
export const NO_LATEST: DayNumber = 1e9;

/**
 * Reads `YYYY-MM-DD`; `undefined` for anything else, also for days that no calendar has.
 * @example parseDay('1970-01-02') // 1
 * @example parseDay('2026-02-31') // undefined
 */
export function parseDay(text: unknown): DayNumber | undefined {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH)
    return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return fromCivil(year, month, day);
}

/**
 * Writes a day as `YYYY-MM-DD`; a day outside the years 1 to 9999 is written as the nearest day inside.
 * @example formatDay(1) // '1970-01-02'
 */
export function formatDay(day: DayNumber): Day {
  const { year, month, day: d } = toCivil(Math.min(Math.max(day, FIRST), LAST));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/**
 * The day so long after another (before it, for a negative `n`). Months and years keep the day of the month and clamp to the
 * end of a shorter month, as `Temporal` does with `overflow: 'constrain'`. Endlessly long after a day there is no last day.
 * @example formatDay(addLength(parseDay('2024-01-31')!, 1, 'months')) // '2024-02-29'
 */
export function addLength(day: DayNumber, n: number, unit: Length['unit']): DayNumber {
  if (day <= NO_EARLIEST || day >= NO_LATEST) return day;
  if (!Number.isFinite(n)) return n > 0 ? NO_LATEST : NO_EARLIEST;
  if (unit === 'days') return day + n;
  if (unit === 'weeks') return day + 7 * n;
  const civil = toCivil(day);
  const months = civil.year * 12 + (civil.month - 1) + (unit === 'years' ? 12 * n : n);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return fromCivil(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/**
 * The last day of a day's month.
 * @example formatDay(endOfMonth(parseDay('2029-02-11')!)) // '2029-02-28'
 */
export function endOfMonth(day: DayNumber): DayNumber {
  if (day <= NO_EARLIEST || day >= NO_LATEST) return day;
  const { year, month } = toCivil(day);
  return fromCivil(year, month, daysInMonth(year, month));
}

/**
 * The first 30 June (or whichever day of the year) on or after a day; 29 February falls on the 28th in other years.
 * @example formatDay(yearlyOnOrAfter(parseDay('2025-07-01')!, 6, 30)) // '2026-06-30'
 */
export function yearlyOnOrAfter(day: DayNumber, month: number, dayOfMonth: number): DayNumber {
  if (day <= NO_EARLIEST || day >= NO_LATEST) return day;
  const { year } = toCivil(day);
  const inYear = (y: number) => fromCivil(y, month, Math.min(dayOfMonth, daysInMonth(y, month)));
  return inYear(year) >= day ? inYear(year) : inYear(year + 1);
}

/**
 * The first n-th such weekday (1 Monday … 7 Sunday) of a month, on or after a day.
 * @example formatDay(weekdayOnOrAfter(parseDay('2025-01-01')!, 5, 1, 8)) // '2025-08-01'
 */
export function weekdayOnOrAfter(day: DayNumber, weekday: number, nth: number, month: number): DayNumber {
  if (day <= NO_EARLIEST || day >= NO_LATEST) return day;
  const { year } = toCivil(day);
  const inYear = (y: number) => {
    const first = fromCivil(y, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  };
  return inYear(year) >= day ? inYear(year) : inYear(year + 1);
}

const DASH = 45;
const FIRST = fromCivil(1, 1, 1);
const LAST = fromCivil(9999, 12, 31);

function digits(text: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return Number.NaN;
    n = n * 10 + c;
  }
  return n;
}

/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Years are counted from March, so that the leap day is the last of a year and months have a regular pattern.
function fromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + day - 719469;
}

function toCivil(day: DayNumber): { year: number; month: number; day: number } {
  const n = day + 719468;
  const era = Math.floor(n / 146097);
  const inEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * inYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: inYear - Math.floor((153 * m + 2) / 5) + 1 };
}
