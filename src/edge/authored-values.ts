import * as z from 'zod';
import type {
  Assumed,
  Cite,
  Day,
  DayExpr,
  Disputed,
  Length,
  NotEstablished,
  NumberExpr,
  Value,
  Window,
} from '../model/value.js';
import { once } from './faces.js';
import { forms, readDay, readLength, readWindow } from './phrases.js';
import { isMapping } from './plain-data.js';
import { byId, choosing, day, id, list, optional, phrase, reader, strict } from './shapes.js';

/** Text of an author: white space at its ends and line breaks do not matter. */
export const prose: z.ZodType<string> = z
  .string()
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1));

/** The id of a citation, a list of ids, or ids with the place in the text. */
export const cite: z.ZodType<readonly Cite[]> = choosing<readonly Cite[]>(
  (input) => (Array.isArray(input) ? citedTogether : cited),
  () => [cited, citedTogether],
);

const places = byId(prose).transform((all): readonly Cite[] =>
  Object.entries(all).map(([source, at]) => ({ source, at })),
);
const whole = id.transform((source): readonly Cite[] => [{ source }]);
const uncited = reader<readonly Cite[]>(
  (_, { report }) =>
    report({ code: 'missing', expected: 'the id of a citation', hint: 'name the text in which it stands' }),
  () => whole,
);
const cited = choosing<readonly Cite[]>(
  (input) => (input === undefined ? uncited : isMapping(input) ? places : whole),
  () => [whole, places],
);
const citedTogether = list(cited, 1).transform((cites) => cites.flat());

/** The first day of a dated value, itself in any standing. */
const datedFrom: z.ZodType<Value<Day>> = z.lazy(() => standing(day));

/** A value with its standing: bare, assumed, disputed, not established, or changing with the days. */
export function standing<T>(inner: z.ZodType<T>): z.ZodType<Value<T>> {
  const settled = undated(inner);
  const dated = strict({
    dated: list(strict({ from: optional(datedFrom), value: settled, cite: optional(cite) }), 2),
  }).transform((rest): Value<T> => ({ standing: 'dated', values: rest.dated }));
  return choosing<Value<T>>(
    (input) => (isMapping(input) && 'dated' in input ? dated : settled),
    () => [settled, dated],
  );
}

/** What a value of a dated one may be as well. */
function undated<T>(inner: z.ZodType<T>): z.ZodType<T | Assumed<T> | Disputed<T> | NotEstablished<T>> {
  type Settled = T | Assumed<T> | Disputed<T> | NotEstablished<T>;
  const assumed = strict({ assume: inner, because: prose, cite: optional(cite) }).transform(
    ({ assume, ...rest }): Settled => ({ standing: 'assumed', value: assume, ...rest }),
  );
  const disputed = strict({ readings: list(strict({ value: inner, cite }), 2) }).transform(
    (rest): Settled => ({ standing: 'disputed', ...rest }),
  );
  const unsettled = strict({
    notEstablished: prose,
    atLeast: optional(inner),
    atMost: optional(inner),
    cite: optional(cite),
  }).transform(
    ({ notEstablished, ...rest }): Settled => ({ standing: 'notEstablished', because: notEstablished, ...rest }),
  );
  return choosing<Settled>(
    (input) => {
      if (!isMapping(input)) return inner as z.ZodType<Settled>;
      if ('assume' in input) return assumed;
      if ('readings' in input) return disputed;
      return 'notEstablished' in input ? unsettled : (inner as z.ZodType<Settled>);
    },
    () => [inner, assumed, disputed, unsettled],
  );
}

/** A phrase for a day, read into an expression. */
export const dayExpr: z.ZodType<DayExpr> = phrase('a day', forms.day, readDay);

/** The numbers of a band and what holds in it. */
export function band<T>(value: z.ZodType<T>) {
  const number = z.number();
  return strict({
    atLeast: optional(number),
    over: optional(number),
    atMost: optional(number),
    under: optional(number),
    value,
  });
}

/** A key of a table: `true`, `false` and numbers are no text. */
function tableKey(key: string): string | number | boolean {
  if (key === 'true' || key === 'false') return key === 'true';
  return /^-?\d+(\.\d+)?$/.test(key) ? Number(key) : key;
}

/** A number, by a fact or in steps; `leaf` says how its plain numbers are written. */
export function numberExpr(leaf: z.ZodType<number>): z.ZodType<NumberExpr> {
  const table = { byFact: id, on: optional(dayExpr) };
  const keyed = strict({ ...table, is: byId(leaf) }).transform(({ byFact, is, ...rest }): NumberExpr => {
    const rows = Object.entries(is).map(([key, value]) => ({ is: tableKey(key), value }));
    return { kind: 'byFact', fact: byFact, ...rest, table: rows };
  });
  const banded = strict({ ...table, bands: list(band(leaf), 1) }).transform(
    ({ byFact, bands, ...rest }): NumberExpr => ({ kind: 'byFact', fact: byFact, ...rest, table: bands }),
  );
  const number = z.number();
  const stepped = strict({
    steps: strict({
      of: id,
      base: number,
      over: number,
      each: number.positive(),
      add: number,
      round: z.enum(['down', 'up']),
    }),
  }).transform(({ steps }): NumberExpr => ({ kind: 'steps', ...steps }));
  return choosing<NumberExpr>(
    (input) => {
      if (!isMapping(input)) return leaf;
      if ('steps' in input) return stepped;
      return 'is' in input ? keyed : banded;
    },
    () => [leaf, keyed, banded, stepped],
  );
}

/** A number without a unit. */
export const plainNumber: z.ZodType<NumberExpr> = numberExpr(z.number().nonnegative());

/** A length, or one that a fact decides. */
export const length: z.ZodType<Length> = choosing<Length>(
  (input) => (isMapping(input) ? lengthByFact : lengthPhrase),
  () => [lengthPhrase, lengthByFact],
);

const lengthPhrase = phrase('a length', forms.length, readLength);
const lengthUnit = z.enum(['days', 'weeks', 'months', 'years']);
const lengthByFact = reader<Length>(
  (input, { run }) => {
    const { unit, ...rest } = input as Readonly<Record<string, unknown>>;
    const n = run(plainNumber, rest);
    const known = run(lengthUnit, unit, ['unit']);
    return n === undefined || known === undefined ? undefined : { n, unit: known };
  },
  // The keys of a number, and the unit beside them.
  once(() => z.looseObject({ byFact: optional(id), unit: lengthUnit })),
);

/** A look-back or look-ahead phrase, or its two ends, written as `end` says. */
export function windowOf<E>(end: z.ZodType<E>): z.ZodType<Ends<E>> {
  const bothEnds = strict({ from: optional(end), to: optional(end) });
  const ends = reader<Ends<E>>(
    (input, { report, run }) => {
      const read = run(bothEnds, input);
      if (read === undefined || Object.keys(read).length > 0) return read;
      return report({ code: 'empty', expected: 'a window', hint: forms.window });
    },
    () => bothEnds,
  );
  return choosing<Ends<E>>(
    (input) => (isMapping(input) ? ends : windowPhrase),
    () => [windowPhrase, ends],
  );
}

interface Ends<E> {
  readonly from?: E | DayExpr;
  readonly to?: E | DayExpr;
}

const windowPhrase = phrase('a window', forms.window, readWindow);

/** A window whose ends may have any standing. */
export const window: z.ZodType<Window> = windowOf(standing(dayExpr));
