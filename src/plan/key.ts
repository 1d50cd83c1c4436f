/**
 * How good a plan is, compared place by place: requirements left open, evidence that is in no catalogue, the objective, steps, cost,
 * assumptions. Every place is a whole number, adds up over the steps, and is better the smaller it is.
 */
export type Key = readonly number[];

export const NO_KEY: Key = Object.freeze([0, 0, 0, 0, 0, 0]);

/** What nothing achieves. */
export const NEVER: Key = Object.freeze([Number.POSITIVE_INFINITY, 0, 0, 0, 0, 0]);

/** Negative, zero or positive as `a` is better than, as good as or worse than `b`. */
export function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

export function addKeys(a: Key, b: Key): Key {
  return a.map((n, i) => n + (b[i] ?? 0));
}

/** The share of a key that falls on each of so many uses, rounded down so that all shares together are never more than the key. */
export function shareOfKey(key: Key, uses: number): Key {
  return uses < 2 ? key : key.map((n) => Math.floor(n / uses));
}
