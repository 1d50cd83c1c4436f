import type { DayNumber } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import type { Known } from './matched.js';
import { NO, type Tested, YES } from './truth.js';

/** Whether a day lies in a window, both ends included; `limit` is the end that it misses. */
export function inWindow(
  day: DayNumber,
  window: { readonly from?: Known<DayRange>; readonly to?: Known<DayRange> },
): Tested {
  const { from, to } = window;
  if (from && day < from.value.lo) return { ...NO, limit: from.value.lo };
  if (to && day > to.value.hi) return { ...NO, limit: to.value.hi };
  const mayBeEarly = from && day < from.value.hi;
  const mayBeLate = to && day > to.value.lo;
  const asks = [...(mayBeEarly ? from.asks : []), ...(mayBeLate ? to.asks : [])];
  return mayBeEarly || mayBeLate ? { truth: 'unknown', asks } : YES;
}
