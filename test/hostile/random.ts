/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number;
  readonly pick: <T>(of: readonly T[]) => T;
  /** True in one of so many cases. */
  readonly oneIn: (n: number) => boolean;
}

/** The generator named mulberry32, public domain: 32 bits of state, quick, and good enough to choose what to break. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    pick: <T>(of: readonly T[]) => {
      if (of.length === 0) throw new RangeError('nothing to pick from');
      return of[below(of.length)] as T;
    },
    oneIn: (n) => below(n) === 0,
  };
}
