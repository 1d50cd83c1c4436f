// What one completion or portfolio is worth, by the texts of October 2012 and after: what a programmer would write who knew
// nothing else. Every text that is not settled is read twice, once as strictly and once as mildly as it can be.
import { COUNTS, COURSES, PAIRS, PORTFOLIOS_TAKEN_UNTIL, SETS } from './programme.mjs';

/** How far a set, a stage or an item has come; a larger number is better. */
export const UNMET = 0;
export const UNKNOWN = 1;
export const PENDING = 2;
export const MET = 3;

/** What can achieve a set by the texts as they are read here. */
export function optionsOf(record, asOf, reading) {
  return gather(
    record,
    (completion) => courseLevel(completion, asOf, reading),
    (review) => portfolioLevel(review, asOf, reading),
  );
}

/**
 * Courses, pairs of courses and portfolios, each with how far it has come and the sets of which it may achieve one. What comes too
 * late, failed or is only planned is left out.
 */
export function gather(record, levelOfCourse, levelOfPortfolio) {
  const options = [];
  const halves = new Map();
  for (const completion of record.completions ?? []) {
    const level = levelOfCourse(completion);
    if (level === UNMET) continue;
    const listed = COURSES.get(completion.course);
    if (completion.covers) options.push({ level, sets: completion.covers });
    else if (!listed) options.push({ level: UNKNOWN, sets: SETS });
    else if (listed.covers.length > 0) options.push({ level, sets: listed.covers });
    else halves.set(completion.course, Math.max(level, halves.get(completion.course) ?? UNMET));
  }
  for (const { courses, set } of PAIRS) {
    const level = Math.min(...courses.map((course) => halves.get(course) ?? UNMET));
    if (level > UNMET) options.push({ level, sets: [set] });
  }
  for (const review of record.reviews ?? []) {
    const level = levelOfPortfolio(review);
    if (level > UNMET) options.push({ level, sets: review.covers });
  }
  return options;
}

function courseLevel(completion, asOf, { due, dueAtMost }) {
  const { completed, started, outcome } = completion;
  const isEarned = completed !== undefined && completed <= asOf;
  const isBegun = isEarned || (started !== undefined && started <= asOf);
  const day = completed ?? asOf;
  if (outcome || !isBegun || day > dueAtMost) return UNMET;
  if (day > due || !isApproved(completion, day)) return UNKNOWN;
  return isEarned ? MET : PENDING;
}

/** By a document of ALA-APA or the provider; or because the course was called approved on that day or up to two years later. */
function isApproved({ course, approval }, day) {
  const by = approval?.by;
  if (by === 'ala-apa' || by === 'provider' || by === course.slice(0, course.indexOf(':'))) return true;
  const seen = COURSES.get(course)?.seenApproved ?? [];
  return seen.some(({ on, reachesBackTo }) => day >= reachesBackTo && day <= on);
}

function portfolioLevel(review, asOf, reading) {
  const { started, supplement, outcome, approval } = review;
  const day = supplement?.completed ?? review.completed;
  const isEarned = day !== undefined && day <= asOf;
  const counted = day ?? asOf;
  if (outcome || (!isEarned && started > asOf) || counted > reading.dueAtMost) return UNMET;
  const isInTime = counted <= reading.due;
  const level = isEarned ? MET : PENDING;
  if (approval?.by === 'ala-apa' && approval.on <= asOf) return isInTime ? level : UNKNOWN;
  const isOffered = started <= PORTFOLIOS_TAKEN_UNTIL;
  const rated = isEarned ? ratedLevel(review, reading) : level;
  if (rated === UNMET || rated === UNKNOWN) return rated;
  return isOffered && isInTime ? rated : UNKNOWN;
}

/** At least 70 percent met, none not met; how many may stay partial is read in two ways. */
function ratedLevel(review, { partialAtMost }) {
  if (!review.ratings) return UNKNOWN;
  const { count, asksForMore, met, partial, notMet } = tallyOf(review);
  if (asksForMore) return UNMET;
  return 100 * met >= 70 * count && 100 * partial <= partialAtMost * count && notMet === 0 ? MET : UNMET;
}

/** How many competencies have which merged rating in the end, and whether more evidence is asked for and was not handed in. */
export function tallyOf({ covers, ratings, supplement }) {
  const count = COUNTS[covers[0]];
  let met = 0;
  let partial = 0;
  let asksForMore = false;
  for (let n = 1; n <= count; n++) {
    asksForMore ||= !supplement && merge(ratings, n) !== 'met';
    const last = merge(ratings, n, supplement?.ratings);
    if (last === 'met') met++;
    if (last === 'partial') partial++;
  }
  return { count, asksForMore, met, partial, notMet: count - met - partial };
}

/** Two evaluators' ratings of one competency: met and partial make met, anything else the lower of the two. */
function merge(ratings, competency, again) {
  const [a, b] = ratings.map(
    ({ by, gives }) => again?.find((rating) => rating.by === by)?.gives[competency] ?? gives[competency],
  );
  if (a === b) return a;
  return a === 'not-met' || b === 'not-met' ? 'not-met' : 'met';
}
