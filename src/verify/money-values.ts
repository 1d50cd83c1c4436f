import { type DayNumber, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import { exact, multiply } from '../base/fraction.js';
import type { DayRange } from '../compile/ruleset.js';
import { type Context, readFact, resolveNumber } from '../match/context.js';
import type { Bound, Known } from '../match/matched.js';
import type { MoneyExpr, MoneyTerm, NamedAmount } from '../model/amount.js';
import type { Cite, DatedEntry, Day, NotEstablished, Value } from '../model/value.js';

/** One text of an amount that may hold, and what it comes to. */
export interface Reading {
  readonly bound: Bound;
  readonly cite: readonly Cite[];
}

/** All that an amount may be on a day, and what would tell. */
export interface Possible extends Bound {
  readonly readings: readonly Reading[];
}

/** Reads an amount from the pack itself, day by day: a value may hold on a day if it has begun by then and the next one need not have. */
export function possible({ amount, cite }: NamedAmount, on: Known<DayRange>, c: Omit<Context, 'stageDay'>): Possible {
  const all = entriesOf(amount);
  const spans = all.map(({ from }, i) => (i === 0 || from === undefined ? BEFORE_ALL : spanOf(from)));
  const days = [on.value.lo, on.value.hi, ...spans.flatMap(({ lo, hi }) => [lo, hi - 1, hi])].filter(
    (day) => day >= on.value.lo && day <= on.value.hi,
  );
  const holdsOn = (i: number, day: DayNumber) =>
    (spans[i]?.lo ?? 0) <= day && day < (spans[i + 1]?.hi ?? Number.MAX_VALUE);
  const holding = all.flatMap((entry, i) => (days.some((day) => holdsOn(i, day)) ? [{ entry, i }] : []));
  const readings = holding.flatMap(({ entry }) => readingsOf(entry.value, entry.cite ?? cite, on, c));
  const lo = Math.min(...readings.map(({ bound }) => bound.lo));
  const hi = Math.max(...readings.map(({ bound }) => bound.hi));
  if (lo === hi) return { lo, hi, asks: [], readings };
  const undated = holding.some(({ i }) => {
    const { lo: first, hi: last } = spans[i] ?? BEFORE_ALL;
    return first > NO_EARLIEST && first < last && last > on.value.lo;
  });
  const disputed = holding.some(({ entry }) => standingOf(entry.value) === 'disputed');
  const asks = [
    ...readings.flatMap(({ bound }) => bound.asks),
    ...(undated || disputed ? ['rule'] : []),
    ...(holding.length > 1 ? on.asks : []),
  ];
  return { lo, hi, asks, readings };
}

const BEFORE_ALL: DayRange = { lo: NO_EARLIEST, hi: NO_EARLIEST };

function entriesOf(amount: NamedAmount['amount']): readonly DatedEntry<MoneyExpr>[] {
  return typeof amount === 'object' && 'standing' in amount && amount.standing === 'dated'
    ? amount.values
    : [{ value: amount as DatedEntry<MoneyExpr>['value'] }];
}

function standingOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'standing' in value ? value.standing : undefined;
}

/** The first and the last day that a day of the pack may be. */
export function spanOf(value: Value<Day>): DayRange {
  const day = (text: Day | undefined, without: DayNumber) =>
    text === undefined ? without : (parseDay(text) ?? without);
  if (typeof value === 'string') return { lo: day(value, NO_EARLIEST), hi: day(value, NO_EARLIEST) };
  switch (value.standing) {
    case 'assumed':
      return spanOf(value.value);
    case 'disputed': {
      const spans = value.readings.map((reading) => spanOf(reading.value));
      return { lo: Math.min(...spans.map(({ lo }) => lo)), hi: Math.max(...spans.map(({ hi }) => hi)) };
    }
    case 'notEstablished':
      return { lo: day(value.atLeast, NO_EARLIEST), hi: day(value.atMost, NO_LATEST) };
    case 'dated':
      return { lo: NO_EARLIEST, hi: NO_LATEST };
  }
}

function readingsOf(
  value: DatedEntry<MoneyExpr>['value'],
  cite: readonly Cite[],
  on: Known<DayRange>,
  c: Omit<Context, 'stageDay'>,
): readonly Reading[] {
  if (typeof value === 'number' || !('standing' in value)) return [{ bound: worth(value, on, c), cite }];
  switch (value.standing) {
    case 'assumed':
      return [{ bound: worth(value.value, on, c), cite: value.cite ?? cite }];
    case 'disputed':
      return value.readings.map((reading) => ({ bound: worth(reading.value, on, c), cite: reading.cite }));
    case 'notEstablished':
      return [{ bound: between(value, on, c), cite: value.cite ?? cite }];
  }
}

function between(
  { atLeast, atMost }: NotEstablished<MoneyExpr>,
  on: Known<DayRange>,
  c: Omit<Context, 'stageDay'>,
): Bound {
  const [least, most] = [atLeast, atMost].map((end) => (end === undefined ? undefined : worth(end, on, c)));
  return {
    lo: least?.lo ?? 0,
    hi: most?.hi ?? Number.POSITIVE_INFINITY,
    asks: ['rule', ...(least?.asks ?? []), ...(most?.asks ?? [])],
  };
}

/** In hundredths. */
function worth(money: MoneyExpr, on: Known<DayRange>, c: Omit<Context, 'stageDay'>): Bound {
  if (typeof money === 'number' || money.kind !== 'leastOf') return resolveNumber(money, c, HUNDREDTHS, on);
  let least: Bound = { lo: Number.POSITIVE_INFINITY, hi: Number.POSITIVE_INFINITY, asks: [] };
  for (const term of money.of) {
    const next = worthOfTerm(term, on, c);
    least = {
      lo: Math.min(least.lo, next.lo),
      hi: Math.min(least.hi, next.hi),
      asks: [...least.asks, ...next.asks],
    };
  }
  return least;
}

function worthOfTerm(term: MoneyTerm, on: Known<DayRange>, c: Omit<Context, 'stageDay'>): Bound {
  if (typeof term === 'object' && term.kind === 'stated') return stated(term.fact, on, c, term.percent);
  if (typeof term === 'number' || term.kind !== 'remainder') return resolveNumber(term, c, HUNDREDTHS, on);
  const whole = resolveNumber(term.ceiling, c, HUNDREDTHS, on);
  const gone = stated(term.fact, on, c);
  const least = whole.lo - gone.hi;
  return { lo: least > 0 ? least : 0, hi: Math.max(whole.hi - gone.lo, 0), asks: [...whole.asks, ...gone.asks] };
}

const HUNDREDTHS = { n: 100, d: 1 };

function stated(fact: string, on: Known<DayRange>, c: Omit<Context, 'stageDay'>, percent = 100): Bound {
  const { value, asks } = readFact(fact, c, on);
  const isMoney = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (!isMoney) return { lo: 0, hi: Number.POSITIVE_INFINITY, asks: value === undefined ? asks : [`fact:${fact}`] };
  // So much of a hundred, counted in hundredths.
  const hundredths = multiply(exact(value), { n: percent, d: 1 });
  const whole = Math.floor(hundredths.n / hundredths.d);
  return { lo: whole, hi: whole, asks: [] };
}
