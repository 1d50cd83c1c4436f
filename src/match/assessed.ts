import { type DayNumber, NO_LATEST, parseDay } from '../base/calendar.js';
import { ONE } from '../base/fraction.js';
import type { CompiledReview, SetCount } from '../compile/ruleset.js';
import type { Rating } from '../model/record.js';
import { type Context, resolveDay, resolveNumber } from './context.js';
import type { Bound } from './matched.js';
import type { Item } from './read.js';
import { every, NO, not, type Tested, type Truth, YES } from './truth.js';

/**
 * Whether an assessed body of work passes. A document of an authority that the rule names settles it. Otherwise it must have been
 * handed in while that was possible, and the merged ratings of its competencies must reach the rule's shares; a rating for which more
 * evidence is asked fails the review until a supplement is rated. What is still being rated may pass. Ratings that are missing, and a
 * number of competencies that nobody knows, leave it open, unless it fails whatever they are.
 */
export function assessed(ruleId: string, set: string | undefined, item: Item, c: Context): Tested {
  const rule = c.tree.reviews.get(ruleId);
  if (!rule || item.entry.of !== ruleId) return item.entry.of === undefined ? ask(item, 'of') : NO;
  if (isSettled(item, rule, c.asOf)) return YES;
  const offered = isOffered(item, rule, c);
  if (offered.truth === 'no' || item.tier !== 'earned') return offered;
  const count = (set === undefined ? undefined : c.tree.counts.get(set)) ?? ANY_COUNT;
  const rated = ratingsPass(item, rule, { ask: `rule:counts.${set ?? ruleId}`, ...count }, c);
  // Whether such work was taken at all comes before what it was worth.
  return rated.truth === 'no' || offered.truth === 'yes' ? rated : offered;
}

const ANY_COUNT: SetCount = { lo: 1, hi: Number.POSITIVE_INFINITY };

function ask(item: Item, field: string): Tested {
  return { truth: 'unknown', asks: [`field:${item.id}.${field}`] };
}

/** A document of a named authority, once its day has come. */
function isSettled(item: Item, rule: CompiledReview, asOf: DayNumber): boolean {
  const { approval } = item.entry;
  if (typeof approval !== 'object' || approval === null) return false;
  const { by, on } = approval as { readonly by?: unknown; readonly on?: unknown };
  return typeof by === 'string' && rule.settledBy.includes(by) && (parseDay(on) ?? NO_LATEST) <= asOf;
}

/** Whether the work could still be handed in on the day on which it was. */
function isOffered(item: Item, rule: CompiledReview, c: Context): Tested {
  if (rule.offeredUntil === undefined) return YES;
  const { value } = resolveDay(rule.offeredUntil, c);
  const day = item.started ?? item.day ?? c.asOf;
  if (day > value.hi) return { ...NO, refusal: 'notOffered', limit: value.hi };
  return day > value.lo ? { truth: 'unknown', asks: [`rule:reviews.${item.entry.of}.offeredUntil`] } : YES;
}

/** Every number of competencies that the set may have must lead to the same outcome. */
function ratingsPass(item: Item, rule: CompiledReview, count: SetCount & { readonly ask: string }, c: Context): Tested {
  const given = readRatings(item.entry.ratings);
  if (given.length === 0) return ask(item, 'ratings');
  const supplement = rule.times > 0 ? supplementBy(item, c.asOf) : undefined;
  const numbers = [...new Set(given.flatMap(({ gives }) => Object.keys(gives)))];
  const isAsked = numbers.some((n) => rule.supplementFor.includes(merged(n, given, rule) ?? ''));
  if (isAsked && supplement === undefined) return { ...NO, refusal: 'supplementNeeded' };
  const raters = given.map((rating) => ratedAgain(rating, supplement ?? []));
  const tally = new Map<string, number>();
  for (const n of numbers) {
    const rating = merged(n, raters, rule);
    if (rating !== undefined) tally.set(rating, (tally.get(rating) ?? 0) + 1);
  }
  const rated = [...tally.values()].reduce((a, b) => a + b, 0);
  const counts = possibleCounts(count, numbers.length);
  const outcomes = counts.map((n) => sharesHold(tally, rated, n, rule, c));
  if (outcomes.length > 0 && outcomes.every(({ truth }) => truth === 'no')) return { ...NO, refusal: 'notPassed' };
  if (outcomes.length > 0 && outcomes.every(({ truth }) => truth === 'yes')) return YES;
  const asks = outcomes.flatMap((outcome) => outcome.asks);
  // Of several numbers each is somebody's: ratings for the largest tell under all. In a range nobody knows how many there are.
  const { values, hi } = count;
  if (!values && counts.length > 1) asks.unshift(count.ask);
  if (rated < (values && counts.length > 0 ? hi : Math.min(...counts))) asks.unshift(`field:${item.id}.ratings`);
  return { truth: 'unknown', asks };
}

/** How many competencies there may be: no fewer than were rated; of a range its ends, between which shares only rise or fall. */
function possibleCounts({ values, lo, hi }: SetCount, rated: number): readonly number[] {
  if (values) return values.filter((n) => n >= rated);
  const least = Math.max(lo, rated);
  return hi < least ? [] : [least, Math.min(hi, MANY)];
}

/** More competencies than any set has. */
const MANY = 1_000_000;

/** Whether all shares hold of so many competencies, of which those that are not rated yet may get any rating. */
function sharesHold(
  tally: ReadonlyMap<string, number>,
  rated: number,
  n: number,
  rule: CompiledReview,
  c: Context,
): Truth {
  return every(
    rule.passes.map(({ rating, atLeast, atMost }) => {
      const least = tally.get(rating) ?? 0;
      const most = least + n - rated;
      return every([
        atLeast === undefined ? YES : compareShare(least, most, n, resolveNumber(atLeast, c, ONE)),
        atMost === undefined ? YES : not(compareShare(least, most, n, resolveNumber(atMost, c, ONE), 'above')),
      ]);
    }),
  );
}

/** Whether between `least` and `most` of n are so many percent of them, or more; in whole numbers, without rounding. */
function compareShare(least: number, most: number, n: number, percent: Bound, above?: 'above'): Truth {
  const reaches = (count: number, share: number) => (above ? 100 * count > share * n : 100 * count >= share * n);
  if (reaches(least, percent.hi)) return YES;
  return reaches(most, percent.lo) ? { truth: 'unknown', asks: percent.asks } : NO;
}

/** The merged rating of one competency; none while fewer raters than the rule asks for have given it a rating that the rule knows. */
function merged(competency: string, raters: readonly Rating[], rule: CompiledReview): string | undefined {
  const ratings = raters
    .map(({ gives }) => (Object.hasOwn(gives, competency) ? gives[competency] : undefined) ?? '')
    .filter((rating) => rule.ratings.includes(rating))
    // From the lowest up, so that what more than two raters make together does not hang on who came first.
    .sort((a, b) => rule.ratings.indexOf(a) - rule.ratings.indexOf(b));
  if (ratings.length < rule.raters) return undefined;
  return ratings.reduce((a, b) => (a === b ? a : (rule.merged.get(`${a} ${b}`) ?? lowerOf(a, b, rule.ratings))));
}

function lowerOf(a: string, b: string, ratings: readonly string[]): string {
  return ratings.indexOf(a) <= ratings.indexOf(b) ? a : b;
}

/** A rater's ratings with those given again for the supplement. */
function ratedAgain(rating: Rating, supplement: readonly Rating[]): Rating {
  const again = supplement.find(({ by }) => by === rating.by);
  return again ? { by: rating.by, gives: { ...rating.gives, ...again.gives } } : rating;
}

function readRatings(stated: unknown): readonly Rating[] {
  return Array.isArray(stated) ? (stated as readonly Rating[]) : [];
}

/** The ratings of the supplement, once its day has come. */
function supplementBy(item: Item, asOf: DayNumber): readonly Rating[] | undefined {
  const { supplement } = item.entry;
  if (typeof supplement !== 'object' || supplement === null) return undefined;
  const { completed, ratings } = supplement as { readonly completed?: unknown; readonly ratings?: unknown };
  const day = parseDay(completed);
  return day !== undefined && day <= asOf ? readRatings(ratings) : undefined;
}
