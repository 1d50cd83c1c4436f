import type { Advisory, Fraction, Reason, RefusalReason, Status } from '../evaluation.js';
import type { Day } from '../value.js';

/** An amount that an answer must have; without a unit only the number counts. */
export interface ExpectedAmount {
  /** The number as written, such as `0.5`. */
  readonly n: string;
  readonly unit?: string;
}

/** What a case expects of one stage or requirement, or of something still needed. */
export interface ExpectedFinding {
  readonly status?: Status;
  readonly reason?: Reason;
  readonly have?: ExpectedAmount;
  readonly need?: ExpectedAmount;
  readonly dueOn?: Day;
  readonly dueOnLatest?: Day;
  readonly lateByDays?: number;
}

/** Everything that a case expects; what it does not name may be anything. */
export interface Expectation {
  /** By id of a stage or requirement. */
  readonly findings: Readonly<Record<string, ExpectedFinding>>;
  readonly stillNeeded?: readonly (ExpectedFinding & { readonly requirement: string })[];
  readonly stillNeededIn?: readonly string[];
  readonly refused?: readonly ExpectedRefusal[];
  readonly counted?: readonly ExpectedUse[];
  readonly questions?: readonly string[];
  readonly assumptions?: readonly string[];
  /** Earned progress: of the main stage, or by stage. */
  readonly progress?: Fraction | Readonly<Record<string, Fraction>>;
  readonly days?: Readonly<Record<string, Day>>;
  /** By id: exactly those exceptions of which an advisory says that they have no effect. */
  readonly withoutEffect?: Readonly<Record<string, Idle>>;
}

/** How an advisory names an exception without effect. */
export type Idle = Extract<Advisory['code'], 'exceptionIgnored' | 'pinImpossible'>;

/** An item that must count nowhere, and why. Without a stage, in any stage. */
export interface ExpectedRefusal {
  readonly item: string;
  readonly reason?: RefusalReason;
  readonly stage?: string;
  readonly day?: Day;
  readonly limit?: Day;
}

/** An item that must count, and where. */
export interface ExpectedUse {
  readonly item: string;
  readonly requirement?: string;
  readonly amount?: ExpectedAmount;
}
