import type { MoneyLeft } from '../explain/money-left.js';
import type { Money } from '../model/amount-finding.js';
import type { Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { Question } from '../model/question.js';
import type { CandidateRecord } from '../model/record.js';
import type { Citation, Cite, Day } from '../model/value.js';

/** What a plan keeps small: the money that it costs, the time that its courses take, or how many steps it has. */
export type PlanObjective = 'cost' | 'time' | 'fewest';

/** What to plan for. */
export interface PlanOptions {
  /** The day on which the plan is made, `YYYY-MM-DD`. */
  readonly asOf: Day;
  readonly by: PlanObjective;
  /** The stage to be met; the main stage without it. */
  readonly stage?: string;
  /** The day by which every step is done, and on which it is taken to be done; `asOf` without it. */
  readonly doneOn?: Day;
}

/**
 * `planned`: these steps lead there, which has been tried; `alreadyMet`: nothing is left to do; `impossible`: no steps that the rules and
 * the catalogue offer lead there; `cannotPlan`: there may be a way, and this is not the tool that finds the best one.
 */
export type PlanOutcome = 'planned' | 'alreadyMet' | 'cannotPlan' | 'impossible';

/**
 * The best way to `met`: plain JSON, deeply equal for deeply equal arguments. Of all plans the best one leaves the fewest requirements
 * open, asks for the least evidence that is in no catalogue, and then is cheapest, shortest or smallest, as far as that is known.
 */
export interface Plan {
  readonly outcome: PlanOutcome;
  /** The pack and its title, by which a plan is told. */
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  readonly stage: string;
  readonly asOf: Day;
  readonly doneOn: Day;
  readonly by: PlanObjective;
  /** How far the steps lead, as `evaluate` says of the record with them; absent without a plan. */
  readonly proof?: PlanProof;
  /** In the order of their kinds and ids. */
  readonly steps: readonly PlanStep[];
  /** What the steps cost together, before any award. `atLeast` where a price is not established; no end at all where none is. */
  readonly total: Money;
  /** How long its courses take one after the other; `atLeast` where a length is not established. */
  readonly length: PlanLength;
  /** Awards that could be had on `asOf`. Nobody is sure of one, so none is taken off the total. */
  readonly awards: readonly PlanAward[];
  /** What they would leave of the fees that they go towards. */
  readonly left: readonly PlanLeft[];
  /** Other plans that are exactly as good. */
  readonly alternatives: PlanAlternatives;
  /** Requirements that no step can meet and that only a fact, a decision or time will settle. */
  readonly open: readonly PlanOpen[];
  /** What is to be answered besides, most decisive first. */
  readonly questions: readonly Question[];
  /** Why there is no plan; absent where there is one. */
  readonly because?: readonly PlanObstacle[];
  /** Every citation that the plan names. */
  readonly citations: Readonly<Record<string, Citation>>;
}

/**
 * `stage`: the stage is met on `doneOn`; `requirement`: its requirement is met, and something on which the stage builds is open;
 * `rest`: everything but what stands in `open` is met.
 */
export type PlanProof = 'stage' | 'requirement' | 'rest';

/**
 * One thing to do. `course`: complete a course; `review`: hand in an assessed body of work that passes; `finish`: complete what is begun
 * or planned; `milestone`: reach a day of the candidacy; `amount`: gather so much more towards a total; `credential`, `score`,
 * `attestation`: evidence of others that no catalogue lists.
 */
export type PlanStepKind =
  | 'course'
  | 'review'
  | 'finish'
  | 'milestone'
  | 'amount'
  | 'credential'
  | 'score'
  | 'attestation';

/** One step of a plan, done on `doneOn` at the latest. */
export interface PlanStep {
  /** Unique in the plan; the entry that it adds has the same id, or one that begins with it. */
  readonly id: string;
  readonly kind: PlanStepKind;
  /** What it is about: a course, a competency set, a milestone, in the pack's words. */
  readonly title: string;
  readonly provider?: string;
  /** Titles of the courses that count only together with this one. */
  readonly together?: readonly string[];
  /** Requirements for which it counts, by the title of their competency set or in the rule's words; none for a milestone that only governs. */
  readonly serves: readonly { readonly requirement: string; readonly says: string }[];
  /** What the plan takes for granted about it. */
  readonly assumes: readonly PlanAssumption[];
  /** For a course of which approval is asked: as on an evaluation's ways. */
  readonly approval?: 'approved' | 'seenApproved' | 'notEstablished';
  readonly lastSeen?: Day;
  readonly cost: Money;
  readonly length: PlanLength;
  /** For an amount: how much is missing, and how much of that in which part. */
  readonly amount?: Quantity;
  readonly parts?: readonly PlanPart[];
  /** The last day on which it counts; two days where it lies between them. */
  readonly dueOn?: Day;
  readonly dueOnLatest?: Day;
  /** What the record has once it is done; `applied` adds it. */
  readonly adds: PlanAddition;
  readonly cite: readonly Cite[];
}

/** What a part of a total lacks: an amount, or values that nothing covers yet. */
export interface PlanPart {
  readonly says: string;
  readonly amount?: Quantity;
  readonly values?: readonly string[];
}

/** Entries and days that a step brings. An entry whose id the record has takes its place. */
export type PlanAddition = Pick<
  CandidateRecord,
  'milestones' | 'completions' | 'reviews' | 'credentials' | 'scores' | 'attestations' | 'activities'
>;

/**
 * `approval`: that the course is approved, which is not established; `access`: that she may take it, which hangs on facts that the record
 * does not state; `offered`: that such work is still taken; `notYet`: that the day has not come, which the record does not say.
 */
export type PlanAssumption = 'approval' | 'access' | 'offered' | 'notYet';

/** So many days, or so many at least; neither where no length is known. */
export interface PlanLength {
  readonly amount?: Quantity;
  readonly atLeast?: Quantity;
}

/** An award for which one could apply: until when, the fee that it lowers, and the word that it shares with those of which nobody receives two. */
export interface PlanAward extends Money {
  readonly id: string;
  readonly title: string;
  readonly closesOn?: Day;
  readonly towards?: string;
  readonly oneOf?: string;
  readonly cite: readonly Cite[];
}

/** What is left of a fee to somebody who receives what can be had of these awards, of those that exclude each other one. */
export interface PlanLeft extends MoneyLeft {
  readonly title: string;
}

/** Plans as good as the one that is told, each as its steps. */
export interface PlanAlternatives {
  readonly plans: readonly (readonly PlanStep[])[];
  /** There are, or may be, more than the 20 that are listed. */
  readonly more: boolean;
}

/** What no step settles. */
export interface PlanOpen {
  readonly requirement: string;
  readonly says: string;
  readonly status: Status;
  /** What is missing, where it is a number. */
  readonly short?: Quantity;
  readonly cite: readonly Cite[];
}

/** Why there is no plan. Each code has a paragraph in the guide on plans. */
export type PlanObstacleCode =
  | 'nothingOffered'
  | 'notListed'
  | 'notOpen'
  | 'lastDayPassed'
  | 'contradicted'
  | 'notApplicable'
  | 'takesTime'
  | 'repeats'
  | 'notEstablished'
  | 'noSuchStep'
  | 'contested'
  | 'readingsDiffer'
  | 'currencies'
  | 'severalUses'
  | 'notProven'
  | 'searchCut';

/** A requirement that stands in the way, and why. */
export interface PlanObstacle {
  readonly requirement: string;
  readonly says: string;
  readonly code: PlanObstacleCode;
  readonly cite: readonly Cite[];
}
