import type { ListName } from './requirement.js';
import type { FieldValue } from './rule-tests.js';
import type { Day } from './value.js';

/**
 * What is known of one subject, usually a person. Lists are closed: what is not there did not happen, unless the list
 * is named in `partial`. Facts and milestones are open: what is not stated is unknown.
 */
export interface CandidateRecord {
  readonly subject?: Subject;
  /** Days in the candidacy; `notYet` states that one has not happened. */
  readonly milestones?: Readonly<Record<string, Day | 'notYet'>>;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly completions?: readonly CourseCompletion[];
  readonly reviews?: readonly Review[];
  readonly experience?: readonly ExperienceSpan[];
  readonly credentials?: readonly HeldCredential[];
  readonly scores?: readonly Score[];
  readonly attestations?: readonly Attestation[];
  readonly activities?: readonly Activity[];
  /** Competency sets that the candidate says she will achieve; they do not bind. */
  readonly declared?: readonly string[];
  /** Departures from the rules that an authority granted to this subject. */
  readonly exceptions?: readonly GrantedException[];
  /** Lists that may be incomplete. */
  readonly partial?: readonly ListName[];
  /** Days of calendars that only this subject's record knows, such as sittings offered near her. */
  readonly calendars?: Readonly<Record<string, readonly Day[]>>;
}

/** Whom the record is about; the engine does not read it. */
export interface Subject {
  readonly kind?: 'person' | 'library' | 'board';
  readonly id?: string;
  readonly name?: string;
}

/** A fact that holds throughout, or values with the day from which each holds. */
export type FactValue = string | number | boolean | readonly DatedValue[];

/** A value of a fact with the day from which it holds. */
export interface DatedValue {
  readonly from: Day;
  readonly value: string | number | boolean;
}

/**
 * An authorised departure from the rules for this subject alone. It is in force from its day through its expiry, and has an effect
 * only if the pack's own authority granted it.
 */
export type GrantedException = Waiver | AlsoAccept | Substitution | ApplyHere | Exclude | Adjustment;

interface Granted {
  readonly id: string;
  /** Id of the authority that granted it. */
  readonly by: string;
  readonly reason: string;
  readonly granted: Day;
  readonly expires?: Day;
}

/** Dispenses with a requirement and everything below it. */
export interface Waiver extends Granted {
  readonly kind: 'waiver';
  readonly requirement: string;
}

/**
 * Counts an item for an evidence or a total although its `where`, window or approval says otherwise. Last days, outcome and amount
 * still hold. A requirement with others below it is served by the first of these, by id, that reads the item's list.
 */
export interface AlsoAccept extends Granted {
  readonly kind: 'alsoAccept';
  readonly requirement: string;
  readonly item: string;
}

/** Lets one item stand in for a whole requirement of any kind, once it is earned or while it is in progress, and in time. */
export interface Substitution extends Granted {
  readonly kind: 'substitution';
  readonly requirement: string;
  readonly item: string;
}

/** Counts an item for this requirement rather than for another of its pool. It makes nothing count that would not count there anyway. */
export interface ApplyHere extends Granted {
  readonly kind: 'applyHere';
  readonly requirement: string;
  readonly item: string;
}

/** Lets an item count nowhere, or not for one requirement and what stands below it. */
export interface Exclude extends Granted {
  readonly kind: 'exclude';
  readonly item: string;
  readonly requirement?: string;
}

/** Another last day, or another number, for a requirement that has one; exactly one of the two is stated. */
export interface Adjustment extends Granted {
  readonly kind: 'adjustment';
  readonly requirement: string;
  /** The last day, included. */
  readonly due?: Day;
  /** How many children or items, how much in the requirement's own unit, or which score; above 0. */
  readonly atLeast?: number;
}

interface Entry {
  /** Unique in the record; uses and refusals name it. */
  readonly id: string;
  /** What people call it. */
  readonly title?: string;
  /** Further fields, as far as a pack declares them. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** An entry with a start and an end: earned from its end on, in progress from its start. */
interface DatedEntry extends Entry {
  readonly started?: Day;
  readonly completed?: Day;
  /** A failed or withdrawn entry counts nowhere and says so. */
  readonly outcome?: 'failed' | 'withdrawn';
}

/** One completion of a course. Further fields stand below `fields`. */
export interface CourseCompletion extends DatedEntry {
  /** Catalogue id, usually `provider:course`. */
  readonly course: string;
  /** Competency sets named on the completion document; wins over the catalogue. */
  readonly covers?: readonly string[];
  /** A document that settles whether the course was approved for this completion. */
  readonly approval?: { readonly by: string; readonly on: Day; readonly document: string };
  /** Such as `3 semester-credits`. */
  readonly amount?: string;
}

/** An assessed body of work: `started` when it was handed in, `completed` when its outcome was given. */
export interface Review extends DatedEntry {
  /** Which kind of review it is, as the rules name it. */
  readonly of?: string;
  /** Competency sets that it is for. */
  readonly covers?: readonly string[];
  readonly ratings?: readonly Rating[];
  /** What was handed in once more evidence had been asked for; its day is then the review's. */
  readonly supplement?: { readonly completed: Day; readonly ratings: readonly Rating[] };
  /** A document of an authority that settles the outcome. */
  readonly approval?: { readonly by: string; readonly on: Day; readonly document: string };
}

/** What one rater gave each competency, by its number. In a supplement only those that were rated again. */
export interface Rating {
  readonly by: string;
  readonly gives: Readonly<Record<string, string>>;
}

/** Work from a day to a day, both included; without `until` it still goes on. */
export interface ExperienceSpan extends Entry {
  readonly employer?: string;
  readonly from: Day;
  readonly until?: Day;
  readonly duties?: readonly string[];
  readonly paid?: boolean;
  /** Hours a week, exact to two decimals. */
  readonly hoursPerWeek?: number;
  /** All hours of the span; an open span also states the day on which they were counted. */
  readonly hours?: number;
  readonly countedOn?: Day;
}

/** A credential, degree or licence held, valid through `expires`. */
export interface HeldCredential extends Entry {
  readonly credential: string;
  readonly issued?: Day;
  readonly expires?: Day;
  readonly by?: string;
  /** Ids of the entries on which it was granted: in a pool across stages they are used up, and what else the stage could use is not. */
  readonly items?: readonly string[];
}

/** An examination result. */
export interface Score extends Entry {
  readonly exam: string;
  readonly taken?: Day;
  readonly score: number;
}

/** What some authority asserts. */
export interface Attestation extends Entry {
  readonly about: string;
  readonly by: string;
  readonly given?: Day;
}

/** A workshop, webinar, conference day, or anything that earns an amount. */
export interface Activity extends DatedEntry {
  /** Such as `90 minutes` or `6 contact-hours`. */
  readonly amount?: string;
}
