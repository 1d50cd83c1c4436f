import type { DayExpr, Length } from '../model/value.js';
import { daysOfMonth, isDay } from './real-day.js';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ordinals = ['first', 'second', 'third', 'fourth'];
const units = ['days', 'weeks', 'months', 'years'] as const;
const name = /^[A-Za-z][\w-]*$/;
const keywords = new Set(['of', 'and', 'on', 'or', 'after', 'before', 'first', 'later', 'earlier', 'end', 'month']);

/** What was read, and the words after it. */
type Read = readonly [DayExpr, readonly string[]] | undefined;

/**
 * Reads a phrase for a day; any form but those of the table in the specification gives `undefined`.
 *
 * `readDay('4 years after enrolled')` is `{ kind: 'after', length: { n: 4, unit: 'years' }, of: { kind: 'named', name: 'enrolled' } }`.
 */
export function readDay(text: string): DayExpr | undefined {
  if (text.length > 400) return undefined;
  const [day, rest] = phrase(text.split(' ')) ?? [];
  return rest?.length === 0 ? day : undefined;
}

/** The words after a beginning, if a phrase begins so. */
function past(words: readonly string[], beginning: string): readonly string[] | undefined {
  const wanted = beginning.split(' ');
  return wanted.every((word, index) => words[index] === word) ? words.slice(wanted.length) : undefined;
}

/** A day built upon the day that the words say. */
function upon(words: readonly string[] | undefined, build: (of: DayExpr) => DayExpr | undefined): Read {
  const [of, rest] = (words && phrase(words)) ?? [];
  const day = of && build(of);
  return day && rest && [day, rest];
}

function phrase(words: readonly string[]): Read {
  const ends = past(words, 'end of month of');
  if (ends) return upon(ends, (of) => ({ kind: 'endOfMonth', of }));
  for (const kind of ['later', 'earlier'] as const) {
    const either = past(words, `${kind} of`);
    if (either) return choice(`${kind}Of`, either);
  }
  const [head = '', second = ''] = words;
  if (ordinals.includes(head)) return ordinal(words);
  if (/^\d+$/.test(head)) return distance(words, { n: Number(head), unit: plural(head, second) });
  if (isDay(head)) return [{ kind: 'day', day: head }, words.slice(1)];
  if (name.test(head) && !keywords.has(head)) return [{ kind: 'named', name: head }, words.slice(1)];
  return undefined;
}

function plural(n: string, unit: string): string {
  return n === '1' && !unit.endsWith('s') ? `${unit}s` : unit;
}

/** `4 years after …`, `5 years before …` */
function distance(words: readonly string[], { n, unit }: { readonly n: number; readonly unit: string }): Read {
  const known = units.find((each) => each === unit);
  const kind = (['before', 'after'] as const).find((each) => each === words[2]);
  if (known === undefined || kind === undefined || !Number.isSafeInteger(n)) return undefined;
  const length: Length = { n, unit: known };
  return upon(words.slice(3), (of) => ({ kind, length, of }));
}

/** `… and …` after `later of` or `earlier of` */
function choice(kind: 'laterOf' | 'earlierOf', words: readonly string[]): Read {
  const [one, rest] = phrase(words) ?? [];
  return upon(rest && past(rest, 'and'), (other) => one && { kind, of: [one, other] });
}

/** What begins with `first`, `second` …: a weekday of a month, a day of the year, a day of a calendar. */
function ordinal(words: readonly string[]): Read {
  const [head = '', second = '', third = ''] = words;
  const weekday = weekdays.indexOf(second) + 1;
  if (weekday > 0) {
    const month = months.indexOf(words[3] ?? '') + 1;
    const rest = third === 'of' && month > 0 ? past(words.slice(4), 'on or after') : undefined;
    return upon(rest, (of) => ({ kind: 'weekday', weekday, nth: ordinals.indexOf(head) + 1, month, of }));
  }
  if (head !== 'first') return undefined;
  const month = months.indexOf(second) + 1;
  if (month > 0) {
    const day = /^[1-9]\d?$/.test(third) ? Number(third) : 0;
    // A day that every year has.
    if (day < 1 || day > daysOfMonth(2025, month)) return undefined;
    return upon(past(words.slice(3), 'on or after'), (of) => ({ kind: 'yearly', month, day, of }));
  }
  if (!name.test(second) || keywords.has(second)) return undefined;
  return upon(past(words.slice(2), 'after'), (of) => ({ kind: 'firstAfter', calendar: second, of }));
}
