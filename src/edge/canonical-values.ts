import * as z from 'zod';
import type {
  Assumed,
  Band,
  Bounds,
  Cite,
  Dated,
  DatedEntry,
  Day,
  DayExpr,
  Disputed,
  Length,
  NotEstablished,
  NumberExpr,
  Reading,
  Value,
  Window,
} from '../model/value.js';
import { anyOf } from './faces.js';
import { isMapping } from './plain-data.js';
import { choosing, day, exactly, id, later, list, optional, reader, text } from './shapes.js';

/** A schema for each value of the key that tells the members of a union apart; one that is forgotten does not compile. */
export function tagged<T extends object, K extends keyof T>(
  key: K & string,
  members: { readonly [V in T[K] & string]: z.ZodType<T> },
): z.ZodType<T> {
  const all: Readonly<Record<string, z.ZodType<T>>> = members;
  return reader<T>(
    (input, { run }) => {
      if (!isMapping(input)) return run(z.record(z.string(), z.unknown()), input) as undefined;
      const tag = run(z.enum(Object.keys(all)), input[key], [key]);
      const member = tag === undefined ? undefined : all[tag];
      return member && run(member, input);
    },
    anyOf(() => Object.values(all)),
  );
}

/** Places in citations. */
export const cites: z.ZodType<readonly Cite[]> = list(exactly<Cite>()({ source: id, at: optional(text) }), 1);

const number = z.number();
const yesOrNo = z.boolean();
const ends = { atLeast: optional(number), over: optional(number), atMost: optional(number), under: optional(number) };

/** The ends of a band of numbers. */
export const bounds: z.ZodType<Bounds> = exactly<Bounds>()(ends);

/** A band of numbers and what holds in it. */
export function bandOf<T>(value: z.ZodType<T>): z.ZodType<Band<T>> {
  return exactly<Band<unknown>>()({ ...ends, value: value as z.ZodType<unknown> }) as z.ZodType<Band<T>>;
}

/** The first day of a dated value, itself in any standing. */
const datedFrom: z.ZodType<Value<Day>> = z.lazy(() => standingOf(day));

/** A value with its standing. */
export function standingOf<T>(inner: z.ZodType<T>): z.ZodType<Value<T>> {
  return stood(inner, undated(inner)) as z.ZodType<Value<T>>;
}

/** One of the values of a dated one: in any standing but that. */
function undated<T>(inner: z.ZodType<T>): z.ZodType<unknown> {
  return stood(inner, z.never());
}

function stood<T>(inner: z.ZodType<T>, ofDated: z.ZodType<unknown>): z.ZodType<unknown> {
  const bare: z.ZodType<unknown> = inner;
  const standing = tagged<Assumed<unknown> | Dated<unknown> | Disputed<unknown> | NotEstablished<unknown>, 'standing'>(
    'standing',
    {
      assumed: exactly<Assumed<unknown>>()({
        standing: z.literal('assumed'),
        value: bare,
        because: text,
        cite: optional(cites),
      }),
      dated: exactly<Dated<unknown>>()({
        standing: z.literal('dated'),
        values: list(
          exactly<DatedEntry<unknown>>()({ from: optional(datedFrom), value: ofDated, cite: optional(cites) }),
          2,
        ),
      }),
      disputed: exactly<Disputed<unknown>>()({
        standing: z.literal('disputed'),
        readings: list(exactly<Reading<unknown>>()({ value: bare, cite: cites }), 2),
      }),
      notEstablished: exactly<NotEstablished<unknown>>()({
        standing: z.literal('notEstablished'),
        because: text,
        atLeast: optional(bare),
        atMost: optional(bare),
        cite: optional(cites),
      }),
    },
  );
  return choosing<unknown>(
    (input) => (isMapping(input) && 'standing' in input ? standing : bare),
    () => [bare, standing],
  );
}

type DayOf<K extends DayExpr['kind']> = Extract<DayExpr, { readonly kind: K }>;

/** A day, as an expression. */
export const dayExpr: z.ZodType<DayExpr> = later(() => dayExprs);

/** A number: plain, by a fact, or in steps. */
export const numberExpr: z.ZodType<NumberExpr> = choosing<NumberExpr>(
  (input) => (isMapping(input) ? numberExprs : number),
  () => [number, numberExprs],
);

/** A length. */
export const length: z.ZodType<Length> = later(() => lengthShape);

const lengthShape = exactly<Length>()({ n: numberExpr, unit: z.enum(['days', 'weeks', 'months', 'years']) });
const whole = (from: number, to: number) => z.int().min(from).max(to);
const relative = exactly<Extract<DayExpr, { readonly length: Length }>>()({
  kind: z.enum(['before', 'after']),
  length,
  of: dayExpr,
});
const extreme = exactly<Extract<DayExpr, { readonly of: readonly DayExpr[] }>>()({
  kind: z.enum(['laterOf', 'earlierOf']),
  of: list(dayExpr, 2),
});
const dayExprs = tagged<DayExpr, 'kind'>('kind', {
  day: exactly<DayOf<'day'>>()({ kind: z.literal('day'), day }),
  named: exactly<DayOf<'named'>>()({ kind: z.literal('named'), name: id }),
  before: relative,
  after: relative,
  laterOf: extreme,
  earlierOf: extreme,
  firstAfter: exactly<DayOf<'firstAfter'>>()({ kind: z.literal('firstAfter'), calendar: id, of: dayExpr }),
  endOfMonth: exactly<DayOf<'endOfMonth'>>()({ kind: z.literal('endOfMonth'), of: dayExpr }),
  yearly: exactly<DayOf<'yearly'>>()({
    kind: z.literal('yearly'),
    month: whole(1, 12),
    day: whole(1, 31),
    of: dayExpr,
  }),
  weekday: exactly<DayOf<'weekday'>>()({
    kind: z.literal('weekday'),
    weekday: whole(1, 7),
    nth: whole(1, 4),
    month: whole(1, 12),
    of: dayExpr,
  }),
});

type Computed = Exclude<NumberExpr, number>;
type ComputedOf<K extends Computed['kind']> = Extract<Computed, { readonly kind: K }>;
type Row = ComputedOf<'byFact'>['table'][number];
type KeyedRow = Extract<Row, { readonly is: unknown }>;

/** Text, a number, `true` or `false`. */
export const scalar: z.ZodType<string | number | boolean> = choosing<string | number | boolean>(
  (input) => {
    if (typeof input === 'number') return number;
    return typeof input === 'boolean' ? yesOrNo : text;
  },
  () => [text, number, yesOrNo],
);

const bandRow: z.ZodType<Row> = bandOf(number);
const keyedRow: z.ZodType<Row> = exactly<KeyedRow>()({ is: scalar, value: number });

const numberExprs = tagged<Computed, 'kind'>('kind', {
  byFact: exactly<ComputedOf<'byFact'>>()({
    kind: z.literal('byFact'),
    fact: id,
    on: optional(dayExpr),
    table: list(
      choosing<Row>(
        (row) => (isMapping(row) && 'is' in row ? keyedRow : bandRow),
        () => [keyedRow, bandRow],
      ),
      1,
    ),
  }),
  steps: exactly<ComputedOf<'steps'>>()({
    kind: z.literal('steps'),
    of: id,
    base: number,
    over: number,
    each: number.positive(),
    add: number,
    round: z.enum(['down', 'up']),
  }),
});

/** A window with its two ends. */
export const window: z.ZodType<Window> = exactly<Window>()({
  from: optional(standingOf(dayExpr)),
  to: optional(standingOf(dayExpr)),
});
