import { fraction } from '../base/fraction.js';
import type { Fraction } from '../model/quantity.js';

/** Turns fractions into whole numbers of their greatest common part. */
export interface Scale {
  readonly of: (fraction: Fraction) => number;
  readonly back: (whole: number) => Fraction;
  /** False where the parts would be too many: whole numbers are then rounded. */
  readonly exact: boolean;
}

/** So large that a few thousand of them still add up exactly. */
const MOST = 2 ** 40;

/**
 * The scale on which all of these are whole.
 * @example scaleFor([{ n: 1, d: 2 }, { n: 1, d: 3 }]).of({ n: 1, d: 2 }) // 3
 */
export function scaleFor(fractions: readonly Fraction[]): Scale {
  let parts = 1;
  for (const { d } of fractions) {
    parts *= d / common(parts, d);
    if (parts > MOST) {
      return { of: ({ n, d }) => Math.round((n / d) * MOST), back: (whole) => fraction(whole, MOST), exact: false };
    }
  }
  let unit = 0;
  for (const { n, d } of fractions) unit = common(n * (parts / d), unit);
  const size = unit === 0 ? 1 : unit;
  return {
    of: ({ n, d }) => Math.round((n * (parts / d)) / size),
    back: (whole) => fraction(whole * size, parts),
    exact: true,
  };
}

function common(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
