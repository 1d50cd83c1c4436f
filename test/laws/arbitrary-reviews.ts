import type { Framework } from '../../src/model/catalogue.js';
import type { Edition } from '../../src/model/pack.js';
import type { Rating, Review } from '../../src/model/record.js';
import type { ReviewRule } from '../../src/model/review-rule.js';
import type { FieldTest } from '../../src/model/rule-tests.js';
import type { Day, DayExpr, Value } from '../../src/model/value.js';
import { dayExpr, known, number, type Pen } from './arbitrary-values.js';
import type { Draw } from './draw.js';
import { dayNear, sets } from './words.js';

/** Kinds of assessed work, and the words with which it is rated; records also use one that no rule knows. */
const kinds = ['essay', 'defence'] as const;
const ratings = ['poor', 'fair', 'good'] as const;
const STRANGE = 'splendid';

/** How assessed work passes: a scale, pairs that merge, shares, sometimes a supplement and a last day. */
export function reviewRules(pen: Pen): NonNullable<Edition['reviews']> {
  return Object.fromEntries(kinds.map((id) => [id, reviewRule(pen, id)]));
}

function reviewRule(pen: Pen, id: string): ReviewRule {
  const { d } = pen;
  const scale = d.chance(25) ? [ratings[0], ratings[2]] : ratings;
  const pairs = scale.flatMap((a, i) => scale.slice(i + 1).map((b) => [a, b] as const));
  const low = scale.slice(0, -1);
  return {
    title: `Rule for an ${id}`,
    raters: d.one([1, 2, 2, 3]),
    ratings: scale,
    merge: pairs.flatMap((of) => (d.chance(70) ? [{ of, is: d.one(scale) }] : [])),
    ...(d.chance(60) && { supplement: { for: d.one([low, low.slice(0, 1)]), times: d.one([1, 1, 1, 1, 1, 0]) } }),
    passes: [
      { rating: 'good', atLeast: known(pen, number(pen, d.one([50, 70])), 80) },
      ...(scale.length > 2 && d.chance(60) ? [{ rating: 'fair', atMost: known(pen, d.one([0, 30]), 40) }] : []),
      ...(d.chance(60) ? [{ rating: 'poor', atMost: known(pen, 0, 20) }] : []),
    ],
    ...(d.chance(42) && { offeredUntil: lastDay(pen) }),
    settledBy: ['board'],
    cite: [{ source: 'manual', at: id }],
  };
}

/** A day, less well known now and then, or only that it lies between two. */
function lastDay(pen: Pen): Value<DayExpr> {
  const { d, asOf, uncertain } = pen;
  const day = (): DayExpr => ({ kind: 'day', day: dayNear(d, asOf, 'past') });
  if (!uncertain || d.chance(55)) return day();
  if (d.chance(40)) return known(pen, dayExpr(pen, 'after'), day());
  const because = 'no text gives the day';
  return { standing: 'notEstablished', because, atLeast: day(), atMost: { kind: 'named', name: 'asOf' } };
}

/** Work that passed, for whatever it is or for one set. */
export function assessing({ d }: Pen): readonly FieldTest[] {
  const rule = d.one([kinds[0], kinds[0], kinds[0], kinds[1]]);
  return d.chance(75)
    ? [{ test: 'assessed', rule, set: d.one(sets) }]
    : [
        { test: 'covers', set: d.one(sets) },
        { test: 'assessed', rule, set: d.one(sets) },
      ];
}

/** Work on the set at hand, with a rule for it or without. */
export function reviewMethod({ d }: Pen): readonly FieldTest[] {
  return [
    { test: 'covers', set: '*' },
    ...(d.chance(75) ? [{ test: 'assessed', rule: kinds[0], set: '*' } as const] : []),
  ];
}

/** How many competencies the sets have, in this version of the framework and in an earlier one. */
export function counted(d: Draw, uncertain: boolean): Pick<Framework, 'sets' | 'earlier'> {
  const count = (): { readonly count?: Value<number> } => {
    const n = d.one([2, 3, 4]);
    switch (uncertain ? d.weighted({ known: 50, disputed: 20, open: 15, none: 15 }) : 'known') {
      case 'known':
        return { count: n };
      case 'disputed':
        return { count: { standing: 'disputed', readings: [n, n + 1].map((value) => ({ value, cite: [LAW] })) } };
      case 'open':
        return {
          count: {
            standing: 'notEstablished',
            because: 'nobody counted',
            ...(d.chance(60) && { atLeast: 2, atMost: 4 }),
          },
        };
      case 'none':
        return {};
    }
  };
  return {
    sets: Object.fromEntries(sets.map((id) => [id, { title: `Set ${id}`, aliases: [`${id} work`], ...count() }])),
    earlier: { old: { title: 'Old frame', cite: [LAW], sets: Object.fromEntries(sets.map((id) => [id, count()])) } },
  };
}

const LAW = { source: 'law' } as const;

/** What an edition says of assessed work, and which version of the framework it names. */
export function assessments(pen: Pen): Pick<Edition, 'reviews' | 'framework'> {
  return { reviews: reviewRules(pen), ...(pen.d.chance(35) && { framework: pen.d.one(['old', '1']) }) };
}

/** What a record says of one assessed work: rated whole, in part, in words that nobody knows, or not at all. */
export function rated(
  d: Draw,
  asOf: Day,
  uncertain: boolean,
): Pick<Review, 'of' | 'ratings' | 'supplement' | 'approval'> {
  const gap = (percent: number) => uncertain && d.chance(percent);
  const n = d.one([2, 3, 3, 4]);
  const numbers = Array.from({ length: n }, (_, i) => String(i + 1));
  const usual = d.one([2, 2, 1, 1, 0, 0]);
  const word = () => (gap(3) ? STRANGE : (ratings[d.chance(20) ? d.below(3) : usual] ?? ratings[2]));
  const rating = (i: number): Rating => ({
    by: `rater-${i}`,
    gives: Object.fromEntries(numbers.filter(() => !gap(4)).map((number) => [number, word()])),
  });
  const again = (i: number): Rating => ({
    by: `rater-${i}`,
    gives: Object.fromEntries(
      numbers.filter(() => d.chance(70)).map((number) => [number, d.chance(85) ? 'good' : word()]),
    ),
  });
  return {
    ...(!gap(8) && { of: d.one([kinds[0], kinds[0], kinds[0], ...kinds, ...(d.chance(10) ? ['sketch'] : [])]) }),
    ...(!gap(8) && { ratings: d.many(d.chance(90) ? 2 : 1, 3, rating) }),
    ...(d.chance(22) && {
      supplement: { completed: dayNear(d, asOf, d.chance(25) ? 'future' : 'past'), ratings: d.many(1, 3, again) },
    }),
    ...(d.chance(10) && {
      approval: { by: d.one(['board', 'chair']), on: dayNear(d, asOf, 'past'), document: 'letter 2' },
    }),
  };
}
