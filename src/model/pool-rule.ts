import type { Cite } from './value.js';

/** What a pool allows where that is not one use of each item in each stage. */
export interface PoolRule {
  /** How often an item may count in it, never twice for one requirement; 1 without it. */
  readonly uses?: number;
  /** The pool in which it lies: what counts here counts there too, and both limits hold. */
  readonly within?: string;
  /** One pool for every stage of the edition that has it: what one stage uses is gone for the stages after it. */
  readonly across?: 'stages';
  readonly cite?: readonly Cite[];
}

/** How many items may count in both of two pools; without such a rule as many as there are. */
export interface OverlapRule {
  readonly pools: readonly [string, string];
  readonly atMost: number;
  readonly cite?: readonly Cite[];
}
