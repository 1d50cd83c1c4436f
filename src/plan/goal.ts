import type { Key } from './key.js';

/** What is to be met, as the search sees it: no rules, no record, only what could be used and which steps that takes. */
export type Goal =
  | { readonly kind: 'all'; readonly of: readonly Goal[] }
  | { readonly kind: 'some'; readonly need: number; readonly of: readonly Goal[] }
  | TakeGoal;

/** So many of the options, no two of which share an item. */
export interface TakeGoal {
  readonly kind: 'take';
  readonly need: number;
  /** Within a pool an item is used once; without one it is free. */
  readonly pool?: string;
  readonly options: readonly Option[];
}

/** One way to fill one place: the items that it uses up, and the steps that bring those which are not there yet. */
export interface Option {
  readonly items: readonly number[];
  readonly steps: readonly number[];
}

/** A goal and the price of the steps that its options name. */
export interface PlanProblem {
  readonly goal: Goal;
  /** By step. */
  readonly keys: readonly Key[];
  /** Steps that every plan takes. */
  readonly forced: readonly number[];
}
