// What the peers are told of a record, flat and joined with the catalogue, as an application would hand it to them. It is part of their
// time. Neither peer can match items with sets, count days or merge ratings; for that each has the code of those written by hand.
import { tallyOf } from '../by-hand/items.mjs';
import { COURSES } from '../by-hand/programme.mjs';

/** A day after all others, for what has none. */
const NEVER = '9999-12-31';

export function courseFacts({ course, started, completed, outcome, approval }, asOf) {
  return {
    failed: outcome !== undefined,
    started: started ?? NEVER,
    completed: completed ?? NEVER,
    day: completed ?? asOf,
    asOf,
    approvedBy: approval?.by ?? '',
    provider: course.slice(0, course.indexOf(':')),
    seenApproved: COURSES.get(course)?.seenApproved ?? [],
  };
}

export function portfolioFacts(review, asOf) {
  const { started, supplement, outcome, approval, ratings } = review;
  const completed = supplement?.completed ?? review.completed;
  const tally = ratings ? tallyOf(review) : { count: 0, asksForMore: false, met: 0, partial: 0, notMet: 0 };
  return {
    failed: outcome !== undefined,
    started,
    completed: completed ?? NEVER,
    day: completed ?? asOf,
    asOf,
    approvedBy: approval?.by ?? '',
    approvedOn: approval?.on ?? NEVER,
    isRated: ratings !== undefined,
    ...tally,
  };
}
