import { MONTHS, NTH, WEEKDAYS } from '../compile/describe.js';
import { day, list } from '../explain/words.js';
import type { DayExpr, Window } from '../model/value.js';
import { inWords, type Names } from './names.js';
import { lengthWords } from './number-words.js';
import { valueWords } from './value-words.js';

/**
 * A day as the rules say it, to stand inside a sentence.
 *
 * `4 years after enrolled` is `4 years after enrolment` where the milestone is called so.
 */
export function dayWords(expr: DayExpr, names: Names): string {
  switch (expr.kind) {
    case 'day':
      return day(expr.day);
    case 'named':
      return names.day(expr.name);
    case 'before':
    case 'after':
      return `${lengthWords(expr.length, names)} ${expr.kind} ${dayWords(expr.of, names)}`;
    case 'laterOf':
    case 'earlierOf': {
      const which = expr.kind === 'laterOf' ? 'later' : 'earlier';
      return `the ${which} of ${list(expr.of.map((one) => dayWords(one, names)))}`;
    }
    case 'firstAfter':
      return `the first ${inWords(expr.calendar)} after ${dayWords(expr.of, names)}`;
    case 'endOfMonth':
      return expr.of.kind === 'before' || expr.of.kind === 'after'
        ? `the end of the month that lies ${dayWords(expr.of, names)}`
        : `the end of the month of ${dayWords(expr.of, names)}`;
    case 'yearly':
      return `the first ${expr.day} ${MONTHS[expr.month - 1]} on or after ${dayWords(expr.of, names)}`;
    case 'weekday':
      return `the ${NTH[expr.nth - 1]} ${WEEKDAYS[expr.weekday - 1]} of ${MONTHS[expr.month - 1]} on or after ${dayWords(expr.of, names)}`;
  }
}

/** A day with its preposition: `on 4 March 2027`, `on the day of application`. */
export function onDayWords(expr: DayExpr, names: Names): string {
  return `on ${expr.kind === 'named' && expr.name !== 'asOf' ? 'the day of ' : ''}${dayWords(expr, names)}`;
}

/** A period with both ends included, as a clause: `in the 5 years before application`. Nothing where it has no end. */
export function windowWords({ from, to }: Window, names: Names): string | undefined {
  const say = (one: NonNullable<typeof from>) => valueWords(one, (expr) => dayWords(expr, names), 'day');
  if (from === undefined) return to === undefined ? undefined : `up to ${say(to)}`;
  if (to === undefined) return `from ${say(from)} on`;
  if ('kind' in from && 'kind' in to) {
    if (from.kind === 'before' && dayWords(from.of, names) === dayWords(to, names)) {
      return `in the ${lengthWords(from.length, names)} before ${dayWords(to, names)}`;
    }
    if (to.kind === 'after' && dayWords(to.of, names) === dayWords(from, names)) {
      return `in the ${lengthWords(to.length, names)} after ${dayWords(from, names)}`;
    }
  }
  return `from ${say(from)} to ${say(to)}`;
}
