import { NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { Value } from '../model/value.js';
import type { DayRange } from './ruleset.js';
import { requireDay } from './units.js';

/**
 * A day of the pack in whatever standing: one day, or the days between which it lies.
 * @throws TypeError naming the path of what is no day, or of a day that would change with the days.
 * @example dayBounds({ standing: 'notEstablished', because: 'undated', atLeast: '1970-01-02' }, 'from').lo // 1
 */
export function dayBounds(value: Value<string>, path: string): DayRange {
  if (typeof value === 'string') return { lo: requireDay(value, path), hi: requireDay(value, path) };
  if (value.standing === 'assumed') return { lo: requireDay(value.value, path), hi: requireDay(value.value, path) };
  if (value.standing === 'dated') throw new TypeError(`${path}: expected a value that does not change with the days`);
  if (value.standing === 'disputed') {
    const days = value.readings.map((reading) => requireDay(reading.value, path));
    return { lo: Math.min(...days), hi: Math.max(...days) };
  }
  return {
    lo: value.atLeast === undefined ? NO_EARLIEST : requireDay(value.atLeast, path),
    hi: value.atMost === undefined ? NO_LATEST : requireDay(value.atMost, path),
  };
}
