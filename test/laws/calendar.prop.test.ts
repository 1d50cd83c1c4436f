import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addLength,
  endOfMonth,
  formatDay,
  parseDay,
  weekdayOnOrAfter,
  yearlyOnOrAfter,
} from '../../src/base/calendar.js';
import { settings } from './arbitrary.js';

// Law 9: days are reckoned as Temporal reckons them, with `overflow: 'constrain'`, over the years 1 to 9999.

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const FIRST = Temporal.PlainDate.from('0001-01-01');
const LAST = Temporal.PlainDate.from('9999-12-31');
const numberOf = (day: Temporal.PlainDate) => EPOCH.until(day, { largestUnit: 'days' }).days;

/** Any day, the ends of months and leap days more often than others. */
const days = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 28, 29, 30, 31)),
  })
  .map((parts) => Temporal.PlainDate.from(parts, { overflow: 'constrain' }));
const units = fc.constantFrom('days', 'weeks', 'months', 'years');
const many = settings(1000);

describe('days agree with Temporal', () => {
  it('when they are read and written', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDay(day.toString())).toBe(numberOf(day));
        expect(formatDay(numberOf(day))).toBe(day.toString());
      }),
      many,
    );
  });

  it('when no calendar has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(parseDay(text) !== undefined).toBe(year >= 1 && exists(text));
        },
      ),
      many,
    );
    for (const text of [
      '',
      '2025-1-1',
      '2025-01-01T00:00',
      ' 2025-01-01',
      '+02025-01-01',
      '２０２５-01-01',
      '2025/01/01',
      20250101,
      null,
      undefined,
    ])
      expect(parseDay(text)).toBeUndefined();
  });

  it('when a length is added or taken away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), units, (day, n, unit) => {
        const expected = day.add({ [unit]: n }, { overflow: 'constrain' });
        if (Temporal.PlainDate.compare(expected, FIRST) < 0 || Temporal.PlainDate.compare(expected, LAST) > 0) return;
        expect(formatDay(addLength(numberOf(day), n, unit))).toBe(expected.toString());
      }),
      many,
    );
  });

  it('at the end of a month', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(formatDay(endOfMonth(numberOf(day)))).toBe(day.with({ day: day.daysInMonth }).toString());
      }),
      many,
    );
  });

  it('on a weekday of a month, and on a day of the year', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (day, weekday, nth, month) => {
          if (day.year > 9990) return;
          const found = Temporal.PlainDate.from(formatDay(weekdayOnOrAfter(numberOf(day), weekday, nth, month)));
          expect([found.dayOfWeek, Math.ceil(found.day / 7), found.month]).toStrictEqual([weekday, nth, month]);
          expect(isFirst(day, found, (year) => nthWeekday(year, month, weekday, nth))).toBe(true);
          const yearly = Temporal.PlainDate.from(formatDay(yearlyOnOrAfter(numberOf(day), month, 29)));
          expect(
            isFirst(day, yearly, (year) =>
              Temporal.PlainDate.from({ year, month, day: 29 }, { overflow: 'constrain' }),
            ),
          ).toBe(true);
        },
      ),
      many,
    );
  });
});

/** Whether `found` is this year's such day if that is not before `day`, and next year's otherwise. */
function isFirst(
  day: Temporal.PlainDate,
  found: Temporal.PlainDate,
  inYear: (year: number) => Temporal.PlainDate,
): boolean {
  const own = inYear(day.year);
  return found.equals(Temporal.PlainDate.compare(own, day) >= 0 ? own : inYear(day.year + 1));
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  let day = Temporal.PlainDate.from({ year, month, day: 1 });
  while (day.dayOfWeek !== weekday) day = day.add({ days: 1 });
  return day.add({ weeks: nth - 1 });
}

function exists(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
