import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addLength } from '../../src/base/calendar.js';
import { evaluate } from '../../src/evaluate.js';
import { daysIn } from '../../src/lint/day-span.js';
import { impossibleRequirement } from '../../src/lint/impossible.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Part, Requirement } from '../../src/model/requirement.js';
import type { FieldTest, SimpleFieldTest } from '../../src/model/rule-tests.js';
import type { DayExpr } from '../../src/model/value.js';
import { smallPack } from '../engine/small-pack.js';
import { settings } from '../laws/arbitrary.js';
import { type Draw, drawn } from '../laws/draw.js';

// What the linter calls impossible is never met, by whatever record. The records here have one entry of every kind that the tests
// can tell apart, so that what is possible mostly is met.

const topics = ['a', 'b', 'c'];
const codes = ['HIST 10', 'HIST 20', 'MATH 10'];

const declared: Partial<RulePack> = {
  fields: {
    activities: {
      topic: { asks: 'Which topic?', type: 'text' },
      tags: { asks: 'Which tags?', type: 'list' },
      size: { asks: 'How many?', type: 'number' },
      online: { asks: 'Was it online?', type: 'boolean' },
      code: { asks: 'Which code?', type: 'text' },
    },
  },
  facts: { people: { title: 'People', asks: 'How many?', type: 'number' } },
};

function simple(d: Draw): SimpleFieldTest {
  const band = () => ({ [d.one(['atLeast', 'over'])]: d.below(4), [d.one(['atMost', 'under'])]: d.below(4) });
  switch (d.one(['topic', 'tags', 'size', 'online', 'code', 'oneOf', 'noneOf', 'strange'])) {
    case 'tags':
      return { test: 'is', field: 'tags', value: d.one(topics) };
    case 'size':
      return { test: 'number', field: 'size', band: band() };
    case 'online':
      return { test: 'is', field: 'online', value: d.chance(50) };
    case 'code': {
      const from = 5 + d.below(20);
      return {
        test: 'range',
        field: 'code',
        prefix: d.one(['HIST', 'MATH']),
        from,
        to: from + d.below(10),
        except: [],
      };
    }
    case 'oneOf':
      return { test: 'oneOf', field: d.one(['topic', 'tags']), values: d.many(1, 2, () => d.one(topics)) };
    case 'noneOf':
      return { test: 'noneOf', field: d.one(['topic', 'tags']), values: d.many(1, 2, () => d.one(topics)) };
    case 'strange':
      return { test: 'is', field: d.one(['online', 'size']), value: d.one(['yes', 'many']) };
    default:
      return { test: 'is', field: 'topic', value: d.one(topics) };
  }
}

function where(d: Draw, most: number): readonly FieldTest[] {
  return d.many(0, most, (): FieldTest => {
    if (d.chance(20)) return { test: 'not', of: d.many(1, 2, () => simple(d)) };
    if (d.chance(20)) return { test: 'any', of: d.many(1, 3, () => d.many(1, 2, () => simple(d))) };
    return simple(d);
  });
}

/** One activity of every kind, and a second of each for sums. */
const everything: CandidateRecord = {
  activities: topics.flatMap((topic) =>
    [[], ['a'], ['a', 'b'], ['b'], ['a', 'b', 'c']].flatMap((tags) =>
      [0, 1, 2, 3].flatMap((size) =>
        [true, false].flatMap((online) =>
          codes.map((code) => {
            const id = [topic, tags.join('+'), size, online, code].join(' ');
            return { id, completed: '2024-06-01', amount: '40 hours', fields: { topic, tags, size, online, code } };
          }),
        ),
      ),
    ),
  ),
};

/** Whether the linter says that the requirement of a pack cannot be met, and whether it is. */
function answer(requirement: Requirement, record: CandidateRecord): { readonly said: boolean; readonly met: boolean } {
  const pack = smallPack(requirement, {}, declared);
  const problems = impossibleRequirement.find(pack);
  const said = problems.some(({ code }) => code !== 'emptyPart' && code !== 'neverApplies');
  const status = evaluate(pack, record, { asOf: '2025-06-15' }).status;
  return { said, met: status === 'met' };
}

/** Runs a law and sees to it that it was asked of many requirements of both sorts. */
function holds(
  runs: number,
  make: (d: Draw) => { readonly requirement: Requirement; readonly record: CandidateRecord },
) {
  const seen = { said: 0, met: 0 };
  fc.assert(
    fc.property(drawn(200, make), ({ requirement, record }) => {
      const { said, met } = answer(requirement, record);
      if (said) seen.said += 1;
      if (met) seen.met += 1;
      expect(said && met, JSON.stringify(requirement)).toBe(false);
    }),
    settings(runs),
  );
  expect(seen.said).toBeGreaterThan(runs / 20);
  expect(seen.met).toBeGreaterThan(runs / 20);
}

const base = { id: 'award', says: 'An award.' };

it('tests that exclude each other let no entry through', () => {
  holds(300, (d) => ({
    requirement: { ...base, kind: 'evidence', from: 'activities', count: 1, where: where(d, 4) },
    record: everything,
  }));
});

it('totals above their maximum, their ceilings or the values that there are are never reached', () => {
  holds(300, (d) => {
    const part = (id: string): Part => {
      const shared = { id, where: where(d, 1) };
      if (d.chance(20)) return { ...shared, kind: 'distinct', field: 'topic', atLeast: 1 + d.below(3) };
      if (d.chance(20)) return { ...shared, kind: 'covers', field: 'topic', values: d.many(1, 2, () => d.one(topics)) };
      const capped = { ...shared, kind: 'sum' as const, atMost: 10 * (1 + d.below(3)) };
      return d.chance(30) ? { ...capped, atLeast: 10 * (1 + d.below(3)) } : capped;
    };
    const parts = d.many(0, 3, (i) => part(`part-${i}`));
    const most = d.chance(20) ? { atMost: 10 * (1 + d.below(6)) } : {};
    return {
      requirement: {
        ...base,
        kind: 'total',
        from: ['activities'],
        unit: 'hours',
        atLeast: 10 * (1 + d.below(6)),
        ...most,
        where: where(d, 1),
        parts,
        partsAre: d.one(['every', 'oneEach']),
      },
      record: everything,
    };
  });
});

function day(d: Draw, depth = 0): DayExpr {
  if (depth > 2 || d.chance(40))
    return d.one<DayExpr>([
      { kind: 'named', name: 'enrolled' },
      { kind: 'day', day: '2024-06-01' },
    ]);
  const of = day(d, depth + 1);
  switch (d.one(['before', 'after', 'endOfMonth', 'laterOf', 'yearly', 'weekday'])) {
    case 'endOfMonth':
      return { kind: 'endOfMonth', of };
    case 'laterOf':
      return { kind: d.one(['laterOf', 'earlierOf']), of: [of, day(d, depth + 1)] };
    case 'yearly':
      return { kind: 'yearly', month: 6, day: 30, of };
    case 'weekday':
      return { kind: 'weekday', weekday: 5, nth: 1, month: 8, of };
    default: {
      const length = { n: d.below(14), unit: d.one(['days', 'weeks', 'months', 'years'] as const) };
      return { kind: d.one(['before', 'after']), length, of };
    }
  }
}

it('nothing lies in a window that closes before it opens, or behind its last day', () => {
  const milestones = (d: Draw) => ({ milestones: { enrolled: d.one(['2022-01-31', '2024-02-29', '2025-03-01']) } });
  // An activity on every third day of twenty years.
  const activities = Array.from({ length: 2400 }, (_, i) => {
    const completed = new Date(Date.UTC(2005, 0, 1 + 3 * i)).toISOString().slice(0, 10);
    return { id: `on-${completed}`, completed };
  });
  holds(200, (d) => {
    const due = d.chance(50) ? { due: day(d) } : {};
    const within = { from: day(d), ...(d.chance(60) && { to: day(d) }) };
    const one = { kind: 'evidence', from: 'activities', count: 1, where: [], within } as const;
    const below: Requirement = { ...base, ...due, kind: 'allOf', of: [{ ...one, id: 'one', says: 'One.' }] };
    return {
      requirement: d.chance(50) ? below : { ...base, ...due, ...one },
      record: { ...milestones(d), activities },
    };
  });
});

it('work for longer than its window is never done', () => {
  holds(200, (d) => {
    const length = { n: 1 + d.below(30), unit: d.one(['months', 'years'] as const) };
    const to: DayExpr = { kind: 'named', name: 'enrolled' };
    return {
      requirement: {
        ...base,
        kind: 'experience',
        unit: d.one(['months', 'years']),
        atLeast: 1 + d.below(30),
        where: [],
        within: { from: { kind: 'before', length, of: to }, to },
      },
      record: { milestones: { enrolled: '2025-01-31' }, experience: [{ id: 'work', from: '1950-01-01' }] },
    };
  });
});

it('facts that exclude each other are never stated', () => {
  holds(200, (d) => {
    const band = () => ({ [d.one(['atLeast', 'over'])]: d.below(4), [d.one(['atMost', 'under'])]: d.below(6) });
    return {
      requirement: {
        ...base,
        kind: 'fact',
        tests: d.many(1, 3, () => ({ test: 'number', fact: 'people', band: band() })),
      },
      record: { facts: { people: d.below(4) } },
    };
  });
});

it('a length has as many days as the calendar gives it, wherever it begins', () => {
  const length = fc.record({ n: fc.nat(600), unit: fc.constantFrom('days', 'weeks', 'months', 'years') });
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), length, (from, { n, unit }) => {
      const { lo, hi } = daysIn(n, unit);
      for (const sign of [1, -1]) {
        const days = Math.abs(addLength(from, sign * n, unit) - from);
        expect(days).toBeGreaterThanOrEqual(lo);
        expect(days).toBeLessThanOrEqual(hi);
      }
    }),
    settings(2000),
  );
});
