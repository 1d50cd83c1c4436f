import type { ListName } from './requirement.js';
import type { FactTest, FieldTest } from './rule-tests.js';
import type { Cite, Day, DayExpr, NumberExpr, Value } from './value.js';

/** Money that the rules name. It never changes a status. */
export interface NamedAmount {
  readonly title: string;
  /** `fee`: the candidate pays it; `award`: it is paid to her, or off her fee. */
  readonly kind: 'fee' | 'award';
  /** A currency, three capitals as in ISO 4217; counted in hundredths. */
  readonly unit: string;
  readonly amount: Value<MoneyExpr>;
  /** The day that picks a dated amount and on which its facts are read; `asOf` without it. */
  readonly on?: DayExpr;
  /** Due once for every matching item, instead of once; each item's own day stands for `on`. */
  readonly each?: AmountEach;
  readonly appliesWhen?: readonly FactTest[];
  /** First and last day on which one could apply for it; without an end it has none. */
  readonly open?: AmountWindow;
  /** The fee that an award lowers. */
  readonly towards?: string;
  /** Awards with the same word here exclude each other: nobody receives two of them. */
  readonly oneOf?: string;
  /** How many people could get it. */
  readonly places?: Value<number>;
  /** What else is asked, one sentence each; nothing here is evaluated. */
  readonly conditions?: readonly string[];
  readonly cite: readonly Cite[];
}

/** The items for each of which an amount is due. An item that fails or is withdrawn costs what it costs. */
export interface AmountEach {
  readonly from: ListName;
  readonly where: readonly FieldTest[];
  /** The field of the item whose day counts, such as `started` or a declared field of days. */
  readonly on: string;
}

/** Both ends included. */
export interface AmountWindow {
  readonly from?: Value<Day>;
  readonly to?: Value<Day>;
}

/** A number of the amount's unit, or the least of several. */
export type MoneyExpr = NumberExpr | LeastOf;

/** The smallest of numbers and of amounts that the record states. */
export interface LeastOf {
  readonly kind: 'leastOf';
  readonly of: readonly MoneyTerm[];
}

/** One of several amounts of which the least counts. */
export type MoneyTerm = NumberExpr | StatedAmount | Remainder;

/** What a fact of type number states, or so much of a hundred of it, in the amount's unit, rounded down to hundredths. */
export interface StatedAmount {
  readonly kind: 'stated';
  readonly fact: string;
  /** A share in percent, such as `75`; the whole without it. */
  readonly percent?: number;
}

/** What a fact of type number leaves of a ceiling, such as that of a lifetime; never less than nothing. */
export interface Remainder {
  readonly kind: 'remainder';
  readonly ceiling: NumberExpr;
  /** The fact that states what is gone. */
  readonly fact: string;
}
