import type { Fraction } from '../model/quantity.js';

export const ZERO: Fraction = Object.freeze({ n: 0, d: 1 });
export const ONE: Fraction = Object.freeze({ n: 1, d: 1 });

/**
 * `n / d` in lowest terms.
 * @example fraction(6, 4) // { n: 3, d: 2 }
 */
export function fraction(n: number, d: number): Fraction {
  const g = gcd(Math.abs(n), d);
  return g === 1 ? { n, d } : { n: n / g, d: d / g };
}

/** Exact sum. Where numerator or denominator would pass 2^53 the sum is rounded down to a trillionth, so that progress is never overstated. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return fraction(a.n + b.n, a.d);
  const n = a.n * b.d + b.n * a.d;
  const d = a.d * b.d;
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return fraction(n, d);
  return narrow(BigInt(a.n) * BigInt(b.d) + BigInt(b.n) * BigInt(a.d), BigInt(a.d) * BigInt(b.d));
}

/** Exact product, with the same bound as `add`. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const n = a.n * b.n;
  const d = a.d * b.d;
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return fraction(n, d);
  return narrow(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d));
}

/** A fraction divided by a positive fraction. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return multiply(a, { n: b.d, d: b.n });
}

/** The mean of fractions, each counted by its weight. */
export function weightedMean(parts: readonly { readonly f: Fraction; readonly w: Fraction }[]): Fraction {
  const weight = parts.reduce((sum, { w }) => add(sum, w), ZERO);
  return divide(
    parts.reduce((sum, { f, w }) => add(sum, multiply(f, w)), ZERO),
    weight,
  );
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The decimal number that a JavaScript number prints as, exactly.
 * @example exact(0.1) // { n: 1, d: 10 }
 */
export function exact(n: number): Fraction {
  if (Number.isInteger(n)) return { n, d: 1 };
  const text = String(n);
  const point = text.indexOf('.');
  if (point < 0 || text.includes('e')) return { n, d: 1 };
  const places = text.length - point - 1;
  const d = 10 ** places;
  return fraction(Number(text.slice(0, point) + text.slice(point + 1)), d);
}

/**
 * Whole percent, rounded down, as people should see it.
 * @example percent({ n: 5, d: 6 }) // 83
 */
export function percent(f: Fraction): number {
  return Math.floor(Number((BigInt(f.n) * 100n) / BigInt(f.d)));
}

const LIMIT = BigInt(Number.MAX_SAFE_INTEGER);
const COARSE = 1_000_000_000_000n;

function narrow(n: bigint, d: bigint): Fraction {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  const g = a === 0n ? 1n : a;
  const rn = n / g;
  const rd = d / g;
  if (rn <= LIMIT && rd <= LIMIT) return { n: Number(rn), d: Number(rd) };
  return fraction(Number((n * COARSE) / d), Number(COARSE));
}

function gcd(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b))
    throw new TypeError(`fraction: expected finite numbers, found ${a} and ${b}`);
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 ? 1 : a;
}
