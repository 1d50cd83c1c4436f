import { list } from '../explain/words.js';
import type { ReviewRule } from '../model/review-rule.js';
import type { NumberExpr, Value } from '../model/value.js';
import { marks } from './cite-marks.js';
import { dayWords } from './day-words.js';
import { plain } from './markdown.js';
import { inWords, type Names } from './names.js';
import { numberWords, numeral } from './number-words.js';
import { valueWords } from './value-words.js';

/** How assessed work is rated and when it passes, a sentence each, with marks. */
export function reviewSentences(rule: ReviewRule, names: Names): readonly string[] {
  const { raters, ratings, merge, supplement, passes, offeredUntil, settledBy, cite } = rule;
  const who = raters === 1 ? 'One person rates' : `${countWord(raters)} people rate`;
  const again = supplement === undefined ? undefined : supplementWords(supplement);
  const until = offeredUntil && valueWords(offeredUntil, (expr) => dayWords(expr, names), 'day');
  return [
    `${who} every competency: ${list(ratings.map(rating), 'or')}, from the lowest to the highest.`,
    ...merge.map(({ of, is }) => `${rating(of[0])} from one and ${rating(of[1])} from another make ${rating(is)}.`),
    ...(again === undefined ? [] : [again]),
    `It passes with ${list(passes.map((share) => shareWords(share, names)))} of the competencies.`,
    ...(until === undefined ? [] : [`The last day on which such work could be handed in: ${until}.`]),
    ...(settledBy.length === 0
      ? []
      : [`A document of ${list(settledBy.map(names.authority), 'or')} settles the outcome.`]),
  ].map((sentence) => plain(sentence) + marks(cite));
}

const rating = (id: string) => `“${inWords(id)}”`;

const countWord = (n: number) => (n === 2 ? 'Two' : numeral(n));

function supplementWords({ for: asked, times }: NonNullable<ReviewRule['supplement']>): string {
  if (times === 0) return `${list(asked.map(rating), 'or')} cannot be mended afterwards.`;
  const often = times === 1 ? 'once' : `${numeral(times)} times`;
  return `For a competency rated ${list(asked.map(rating), 'or')}, more evidence may be handed in ${often}.`;
}

function shareWords({ rating: id, atLeast, atMost }: ReviewRule['passes'][number], names: Names): string {
  const percent = (value: Value<NumberExpr>) =>
    valueWords(
      value,
      (expr) => numberWords(expr, names, (n) => (n === 0 ? 'none' : `${numeral(n)} percent`)),
      'number',
    );
  const ends = [
    ...(atLeast === undefined ? [] : [`at least ${percent(atLeast)}`]),
    ...(atMost === undefined ? [] : [atMost === 0 ? 'none' : `at most ${percent(atMost)}`]),
  ];
  return `${rating(id)} for ${list(ends)}`;
}
