import type { AmountFinding, Money } from '../model/amount-finding.js';
import type { CourseOption } from '../model/deficiency.js';
import type {
  Advisory,
  AssumptionUsed,
  EditionBasis,
  ExceptionApplied,
  NamedDayFinding,
  Progress,
} from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Designation, Force } from '../model/pack.js';
import type { Fraction, Quantity } from '../model/quantity.js';
import type { Question } from '../model/question.js';
import type { RefusalReason, Tier, Use } from '../model/use.js';
import type { Citation, Day } from '../model/value.js';
import type { SectionId } from './explanation.js';
import type {
  ConflictFacts,
  DeclaredFacts,
  HeadlineFacts,
  ReadingFacts,
  ReasonFacts,
  RefusalFacts,
  StageFacts,
} from './facts.js';

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
  /** Questions for which a pack has no words of its own; `about` is the item's title or the requirement; `field` what the item does not state. */
  readonly questions: Readonly<Record<Question['about'], (about: string, field?: string) => string>>;
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
  readonly conflicts: ConflictMessages;
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
  /** Several in a row: `a, b and c`, or with `or` where one of them does. */
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
  /** The credential and the day: `Library Staff Certification, asked for 22 November 2026`. */
  readonly title: (credential: string, asOf: Day) => string;
  /** What is achieved, also with what is in progress and planned, where that is more. */
  readonly progress: (progress: Progress) => string;
}

/** Lines of stages and requirements. */
export interface OutlineMessages {
  /** A stage on its line: `Certification: still needed, last day 4 March 2027`. */
  readonly stage: (facts: StageFacts) => string;
  /** What the stage builds on. */
  readonly gate: (title: string, status: Status) => string;
  /** A gate's title where a credential has to be held. */
  readonly heldBefore: string;
  /** The last day of a requirement, a sentence of its own; at least one of the two days is there. */
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
  /** One course, or courses that count only together: provider, length, cost, whether it is approved. */
  readonly course: (option: CourseOption, asOf: Day) => string;
  /** Alternatives for which no course is known. */
  readonly withoutCourse: (titles: readonly string[]) => string;
  /** Alternatives by name, where no courses are known for any. */
  readonly from: (titles: readonly string[]) => string;
  readonly askFirst: string;
}

/** Requirements each of which could be met, but not all of them. A requirement in conflict with itself stands alone. */
export interface ConflictMessages {
  /** That they conflict. */
  readonly line: (facts: ConflictFacts) => string;
  /** What they need, and what there is. */
  readonly because: (facts: ConflictFacts) => string;
  /** What would be enough. */
  readonly remedy: (facts: ConflictFacts) => string;
}

/** Fees and awards. */
export interface CostMessages {
  /** How much, for how many, and whether it is due or can be had: `Entry fee: 350 USD.` */
  readonly line: (finding: AmountFinding) => string;
  /** What one item more would cost. */
  readonly oneMore: (money: Money) => string;
  /** What is left of a fee with the awards that are open for it. */
  readonly left: (money: Money) => string;
  /** The awards that nobody receives who receives this one. */
  readonly exclusive: (titles: readonly string[]) => string;
  /** What one of several texts makes of an amount. */
  readonly reading: (money: Money) => string;
  /** The questions that would settle an amount; each is a sentence. */
  readonly hangsOn: (questions: readonly string[]) => string;
  /** Where an amount hangs on what no public text settles. */
  readonly text: string;
  /** Awards that nobody can apply for any more, with their last days. */
  readonly closed: (awards: readonly { readonly title: string; readonly closesOn?: Day }[]) => string;
}

/** Items that do not count. */
export interface NotCountedMessages {
  /** The item and its day. */
  readonly item: (title: string, day: Day | undefined) => string;
  /** The requirement that came nearest to taking it, a sentence of its own. */
  readonly nearest: (title: string) => string;
  /** A sentence that holds in one stage only. */
  readonly inStage: (stage: string, sentence: string) => string;
}

/** What is not known. */
export interface UnknownMessages {
  /** Names the item where the question does not. */
  readonly about: (question: string, item: string) => string;
  /** What hangs on a question. */
  readonly hangsOn: (titles: readonly string[]) => string;
  /** Over the readings of a disputed text. */
  readonly whichText: string;
  /** What one reading leads to: `If it is “4 years after enrolled”: achieved.` */
  readonly reading: (facts: ReadingFacts) => string;
}

/** Days to know, what was declared, assumptions, and which text was applied. */
export interface NoteMessages {
  /** A day that the rules name, or the two between which it lies: `Expiry: 4 March 2027.` */
  readonly namedDay: (named: NamedDayFinding) => string;
  /** What the candidate declared, each set with its status. */
  readonly declared: (sets: readonly DeclaredFacts[]) => string;
  /** The value; a text that is empty is left out. */
  readonly assumed: (used: AssumptionUsed) => string;
  /** For stages that are judged by the same text. */
  readonly edition: (stages: readonly string[], edition: EditionBasis) => string;
  /** A stage of which not every way to count the items was tried. */
  readonly notSearched: (stage: string) => string;
  /** What a holder may be called. */
  readonly designation: (designation: Designation) => string;
}

/** The list of sources, and what stands under every answer. */
export interface SourceMessages {
  /** A source, when it was read and how well it stands. */
  readonly source: (citation: Citation) => string;
  /** The places in a source that say so. */
  readonly places: (places: readonly string[]) => string;
  /** Who decides, and that it is not the one who answers here. */
  readonly affiliation: (authority: string) => string;
}
