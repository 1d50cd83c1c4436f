import type { ReadingOutcome, StageFinding } from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { Day } from '../model/value.js';

/** What a sentence about a requirement may name. Whatever is missing is left out of the sentence. */
export interface ReasonFacts {
  readonly asOf: Day;
  /** Title of the body that decides. */
  readonly authority: string;
  readonly have?: Quantity | undefined;
  readonly need?: Quantity | undefined;
  /** What is missing: need less have. */
  readonly short?: Quantity | undefined;
  /** The last day, or with `dueOnLatest` the first of the days between which it lies. */
  readonly dueOn?: Day | undefined;
  readonly dueOnLatest?: Day | undefined;
  readonly lateByDays?: number | undefined;
  /** The day that picks the text of the rules. */
  readonly governedOn?: Day | undefined;
  /** Title of what has to be achieved first. */
  readonly first?: string | undefined;
}

/** What the answer in one sentence may name. */
export interface HeadlineFacts extends ReasonFacts {
  readonly reason?: Reason | undefined;
  /** How many things are still needed. */
  readonly needed: number;
  /** How many questions are open. */
  readonly questions: number;
}

/** What a sentence about an item that does not count may name. */
export interface RefusalFacts {
  readonly day?: Day | undefined;
  /** The first or last day that would have counted. */
  readonly limit?: Day | undefined;
  /** Titles of what is missing beside it. */
  readonly missing?: readonly string[] | undefined;
  /** What it counts for already. */
  readonly elsewhere?: string | undefined;
  /** The requirement that came nearest to taking it. */
  readonly nearest?: string | undefined;
}

/** What a sentence about requirements that conflict may name. Without numbers only that they do is known. */
export interface ConflictFacts {
  readonly requirements: readonly string[];
  /** What could count for any of them. */
  readonly items: readonly string[];
  /** The least that they need together, what there is, and what is missing. */
  readonly need?: Quantity | undefined;
  readonly have?: Quantity | undefined;
  readonly short?: Quantity | undefined;
}

/** A stage on one line of the outline. */
export interface StageFacts extends Pick<StageFinding, 'title'> {
  /** Without it the title stands alone. */
  readonly status?: Status | 'notBegun' | undefined;
  /** Present where the last day belongs beside the status. */
  readonly due?: Pick<ReasonFacts, 'dueOn' | 'dueOnLatest'> | undefined;
  /** Present where the share that is achieved belongs beside the status. */
  readonly earned?: StageFinding['progress']['earned'] | undefined;
}

/** One reading of a disputed text, with the sentence of its reason where it has one. */
export interface ReadingFacts extends Pick<ReadingOutcome, 'says' | 'status' | 'dueOn'> {
  readonly reason?: string | undefined;
}

/** A declared competency set and what has become of it. */
export interface DeclaredFacts {
  readonly title: string;
  readonly status: Status;
}
