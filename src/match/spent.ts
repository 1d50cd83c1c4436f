/** What stages have used up of pools across stages: by pool, by the index of the item. */
export type Spent = ReadonlyMap<string, SpentItems>;

export type SpentItems = ReadonlyMap<number, Spending>;

/** How an item has been used in a pool. */
export interface Spending {
  /** Whether it has been used in any case. */
  readonly certain: boolean;
  /** What would tell whether it has been. */
  readonly asks: readonly string[];
  /** So many smallest parts of this base unit are gone; without it the whole item. */
  readonly part?: { readonly base: string; readonly amount: number };
}

/** What is gone after a stage: what was gone before it, and what it uses. */
export function andAlso(before: Spent, used: Spent): Spent {
  if (used.size === 0) return before;
  const pools = new Set([...before.keys(), ...used.keys()]);
  return new Map(
    [...pools].map((pool) => [pool, inEither(before.get(pool) ?? NOTHING_GONE, used.get(pool) ?? NOTHING_GONE)]),
  );
}

function inEither(a: SpentItems, b: SpentItems): SpentItems {
  if (a.size === 0) return b;
  const both = new Map(a);
  for (const [item, spending] of b) {
    const known = both.get(item);
    both.set(item, known ? sumOf(known, spending) : spending);
  }
  return both;
}

/** Parts add up; of what is certainly gone whole nothing is left, whatever else may be gone. */
export function sumOf(a: Spending, b: Spending): Spending {
  const whole = [a, b].find((each) => each.certain && !each.part);
  if (whole) return whole;
  const asks = [...a.asks, ...b.asks];
  if (!a.certain || !b.certain || a.part?.base !== b.part?.base) return { certain: false, asks };
  const amount = (a.part?.amount ?? 0) + (b.part?.amount ?? 0);
  return { certain: true, asks, part: { base: a.part?.base ?? '', amount } };
}

export const NOTHING_GONE: SpentItems = new Map();
export const NOTHING_SPENT: Spent = new Map();
