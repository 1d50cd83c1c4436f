import type { Reason, Status } from './outcome.js';
import type { Question } from './question.js';
import type { FactTest } from './rule-tests.js';
import type { Cite, Day } from './value.js';

/**
 * Where a person is in the life of a credential. It is told beside the statuses and never feeds back into one.
 *
 * `none`: nothing has begun; `candidacyEnded`: the time to complete is over; `complete`: everything is shown and nobody has certified it yet;
 * `renewalOpen`: certified, and it can be renewed now; `inGrace`: expired, and it can still be renewed; `lapsed`: expired, and it no longer can.
 */
export type Standing =
  | 'none'
  | 'notEligible'
  | 'eligible'
  | 'candidate'
  | 'candidacyEnded'
  | 'complete'
  | 'provisional'
  | 'certified'
  | 'renewalOpen'
  | 'inGrace'
  | 'lapsed'
  | 'withdrawn';

/** One row of a pack's table of standings: the first row that holds is the standing. */
export interface StandingRow {
  readonly is: Standing;
  /** What the programme calls it, if not what `is` is called everywhere. */
  readonly title?: string;
  readonly says: string;
  /** It holds if one of these does; the last row of a table has none and always holds. */
  readonly when?: readonly StandingCondition[];
  readonly cite: readonly Cite[];
}

/** Everything in it must hold. */
export interface StandingCondition {
  /** By stage: one of these statuses. */
  readonly stages?: Readonly<Record<string, readonly Status[]>>;
  /** By stage: one of these reasons for its status. */
  readonly reasons?: Readonly<Record<string, readonly Reason[]>>;
  /** By term: in one of these phases. */
  readonly terms?: Readonly<Record<string, readonly TermPhase[]>>;
  /** A milestone that has come. */
  readonly milestone?: string;
  /** One of these credentials is held on the day. */
  readonly holds?: readonly string[];
  readonly facts?: readonly FactTest[];
}

/**
 * Where a day lies in the latest term of a credential that has begun. `none`: none has; `running`: from its first through its last day, as long as it cannot
 * be renewed yet; `renewable`: it has not ended and can be renewed; `grace`: it has ended and can still be renewed; `over`: it has ended and cannot.
 */
export type TermPhase = 'none' | 'running' | 'renewable' | 'grace' | 'over';

/** How long a credential is held, and how it is renewed: every renewal begins another term. */
export interface Term {
  readonly title: string;
  /** The credential of the record that begins the first term, on the day of its issue. */
  readonly credential: string;
  /** The milestone that is the day of its issue: it has that day while the days of the term are read, and where the entry states none, the term begins on it. */
  readonly begins?: string;
  readonly days: TermDays;
  readonly renewal?: TermRenewal;
  readonly cite: readonly Cite[];
}

/** The days of a term, as days that the editions name. */
export interface TermDays {
  /** The stage whose edition and readings say where they lie. */
  readonly stage: string;
  /** Its last day; without it the term has no end. */
  readonly ends?: string;
  /** The first and the last day on which it can be renewed; without the first it is not told apart before it has ended, without the last it can be until it ends. */
  readonly opens?: string;
  readonly closes?: string;
}

/** Every credential of this kind begins another term. While its days are read, the day that ended the term before stands for the one that ends a first term. */
export interface TermRenewal {
  readonly credential: string;
  /** The milestone that is the day of the renewal, as `begins` of the term is that of its issue. */
  readonly begins?: string;
  readonly days: TermDays;
  readonly cite?: readonly Cite[];
}

/** Where a person stands on a day, since when, and what the days before and after bring if nothing else happens. */
export interface StandingFinding {
  readonly format: 1;
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  readonly asOf: Day;
  /** `unknown` where what is not stated or not established decides. */
  readonly is: Standing | 'unknown';
  readonly title?: string;
  readonly says?: string;
  readonly cite: readonly Cite[];
  /** For `unknown`: every row that may hold, in the order of the table. */
  readonly mayBe?: readonly PossibleStanding[];
  /** What would tell. */
  readonly questions: readonly Question[];
  /** By id: the terms that have begun, the first first. */
  readonly terms: Readonly<Record<string, readonly TermFinding[]>>;
  /** Every day on which the standing changed or will change if nothing else happens, the earliest first. */
  readonly changes: readonly StandingChange[];
}

/** A row that may hold. */
export interface PossibleStanding {
  readonly is: Standing;
  readonly title?: string;
  readonly says: string;
  readonly cite: readonly Cite[];
}

/** A term that has begun. Where a day lies between two, the second has `Latest`; a day that nothing bounds is left out. */
export interface TermFinding {
  readonly title: string;
  /** Id of the entry of the record that began it. */
  readonly by: string;
  readonly begins?: Day;
  readonly beginsLatest?: Day;
  readonly opens?: Day;
  readonly opensLatest?: Day;
  /** Its last day. */
  readonly ends?: Day;
  readonly endsLatest?: Day;
  readonly closes?: Day;
  readonly closesLatest?: Day;
  /** Whether the entry itself states the last day, which then counts. */
  readonly isStated?: boolean;
  readonly cite: readonly Cite[];
}

/** A day on which the standing changes. */
export interface StandingChange {
  readonly on: Day;
  readonly from: Standing | 'unknown';
  readonly is: Standing | 'unknown';
  readonly title?: string;
  readonly says?: string;
  readonly cite: readonly Cite[];
}
