import type { DayExpr } from '../model/value.js';

/** The days of which a day is counted or picked, themselves alone and not what stands in them. */
export function innerDays(day: DayExpr): readonly DayExpr[] {
  return 'of' in day ? [day.of].flat() : [];
}
