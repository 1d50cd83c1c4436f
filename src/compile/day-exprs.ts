import { innerDays } from '../base/day-expr.js';
import type { DayExpr } from '../model/value.js';
import type { Settled } from './nodes.js';
import { isNotEstablished } from './readings.js';
import type { CompiledTree } from './ruleset.js';

/** Every day that stands anywhere in a piece of compiled rules, outermost expressions only. */
export function dayExprsIn(data: unknown): readonly DayExpr[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isDayExpr(data)) return [data];
  return Object.values(data).flatMap(dayExprsIn);
}

/**
 * A day with the named days of an edition written out, so that it means the same wherever it stands. A day that no source gives is
 * written out as it is, which `resolveDay` reads as well.
 */
export function inlined(expr: DayExpr, days: CompiledTree['days']): DayExpr {
  switch (expr.kind) {
    case 'day':
      return expr;
    case 'named': {
      const named = days.get(expr.name);
      return named === undefined ? expr : (settled(named, days) as DayExpr);
    }
    case 'laterOf':
    case 'earlierOf':
      return { ...expr, of: expr.of.map((each) => inlined(each, days)) };
    case 'before':
    case 'after':
    case 'firstAfter':
    case 'endOfMonth':
    case 'yearly':
    case 'weekday':
      return { ...expr, of: inlined(expr.of, days) };
  }
}

function settled(value: Settled<DayExpr>, days: CompiledTree['days']): Settled<DayExpr> {
  if (!isNotEstablished(value)) return inlined(value, days);
  const { atLeast, atMost } = value;
  return {
    ...value,
    ...(atLeast !== undefined && { atLeast: inlined(atLeast, days) }),
    ...(atMost !== undefined && { atMost: inlined(atMost, days) }),
  };
}

/** The bounds of a day that no source gives, instead of it. */
export function unbounded(expr: Settled<DayExpr>): readonly DayExpr[] {
  if (!isNotEstablished(expr)) return [expr];
  return [expr.atLeast, expr.atMost].flatMap((bound) => (bound === undefined ? [] : unbounded(bound)));
}

/** A day and every day of which it is made, those that tell a length of it included. */
export function partsOf(given: Settled<DayExpr>): readonly DayExpr[] {
  return unbounded(given).flatMap((expr) => {
    const length = 'length' in expr ? dayExprsIn(expr.length) : [];
    return [expr, ...[...innerDays(expr), ...length].flatMap(partsOf)];
  });
}

/** The milestones and named days among the parts of a day, each once. */
export function namesIn(parts: readonly DayExpr[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'named' ? part.name : [])))];
}

function isDayExpr(data: object): data is DayExpr {
  const { kind } = data as { readonly kind?: unknown };
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind);
}

const KINDS: Readonly<Record<DayExpr['kind'], true>> = {
  day: true,
  named: true,
  before: true,
  after: true,
  laterOf: true,
  earlierOf: true,
  firstAfter: true,
  endOfMonth: true,
  yearly: true,
  weekday: true,
};
