import type { Quantity } from './quantity.js';
import type { ListName } from './requirement.js';
import type { Cite, Day } from './value.js';

/** `earned`: its day has come; `inProgress`: it has begun; `planned`: neither. Planned evidence changes no status. */
export type Tier = 'earned' | 'inProgress' | 'planned';

/** One item counting for one requirement. */
export interface Use {
  readonly stage: string;
  readonly item: string;
  readonly list: ListName;
  readonly title: string;
  readonly requirement: string;
  readonly tier: Tier;
  /** False where something about the item is not known that decides whether it counts. */
  readonly certain: boolean;
  readonly day?: Day;
  readonly amount?: Quantity;
  /** How the amount was found, where it was converted, rounded or shared out by days. */
  readonly how?: 'converted' | 'proRated';
  /** The bundle of courses that it is part of. */
  readonly bundle?: string;
  /** Ids of the exceptions that let it count, or have it count here rather than elsewhere. */
  readonly exceptions?: readonly string[];
}

/** Why an item counts nowhere in a stage. The first that applies, in the order of this list. */
export type RefusalReason =
  | 'failed'
  | 'withdrawn'
  | 'notWanted'
  | 'courseNotListed'
  | 'outsideWindow'
  | 'notHeld'
  | 'notApproved'
  | 'notOffered'
  | 'notPassed'
  | 'supplementNeeded'
  | 'belowMinimum'
  | 'noAmount'
  | 'unitNotConvertible'
  | 'late'
  | 'bundleIncomplete'
  | 'excluded'
  | 'alreadyFull'
  | 'takenElsewhere'
  | 'notEarnedYet';

/** One item that counts nowhere in a stage, and why. */
export interface Unallocated {
  readonly stage: string;
  readonly item: string;
  readonly list: ListName;
  readonly title: string;
  readonly reason: RefusalReason;
  /** The requirement that came nearest to taking it. */
  readonly requirement?: string;
  /** The item's own day. */
  readonly day?: Day;
  /** The day that the rule compares it with: the first or last that would have counted. */
  readonly limit?: Day;
  /** Ids of the courses that are missing from its bundle. */
  readonly missing?: readonly string[];
  /** Id of the exception that excludes it. */
  readonly exception?: string;
  readonly cite: readonly Cite[];
}
