import {
  addLength,
  type DayNumber,
  endOfMonth,
  NO_EARLIEST,
  NO_LATEST,
  weekdayOnOrAfter,
  yearlyOnOrAfter,
} from '../base/calendar.js';
import { exact, multiply, ONE } from '../base/fraction.js';
import type { CompiledWindow, Settled } from '../compile/nodes.js';
import { isNotEstablished } from '../compile/readings.js';
import type { CompiledRuleset, CompiledTree, DayRange } from '../compile/ruleset.js';
import { inBand, requireDay } from '../compile/units.js';
import type { Fraction } from '../model/quantity.js';
import type { DayExpr, Length, NumberExpr } from '../model/value.js';
import type { Bound, Known } from './matched.js';
import type { ReadRecord } from './read.js';
import type { Spent } from './spent.js';

/** Everything that a value of a rule may depend on: one record, one tree, one day. */
export interface Context {
  readonly ruleset: CompiledRuleset;
  readonly tree: CompiledTree;
  readonly record: ReadRecord;
  readonly asOf: DayNumber;
  /** The day on which the stage is judged. */
  readonly stageDay: Known<DayRange>;
  /** Present where that day has come and is not simply `asOf`: what is dated later does not count. */
  readonly cutOff?: Known<DayRange>;
  /** Present inside one period of `eachPeriod`: its first and last day. */
  readonly period?: DayRange;
  /** What the stages before have used up of pools across stages. */
  readonly spent?: Spent;
}

/** What stands in for an edition where there is none, as for fees and awards: their days are milestones and `asOf`. */
export const NO_TREE: CompiledTree = {
  readings: [],
  forReviewsOnly: false,
  combination: 0,
  nodes: [],
  assumptions: [],
  days: new Map(),
  reviews: new Map(),
  agreements: new Map(),
  counts: new Map(),
  unsettled: new Map(),
};

/** Where a day of the rules lies for this record. A milestone that has not come is read as if it came on the day asked for. */
export function resolveDay(expr: Settled<DayExpr>, c: Omit<Context, 'stageDay'>, depth = 0): Known<DayRange> {
  if (isNotEstablished(expr)) {
    const lo = expr.atLeast === undefined ? undefined : resolveDay(expr.atLeast, c, depth + 1);
    const hi = expr.atMost === undefined ? undefined : resolveDay(expr.atMost, c, depth + 1);
    return {
      value: { lo: lo?.value.lo ?? NO_EARLIEST, hi: hi?.value.hi ?? NO_LATEST },
      asks: ['rule', ...(lo?.asks ?? []), ...(hi?.asks ?? [])],
    };
  }
  switch (expr.kind) {
    case 'day':
      return knownDay(requireDay(expr.day, 'day'));
    case 'named':
      return resolveName(expr.name, c, depth);
    case 'laterOf':
    case 'earlierOf': {
      const pick = expr.kind === 'laterOf' ? Math.max : Math.min;
      const all = expr.of.map((each) => resolveDay(each, c, depth + 1));
      return {
        value: { lo: pick(...all.map((d) => d.value.lo)), hi: pick(...all.map((d) => d.value.hi)) },
        asks: all.flatMap(({ asks }) => asks),
      };
    }
  }
  const { value, asks } = resolveDay(expr.of, c, depth + 1);
  switch (expr.kind) {
    case 'before':
    case 'after': {
      const moved = shift(value, expr.length, expr.kind === 'after' ? 1 : -1, c);
      return { value: moved.value, asks: [...asks, ...moved.asks] };
    }
    case 'firstAfter': {
      const days = [
        ...(c.record.calendars.get(expr.calendar) ?? []),
        ...(c.ruleset.pack.calendars?.[expr.calendar] ?? []).map((d, i) =>
          requireDay(d, `calendars.${expr.calendar}.${i}`),
        ),
      ].sort((a, b) => a - b);
      const lo = days.find((day) => day > value.lo);
      const hi = days.find((day) => day > value.hi);
      return {
        value: { lo: lo ?? value.lo + 1, hi: hi ?? NO_LATEST },
        asks: hi === undefined ? [...asks, `calendar:${expr.calendar}`] : asks,
      };
    }
    case 'endOfMonth':
      return { value: both(value, endOfMonth), asks };
    case 'yearly':
      return { value: both(value, (day) => yearlyOnOrAfter(day, expr.month, expr.day)), asks };
    case 'weekday':
      return { value: both(value, (day) => weekdayOnOrAfter(day, expr.weekday, expr.nth, expr.month)), asks };
  }
}

function both({ lo, hi }: DayRange, f: (day: DayNumber) => DayNumber): DayRange {
  return { lo: f(lo), hi: f(hi) };
}

/** The day of a milestone as it is stated, or that it has not come: by itself, else by the one that it is under another name. */
export function statedDay(milestone: string, c: Pick<Context, 'ruleset' | 'record'>): DayNumber | 'notYet' | undefined {
  const { sameAs } = c.ruleset.pack.milestones[milestone] ?? {};
  return c.record.milestones.get(milestone) ?? (sameAs === undefined ? undefined : statedDay(sameAs, c));
}

/** A day that nothing leaves open. */
export function knownDay(day: DayNumber): Known<DayRange> {
  return { value: { lo: day, hi: day }, asks: NOTHING };
}

function resolveName(name: string, c: Omit<Context, 'stageDay'>, depth: number): Known<DayRange> {
  if (depth > DEEPEST) throw new TypeError(`days.${name}: expected a day that is not defined by itself`);
  if (name === 'asOf') return knownDay(c.asOf);
  const named = c.tree.days.get(name);
  if (named !== undefined) return resolveDay(named, c, depth + 1);
  const milestone = c.ruleset.pack.milestones[name];
  const stated = c.record.milestones.get(name);
  if (stated !== undefined) return knownDay(stated === 'notYet' ? c.asOf : stated);
  if (milestone?.sameAs !== undefined) return resolveName(milestone.sameAs, c, depth + 1);
  const lo = milestone?.notBefore && resolveDay(milestone.notBefore, c, depth + 1).value.lo;
  const hi = milestone?.notAfter && resolveDay(milestone.notAfter, c, depth + 1).value.hi;
  return { value: { lo: lo ?? NO_EARLIEST, hi: hi ?? NO_LATEST }, asks: [`milestone:${name}`] };
}

/** A number of the rules in minor units of `perUnit`, by facts as they stood on `factsOn` (default `asOf`); a number that hangs on a fact not stated lies within what its table allows. */
export function resolveNumber(
  expr: Settled<NumberExpr>,
  c: Omit<Context, 'stageDay'>,
  perUnit: Fraction,
  factsOn?: Known<DayRange>,
): Bound {
  if (isNotEstablished(expr)) {
    const lo = expr.atLeast === undefined ? 0 : resolveNumber(expr.atLeast, c, perUnit, factsOn).lo;
    const hi =
      expr.atMost === undefined ? Number.POSITIVE_INFINITY : resolveNumber(expr.atMost, c, perUnit, factsOn).hi;
    return { lo, hi, asks: ['rule'] };
  }
  if (typeof expr === 'number') {
    return knownNumber(minor(expr, perUnit));
  }
  const fact = readFact(
    expr.kind === 'byFact' ? expr.fact : expr.of,
    c,
    'on' in expr && expr.on ? resolveDay(expr.on, c) : (factsOn ?? knownDay(c.asOf)),
  );
  if (expr.kind === 'steps') {
    if (typeof fact.value !== 'number')
      return { lo: minor(expr.base, perUnit), hi: Number.POSITIVE_INFINITY, asks: fact.asks };
    const over = Math.max(0, fact.value - expr.over) / expr.each;
    const n = minor(expr.base + expr.add * (expr.round === 'down' ? Math.floor(over) : Math.ceil(over)), perUnit);
    return knownNumber(n);
  }
  if (fact.value === undefined) {
    const values = expr.table.map((row) => minor(row.value, perUnit));
    return { lo: Math.min(...values), hi: Math.max(...values), asks: fact.asks };
  }
  const stated = fact.value;
  const row = expr.table.find((r) => ('is' in r ? r.is === stated : typeof stated === 'number' && inBand(stated, r)));
  if (!row) return { lo: 0, hi: Number.POSITIVE_INFINITY, asks: ['rule'] };
  return knownNumber(minor(row.value, perUnit));
}

function knownNumber(n: number): Bound {
  return { lo: n, hi: n, asks: NOTHING };
}

/** Both ends of a window, as far as it has them; without an end of its own it ends on the day on which the stage is judged. */
export function resolveWindow(window: CompiledWindow | undefined, c: Context): ResolvedWindow {
  const to = window?.to === undefined ? c.cutOff : resolveDay(window.to, c);
  const from = window?.from === undefined ? undefined : resolveDay(window.from, c);
  if (c.period) return { from: limited(from, c.period.lo, Math.max), to: limited(to, c.period.hi, Math.min) };
  return { ...(from && { from }), ...(to && { to }) };
}

/** A day no earlier (`Math.max`) or no later (`Math.min`) than a limit, which stands for a day that is not there. */
function limited(day: Known<DayRange> | undefined, limit: DayNumber, pick: typeof Math.max): Known<DayRange> {
  if (!day) return knownDay(limit);
  return { value: { lo: pick(day.value.lo, limit), hi: pick(day.value.hi, limit) }, asks: day.asks };
}

export interface ResolvedWindow {
  readonly from?: Known<DayRange>;
  readonly to?: Known<DayRange>;
}

/** So long after a day, or before it (`sign` -1). */
export function shift(
  range: DayRange,
  length: Settled<Length>,
  sign: 1 | -1,
  c: Omit<Context, 'stageDay'>,
): Known<DayRange> {
  if (isNotEstablished(length)) {
    return sign > 0
      ? { value: { lo: range.lo, hi: NO_LATEST }, asks: ['rule'] }
      : { value: { lo: NO_EARLIEST, hi: range.hi }, asks: ['rule'] };
  }
  const n = resolveNumber(length.n, c, ONE);
  const a = addLength(range.lo, sign * (sign > 0 ? n.lo : n.hi), length.unit);
  const b = addLength(range.hi, sign * (sign > 0 ? n.hi : n.lo), length.unit);
  return { value: { lo: a, hi: b }, asks: n.asks };
}

/** A stated fact as it stood on a day; `undefined` if it is not stated or the day is not exact enough to tell. */
export function readFact(
  fact: string,
  c: Omit<Context, 'stageDay'>,
  on: Known<DayRange>,
): { value: string | number | boolean | undefined; asks: readonly string[] } {
  const dated = c.record.facts.get(fact);
  const at = (day: DayNumber) => dated?.findLast((entry) => entry.from <= day)?.value;
  const value = at(on.value.lo);
  if (value !== at(on.value.hi)) return { value: undefined, asks: on.asks };
  return { value, asks: value === undefined ? [`fact:${fact}`] : NOTHING };
}

const NOTHING: readonly string[] = [];
const DEEPEST = 32;

function minor(n: number, perUnit: Fraction): number {
  if (perUnit === ONE && Number.isInteger(n)) return n;
  const product = multiply(exact(n), perUnit);
  return Math.ceil(product.n / product.d);
}
