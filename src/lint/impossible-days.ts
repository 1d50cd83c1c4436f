import type { Path } from '../edge/issues.js';
import type { NamedDay } from '../model/pack.js';
import type { ExperienceRequirement, Requirement } from '../model/requirement.js';
import type { DayExpr, Value, Window } from '../model/value.js';
import { certainlyBefore, type DaySpan, daySpan, daysIn } from './day-span.js';
import { numberBounds } from './number-bounds.js';
import type { Problem } from './problem.js';

type Days = Readonly<Record<string, NamedDay>>;

/**
 * Days of a requirement between which nothing can lie: a window that closes before it opens, a last day before the window opens,
 * or a window too short for the work that must lie in it. `dues` are the last days that bind it, its own and those above it.
 */
export function impossibleDays(
  requirement: Requirement,
  path: Path,
  days: Days,
  dues: readonly Value<DayExpr>[],
): readonly Problem[] {
  if (requirement.kind === 'eachPeriod') {
    const { start, until } = requirement;
    return closed({ from: start, ...(until && { to: until }) }, days)
      ? [{ code: 'windowClosed', path: [...path, 'until'], found: requirement.id }]
      : [];
  }
  const where = 'where' in requirement ? (requirement.where ?? []) : [];
  const never = where.findIndex((test) => test.test === 'within' && closed(test, days));
  if (never >= 0) return [{ code: 'windowClosed', path: [...path, 'where', never], found: requirement.id }];
  const within = 'within' in requirement ? requirement.within : undefined;
  if (within === undefined) return [];
  const problem = (code: Problem['code']): readonly Problem[] => [
    { code, path: [...path, 'within'], found: requirement.id },
  ];
  if (closed(within, days)) return problem('windowClosed');
  const from = within.from && daySpan(within.from, days);
  if (dues.some((due) => certainlyBefore(daySpan(due, days), from))) return problem('dueBeforeWindow');
  if (requirement.kind !== 'experience' || within.to === undefined) return [];
  return isTooShort(requirement, from, daySpan(within.to, days)) ? problem('windowTooShort') : [];
}

/** Whether a window certainly ends before it begins. */
export function closed({ from, to }: Window, days: Days): boolean {
  return from !== undefined && to !== undefined && certainlyBefore(daySpan(to, days), daySpan(from, days));
}

/** Years are days that work covers, and a day has 24 hours. */
function isTooShort(
  { atLeast, unit }: ExperienceRequirement,
  from: DaySpan | undefined,
  to: DaySpan | undefined,
): boolean {
  if (from === undefined || to === undefined || from.base !== to.base) return false;
  const least = numberBounds(atLeast).lo;
  const needed = unit === 'hours' ? least / 24 : daysIn(least, unit).lo;
  return to.hi - from.lo + 1 < needed;
}
