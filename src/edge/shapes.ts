import * as z from 'zod';
import type { Drift, ShapeOf } from './drift.js';
import { anyOf, type Face, faced, once, words } from './faces.js';
import type { IssueCode, Path } from './issues.js';
import { remember } from './origin.js';
import { isMapping } from './plain-data.js';
import { isDay } from './real-day.js';
import { phraseHint } from './suggest.js';

/** How schemas are run: issues keep what was found, and nothing is compiled for input that is read once. */
export const parsing = { reportInput: true, jitless: true } as const;

/** An issue as a schema reports it: what is not known yet is filled in by `check`. */
export interface Problem {
  readonly code: IssueCode;
  readonly expected?: string;
  readonly hint?: string;
  readonly found?: string;
  /** From the value at hand. */
  readonly path?: Path;
}

/** A key that may be left out, but not be there without a value. */
export function optional<T>(schema: z.ZodType<T>): z.ZodExactOptional<z.ZodType<T>> {
  return z.exactOptional(schema);
}

/** The error text of an unknown key is the list of the known ones, for `check` to suggest from. */
function knownKeys(keys: readonly string[]): { error: (issue: z.core.$ZodRawIssue) => string | undefined } {
  return { error: ({ code }) => (code === 'unrecognized_keys' ? keys.join(' ') : undefined) };
}

/** A mapping with these keys and no others. */
export function strict<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, knownKeys(Object.keys(shape)));
}

/**
 * A schema for an interface: every key of it and no other, optional where it is, and for each a schema that reads exactly what the
 * interface says. A key that is forgotten, and a schema that reads less or more, do not compile.
 */
export function exactly<T extends object>(): <const S extends ShapeOf<T>>(shape: S & Drift<T, S>) => z.ZodType<T> {
  return (shape) => {
    const schema = strict(shape as z.core.$ZodLooseShape) as unknown as z.ZodType<T>;
    return reader<T>(
      (input, { report, run }) => {
        if (isMapping(input)) return run(schema, input);
        return report({ code: input === undefined ? 'missing' : 'wrongType', expected: 'a mapping' });
      },
      () => schema,
    );
  };
}

/** What a reader may do besides returning a value. */
export interface Tools {
  readonly report: (problem: Problem) => undefined;
  /** Reads with another schema and takes over its issues, as of this value or of the place below it. */
  readonly run: <T>(schema: z.ZodType<T>, input: unknown, below?: Path) => T | undefined;
}

/**
 * A schema that decides from the input how to read it. It returns `undefined` only after it reported something.
 * A result remembers the mapping from which it was read. `face` is the schema that says in JSON Schema what may be written there.
 */
export function reader<T>(read: (input: unknown, tools: Tools) => T | undefined, face: Face): z.ZodType<T> {
  const schema = z.unknown().transform((input, ctx) => {
    const report = ({ path = [], ...params }: Problem) => {
      ctx.issues.push({ code: 'custom', input, path: [...path], params, message: params.code });
      return undefined;
    };
    const run: Tools['run'] = <T>(schema: z.ZodType<T>, inner: unknown, below: Path = []) => {
      // Not `safeParse`: it would make an error, with a sentence for each issue, at every level.
      const result = schema._zod.run({ value: inner, issues: [] }, { ...parsing, async: false });
      if (result instanceof Promise) throw new TypeError('a schema must answer at once');
      for (const issue of result.issues) ctx.issues.push({ ...issue, path: [...below, ...(issue.path ?? [])] });
      return result.issues.length > 0 ? undefined : (result.value as T);
    };
    const value = read(input, { report, run });
    if (value === undefined && ctx.issues.length === 0) report({ code: 'wrongValue', expected: 'another value' });
    return ctx.issues.length > 0 || value === undefined ? z.NEVER : remember(value, input);
  });
  return faced(schema, face);
}

/** A schema chosen by looking at the input, so that its issues are about one form only; `forms` are all that may be chosen. */
export function choosing<T>(choose: (input: unknown) => z.ZodType<T>, forms: () => readonly z.ZodType[]): z.ZodType<T> {
  return reader((input, { run }) => run(choose(input), input), anyOf(forms));
}

/** A schema that is defined further below, or of which it is a part. */
export function later<T>(schema: () => z.ZodType<T>): z.ZodType<T> {
  return reader((input, { run }) => run(schema(), input), schema);
}

/** A text that a function reads; what it does not understand is an issue with the forms that it does. */
export function phrase<T>(
  expected: string,
  hint: string,
  read: (text: string) => T | undefined,
  form?: RegExp,
): z.ZodType<T> {
  return reader(
    (input, { report }) => {
      const value = typeof input === 'string' ? read(input) : undefined;
      if (value !== undefined) return value;
      if (input === undefined) return report({ code: 'missing', expected });
      return report({ code: 'wrongValue', expected, hint: phraseHint(input, hint) });
    },
    words(`${expected}: ${hint}`, form),
  );
}

/** An id, as declared: a letter or digit, then letters, digits and `.`, `:`, `_`, `-`. */
const idForm = /^[A-Za-z0-9][A-Za-z0-9.:_-]*$/;

/** Text that says something. */
export const text: z.ZodType<string> = z.string().min(1);

/** Whether a text may be an id: of that form, and no name that every object has, such as `constructor`. */
const isId = (value: string) => idForm.test(value) && !(value in {});

const idHint = 'an id has letters, digits and `-`, no spaces';
const takenHint = 'every object of JavaScript has this name, choose another';

/** The id of something. */
export const id: z.ZodType<string> = reader<string>(
  (input, { report }) => {
    if (typeof input === 'string' && isId(input)) return input;
    if (input === undefined) return report({ code: 'missing', expected: 'an id' });
    const taken = typeof input === 'string' && input in {};
    return report({ code: 'wrongValue', expected: 'an id', hint: taken ? takenHint : idHint });
  },
  words(idHint, idForm),
);

/** A day of the calendar. */
export const day: z.ZodType<string> = phrase(
  'a day',
  'a day is written like `2026-11-22` and stands in the calendar',
  (value) => (isDay(value) ? value : undefined),
  /^\d{4}-\d{2}-\d{2}$/,
);

/** A mapping from ids to values. */
export function byId<T>(value: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return reader(
    (input, { report, run }) => {
      if (!isMapping(input)) return run(z.record(z.string(), value), input);
      const entries: [string, T][] = [];
      for (const [key, inner] of Object.entries(input)) {
        if (!isId(key))
          report({
            code: 'wrongId',
            expected: 'an id',
            found: key,
            path: [key],
            ...(key in {} && { hint: takenHint }),
          });
        const read = run(value, inner, [key]);
        if (read !== undefined) entries.push([key, read]);
      }
      return Object.fromEntries(entries);
    },
    once(() => z.record(z.string().regex(idForm), value)),
  );
}

/** One thing, or a list of at least one: read as a list. */
export function oneOrMore<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  const one = item.transform((read): readonly T[] => [read]);
  const more = list(item, 1);
  return choosing<readonly T[]>(
    (input) => (Array.isArray(input) ? more : one),
    () => [one, more],
  );
}

/** Two of a kind. */
export function pair<T>(item: z.ZodType<T>): z.ZodType<readonly [T, T]> {
  return z.tuple([item, item]);
}

/** A list, of at least so many. */
export function list<T>(item: z.ZodType<T>, least = 0): z.ZodType<readonly T[]> {
  return z.array(item).min(least) as z.ZodType<readonly T[]>;
}
