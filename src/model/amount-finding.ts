import type { Quantity } from './quantity.js';
import type { Question } from './question.js';
import type { Cite, Day } from './value.js';

/** Money: exactly `amount`, or between `atLeast` and `atMost`. An end that nothing bounds is absent; without any no source gives it. */
export interface Money {
  readonly amount?: Quantity;
  readonly atLeast?: Quantity;
  readonly atMost?: Quantity;
}

/**
 * Whether an amount concerns this person. A fee is `due`; an award is `open` while one may apply for it. `unknown`: nobody can tell
 * whether it applies or is open; `doesNotApply`: its condition fails, or there is no item for which it would be due.
 */
export type AmountStanding = 'due' | 'open' | 'closed' | 'notYetOpen' | 'unknown' | 'doesNotApply';

/** A fee or an award for this person: how much, when, and who says so. */
export interface AmountFinding extends Money {
  readonly title: string;
  readonly kind: 'fee' | 'award';
  readonly standing: AmountStanding;
  /** The day that picks the amount, where the rules name one; two days where it lies between them. */
  readonly on?: Day;
  readonly onLatest?: Day;
  /** What each text that may hold would make of it, where more than one may. */
  readonly readings?: readonly AmountReading[];
  /** For an amount due for each of several items: how many items certainly count, and how many may. */
  readonly times?: number;
  readonly timesAtMost?: number;
  readonly items?: readonly AmountItem[];
  /** What one more item would cost on `asOf`. */
  readonly oneMore?: Money;
  /** First and last day on which one could apply, where they are known. */
  readonly opensOn?: Day;
  readonly closesOn?: Day;
  /** The fee that an award lowers, and the word that it shares with those of which nobody receives two. */
  readonly towards?: string;
  readonly oneOf?: string;
  /** How many could get it; both ends are equal where the number is known. */
  readonly places?: { readonly atLeast: number; readonly atMost?: number };
  /** What else is asked, in sentences that nobody has evaluated. */
  readonly conditions?: readonly string[];
  /** What would settle the amount or whether it applies; these questions settle no status. */
  readonly questions?: readonly AmountQuestion[];
  readonly cite: readonly Cite[];
}

/** What one text makes of an amount. */
export interface AmountReading extends Money {
  /** The amount as a rule file would say it. */
  readonly says: string;
  readonly cite: readonly Cite[];
}

/** One item for which an amount is, or may be, due. */
export interface AmountItem extends Money {
  readonly item: string;
  readonly title: string;
  readonly day?: Day;
  /** False where it is not known whether the amount is due for it. */
  readonly certain: boolean;
}

/** A question that settles an amount. */
export type AmountQuestion = Omit<Question, 'requirements'>;
