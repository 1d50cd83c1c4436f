import type { Messages, Words } from '../explain/messages.js';
import type { AmountStanding } from '../model/amount-finding.js';
import type { Deficiency } from '../model/deficiency.js';
import type { Status } from '../model/outcome.js';
import type { AcceptanceFinding, AcceptanceReason, ItemWorth } from '../model/portability.js';
import type { Standing, TermFinding } from '../model/standing.js';
import type { TimelineCause } from '../model/timeline.js';
import type { Citation, Day } from '../model/value.js';

/**
 * Everything that is said of the life of a credential, in one language: a text, or a function from the facts to a text. Titles and
 * sentences of packs and records come in as they were written. A language that lacks a sentence does not compile.
 *
 * @example explainStanding(finding, { messages: { ...enLife, standings: { ...enLife.standings, lapsed: 'out of force' } } })
 */
export interface LifeMessages {
  readonly words: Words;
  /** A status in words, to stand inside a line. */
  readonly statuses: Readonly<Record<Status, string>>;
  /** A standing in words, to stand inside a line, where the programme has no name of its own for it. */
  readonly standings: Readonly<Record<Standing | 'unknown', string>>;
  /** Questions for which a pack has no words of its own. */
  readonly questions: Messages['questions'];
  readonly standing: StandingMessages;
  readonly timeline: TimelineMessages;
  readonly comparison: ComparisonMessages;
  /** Over the list of sources. */
  readonly sources: string;
  /** A source and when it was read. */
  readonly source: (citation: Citation) => string;
}

/** Where a person stands. */
export interface StandingMessages {
  /** The credential and the day. */
  readonly title: (credential: string, asOf: Day) => string;
  /** The answer: the standing in words and the day since which it holds, where it ever changed. */
  readonly headline: (standing: string, since: Day | undefined) => string;
  /** The next change, if nothing else happens. */
  readonly next: (on: Day, standing: string) => string;
  readonly headings: Readonly<Record<'before' | 'after' | 'terms' | 'mayBe' | 'questions', string>>;
  /** A standing on a line of its own. */
  readonly line: (standing: string) => string;
  /** The title of a term, its first day and its last. */
  readonly term: (term: TermFinding) => string;
  /** When it can be renewed; one of the days is there. */
  readonly renewable: (term: TermFinding) => string;
  /** That the record itself states the last day. */
  readonly stated: string;
}

/** What the days bring. */
export interface TimelineMessages {
  /** The credential and the days, both included. */
  readonly title: (credential: string, from: Day, until: Day) => string;
  /** How it stands on the first day: the standing in words, or the status of the main stage. */
  readonly start: (from: Day, how: string) => string;
  /** On how many days something changes, and the first of them. */
  readonly count: (days: number, next: Day | undefined) => string;
  /** Over the days. */
  readonly heading: string;
  /** Over the bar of standings, where the years are drawn. */
  readonly standingRow: string;
  /** What is otherwise, and what it was before; each change is about a standing, a stage, a requirement or an amount. */
  readonly standing: (to: string, from: string) => string;
  /** A stage of this title, its status from this day on and before. */
  readonly stage: (title: string, to: Status, from: Status) => string;
  /** A requirement, its status from this day on and before. */
  readonly requirement: (says: string, to: Status, from: Status) => string;
  /** A fee or an award of this title, whether it concerns the person from this day on and before. */
  readonly amount: (title: string, to: AmountStanding, from: AmountStanding) => string;
  /** Why, a sentence of its own: what happens to the item, requirement, term … of this title, or to the text or exception of this id. */
  readonly causes: Readonly<Record<TimelineCause['code'], (title: string) => string>>;
}

/** What a record is worth under several packs. */
export interface ComparisonMessages {
  /** What stands above a comparison on this day. */
  readonly title: (asOf: Day) => string;
  /** How many programmes there are, and in how many of them all that is asked is achieved. */
  readonly headline: (programmes: number, achieved: number) => string;
  /** Over the parts, and over the columns of the table. */
  readonly headings: Readonly<Record<'programme' | 'soFar' | 'accepts' | 'needed' | 'elsewhere' | 'items', string>>;
  /** How many things are still needed and how many questions are open, in a few words. */
  readonly short: (needed: number, questions: number) => string;
  /** The status of the main stage with its title. */
  readonly stage: (title: string, status: Status) => string;
  /** That the record was not written for this programme, and so only part of it was read. */
  readonly carriedOver: string;
  /** What is still needed of a requirement. */
  readonly needed: (deficiency: Deficiency) => string;
  /** Of how many requirements it cannot be told whether they are still needed. */
  readonly notTold: (things: number) => string;
  /** Whether a credential is accepted, in a few words. */
  readonly acceptances: Readonly<Record<AcceptanceFinding['is'], string>>;
  /** Whether the credential of this title is accepted, and as what. */
  readonly accepts: (credential: string, acceptance: AcceptanceFinding) => string;
  /** Why that is so, or why it is not known. */
  readonly because: Readonly<Record<AcceptanceReason, string>>;
  /** What is asked for besides. */
  readonly asks: (says: string) => string;
  /** A programme elsewhere, and the place where it is, where that is known by its title. */
  readonly elsewhere: (programme: string, place: string | undefined) => string;
  /** What an entry of the record is worth under the programmes of these titles. */
  readonly worth: Readonly<Record<ItemWorth['worth'], (programmes: readonly string[]) => string>>;
}
