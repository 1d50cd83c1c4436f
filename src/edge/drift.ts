import type * as z from 'zod';

/** A schema for each key of an interface. */
export type ShapeOf<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? z.ZodExactOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>;
};

/** What is read for each key of a shape. */
type ReadBy<S> = { readonly [K in keyof S]: S[K] extends z.ZodType ? z.output<S[K]> : never };

/** For each key whose schema reads less or more than the interface says, something that no schema is. */
export type Drift<T, S> = {
  readonly [K in keyof S]: K extends keyof T
    ? [Same<Exclude<ReadBy<S>[K], undefined>, Exclude<T[K], undefined>>, MayMiss<T, S, K>] extends [true, true]
      ? unknown
      : { readonly 'the schema reads': ReadBy<S>[K]; readonly 'the interface says': T[K] }
    : never;
};

/** Whether a key may be missing for the schema only where it may for the interface. */
type MayMiss<T, S, K extends keyof S & keyof T> = S[K] extends z.ZodExactOptional
  ? Same<Record<never, never> extends Pick<T, K> ? true : false, true>
  : true;

/** Whether all of either type is of the other. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
