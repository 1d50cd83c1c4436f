import { list } from '../explain/words.js';
import type { Bounds, Length, NumberExpr } from '../model/value.js';
import type { Names } from './names.js';

/** How a bare number is said: alone, or with its unit. */
export type Say = (n: number) => string;

/** A number with its thousands apart: `1,820`. */
export function numeral(n: number): string {
  const [whole = '', rest] = String(n).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? apart : `${apart}.${rest}`;
}

/** A whole number as a word, up to twelve; greater ones in figures. */
export function inLetters(n: number): string {
  return letters[n] ?? numeral(n);
}

const letters = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * So much of a unit; unit ids are plural, and 1 makes them singular. Money is written with its sign.
 *
 * @example amountWords(1820, 'contact-hours') // '1,820 contact hours'
 */
export function amountWords(n: number, unit: string): string {
  if (unit === 'USD') return `$${numeral(n)}`;
  const plural = unit.replaceAll('-', ' ');
  if (n !== 1) return `${numeral(n)} ${plural}`;
  return `1 ${plural
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1')}`;
}

/** A number in any of its forms. */
export function numberWords(expr: NumberExpr, names: Names, say: Say = numeral): string {
  if (typeof expr === 'number') return say(expr);
  switch (expr.kind) {
    case 'byFact': {
      const rows = expr.table.map((row, i) => {
        const what = i === 0 ? `“${names.fact(expr.fact)}”` : 'it';
        return `${say(row.value)} where ${what} is ${'is' in row ? stated(row.is) : boundsWords(row)}`;
      });
      return list(rows);
    }
    case 'steps': {
      if (expr.base === 0 && expr.over === 0 && expr.each === 1 && expr.add === 1)
        return `what “${names.fact(expr.of)}” states`;
      const step = `${numeral(expr.add)} more for each ${numeral(expr.each)} of “${names.fact(expr.of)}” above ${numeral(expr.over)}`;
      return `${say(expr.base)}, and ${step} (${expr.round === 'down' ? 'only full steps count' : 'a step begun counts'})`;
    }
  }
}

/** So many days, weeks, months or years. */
export function lengthWords(length: Length, names: Names): string {
  return numberWords(length.n, names, (n) => amountWords(n, length.unit));
}

/** A band: `at least 20 and under 45`. */
export function boundsWords({ atLeast, over, atMost, under }: Bounds): string {
  const ends: readonly (readonly [string, number | undefined])[] = [
    ['at least', atLeast],
    ['more than', over],
    ['at most', atMost],
    ['under', under],
  ];
  return list(ends.flatMap(([word, end]) => (end === undefined ? [] : [`${word} ${numeral(end)}`])));
}

/** What a fact or a field holds, as words; a part of a country by its code in capitals. */
export function stated(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numeral(value);
  return /^[a-z]{2}-[a-z]{2}$/.test(value) ? value.toUpperCase() : value.replaceAll('-', ' ');
}
