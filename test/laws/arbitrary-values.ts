import type { ListName } from '../../src/model/requirement.js';
import type { FactTest, FieldTest, SimpleFieldTest } from '../../src/model/rule-tests.js';
import type { Day, DayExpr, Length, NumberExpr, Value, Window } from '../../src/model/value.js';
import type { Draw } from './draw.js';
import { codes, courses, dayNear, milestones, sets, topics } from './words.js';

/** What is needed to write values of one stage. */
export interface Pen {
  readonly d: Draw;
  readonly asOf: Day;
  /** How many values of the stage may still be disputed: each doubles the number of its readings. */
  readonly disputes: { left: number };
  /** Whether values may be anything but established. */
  readonly uncertain: boolean;
  /** Whether values may change on a day inside the edition. */
  readonly dated: boolean;
  /** Present where no edition stands behind the values, so that its named days may not be used. */
  readonly noEdition?: true;
}

/** The value itself, or less well known: assumed, disputed with another, or not established though bounded by both. */
export function known<T>({ d, asOf, disputes, uncertain, dated }: Pen, value: T, other: T): Value<T> {
  if (dated && d.chance(2)) return { standing: 'dated', values: [{ value }, { from: dayNear(d, asOf), value: other }] };
  if (!uncertain) return value;
  const standing = d.weighted({ established: 85, assumed: 4, disputed: 4, notEstablished: 5 });
  const because = 'the text does not say';
  if (standing === 'assumed') return { standing, value, because, cite: [{ source: 'letter' }] };
  if (standing === 'notEstablished') {
    // Both bounds where they are in order for sure; else one of them, or none.
    if (typeof value === 'number' && typeof other === 'number')
      return { standing, because, atLeast: value, atMost: other };
    return { standing, because, ...(d.chance(40) ? { atLeast: value } : d.chance(50) ? { atMost: value } : {}) };
  }
  if (standing === 'established' || disputes.left === 0) return value;
  disputes.left--;
  return {
    standing: 'disputed',
    readings: [value, other].map((v, i) => ({ value: v, cite: [{ source: i === 0 ? 'law' : 'manual' }] })),
  };
}

/** A small number, by a fact now and then. */
export function number({ d }: Pen, n: number): NumberExpr {
  const kind = d.weighted({ literal: 92, bands: 3, keys: 3, steps: 2 });
  if (kind === 'bands')
    return {
      kind: 'byFact',
      fact: 'population',
      table: [
        { under: 5000, value: n },
        { atLeast: 5000, value: n + 1 },
      ],
    };
  if (kind === 'keys')
    return {
      kind: 'byFact',
      fact: 'role',
      table: [
        { is: 'director', value: n + 1 },
        { is: 'clerk', value: n },
      ],
    };
  if (kind === 'steps')
    return { kind: 'steps', of: 'population', base: n, over: 2000, each: 3000, add: 1, round: d.one(['down', 'up']) };
  return n;
}

export function length({ d }: Pen): Length {
  const [n, unit] = d.one([
    [1, 'years'],
    [2, 'years'],
    [4, 'years'],
    [6, 'months'],
    [30, 'days'],
    [52, 'weeks'],
  ] as const);
  return { n, unit };
}

export function named({ d, noEdition }: Pen): DayExpr {
  const expiry = noEdition ? 'applied' : 'expiry';
  return { kind: 'named', name: d.one([...milestones.slice(0, 3), 'asOf', expiry, 'hired']) };
}

/** A day of the rules, most often so long after or before a milestone. */
export function dayExpr(pen: Pen, sign: 'before' | 'after'): DayExpr {
  const { d } = pen;
  const near: DayExpr = { kind: sign, length: length(pen), of: named(pen) };
  switch (
    d.weighted({ near: 70, named: 6, literal: 8, later: 4, earlier: 4, end: 3, yearly: 2, weekday: 2, sitting: 2 })
  ) {
    case 'near':
      return near;
    case 'named':
      return named(pen);
    case 'literal':
      return { kind: 'day', day: dayNear(d, pen.asOf) };
    case 'later':
      return { kind: 'laterOf', of: [near, { kind: 'day', day: dayNear(d, pen.asOf) }] };
    case 'earlier':
      return { kind: 'earlierOf', of: [near, named(pen)] };
    case 'end':
      return { kind: 'endOfMonth', of: near };
    case 'yearly':
      return { kind: 'yearly', month: 6, day: d.one([15, 30]), of: near };
    case 'weekday':
      return { kind: 'weekday', weekday: 5, nth: d.one([1, 2]), month: 8, of: near };
    case 'sitting':
      return { kind: 'firstAfter', calendar: 'sittings', of: near };
  }
}

/** Looks back, ahead, or at both ends. */
export function window(pen: Pen): Window {
  const { d } = pen;
  const value = (sign: 'before' | 'after') => known(pen, dayExpr(pen, sign), dayExpr(pen, sign));
  const from: Value<DayExpr> = d.chance(60) ? { kind: 'before', length: length(pen), of: named(pen) } : value('before');
  return d.weighted({ from: 55, to: 15, both: 30 }) === 'from'
    ? { from }
    : d.chance(30)
      ? { to: value('after') }
      : { from, to: value('after') };
}

/** A test on a completion, an activity or a review. */
export function fieldTest(pen: Pen, list: ListName): FieldTest {
  const { d } = pen;
  const simple = (): SimpleFieldTest => {
    const about =
      list === 'completions'
        ? d.weighted({ topic: 50, topics: 20, level: 10, tags: 8, code: 7, not: 5, days: 4, within: 4, course: 4 })
        : d.weighted({ topic: 60, topics: 30, not: 10 });
    switch (about) {
      case 'topic':
        return { test: 'is', field: 'topic', value: d.one(topics) };
      case 'topics':
        return {
          test: 'oneOf',
          field: 'topic',
          values: d.one([topics.slice(0, 2), topics.slice(1), [topics[0], topics[2]]]),
        };
      case 'not':
        return { test: 'noneOf', field: 'topic', values: [d.one(topics)] };
      case 'level':
        return { test: 'number', field: 'level', band: d.one([{ atLeast: 2 }, { under: 3 }, { over: 1, atMost: 3 }]) };
      case 'tags':
        return { test: 'is', field: 'tags', value: d.one(['new', 'old']) };
      case 'course':
        return { test: 'is', field: 'course', value: d.one(courses) };
      case 'code':
        return {
          test: 'range',
          field: 'code',
          prefix: 'HIST',
          from: 2000,
          to: 4999,
          except: d.chance(30) ? [codes[1]] : [],
        };
      case 'days':
        return { test: 'days', from: 'started', to: 'completed', atMost: length(pen) };
      case 'within':
        return { test: 'within', field: d.one(['started', 'completed']), from: dayExpr(pen, 'before'), to: named(pen) };
    }
  };
  const form = d.weighted({ simple: 88, any: 7, not: 5 });
  if (form === 'any') return { test: 'any', of: [[simple()], [simple()]] };
  return form === 'not' ? { test: 'not', of: [simple()] } : simple();
}

/** A set that the item's course covers, most often with an approval. */
export function covering({ d }: Pen): readonly FieldTest[] {
  const covers: FieldTest = { test: 'covers', set: d.one([...sets, sets[2], sets[2]]) };
  return d.chance(50) ? [covers, { test: 'approvedOn', day: d.one(['completed', 'completed', 'started']) }] : [covers];
}

export function factTest(pen: Pen): FactTest {
  const { d } = pen;
  const on = d.chance(20) ? { on: named(pen) } : {};
  const simple = (): FactTest => {
    switch (d.weighted({ employed: 50, population: 25, role: 15, roles: 10 })) {
      case 'employed':
        return { test: 'is', fact: 'employed', value: !d.chance(30), ...on };
      case 'population':
        return {
          test: 'number',
          fact: 'population',
          band: d.one([{ atLeast: 3000 }, { under: 3000 }, { over: 1000, atMost: 8000 }]),
          ...on,
        };
      case 'role':
        return { test: 'is', fact: 'role', value: 'director', ...on };
      case 'roles':
        return { test: d.one(['oneOf', 'noneOf']), fact: 'role', values: ['director', 'page'], ...on };
    }
  };
  const form = d.weighted({ simple: 90, any: 6, not: 4 });
  if (form === 'any') return { test: 'any', of: [[simple()], [simple()]] };
  return form === 'not' ? { test: 'not', of: [simple()] } : simple();
}
