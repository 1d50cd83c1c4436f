import type { LeastOf, MoneyExpr, MoneyTerm } from '../model/amount.js';
import type { Bounds, DayExpr, Length, NumberExpr } from '../model/value.js';

/**
 * A value of a rule as it would be written in a rule file.
 * @example describe({ kind: 'after', length: { n: 4, unit: 'years' }, of: { kind: 'named', name: 'enrolled' } }) // '4 years after enrolled'
 */
export function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (isDayExpr(value)) return describeDay(value);
  if ('n' in value && 'unit' in value) return describeLength(value as Length);
  return 'kind' in value ? describeMoney(value as Exclude<MoneyExpr, number>) : JSON.stringify(value);
}

function isDayExpr(value: object): value is DayExpr {
  return 'kind' in value && !NUMBERS.includes(String(value.kind));
}

function describeDay(expr: DayExpr): string {
  switch (expr.kind) {
    case 'day':
      return expr.day;
    case 'named':
      return expr.name;
    case 'before':
    case 'after':
      return `${describeLength(expr.length)} ${expr.kind} ${describeDay(expr.of)}`;
    case 'laterOf':
    case 'earlierOf':
      return `${expr.kind === 'laterOf' ? 'later' : 'earlier'} of ${expr.of.map(describeDay).join(' and ')}`;
    case 'firstAfter':
      return `first ${expr.calendar} after ${describeDay(expr.of)}`;
    case 'endOfMonth':
      return `end of month of ${describeDay(expr.of)}`;
    case 'yearly':
      return `first ${MONTHS[expr.month - 1]} ${expr.day} on or after ${describeDay(expr.of)}`;
    case 'weekday':
      return `${NTH[expr.nth - 1]} ${WEEKDAYS[expr.weekday - 1]} of ${MONTHS[expr.month - 1]} on or after ${describeDay(expr.of)}`;
  }
}

function describeLength({ n, unit }: Length): string {
  return `${describeNumber(n)} ${unit}`;
}

function describeMoney(money: NumberExpr | LeastOf): string {
  if (typeof money === 'number' || money.kind !== 'leastOf') return describeNumber(money);
  return `the least of ${money.of.map(describeTerm).join(' and ')}`;
}

function describeTerm(term: MoneyTerm): string {
  if (typeof term === 'number') return describeNumber(term);
  switch (term.kind) {
    case 'stated':
      return term.percent === undefined ? term.fact : `${term.percent} percent of ${term.fact}`;
    case 'remainder':
      return `${describeNumber(term.ceiling)} less ${term.fact}`;
    case 'byFact':
    case 'steps':
      return describeNumber(term);
  }
}

function describeNumber(n: NumberExpr): string {
  if (typeof n === 'number') return String(n);
  if (n.kind === 'steps')
    return `${n.base}, and ${n.add} for each ${n.each} of ${n.of} above ${n.over}, rounded ${n.round}`;
  return `by ${n.fact}: ${n.table.map((row) => `${'is' in row ? row.is : describeBounds(row)} → ${row.value}`).join(', ')}`;
}

function describeBounds({ atLeast, over, atMost, under }: Bounds): string {
  const ends = Object.entries({ 'at least': atLeast, over, 'at most': atMost, under }).filter(
    ([, end]) => end !== undefined,
  );
  return ends.map(([word, end]) => `${word} ${end}`).join(' and ');
}

const NUMBERS: readonly string[] = ['byFact', 'steps', 'leastOf'];

/** The months of a year by name, January first. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The days of a week by name, Monday first. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** Which one of several, `first` to `fifth`. */
export const NTH: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];
