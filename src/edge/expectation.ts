import type { AmountStanding } from '../model/amount-finding.js';
import type { CourseOption } from '../model/deficiency.js';
import type { Advisory } from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Force } from '../model/pack.js';
import type { Fraction } from '../model/quantity.js';
import type { RefusalReason } from '../model/use.js';
import type { Day } from '../model/value.js';
import type { ExpectedAcceptance } from './accepted-expectation.js';
import type { ExpectedChanges } from './change-expectation.js';
import type { ExpectedStanding } from './standing-expectation.js';

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
  /** Of a stage. */
  readonly force?: Force;
  readonly have?: ExpectedAmount;
  readonly need?: ExpectedAmount;
  readonly dueOn?: Day;
  readonly dueOnLatest?: Day;
  readonly lateByDays?: number;
  /** The statuses to which the readings lead, each as often as it occurs, in any order. */
  readonly readings?: readonly Status[];
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
  /** What is asked first, in this order; what is asked behind it may be anything. */
  readonly askedFirst?: readonly string[];
  readonly assumptions?: readonly string[];
  /** Earned progress: of the main stage, or by stage. */
  readonly progress?: Fraction | Readonly<Record<string, Fraction>>;
  /** Named days; two where the day lies between them. */
  readonly days?: Readonly<Record<string, Day | readonly [Day, Day]>>;
  /** By stage: the editions that may govern it, in their order. */
  readonly editions?: Readonly<Record<string, readonly string[]>>;
  /** Fees and awards by id. */
  readonly amounts?: Readonly<Record<string, ExpectedMoney>>;
  /** By id of a course: its terms where it is proposed, alone or with the other courses of a bundle. */
  readonly offered?: Readonly<Record<string, ExpectedOffer>>;
  /** Exactly these conflicts, of all stages. */
  readonly conflicts?: readonly ExpectedConflict[];
  /** Where the person stands. */
  readonly standing?: ExpectedStanding;
  /** By id of a stage, a requirement or an amount: what it becomes if nothing else happens. */
  readonly changes?: Readonly<Record<string, ExpectedChanges>>;
  /** By id: exactly those exceptions of which an advisory says that they have no effect. */
  readonly withoutEffect?: Readonly<Record<string, Idle>>;
  /** By id of a programme, a pack or a place: whether it takes a credential that is held, as far as the registry and this pack say. */
  readonly accepted?: Readonly<Record<string, ExpectedAcceptance>>;
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

/** Requirements that must be said to be in each other's way, in any order, with all that could count for them. */
export interface ExpectedConflict {
  readonly stage: string;
  readonly requirements: readonly string[];
  readonly items: readonly string[];
  /** Absent where no counting shows it. */
  readonly need?: ExpectedAmount;
  readonly have?: ExpectedAmount;
}

/** What a case expects of a fee or an award. */
export interface ExpectedMoney {
  readonly standing?: AmountStanding;
  /** `none`: no source gives it, or it lies between two. */
  readonly amount?: ExpectedAmount | 'none';
  readonly atLeast?: ExpectedAmount | 'none';
  readonly atMost?: ExpectedAmount | 'none';
  readonly times?: number;
  readonly timesAtMost?: number;
  readonly oneMore?: ExpectedAmount;
  readonly opensOn?: Day;
  readonly closesOn?: Day;
  /** Of a fee: what is left of it with what can be received for it; `none` where that is nothing that could be named. */
  readonly left?: ExpectedAmount | 'none';
  /** A number, or two where it lies between them. */
  readonly places?: number | readonly number[];
  /** Ids of the questions, all of them. */
  readonly questions?: readonly string[];
  /** What the readings come to, in any order. */
  readonly readings?: readonly ExpectedAmount[];
}

/** What a case expects of a course that is proposed: its price, between two ends or exactly, and who may take it. */
export interface ExpectedOffer extends Pick<ExpectedMoney, 'amount' | 'atLeast' | 'atMost'> {
  readonly mayTake?: NonNullable<CourseOption['mayTake']>;
}

/** An item that must count, and where. */
export interface ExpectedUse {
  readonly item: string;
  readonly requirement?: string;
  readonly amount?: ExpectedAmount;
}
