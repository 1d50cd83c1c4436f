import type { MoneyExpr, NamedAmount } from '../../src/model/amount.js';
import type { Cite, DatedEntry, Day, Value } from '../../src/model/value.js';
import { factTest, fieldTest, number, type Pen } from './arbitrary-values.js';
import { dayNear, milestones } from './words.js';

/** A few fees and awards in every standing, or none. */
export function amounts(pen: Pen): Readonly<Record<string, NamedAmount>> {
  const { d } = pen;
  const drawn = d.many(0, 3, (i) => [`amount-${i}`, amount(pen)] as const);
  const fee = drawn.find(([, { kind }]) => kind === 'fee')?.[0];
  const awards = drawn.filter(([, { kind }]) => kind === 'award').length;
  const asAward = (one: NamedAmount): NamedAmount => ({
    ...one,
    ...(fee !== undefined && d.chance(60) && { towards: fee }),
    ...(awards > 1 && { oneOf: 'either' }),
  });
  return Object.fromEntries(drawn.map(([id, one]) => [id, one.kind === 'fee' ? one : asAward(one)]));
}

function amount(pen: Pen): NamedAmount {
  const { d, asOf } = pen;
  const kind = d.one(['fee', 'award'] as const);
  const due = d.weighted({ once: 45, dated: 25, each: 30 });
  const from = d.one(['completions', 'reviews', 'activities'] as const);
  return {
    title: 'Some money',
    kind,
    unit: 'USD',
    amount: value(pen),
    cite: [{ source: 'law' }],
    ...(due === 'dated' && { on: { kind: 'named', name: d.one(milestones) } }),
    ...(due === 'each' && {
      each: { from, where: d.chance(40) ? [fieldTest(pen, from)] : [], on: d.one(['started', 'completed']) },
    }),
    ...(d.chance(20) && { appliesWhen: [factTest(pen)] }),
    ...(kind === 'award' && { open: { from: day(pen), ...(d.chance(70) && { to: dayNear(d, asOf) }) } }),
    ...(d.chance(20) && { places: d.chance(50) ? 5 : disputed(4, 6) }),
    ...(d.chance(20) && { conditions: ['One for each person.'] }),
  };
}

function value(pen: Pen): Value<MoneyExpr> {
  const { d } = pen;
  if (!d.chance(35)) return undated(pen);
  const first = { value: undated(pen) };
  const [early, late] = [dayNear(d, pen.asOf, 'past'), dayNear(d, pen.asOf)].sort();
  const from: Value<Day> =
    pen.uncertain && d.chance(50)
      ? {
          standing: 'notEstablished',
          because: 'undated',
          ...(early && { atLeast: early }),
          ...(late && { atMost: late }),
        }
      : (early ?? pen.asOf);
  return { standing: 'dated', values: [first, { from, value: undated(pen), cite: [{ source: 'manual' }] }] };
}

function undated(pen: Pen): DatedEntry<MoneyExpr>['value'] {
  const { d, uncertain } = pen;
  const one = money(pen);
  const standing = uncertain ? d.weighted({ plain: 60, assumed: 10, disputed: 15, notEstablished: 15 }) : 'plain';
  if (standing === 'assumed') return { standing, value: one, because: 'usual', cite: [{ source: 'letter' }] };
  if (standing === 'disputed') return disputed(one, money(pen));
  if (standing === 'plain') return one;
  return {
    standing,
    because: 'nobody says',
    ...(d.chance(50) && { atLeast: 10 }),
    ...(d.chance(50) && { atMost: 90.5 }),
  };
}

function disputed<T>(a: T, b: T) {
  const cite = (source: string): readonly Cite[] => [{ source, at: 'fees' }];
  return {
    standing: 'disputed' as const,
    readings: [
      { value: a, cite: cite('law') },
      { value: b, cite: cite('letter') },
    ],
  };
}

function money(pen: Pen): MoneyExpr {
  const { d } = pen;
  const n = d.one([0, 12.5, 60, 200]);
  switch (d.weighted({ plain: 45, fact: 30, least: 25 })) {
    case 'plain':
      return n;
    case 'fact':
      return {
        kind: 'byFact',
        fact: 'employed',
        table: [
          { is: true, value: n },
          { is: false, value: n + 15 },
        ],
      };
    case 'least':
      return {
        kind: 'leastOf',
        of: [
          number(pen, n),
          d.one([
            { kind: 'stated', fact: 'population' },
            { kind: 'stated', fact: 'population', percent: 1 },
            { kind: 'remainder', ceiling: 3010, fact: 'population' },
          ]),
        ],
      };
  }
}

/** A first day: past or still to come, or somewhere between two. */
function day({ d, asOf, uncertain }: Pen): Value<Day> {
  const first = dayNear(d, asOf, d.chance(70) ? 'past' : 'future');
  const atMost = dayNear(d, asOf, 'future');
  return uncertain && d.chance(30) ? { standing: 'notEstablished', because: 'undated', atMost } : first;
}
