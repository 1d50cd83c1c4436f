import fc from 'fast-check';

/** Choices taken one after the other from a tape of numbers; past its end every choice is the first, the simplest one. */
export interface Draw {
  /** From 0 to `n - 1`; 0 where the tape is blank. */
  readonly below: (n: number) => number;
  /** One of the options, the first where the tape is blank. */
  readonly one: <T>(options: readonly T[]) => T;
  /** True in so many of a hundred cases; false where the tape is blank. */
  readonly chance: (percent: number) => boolean;
  /** So many results, `least` where the tape is blank. */
  readonly many: <T>(least: number, most: number, make: (i: number) => T) => T[];
  /** One of the keys, each as often as its weight says, the first where the tape is blank. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
}

/** Whatever `make` makes of a tape. A failing tape shrinks number by number towards 0, and so towards the simplest choices. */
export function drawn<T>(length: number, make: (d: Draw) => T): fc.Arbitrary<T> {
  const number = fc.nat(RANGE - 1);
  return fc
    .noBias(fc.array(number, { minLength: length, maxLength: length, size: 'max' }))
    .map((tape) => make(on(tape)));
}

const RANGE = 1 << 16;

function on(tape: readonly number[]): Draw {
  let at = 0;
  const below = (n: number): number => Math.floor(((tape[at++] ?? 0) * n) / RANGE);
  const one = <T>(options: readonly T[]): T => options[below(options.length)] as T;
  return {
    below,
    one,
    chance: (percent) => below(1000) >= 1000 - percent * 10,
    many: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, (_, i) => make(i)),
    weighted: (weights) => {
      const keys = Object.keys(weights) as (keyof typeof weights)[];
      const found = below(keys.reduce((sum, key) => sum + weights[key], 0));
      let end = 0;
      for (const key of keys) {
        end += weights[key];
        if (found < end) return key;
      }
      return keys[0] as keyof typeof weights;
    },
  };
}
