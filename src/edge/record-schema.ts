import * as z from 'zod';
import type {
  Activity,
  Attestation,
  CandidateRecord,
  CourseCompletion,
  DatedValue,
  ExperienceSpan,
  FactValue,
  HeldCredential,
  Rating,
  Review,
  Score,
  Subject,
} from '../model/record.js';
import type { FieldValue } from '../model/rule-tests.js';
import type { Day } from '../model/value.js';
import { fieldValue } from './authored-catalogue.js';
import { listName } from './authored-total.js';
import { scalar } from './canonical-values.js';
import type { ShapeOf } from './drift.js';
import { exceptionSchema } from './exception-schema.js';
import { forms, readAmount } from './phrases.js';
import { isDay } from './real-day.js';
import { byId, choosing, day, exactly, id, list, optional, phrase, text } from './shapes.js';

/** An amount stays text; one of a thing may be written in the singular, and is made plural. */
const amount: z.ZodType<string> = phrase('an amount', forms.amount, (written) => {
  const read = readAmount(written);
  return read && `${written.slice(0, written.indexOf(' '))} ${read.unit}`;
});

const milestone: z.ZodType<Day | 'notYet'> = phrase(
  'a day or `notYet`',
  'a day is written like `2026-11-22`',
  (written) => (written === 'notYet' || isDay(written) ? written : undefined),
);

const datedValues = list(exactly<DatedValue>()({ from: day, value: scalar }), 1);

const factValue: z.ZodType<FactValue> = choosing<FactValue>(
  (input) => (Array.isArray(input) ? datedValues : scalar),
  () => [scalar, datedValues],
);

const entry = { id: text, title: optional(text), fields: optional(byId<FieldValue>(fieldValue)) };
const dated = {
  ...entry,
  started: optional(day),
  completed: optional(day),
  outcome: optional(z.enum(['failed', 'withdrawn'])),
};
const approval = exactly<NonNullable<CourseCompletion['approval']>>()({ by: id, on: day, document: text });
const ratings = list(exactly<Rating>()({ by: text, gives: byId(id) }), 1);
const quantity = z.number().nonnegative();

const recordShape: ShapeOf<CandidateRecord> = {
  subject: optional(
    exactly<Subject>()({
      kind: optional(z.enum(['person', 'library', 'board'])),
      id: optional(text),
      name: optional(text),
    }),
  ),
  milestones: optional(byId(milestone)),
  facts: optional(byId(factValue)),
  completions: optional(
    list(
      exactly<CourseCompletion>()({
        ...dated,
        course: text,
        covers: optional(list(text)),
        approval: optional(approval),
        amount: optional(amount),
      }),
    ),
  ),
  reviews: optional(
    list(
      exactly<Review>()({
        ...dated,
        of: optional(id),
        covers: optional(list(text)),
        ratings: optional(ratings),
        supplement: optional(exactly<NonNullable<Review['supplement']>>()({ completed: day, ratings })),
        approval: optional(approval),
      }),
    ),
  ),
  experience: optional(
    list(
      exactly<ExperienceSpan>()({
        ...entry,
        employer: optional(text),
        from: day,
        until: optional(day),
        duties: optional(list(text)),
        paid: optional(z.boolean()),
        hoursPerWeek: optional(quantity),
        hours: optional(quantity),
        countedOn: optional(day),
      }),
    ),
  ),
  credentials: optional(
    list(
      exactly<HeldCredential>()({
        ...entry,
        credential: id,
        issued: optional(day),
        expires: optional(day),
        by: optional(text),
        items: optional(list(text)),
      }),
    ),
  ),
  scores: optional(list(exactly<Score>()({ ...entry, exam: id, taken: optional(day), score: z.number() }))),
  attestations: optional(list(exactly<Attestation>()({ ...entry, about: id, by: id, given: optional(day) }))),
  activities: optional(list(exactly<Activity>()({ ...dated, amount: optional(amount) }))),
  declared: optional(list(id)),
  exceptions: optional(list(exceptionSchema)),
  partial: optional(list(listName)),
  calendars: optional(byId(list(day))),
};

/** What is known of one subject: every field of a record, and no others. */
export const recordSchema: z.ZodType<CandidateRecord> = exactly<CandidateRecord>()(recordShape);

/** The keys of a record. */
export const recordKeys: readonly string[] = Object.keys(recordShape);
