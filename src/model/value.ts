/** Values as rules hold them: how well they are known, and the forms that numbers, days and lengths may have. */

/**
 * The canonical form of authored rules: plain data, every kind explicit, every phrase already read into data.
 * What people write in YAML is shorter; `certifiable/schema` turns it into this form.
 */

/** A calendar day as text, `YYYY-MM-DD`. Text in any other form is refused, never guessed at. */
export type Day = string;

/** A public text that says what a rule says. */
export interface Citation {
  readonly title: string;
  readonly href: string;
  /** The day, or the month `YYYY-MM`, on which the text was read. */
  readonly seen: string;
  /** When the text was in force, in the words of whoever found it. */
  readonly era?: string;
  /** How many independent sources say the same. */
  readonly confidence?: 'several' | 'single' | 'inferred' | 'conflict';
}

/** Points into a citation. */
export interface Cite {
  /** Key in `citations`. */
  readonly source: string;
  /** Where in the text: a heading, a section, a row. */
  readonly at?: string;
}

/** A value and how well it is known. A bare value is established by its requirement's citation. */
export type Value<T> = T | Assumed<T> | Disputed<T> | NotEstablished<T> | Dated<T>;

/** Used, and listed in `evaluation.assumptions` with its reason. */
export interface Assumed<T> {
  readonly standing: 'assumed';
  readonly value: T;
  readonly because: string;
  readonly cite?: readonly Cite[];
}

/** Sources differ; every reading is evaluated and none is chosen. */
export interface Disputed<T> {
  readonly standing: 'disputed';
  readonly readings: readonly Reading<T>[];
}

/** One of the cited alternatives of a disputed value. */
export interface Reading<T> {
  readonly value: T;
  readonly cite: readonly Cite[];
}

/** No source gives the value; bounds, where one is given, are inclusive. */
export interface NotEstablished<T> {
  readonly standing: 'notEstablished';
  readonly because: string;
  readonly atLeast?: T;
  readonly atMost?: T;
  readonly cite?: readonly Cite[];
}

/** A value that changed while the shape of the rules did not. The day that governs the stage picks one. */
export interface Dated<T> {
  readonly standing: 'dated';
  /** In order of their first day; the first holds from the edition's. */
  readonly values: readonly DatedEntry<T>[];
}

/** One value of a dated one, with its first day. */
export interface DatedEntry<T> {
  /** First day of this value; absent only for the first. */
  readonly from?: Value<Day>;
  readonly value: T | Assumed<T> | Disputed<T> | NotEstablished<T>;
  readonly cite?: readonly Cite[];
}

/** A decimal number of a unit; `n` is exact, such as `1820` or `0.5`. */
export interface Amount {
  readonly n: number;
  readonly unit: string;
}

/** A band of numbers with explicit ends. */
export interface Bounds {
  readonly atLeast?: number;
  readonly over?: number;
  readonly atMost?: number;
  readonly under?: number;
}

/** A number; by a fact's value or band; or in steps above a threshold. */
export type NumberExpr =
  | number
  | {
      readonly kind: 'byFact';
      readonly fact: string;
      readonly on?: DayExpr;
      readonly table: readonly (Band<number> | { readonly is: string | number | boolean; readonly value: number })[];
    }
  | {
      readonly kind: 'steps';
      readonly of: string;
      readonly base: number;
      readonly over: number;
      readonly each: number;
      readonly add: number;
      readonly round: 'down' | 'up';
    };

/** A band of numbers and what holds in it. */
export interface Band<T> extends Bounds {
  readonly value: T;
}

/** So many days, weeks, months or years. */
export interface Length {
  readonly n: NumberExpr;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

/** A day as the rules say it. */
export type DayExpr =
  | { readonly kind: 'day'; readonly day: Day }
  | { /** A milestone, a named day, or `asOf`. */ readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'before' | 'after'; readonly length: Length; readonly of: DayExpr }
  | { readonly kind: 'laterOf' | 'earlierOf'; readonly of: readonly DayExpr[] }
  | {
      /** The first day of a calendar after a day. */ readonly kind: 'firstAfter';
      readonly calendar: string;
      readonly of: DayExpr;
    }
  | { readonly kind: 'endOfMonth'; readonly of: DayExpr }
  | {
      /** The first such day of a year on or after a day. */ readonly kind: 'yearly';
      readonly month: number;
      readonly day: number;
      readonly of: DayExpr;
    }
  | {
      /** The n-th such weekday (1 Monday … 7 Sunday) of a month, on or after a day. */ readonly kind: 'weekday';
      readonly weekday: number;
      readonly nth: number;
      readonly month: number;
      readonly of: DayExpr;
    };

/** Both ends included. */
export interface Window {
  readonly from?: Value<DayExpr>;
  readonly to?: Value<DayExpr>;
}
