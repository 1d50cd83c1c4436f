import type { NumberExpr, Value } from '../model/value.js';

/** Every number that a value can turn out to be lies between these, both included. */
interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** Whether a number asks for as much as another, or for more, whatever is established of both. */
export function asMuch(now: Value<NumberExpr>, before: Value<NumberExpr>): boolean {
  return spanOf(now).lo >= spanOf(before).hi;
}

function spanOf(value: Value<NumberExpr>): Span {
  if (typeof value === 'number') return { lo: value, hi: value };
  if ('kind' in value) return computed(value);
  switch (value.standing) {
    case 'assumed':
      return spanOf(value.value);
    case 'disputed':
      return union(value.readings.map((reading) => spanOf(reading.value)));
    case 'dated':
      return union(value.values.map((entry) => spanOf(entry.value)));
    case 'notEstablished':
      return {
        lo: value.atLeast === undefined ? Number.NEGATIVE_INFINITY : spanOf(value.atLeast).lo,
        hi: value.atMost === undefined ? Number.POSITIVE_INFINITY : spanOf(value.atMost).hi,
      };
  }
}

function computed(value: Exclude<NumberExpr, number>): Span {
  switch (value.kind) {
    case 'byFact':
      return union(value.table.map((row) => spanOf(row.value)));
    case 'steps':
      return value.add >= 0
        ? { lo: value.base, hi: value.add === 0 ? value.base : Number.POSITIVE_INFINITY }
        : { lo: Number.NEGATIVE_INFINITY, hi: value.base };
  }
}

function union(spans: readonly Span[]): Span {
  return { lo: Math.min(...spans.map(({ lo }) => lo)), hi: Math.max(...spans.map(({ hi }) => hi)) };
}
