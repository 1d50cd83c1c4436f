import type { AmountFinding, Money } from '../amount-finding.js';
import type {
  Advisory,
  AssumptionUsed,
  CourseOption,
  EditionBasis,
  ExceptionApplied,
  NamedDayFinding,
  Progress,
  Reason,
  Status,
} from '../evaluation.js';
import type { Designation, Force } from '../pack.js';
import type { Fraction, Quantity } from '../quantity.js';
import type { Question } from '../question.js';
import type { RefusalReason, Tier, Use } from '../use.js';
import type { Citation, Day } from '../value.js';
import type { SectionId } from './explanation.js';
import type { DeclaredFacts, HeadlineFacts, ReadingFacts, ReasonFacts, RefusalFacts, StageFacts } from './facts.js';

/**
 * Everything that `explain` says, in one language: a text, or a function from the facts to a text. What a sentence has in its plural, in
 * which order it says things and how it writes a day is the function's own business. Titles and sentences of packs and records come in
 * as they were written. A language that lacks a sentence does not compile.
 *
 * @example
 * const shouted: Messages = { ...en, statuses: { ...en.statuses, met: 'ACHIEVED' } };
 * explain(evaluation, { messages: shouted });
 */
export interface Messages {
  readonly words: Words;
  /** What stands over each section. */
  readonly headings: Readonly<Record<SectionId, string>>;
  /** A status in words, to stand inside a line. */
  readonly statuses: Readonly<Record<Status, string>>;
  /** The answer in one sentence, by the status of the main stage. */
  readonly headlines: Readonly<Record<Status, (facts: HeadlineFacts) => string>>;
  /** Why a requirement is where it is. */
  readonly reasons: Readonly<Record<Reason, (facts: ReasonFacts) => string>>;
  /** Why an item counts nowhere. */
  readonly refusals: Readonly<Record<RefusalReason, (facts: RefusalFacts) => string>>;
  /** Questions for which a pack has no words of its own; `about` is the item's title or the requirement. */
  readonly questions: Readonly<Record<Question['about'], (about: string) => string>>;
  /** An item that counts: what it is, when and how much. */
  readonly uses: Readonly<Record<Tier, (use: Use) => string>>;
  /** What a person should know beside the answer; a text that is empty is left out. */
  readonly advisories: Readonly<Record<Advisory['code'], (facts: AdvisoryFacts) => string>>;
  /** What an exception changed for this person, and who granted it, when and why. */
  readonly exceptions: Readonly<Record<ExceptionApplied['kind'], (facts: ExceptionApplied) => string>>;
  /** What the law makes of the credential. */
  readonly forces: Readonly<Record<Force, string>>;
  readonly answer: AnswerMessages;
  readonly outline: OutlineMessages;
  readonly needed: NeededMessages;
  readonly costs: CostMessages;
  readonly notCounted: NotCountedMessages;
  readonly unknown: UnknownMessages;
  readonly notes: NoteMessages;
  readonly sources: SourceMessages;
}

/** How a language writes what is no sentence. */
export interface Words {
  /** A day or month, `2027-03-04` or `2026-11`; any other text stays as it is. */
  day(text: string): string;
  /** An exact number. */
  number(value: Fraction): string;
  /** A number with its unit, whose id is a plural in the pack's words such as `contact-hours`. */
  quantity(amount: Quantity): string;
  /** A share of the whole; what is not complete is never said to be. */
  share(part: Fraction): string;
  list(parts: readonly string[], last: 'and' | 'or'): string;
  /** A text of a pack or record as a sentence of its own. */
  sentence(text: string): string;
  /** The text with no-break spaces where a line must not end, such as inside a day. */
  unbroken(text: string): string;
}

/** An advisory with the day of the question and the number of assumptions. */
export type AdvisoryFacts = Advisory & { readonly asOf: Day; readonly assumptions: number };

/** Around the answer. */
export interface AnswerMessages {
  readonly title: (credential: string, asOf: Day) => string;
  readonly progress: (progress: Progress) => string;
}

/** Lines of stages and requirements. */
export interface OutlineMessages {
  readonly stage: (facts: StageFacts) => string;
  /** What the stage builds on. */
  readonly gate: (title: string, status: Status) => string;
  /** A gate's title where a credential has to be held. */
  readonly heldBefore: string;
  readonly lastDay: (facts: Pick<ReasonFacts, 'dueOn' | 'dueOnLatest'>) => string;
  /** A total that is reached. */
  readonly enough: (have: Quantity, need: Quantity) => string;
  /** Items that count only together. */
  readonly together: (uses: readonly string[]) => string;
  /** What the authority dispensed with, where no exception says so. */
  readonly waived: string;
}

/** How to get what is still needed. */
export interface NeededMessages {
  /** Over a list of courses. */
  readonly ways: string;
  /** One alternative that is begun or open. */
  readonly way: (title: string, status: Status) => string;
  readonly course: (option: CourseOption, asOf: Day) => string;
  readonly withoutCourse: (titles: readonly string[]) => string;
  readonly from: (titles: readonly string[]) => string;
  readonly askFirst: string;
}

/** Fees and awards. */
export interface CostMessages {
  readonly line: (finding: AmountFinding) => string;
  readonly oneMore: (money: Money) => string;
  readonly reading: (money: Money) => string;
  readonly hangsOn: (questions: readonly string[]) => string;
  /** Where an amount hangs on what no public text settles. */
  readonly text: string;
  readonly closed: (awards: readonly { readonly title: string; readonly closesOn?: Day }[]) => string;
}

/** Items that do not count. */
export interface NotCountedMessages {
  readonly item: (title: string, day: Day | undefined) => string;
  readonly nearest: (title: string) => string;
  /** A sentence that holds in one stage only. */
  readonly inStage: (stage: string, sentence: string) => string;
}

/** What is not known. */
export interface UnknownMessages {
  /** Names the item where the question does not. */
  readonly about: (question: string, item: string) => string;
  readonly hangsOn: (titles: readonly string[]) => string;
  /** Over the readings of a disputed text. */
  readonly whichText: string;
  readonly reading: (facts: ReadingFacts) => string;
}

/** Days to know, what was declared, assumptions, and which text was applied. */
export interface NoteMessages {
  readonly namedDay: (named: NamedDayFinding) => string;
  readonly declared: (sets: readonly DeclaredFacts[]) => string;
  readonly assumed: (used: AssumptionUsed) => string;
  /** For stages that are judged by the same text. */
  readonly edition: (stages: readonly string[], edition: EditionBasis) => string;
  readonly notSearched: (stage: string) => string;
  readonly designation: (designation: Designation) => string;
}

/** The list of sources, and what stands under every answer. */
export interface SourceMessages {
  readonly source: (citation: Citation) => string;
  readonly places: (places: readonly string[]) => string;
  readonly affiliation: (authority: string) => string;
}
