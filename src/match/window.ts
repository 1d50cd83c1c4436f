import type { DayNumber } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import type { Known } from './matched.js';
import { type Tested, YES } from './truth.js';

/** Whether a day lies in a window, both ends included; `limit` is the end that it misses. */
export function inWindow(
  day: DayNumber,
  window: { readonly from?: Known<DayRange>; readonly to?: Known<DayRange> },
): Tested {
  const { from, to } = window;
  if (from && day < from.value.lo) return { truth: 'no', asks: [], limit: from.value.lo };
  if (to && day > to.value.hi) return { truth: 'no', asks: [], limit: to.value.hi };
  const asks = [...(from && day < from.value.hi ? from.asks : []), ...(to && day > to.value.lo ? to.asks : [])];
  const open = (from !== undefined && day < from.value.hi) || (to !== undefined && day > to.value.lo);
  return open ? { truth: 'unknown', asks } : YES;
}
