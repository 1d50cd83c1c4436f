// The courses and portfolios of one candidate: a plan of sets, items that serve it, blemishes, and what counts for nothing.
import { COUNTS, COURSES, ELECTIVES, PAIRS, REQUIRED, SETS } from './by-hand/programme.mjs';
import { addDays } from './days.mjs';

const RATINGS = ['not-met', 'partial', 'met'];
const MOST_COURSES = 11;
const LEAST_COURSES = 5;
const MOST_PORTFOLIOS = 4;

const GOOD = { course: [], portfolio: [] };
const IN_PROGRESS = { course: ['inProgress'], portfolio: ['inProgress'] };
const OPEN = {
  course: ['noDocument', 'unlisted', 'border'],
  portfolio: ['notOffered', 'documentLater', 'partialLeft', 'notRated', 'border'],
};
const LOST = {
  course: ['late', 'failed', 'withdrawn', 'planned', 'missing'],
  portfolio: ['late', 'failed', 'withdrawn', 'planned', 'missing', 'notMet', 'noSupplement'],
};

/** What may be wrong with what serves one or two sets of a plan; a third of the plans is good. */
const THEMES = [GOOD, GOOD, GOOD, IN_PROGRESS, IN_PROGRESS, OPEN, OPEN, LOST, LOST];

/** The completions and reviews of a candidate who enrolled and is asked about on these days. */
export function itemsFor(r, enrolled, asOf) {
  const electives = r.shuffled(ELECTIVES).slice(0, r.chance(0.75) ? 3 : 4);
  const plan = r.shuffled([...REQUIRED, ...electives]);
  const portfolios = new Set(r.shuffled(plan).slice(0, r.pick([0, 0, 1, 1, 2, 3, 4])));
  const blemished = blemishesOf(r, plan, portfolios);
  const chain = chainOf(
    r,
    plan.filter((set) => !portfolios.has(set) && !blemished.has(set)),
  );
  const context = { r, enrolled, asOf };
  const completions = [];
  const reviews = [];
  const dropped = r.chance(0.1) ? chain.at(-1) : undefined;
  for (const set of plan) {
    const blemish = blemished.get(set);
    if (blemish === 'missing' || set === dropped) continue;
    if (chain.includes(set)) completions.push(formOf(context, set, chain));
    else if (portfolios.has(set)) reviews.push(portfolio(context, set, blemish));
    else completions.push(...courses(context, set, blemish));
  }
  while (completions.length < LEAST_COURSES || (completions.length < MOST_COURSES && r.chance(0.35)))
    completions.push(idle(context, plan));
  if (reviews.length < MOST_PORTFOLIOS && r.chance(0.2))
    reviews.push(portfolio(context, r.pick(plan), r.pick(OPEN.portfolio)));
  return {
    completions: named(r, completions.slice(0, MOST_COURSES), 'course'),
    reviews: named(r, reviews, 'portfolio'),
  };
}

function blemishesOf(r, plan, portfolios) {
  const theme = r.pick(THEMES);
  const sets = theme === GOOD ? [] : r.shuffled(plan).slice(0, r.between(1, 2));
  return new Map(sets.map((set) => [set, r.pick(portfolios.has(set) ? theme.portfolio : theme.course)]));
}

/** Sets of the plan whose forms name two sets each, so that giving every item to the first set it names leaves one without. */
function chainOf(r, plan) {
  return r.chance(0.5) ? plan.slice(0, r.between(2, 4)) : [];
}

/** A completion whose form names its set and, but for the last of the chain, the next one, whichever of both the course is listed for. */
function formOf(context, set, chain) {
  const { r } = context;
  const next = chain[chain.indexOf(set) + 1];
  const covers = next ? r.shuffled([set, next]) : [set];
  const [course] = courses(context, covers[0], undefined, 'single');
  return { ...course, covers };
}

/** The course or the pair that achieves a set. */
function courses(context, set, blemish, shape) {
  const { r } = context;
  const pair = shape === 'single' ? undefined : PAIRS.find((each) => each.set === set);
  if (pair && r.chance(0.6)) {
    const spoilt = r.between(0, 1);
    return pair.courses
      .filter((_, i) => blemish !== 'missing' || i !== spoilt)
      .map((course, i) => completion(context, course, i === spoilt ? blemish : undefined));
  }
  const listed = [...COURSES].filter(([, { covers }]) => covers.includes(set)).map(([id]) => id);
  if (blemish === 'unlisted') return [completion(context, 'community-college:library-skills', undefined)];
  if (listed.length > 0) return [completion(context, r.pick(listed), blemish)];
  return [{ ...completion(context, `community-college:${set}`, blemish), covers: [set] }];
}

/** A course that is good but for its blemish. */
function completion({ r, enrolled, asOf }, course, blemish) {
  const isEarlier = r.chance(0.1);
  const completed = isEarlier
    ? addDays('2010-01-04', r.between(0, 800))
    : addDays(enrolled, r.between(40, Math.min(daysUntil(enrolled, asOf), 1400)));
  const approval = {
    by: r.pick(['provider', 'ala-apa', course.slice(0, course.indexOf(':'))]),
    on: completed,
    document: 'Course Completion Form',
  };
  const good = { course, started: addDays(completed, -r.between(20, 60)), completed, approval };
  switch (blemish) {
    case undefined:
      return isEarlier && isSeenApproved(course, completed) ? { course, completed } : good;
    case 'inProgress': {
      const end = r.chance(0.5) ? { completed: addDays(asOf, r.between(5, 40)) } : {};
      return { course, started: addDays(asOf, -r.between(1, 30)), ...end, approval };
    }
    case 'planned':
      return { course, started: addDays(asOf, r.between(1, 30)), approval };
    case 'late':
    case 'border':
      return { ...good, completed: fourYearsAfter(r, enrolled, blemish) };
    case 'failed':
    case 'withdrawn':
      return { ...good, outcome: blemish };
    default:
      return { course, started: good.started, completed };
  }
}

function isSeenApproved(course, day) {
  return (COURSES.get(course)?.seenApproved ?? []).some(({ on, reachesBackTo }) => day >= reachesBackTo && day <= on);
}

/** A day on which the four years are over by every text, or by some. */
function fourYearsAfter(r, enrolled, blemish) {
  return addDays(enrolled, 1461 + (blemish === 'late' ? r.between(31, 90) : r.between(1, 28)));
}

/** A portfolio that passes but for its blemish: by its ratings where it was handed in while that was possible, or by a document. */
function portfolio({ r, enrolled, asOf }, set, blemish) {
  const inTime = Math.min(daysUntil(enrolled, '2013-12-31'), daysUntil(enrolled, asOf) - 80);
  const isRated = COUNTS[set] !== undefined && inTime > 0 && blemish !== 'notOffered' && r.chance(0.9);
  const started = addDays(enrolled, isRated ? r.between(0, inTime) : r.between(400, 440));
  const completed = addDays(started, r.between(30, 70));
  const base = { of: 'portfolio', covers: [set], started };
  const approval = { by: 'ala-apa', on: completed, document: 'approval letter' };
  switch (blemish) {
    case 'inProgress':
      if (isRated) {
        const { ratings, supplement } = rated(r, set, completed, 'inProgress');
        return {
          ...base,
          completed,
          ratings,
          supplement: { ...supplement, completed: addDays(asOf, r.between(1, 30)) },
        };
      }
      return r.chance(0.5)
        ? { ...base, started: addDays(asOf, -20), approval: { ...approval, on: addDays(asOf, -1) } }
        : { ...base, started: addDays(asOf, -r.between(1, 30)) };
    case 'planned':
      return { ...base, started: addDays(asOf, r.between(1, 30)) };
    case 'late':
    case 'border':
      return { ...base, completed: fourYearsAfter(r, enrolled, blemish), approval };
    case 'documentLater': {
      const decided = addDays(asOf, r.between(1, 30));
      return { ...base, completed: decided, approval: { ...approval, on: decided } };
    }
    case 'failed':
    case 'withdrawn':
      return { ...base, completed, outcome: blemish };
    case 'notRated':
    case 'notOffered':
      return { ...base, completed };
    default:
      return isRated ? { ...base, completed, ...rated(r, set, completed, blemish) } : { ...base, completed, approval };
  }
}

/** Two evaluators' ratings, with a supplement where they ask for one. */
function rated(r, set, completed, blemish) {
  const numbers = Array.from({ length: COUNTS[set] }, (_, i) => i + 1);
  const first = Object.fromEntries(numbers.map((n) => [n, r.chance(0.8) ? 'met' : 'partial']));
  const second = Object.fromEntries(
    numbers.map((n) => [n, first[n] === 'partial' || r.chance(0.8) ? 'met' : 'partial']),
  );
  const weak = r.pick(numbers);
  const isSupplemented =
    blemish === 'partialLeft' || blemish === 'inProgress' || (blemish !== 'noSupplement' && r.chance(0.4));
  if (blemish || isSupplemented) {
    first[weak] = blemish === 'notMet' ? 'not-met' : 'partial';
    second[weak] = blemish === 'notMet' ? r.pick(RATINGS) : 'partial';
  }
  const again = { [weak]: blemish === 'partialLeft' ? 'partial' : blemish === 'notMet' ? 'not-met' : 'met' };
  const evaluators = ['evaluator-1', 'evaluator-2'];
  return {
    ratings: [first, second].map((gives, i) => ({ by: evaluators[i], gives })),
    ...(isSupplemented && {
      supplement: { completed: addDays(completed, 40), ratings: evaluators.map((by) => ({ by, gives: again })) },
    }),
  };
}

/** A course that changes nothing: a set achieved twice, half of a pair, or one that covers no set. */
function idle(context, plan) {
  const { r } = context;
  const kind = r.between(0, 3);
  if (kind === 0) return completion(context, 'central-carolina:com-110', undefined);
  if (kind === 1) return completion(context, r.pick(PAIRS).courses[0], 'failed');
  const set = r.pick(kind === 2 ? plan : SETS);
  return courses(context, set, r.pick(['failed', 'withdrawn', 'planned', undefined]), 'single')[0];
}

function named(r, items, word) {
  return r.shuffled(items).map((item, i) => ({ id: `${word}-${i + 1}`, ...item }));
}

function daysUntil(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
