import type { Reason, Status } from './outcome.js';
import type { Question } from './question.js';
import type { Rating } from './record.js';
import type { Cite, Day } from './value.js';

/**
 * What an answer is. `dayOrNotYet`: a day, or `notYet`; `list`: texts; `complete`: `true` once nothing is missing from the list; `days`: days of a
 * calendar; `document`: who approved it, when, and by which document; `ratings`: what every rater gave.
 */
export type AnswerType =
  | 'boolean'
  | 'number'
  | 'text'
  | 'list'
  | 'day'
  | 'dayOrNotYet'
  | 'complete'
  | 'days'
  | 'document'
  | 'ratings';

/** A question as a form asks it. */
export interface Ask extends Question {
  /** The pack's words, or else a sentence of the language asked for. */
  readonly wording: string;
  readonly type: AnswerType;
  /** Answers of which the rules speak; others may be given as well. `provider` stands for that of the item's own course. */
  readonly options?: readonly (string | number)[];
  /** Where the answer stands in a record: `['facts', id]`; an entry of a list goes by its id. */
  readonly path: readonly string[];
  readonly for: 'status' | 'amount';
  /** Stages whose status is unknown and hangs on it, the main stage first. Where there is none, requirements of other stages do. */
  readonly stages: readonly string[];
  /** Ids of fees and awards that hang on it, where no status does. */
  readonly amounts?: readonly string[];
}

/** What no answer of a person settles: a value that no source gives, texts that contradict each other, a search that was cut. */
export interface OpenRule
  extends Pick<Ask, 'id' | 'wording' | 'because' | 'for' | 'stages' | 'requirements' | 'amounts'> {
  readonly reason: Reason;
  /** What each text that may hold leads to. */
  readonly readings?: readonly OpenReading[];
  readonly cite: readonly Cite[];
}

/** One text that may hold; of an amount it has no status. */
export interface OpenReading {
  readonly says: string;
  readonly status?: Status;
  readonly cite: readonly Cite[];
}

/** What is still asked, most decisive first: of whoever fills in a form, and of nobody but the rules' sources. */
export interface Questions {
  readonly ask: readonly Ask[];
  readonly open: readonly OpenRule[];
}

/** What can be answered, by the type of the question. */
export type Answer = boolean | number | string | readonly string[] | ApprovalDocument | readonly Rating[];

/** A document that settles whether a course was approved. */
export interface ApprovalDocument {
  /** Id of the authority that gave it; `provider` for that of the item's own course. */
  readonly by: string;
  readonly on: Day;
  readonly document: string;
}
