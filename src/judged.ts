import type { Fraction, Reason, Status } from './evaluation.js';
import { ONE } from './fraction.js';
import type { PeriodMatch } from './matched.js';

/** What is known of one requirement: by node index in `Judged`. */
export interface JudgedNode {
  readonly status: Status;
  readonly reason?: Reason;
  /** In minor units of the leaf; met children for a branch. */
  readonly have?: number;
  readonly need?: number;
  /** What would settle it, where it is unknown. */
  readonly asks: readonly string[];
  readonly progress: Views;
  readonly parts: readonly JudgedPart[];
  /** Its own reckoning was cut: a better one may exist. */
  readonly cut?: boolean;
  /** For `eachPeriod`. */
  readonly periods?: readonly JudgedPeriod[];
}

export interface JudgedPeriod {
  readonly period: PeriodMatch;
  readonly judged: Judged;
}

export interface JudgedPart {
  readonly id: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly have: number;
  /** Absent where nothing bounds it. */
  readonly need?: number;
  /** Whether have and need are amounts of the total's unit rather than counts of values. */
  readonly isAmount: boolean;
  readonly asks: readonly string[];
}

/** Exact progress: over what is earned, with what is in progress, with what is planned, and at best where the search was cut. */
export interface Views {
  readonly earned: Fraction;
  readonly withInProgress: Fraction;
  readonly withPlanned: Fraction;
  readonly atBest: Fraction;
}

export interface Judged {
  readonly nodes: readonly JudgedNode[];
  /** False where a contest was cut. */
  readonly optimal: boolean;
}

/** What does not apply: complete, and out of every count. */
export const NOT_APPLICABLE: JudgedNode = {
  status: 'notApplicable',
  reason: 'doesNotApply',
  asks: [],
  parts: [],
  progress: { earned: ONE, withInProgress: ONE, withPlanned: ONE, atBest: ONE },
};

/** What an authority has dispensed with. */
export const WAIVED: JudgedNode = { status: 'waived', asks: [], parts: [], progress: NOT_APPLICABLE.progress };
