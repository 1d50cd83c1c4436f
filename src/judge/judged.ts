import type { PeriodMatch, StandIn } from '../match/matched.js';
import type { Reason, Status } from '../model/outcome.js';
import { reasonOf } from './reasons.js';

/** A status, why, and what would settle it where it is unknown. */
export interface Outcome {
  readonly status: Status;
  readonly reason: Reason | undefined;
  readonly asks: readonly string[];
}

/** What is known of one requirement: by node index in `Judged`. Every node has every field, so that all have one shape. */
export interface JudgedNode extends Outcome {
  /** In minor units of the leaf; met children for a branch. */
  readonly have: number | undefined;
  /** Absent where nothing bounds it. */
  readonly need: number | undefined;
  readonly parts: readonly JudgedPart[];
  /** Its own reckoning was cut: a better one may exist. */
  readonly cut: boolean;
  /** For `eachPeriod`. */
  readonly periods: readonly JudgedPeriod[] | undefined;
}

export interface JudgedPeriod {
  readonly period: PeriodMatch;
  readonly judged: Judged;
}

export interface JudgedPart extends Outcome {
  readonly id: string;
  readonly have: number;
  /** Absent where nothing bounds it. */
  readonly need: number | undefined;
  /** Whether have and need are amounts of the total's unit rather than counts of values. */
  readonly isAmount: boolean;
}

/** An outcome with everything else that a node has, in one shape. */
export function judgedNode(
  { status, reason, asks }: Outcome,
  have?: number,
  need?: number,
  parts: readonly JudgedPart[] = NO_PARTS,
  cut = false,
  periods?: readonly JudgedPeriod[],
): JudgedNode {
  return {
    status,
    reason,
    asks,
    have,
    need: need !== undefined && Number.isFinite(need) ? need : undefined,
    parts,
    cut,
    periods,
  };
}

const NO_PARTS: readonly JudgedPart[] = [];

export interface Judged {
  readonly nodes: readonly JudgedNode[];
  /** False where a contest was cut. */
  readonly optimal: boolean;
}

/** What does not apply: out of every count. */
export const NOT_APPLICABLE = judgedNode({ status: 'notApplicable', reason: 'doesNotApply', asks: [] });

/** What an authority has dispensed with. */
export const WAIVED = judgedNode({ status: 'waived', reason: undefined, asks: [] });

/** That for which one item stands in: met once it is earned, pending while it is in progress, open while it may be too late. */
export function stoodIn({ tier, certain, asks }: StandIn): JudgedNode {
  if (!certain) return judgedNode({ status: 'unknown', reason: reasonOf(asks), asks });
  if (tier === 'earned') return judgedNode({ status: 'met', reason: undefined, asks: [] });
  return judgedNode({ status: 'pending', reason: 'inProgress', asks: [] });
}
