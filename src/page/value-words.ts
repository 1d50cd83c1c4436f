import { day, list } from '../explain/words.js';
import type { Assumed, Dated, Disputed, NotEstablished, Value } from '../model/value.js';
import { marks } from './cite-marks.js';

/** What kind of thing a value is, where no source gives it. */
export type Thing = keyof typeof things | `number of ${string}`;

/** A value that is not bare. */
export type Stood<T> = Assumed<T> | Disputed<T> | NotEstablished<T> | Dated<T>;

/** A value that is not settled: none of it is simply so. */
export type Open<T> = Assumed<T> | Disputed<T> | NotEstablished<T>;

/** Whether a value says how well it is known. */
export function isStood<T>(value: Value<T>): value is Stood<T> {
  return typeof value === 'object' && value !== null && 'standing' in value;
}

/** A value in words, with how well it is known and the citations that differ from those of its rule. */
export function valueWords<T>(value: Value<T>, say: (bare: T) => string, thing: Thing): string {
  if (!isStood(value)) return say(value);
  switch (value.standing) {
    case 'assumed':
      return `${say(value.value)} (assumed)${marks(value.cite)}`;
    case 'disputed':
      return `${readingWords(value, say)} (the sources disagree)`;
    case 'notEstablished':
      return `${thingWords(thing)} that no source gives${boundWords(value, say, thing)}${marks(value.cite)}`;
    case 'dated':
      return datedWords(value, say, thing).join('; ');
  }
}

/** The readings of a disputed value, each with its sources. */
export function readingWords<T>({ readings }: Disputed<T>, say: (bare: T) => string): string {
  return list(
    readings.map((reading) => `${say(reading.value)}${marks(reading.cite)}`),
    'or',
  );
}

/** The bounds of a value that nobody gives, in brackets after it. */
export function boundWords<T>({ atLeast, atMost }: NotEstablished<T>, say: (bare: T) => string, thing: Thing): string {
  if (atLeast !== undefined && atMost !== undefined) return ` (between ${say(atLeast)} and ${say(atMost)})`;
  const isDay = thing === 'day';
  if (atLeast !== undefined) return ` (${isDay ? 'not before' : 'at least'} ${say(atLeast)})`;
  return atMost === undefined ? '' : ` (${isDay ? 'not after' : 'at most'} ${say(atMost)})`;
}

/** What a value was from when on, one entry for each time that it changed. */
export function datedWords<T>({ values }: Dated<T>, say: (bare: T) => string, thing: Thing): readonly string[] {
  return values.map(({ from, value, cite }) => {
    const words = `${valueWords<T>(value, say, thing)}${marks(cite)}`;
    return from === undefined ? `at first ${words}` : `from ${valueWords(from, day, 'day')} on: ${words}`;
  });
}

const thingWords = (thing: Thing) => (thing in things ? things[thing as keyof typeof things] : `a ${thing}`);

const things = {
  number: 'a number',
  amount: 'an amount',
  day: 'a day',
  length: 'a time',
  text: 'something',
  answer: 'an answer',
} as const;
