import type { AmountFinding } from './amount-finding.js';
import type { Conflict, ContestFinding } from './contest-finding.js';
import type { Deficiency } from './deficiency.js';
import type { Reason, Status } from './outcome.js';
import type { Designation, Force, PackIds } from './pack.js';
import type { Fraction, Quantity } from './quantity.js';
import type { Question } from './question.js';
import type { Unallocated, Use } from './use.js';
import type { Citation, Cite, Day } from './value.js';

/**
 * The whole answer: plain JSON, deeply equal for deeply equal arguments.
 * `met` means that what the text asks is shown; it certifies nobody.
 */
export interface Evaluation<Ids extends PackIds = PackIds> {
  readonly format: 1;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly authority: string;
    readonly force: Force;
    /** What a holder may be called. */
    readonly designation?: Designation;
    /** The overlays that lie over the pack, the lowest first. */
    readonly layers?: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  };
  readonly asOf: Day;
  /** Status of the main stage. */
  readonly status: Status;
  readonly mainStage: Ids['stage'];
  readonly stages: { readonly [K in Ids['stage']]: StageFinding };
  /** One finding per requirement, gate and part, by id, of every stage. */
  readonly findings: { readonly [K in Ids['requirement']]: Finding };
  readonly sets: { readonly [K in Ids['set']]: SetFinding };
  /** Each item of the record that counts somewhere, and where. */
  readonly allocation: readonly Use[];
  /** For each stage, each item that counts nowhere in it, with exactly one reason. */
  readonly unallocated: readonly Unallocated[];
  /** What is still needed, deepest cause first named, in the order of the rules. */
  readonly deficiencies: readonly Deficiency[];
  /** What would settle an `unknown`, what most requirements name first. */
  readonly questions: readonly Question[];
  /** Values that no source establishes and that were used all the same. */
  readonly assumptions: readonly AssumptionUsed[];
  /** Named days of the editions used. */
  readonly days: Readonly<Record<string, NamedDayFinding>>;
  /** Fees and awards by id. They change no status, and what they ask stands with them. */
  readonly amounts: Readonly<Record<string, AmountFinding>>;
  readonly advisories: readonly Advisory[];
  /** Competency sets that the candidate declared, with their status; they do not bind. */
  readonly declared: readonly { readonly set: string; readonly status: Status }[];
  /** Every citation that the answer names. */
  readonly citations: Readonly<Record<string, Citation>>;
}

/** Exact shares of a stage: over what is earned, with what is in progress, with what is planned. Show `floor(100 p)`. */
export interface Progress {
  readonly earned: Fraction;
  readonly withInProgress: Fraction;
  readonly withPlanned: Fraction;
  /** Present when the search was cut: the true earned progress lies between `earned` and this. */
  readonly earnedAtMost?: Fraction;
}

/** The outcome of one requirement, part or gate, with the same id as in the rules. */
export interface Finding {
  readonly id: string;
  readonly stage: string;
  readonly kind: FindingKind;
  readonly says: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly have?: Quantity;
  readonly need?: Quantity;
  /** Ids of the findings below this one, in the order of the rules. */
  readonly of?: readonly string[];
  /**
   * Of a choice between a requirement and credentials recognised in its stead: the id of the requirement. As long as the choice rests
   * on it, both say the same.
   */
  readonly itself?: string;
  /** The last day on which evidence counts; two days where it lies between them. */
  readonly dueOn?: Day;
  readonly dueOnLatest?: Day;
  /** The least number of days by which a requirement that would otherwise be met is late. */
  readonly lateByDays?: number;
  /** Ids of questions that would settle it. */
  readonly settledBy?: readonly string[];
  /** For a requirement that repeats: each period that has begun. */
  readonly periods?: readonly PeriodFinding[];
  /** The exceptions that had an effect on it, in the order of their ids. */
  readonly exceptions?: readonly ExceptionApplied[];
  /** Outcomes under each reading of disputed text, where they differ. */
  readonly readings?: readonly ReadingOutcome[];
  readonly cite: readonly Cite[];
}

/** An exception that had an effect, as far as a reader needs it to ask for the decision behind it. */
export interface ExceptionApplied {
  readonly id: string;
  readonly kind: 'waiver' | 'alsoAccept' | 'substitution' | 'applyHere' | 'exclude' | 'adjustment';
  readonly by: string;
  readonly granted: Day;
  readonly reason: string;
}

/** One period of a requirement that repeats, from its first to its last day. */
export interface PeriodFinding {
  readonly from: Day;
  readonly to: Day;
  readonly status: Status;
  readonly reason?: Reason;
  readonly have?: Quantity;
  readonly need?: Quantity;
}

/** Which kind of requirement a finding is about; `part` is a share of a total, `gate` what a stage builds on. */
export type FindingKind =
  | 'allOf'
  | 'choose'
  | 'evidence'
  | 'total'
  | 'part'
  | 'experience'
  | 'holds'
  | 'lacks'
  | 'score'
  | 'attestation'
  | 'milestone'
  | 'notEstablished'
  | 'fact'
  | 'eachPeriod'
  | 'gate';

/** What one reading of a disputed text, or one edition that may govern, leads to. */
export interface ReadingOutcome {
  /** What this reading says, such as the last day. */
  readonly says: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly dueOn?: Day;
  readonly cite: readonly Cite[];
}

/** The outcome of one stage: the lowest of its requirement and its gates. */
export interface StageFinding {
  readonly id: string;
  readonly title: string;
  /** What follows for whoever does not meet it: nothing where it is voluntary, no public money, no such post. Older answers do not say it. */
  readonly force?: Force;
  readonly status: Status;
  readonly reason?: Reason;
  /** The requirement at the top of the stage. */
  readonly requirement: string;
  /** Ids of its gates. */
  readonly gates: readonly string[];
  readonly progress: Progress;
  readonly edition: EditionBasis;
  /** True unless a contest was too hard for the search. */
  readonly optimal: boolean;
  /** Groups of requirements that share items, where there are any: how well it is known that they share them best. */
  readonly contests?: readonly ContestFinding[];
  /** Requirements that cannot all be met, because they need more than what could count for any of them. */
  readonly conflicts?: readonly Conflict[];
}

/** Which edition governs and how it was found. */
export interface EditionBasis {
  /** The governing edition, or every one that may govern. */
  readonly ids: readonly string[];
  readonly governedBy: string;
  readonly governedOn?: Day;
  /** `stated`: the milestone's day; `notYet`: it has not happened, so the edition in force on `asOf`; `notStated`: any may govern. */
  readonly basis: 'stated' | 'notYet' | 'notStated';
}

/** What has become of one competency set. */
export interface SetFinding {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly reason?: Reason;
  /** Ids of the items that count for it. */
  readonly items: readonly string[];
}

/** A value that no source establishes and that the answer rests on. */
export interface AssumptionUsed {
  /** Where in the pack the value stands. */
  readonly path: string;
  readonly value: string;
  readonly because: string;
  readonly cite: readonly Cite[];
}

/** A named day of the rules, such as an expiry; with `latest` where it lies between two days. */
export interface NamedDayFinding {
  readonly title: string;
  readonly day?: Day;
  readonly latest?: Day;
  readonly cite: readonly Cite[];
}

/** Something to know beside the answer; it never changes a status. */
export interface Advisory {
  readonly code:
    | 'rulesLastSeen'
    | 'programmeStandingNotEstablished'
    | 'applicationsClosed'
    | 'assumptionsUsed'
    | 'note'
    | 'exceptionIgnored'
    | 'pinImpossible';
  /**
   * Id of an exception without effect. `exceptionIgnored`: another authority granted it, it contradicts one with a smaller id, or the
   * rules and the record have nothing that it could change. `pinImpossible`: its item does not count where it should.
   */
  readonly exception?: string;
  /** Day or month on which a citation used was last read. */
  readonly seen?: string;
  /** Whole days from then to `asOf`, 0 where it lies later; a month counts from its last day. */
  readonly daysAgo?: number;
  readonly says?: string;
  readonly cite?: readonly Cite[];
}

/** Statuses only. */
export interface Decision<Ids extends PackIds = PackIds> {
  readonly status: Status;
  readonly stages: { readonly [K in Ids['stage']]: Status };
  readonly requirements: { readonly [K in Ids['requirement']]: Status };
}
