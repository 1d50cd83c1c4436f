import { add, percent } from '../base/fraction.js';
import type { Fraction, Quantity } from '../model/quantity.js';

/**
 * An exact number as text: a decimal where one is finite, else `n/d`, with a rough decimal beside it from 1 on.
 *
 * @example number({ n: 3, d: 2 }) // '1.5'
 * @example number({ n: 7, d: 3 }) // '7/3 (about 2.3)'
 */
export function number({ n, d }: Fraction): string {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0) return `${n}/${d}`;
  const finite = decimal(n, d, 60);
  if (finite.exact) return finite.text;
  return Math.abs(n) < Math.abs(d) ? `${n}/${d}` : `${n}/${d} (about ${decimal(n, d, 1).text})`;
}

/**
 * An amount with its unit; unit ids are plural, and 1 makes them singular.
 *
 * @example quantity({ n: 1, d: 1, unit: 'contact-hours' }) // '1 contact hour'
 * @example quantity({ n: 7, d: 3, unit: 'hours' }) // '2 hours 20 minutes'
 */
export function quantity(amount: Quantity): string {
  if (amount.unit === 'hours' && amount.d > 1 && 60 % amount.d === 0 && !decimal(amount.n, amount.d, 60).exact) {
    const minutes = (amount.n * 60) / amount.d;
    return `${quantity({ n: Math.floor(minutes / 60), d: 1, unit: 'hours' })} ${quantity({ n: minutes % 60, d: 1, unit: 'minutes' })}`;
  }
  return `${number(amount)} ${unitName(amount.unit, amount.n === amount.d)}`;
}

/** What has been reached of what is asked: `20 of 32 credits`. */
export function shareOf(have: Quantity, need: Quantity): string {
  return `${number(have)} of ${quantity(need)}`;
}

/** `83 percent (5/6)`; rounded down, so that 100 is only said of what is complete. */
export function share(part: Fraction): string {
  const exact = part.n === 0 || part.n === part.d ? '' : ` (${part.n}/${part.d})`;
  return `${percent(part)} percent${exact}`;
}

/** How many of a countable thing, the noun in the singular: `1 question`, `2 questions`. */
export function count(n: number, noun: string): string {
  return `${n} ${n === 1 ? noun : `${noun}s`}`;
}

/** `need` less `have`, reduced; nothing where the units differ or one is not known. */
export function difference(need: Quantity | undefined, have: Quantity | undefined): Quantity | undefined {
  if (need === undefined || have === undefined || need.unit !== have.unit) return undefined;
  return { ...add(need, { n: -have.n, d: have.d }), unit: need.unit };
}

/**
 * A day or month as people write it; any other text stays as it is.
 *
 * @example day('2027-03-04') // '4 March 2027'
 * @example day('2026-11') // 'November 2026'
 */
export function day(text: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return text;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** A day or month after its preposition: `on 4 March 2027`, `in November 2026`. */
export function onDay(text: string): string {
  return `${/^\d{4}-\d{2}$/.test(text) ? 'in' : 'on'} ${day(text)}`;
}

/** `a`, `a and b`, `a, b and c`; with `or` in place of `and` where asked. */
export function list(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A sentence without its full stop, to stand inside another. */
export function bare(sentence: string): string {
  return sentence.replace(/\.\s*$/, '');
}

/** A sentence of its own: a capital in front and a full stop behind. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.?!]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return trimmed === '' ? '' : ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** Keeps a day on one line. */
export function unbroken(text: string): string {
  return text
    .replace(/\b(\d{1,2}) (?=[A-Z][a-z]+ \d{4}\b)/g, '$1\u00a0')
    .replace(/\b([A-Z][a-z]+) (?=\d{4}\b)/g, '$1\u00a0');
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function unitName(unit: string, singular: boolean): string {
  const plural = unit.replaceAll('-', ' ');
  if (!singular) return plural;
  if (/ies$/.test(plural)) return plural.replace(/ies$/, 'y');
  return plural.replace(/(ss|x|ch|sh)es$/, '$1').replace(/([^s])s$/, '$1');
}

/** Long division; big integers, because a remainder times ten may pass what a number holds exactly. */
function decimal(n: number, d: number, places: number): { readonly text: string; readonly exact: boolean } {
  const sign = n < 0 !== d < 0 && n !== 0 ? '-' : '';
  const divisor = BigInt(Math.abs(d));
  let rest = BigInt(Math.abs(n));
  const whole = rest / divisor;
  rest %= divisor;
  let digits = '';
  while (rest > 0n && digits.length < places) {
    rest *= 10n;
    digits += rest / divisor;
    rest %= divisor;
  }
  return { text: `${sign}${whole}${digits && `.${digits}`}`, exact: rest === 0n };
}
