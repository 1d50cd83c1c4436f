import { literals } from '../edge/reference-names.js';
import type { NumberExpr, Value } from '../model/value.js';

/** The least and the greatest that a number can be. */
export interface NumberBounds {
  readonly lo: number;
  readonly hi: number;
}

/**
 * Between which numbers a value lies, whatever its standing, for whichever person: of a disputed value the least and the greatest
 * reading, of a table its least and greatest row.
 *
 * `numberBounds({ standing: 'notEstablished', because: 'cut', atLeast: 3 })` is `{ lo: 3, hi: Infinity }`.
 */
export function numberBounds(value: Value<NumberExpr>): NumberBounds {
  if (typeof value === 'object' && 'standing' in value && value.standing === 'notEstablished') {
    const { atLeast, atMost } = value;
    return {
      lo: atLeast === undefined ? 0 : numberBounds(atLeast).lo,
      hi: atMost === undefined ? Number.POSITIVE_INFINITY : numberBounds(atMost).hi,
    };
  }
  if (typeof value === 'object' && 'standing' in value && value.standing === 'dated')
    return hull(value.values.map((entry) => numberBounds(entry.value)));
  return hull(literals(value).map((each) => ofLiteral(each as NumberExpr)));
}

function ofLiteral(number: NumberExpr): NumberBounds {
  if (typeof number === 'number') return { lo: number, hi: number };
  switch (number.kind) {
    case 'byFact':
      return hull(number.table.map(({ value }) => ({ lo: value, hi: value })));
    case 'steps':
      return number.add < 0
        ? { lo: Number.NEGATIVE_INFINITY, hi: number.base }
        : { lo: number.base, hi: Number.POSITIVE_INFINITY };
  }
}

const hull = (all: readonly NumberBounds[]): NumberBounds => ({
  lo: Math.min(...all.map(({ lo }) => lo)),
  hi: Math.max(...all.map(({ hi }) => hi)),
});
