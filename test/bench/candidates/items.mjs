// The courses and portfolios of one candidate: a plan of sets, items that serve it, blemishes, and what counts for nothing.
import { ELECTIVES, PAIRS, REQUIRED, SETS } from '../by-hand/programme.mjs';
import { completion, courses, formOf } from './courses.mjs';
import { portfolio } from './portfolios.mjs';

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
    if (set === dropped) continue;
    if (chain.includes(set)) completions.push(formOf(context, set, chain));
    else if (portfolios.has(set)) reviews.push(...(blemish === 'missing' ? [] : [portfolio(context, set, blemish)]));
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
