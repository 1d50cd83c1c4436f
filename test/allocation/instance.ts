/**
 * A question of what counts where, in its own words: requirements, items, and the pools in which items are used up. Nothing here comes
 * from the engine, so that an oracle may answer it.
 */
export interface Instance {
  readonly root: Need;
  readonly leaves: readonly Leaf[];
  readonly items: readonly Item[];
  readonly courses: readonly Course[];
  readonly bundles: readonly Bundle[];
  readonly pools: Readonly<Record<string, Pool>>;
  readonly overlaps: readonly Overlap[];
  /** Whether the amount of an item may be divided between leaves that add amounts up. */
  readonly splittable: boolean;
}

/** The tree of requirements; a leaf is named by its place in `leaves`. */
export type Need =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'allOf'; readonly of: readonly Need[] }
  | { readonly kind: 'choose'; readonly k: number; readonly of: readonly Need[] };

/** Asks for so many items, or for so much of their amounts. */
export interface Leaf {
  readonly counts: 'items' | 'amounts';
  readonly need: number;
  readonly pool: string;
  readonly wants: Wants;
  /** Only items that are said to count for it do; of an item that does not say nobody knows. */
  readonly flagged: boolean;
}

/** Which courses a leaf wants. */
export type Wants =
  | { readonly by: 'anything' }
  | {
      /** Any of these: single courses, ranges, and courses that cover one of the sets alone. */ readonly by: 'mixed';
      readonly codes: readonly string[];
      readonly ranges: readonly Range[];
      readonly sets: readonly string[];
    }
  | { /** Courses that cover the set, alone or in a bundle. */ readonly by: 'set'; readonly set: string };

/** Codes with this prefix and a number in the range, both ends included. */
export interface Range {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly except: readonly string[];
}

/** One completion of a course. */
export interface Item {
  readonly tier: Tier;
  readonly code: string;
  /** At least 1, a whole number. */
  readonly amount: number;
  /** By leaf that is flagged: whether it counts there. */
  readonly says: Readonly<Record<number, boolean>>;
}

export type Tier = 'earned' | 'inProgress' | 'planned';

export interface Course {
  readonly code: string;
  readonly covers: readonly string[];
}

/** Courses that cover sets together and, of those sets, none alone. */
export interface Bundle {
  readonly id: string;
  readonly codes: readonly string[];
  readonly covers: readonly string[];
}

/**
 * An item counts in a pool at most so often, and never twice for one leaf; what counts in a pool counts in the one it lies within too.
 * A divided amount uses up no more than the item has.
 */
export interface Pool {
  readonly uses: number;
  readonly within?: string;
}

/** At most so many items count in both pools. */
export interface Overlap {
  readonly pools: readonly [string, string];
  readonly atMost: number;
}

/** A pool and those that it lies within, from the inside out. */
export function chainOf(pools: Instance['pools'], pool: string): readonly string[] {
  const outer = pools[pool]?.within;
  return outer === undefined ? [pool] : [pool, ...chainOf(pools, outer)];
}
