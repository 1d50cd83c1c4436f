import { type Linter, onlyReading } from './problem.js';

/** A name that nothing in the pack declares: of a citation, a set, a stage, a day, a fact, a field, a course, an agreement, a pool, a term. */
export const danglingReference = {
  name: 'dangling-reference',
  codes: [
    ...(['unknownCitation', 'unknownSet', 'unknownStage', 'unknownDay', 'unknownFact', 'unknownField'] as const),
    ...(['unknownCalendar', 'unknownCourse', 'unknownAgreement', 'unknownReview', 'unknownRating'] as const),
    ...(['unknownVersion', 'unknownPool', 'unknownTerm', 'unknownRecord', 'unknownEntry'] as const),
  ],
  find: onlyReading,
} as const satisfies Linter;
