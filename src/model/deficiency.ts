import type { Money } from './amount-finding.js';
import type { Reason, Status } from './outcome.js';
import type { Quantity } from './quantity.js';
import type { ListName } from './requirement.js';
import type { Cite, Day } from './value.js';

/** What is still needed, and the ways to it. */

/** One thing that is still needed. */
export interface Deficiency {
  readonly stage: string;
  readonly requirement: string;
  readonly says: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly have?: Quantity;
  readonly need?: Quantity;
  /** What is missing: need less have. */
  readonly short?: Quantity;
  readonly dueOn?: Day;
  readonly dueOnLatest?: Day;
  readonly lateByDays?: number;
  readonly settledBy?: readonly string[];
  /** For alternatives: what could be chosen, each with the courses that would do. */
  readonly ways?: readonly Way[];
  readonly cite: readonly Cite[];
}

/** One alternative that is not met yet, with the courses that would do. */
export interface Way {
  readonly requirement: string;
  readonly says: string;
  readonly status: Status;
  /** The lists of a record whose entries could meet it. */
  readonly from: readonly ListName[];
  /** Courses of the catalogue that would do; none where completions do not count for it. */
  readonly courses: readonly CourseOption[];
}

/** A catalogue course, or courses that count only together. */
export interface CourseOption {
  readonly courses: readonly { readonly id: string; readonly title: string; readonly provider: string }[];
  /** Approved on `asOf` by a known period; seen approved on the latest of some days; or neither. Absent where no approval is asked for. */
  readonly approval?: 'approved' | 'seenApproved' | 'notEstablished';
  readonly lastSeen?: Day;
  readonly length?: string;
  readonly cost?: string;
  /** What it costs this person on `asOf`, where the rules name a price for each of its courses. */
  readonly price?: Money;
  /** Whether this person may take it, where the rules say who may; a completion counts whichever it is. */
  readonly mayTake?: 'yes' | 'no' | 'unknown';
  readonly cite: readonly Cite[];
}
