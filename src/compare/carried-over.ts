import { LISTS } from '../base/lists.js';
import { BUILT_IN } from '../compile/units.js';
import type { CandidateRecord } from '../model/record.js';

/** What is stated of somebody in the words of one pack: each key stands in place of what was carried over. */
export type StatedThere = Omit<CandidateRecord, 'subject'>;

/** A record as a pack may read it for which it was not written. */
export interface CarriedOver {
  /** What the pack itself names: credentials, and completions of courses of its catalogue. Statuses rest on it alone. */
  readonly sure: CandidateRecord;
  /** Also what may count there: other completions, work and activities. */
  readonly possible: CandidateRecord;
}

/**
 * Reads of a record only what means the same under every pack: who it is, which credentials are held, which courses were completed, where
 * and how long somebody worked, what was attended. Milestones are those of another candidacy, facts answer the questions of another pack,
 * and so are fields, competency sets, approvals, duties, reviews, scores, attestations and exceptions in its words: none of them is read.
 * Every list may be incomplete, since whoever wrote it had no reason to list what only this pack asks for.
 * @param courses Ids of the pack's own courses.
 * @param stated What is known of the person in the pack's own words.
 */
export function carriedOver(
  record: CandidateRecord,
  courses: ReadonlyMap<string, unknown>,
  stated: StatedThere = {},
): CarriedOver {
  const completions = record.completions?.map((each) => ({ ...only(each, DATED), course: each.course }));
  const listed = completions?.filter(({ course }) => courses.has(course));
  const common: CandidateRecord = {
    ...(record.subject && { subject: record.subject }),
    ...(record.credentials && {
      credentials: record.credentials.map((each) => ({ ...only(each, HELD), credential: each.credential })),
    }),
  };
  const possible: CandidateRecord = {
    ...common,
    ...(completions && { completions }),
    ...(record.experience && {
      experience: record.experience.map((each) => ({ ...only(each, WORKED), from: each.from })),
    }),
    ...(record.activities && { activities: record.activities.map((each) => only(each, DATED)) }),
  };
  const partial = LISTS.filter((list) => stated[list] === undefined || stated.partial?.includes(list));
  return {
    sure: { ...common, ...(listed && { completions: listed }), ...stated, partial },
    possible: { ...possible, ...stated, partial },
  };
}

const DATED = ['title', 'started', 'completed', 'outcome', 'amount'] as const;
const HELD = ['title', 'issued', 'expires', 'by'] as const;
const WORKED = ['title', 'employer', 'until', 'paid', 'hoursPerWeek', 'hours', 'countedOn'] as const;

type WithId = { readonly id: string };

/** An entry with nothing but its id and these fields; an amount only in a unit that every pack has. */
function only<T extends WithId, K extends string>(entry: T, fields: readonly K[]): WithId & Pick<T, K & keyof T> {
  const kept = Object.entries(entry).filter(
    ([field, value]) =>
      field === 'id' || (fields.includes(field as K) && (field !== 'amount' || isInCommonUnit(value))),
  );
  return Object.fromEntries(kept) as WithId & Pick<T, K & keyof T>;
}

/** `90 minutes`, `1 hour`; a unit that a pack declares, such as credits, is its own. */
function isInCommonUnit(amount: unknown): boolean {
  const unit = String(amount).split(' ')[1] ?? '';
  return BUILT_IN.some(({ id }) => id !== 'items' && (id === unit || id === `${unit}s`));
}
