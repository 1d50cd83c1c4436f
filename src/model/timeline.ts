import type { AmountStanding, Money } from './amount-finding.js';
import type { Reason, Status } from './outcome.js';
import type { Standing } from './standing.js';
import type { Cite, Day } from './value.js';

/** What changes between two days if nothing else happens than what the record and the rules say already. Both days are included. */
export interface Timeline {
  readonly format: 1;
  readonly pack: { readonly id: string; readonly version: string; readonly title: string };
  readonly from: Day;
  readonly until: Day;
  /** How it stands on the first day. */
  readonly start: TimelineState;
  /** The days on which something changes, the earliest first. */
  readonly days: readonly TimelineDay[];
}

/** How everything stands on a day. */
export interface TimelineState {
  /** Of the main stage. */
  readonly status: Status;
  readonly stages: Readonly<Record<string, Status>>;
  /** Absent where the pack has no table of standings. */
  readonly standing?: Standing | 'unknown';
}

/** A day on which something changes: what, and what happens on that day or has ended the day before. */
export interface TimelineDay {
  readonly on: Day;
  readonly changes: readonly TimelineChange[];
  readonly because: readonly TimelineCause[];
}

/** One thing that is otherwise than the day before. */
export type TimelineChange =
  | {
      readonly about: 'stage';
      readonly id: string;
      readonly title: string;
      readonly from: Status;
      readonly to: Status;
      readonly reason?: Reason;
      readonly cite: readonly Cite[];
    }
  | {
      readonly about: 'requirement';
      readonly id: string;
      readonly stage: string;
      readonly says: string;
      readonly from: Status;
      readonly to: Status;
      readonly cite: readonly Cite[];
    }
  | {
      readonly about: 'standing';
      readonly from: Standing | 'unknown';
      readonly to: Standing | 'unknown';
      readonly title?: string;
      readonly says?: string;
      readonly cite: readonly Cite[];
    }
  | {
      readonly about: 'amount';
      readonly id: string;
      readonly title: string;
      readonly from: AmountStanding;
      readonly to: AmountStanding;
      /** How much it is from this day on, where it concerns the person. */
      readonly money: Money;
      readonly cite: readonly Cite[];
    };

/** Something of the record or of the rules that happens on a day, or ended the day before. */
export type TimelineCause =
  /** An entry of the record is earned, begins, expires, or one of its other days comes (`field`). */
  | { readonly code: 'itemEarned' | 'itemStarted' | 'itemExpired'; readonly item: string; readonly title: string }
  | { readonly code: 'itemDay'; readonly item: string; readonly title: string; readonly field: string }
  | { readonly code: 'milestone'; readonly milestone: string; readonly title: string }
  | { readonly code: 'fact'; readonly fact: string; readonly title: string }
  | { readonly code: 'exceptionBegins' | 'exceptionEnds'; readonly exception: string }
  /** A text begins to govern, or does no more; one of which only a number becomes another begins. */
  | { readonly code: 'editionBegins' | 'editionEnds'; readonly edition: string }
  /**
   * The last day of a requirement has passed; what it counts begins, has ended, or lies too far back now, some of its work included; a period of it has
   * closed; its work has reached the number.
   */
  | {
      readonly code: 'lastDayPassed' | 'windowOpens' | 'windowClosed' | 'windowMoves' | 'periodClosed' | 'workReached';
      readonly requirement: string;
      readonly says: string;
    }
  /** A day that the rules name has come, or was the day before. */
  | { readonly code: 'namedDay' | 'namedDayPassed'; readonly day: string; readonly title: string }
  | {
      readonly code: 'termBegins' | 'termOpens' | 'termEnded' | 'termClosed';
      readonly term: string;
      readonly title: string;
    }
  | { readonly code: 'approvalEnds'; readonly course: string; readonly title: string }
  | {
      readonly code: 'amountOpens' | 'amountClosed' | 'amountChanges';
      readonly amount: string;
      readonly title: string;
    };
