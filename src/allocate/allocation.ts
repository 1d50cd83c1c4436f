import type { Edge, LeafMatch, MeasuredMatch } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';

/** Which item counts where: one entry by node index for every leaf that allocates. */
export interface Allocation {
  readonly leaves: readonly (LeafAllocation | undefined)[];
  /** By node index: for `eachPeriod`, the allocation of each of its periods. */
  readonly periods: readonly (readonly Allocation[] | undefined)[];
  /** What was contested, and how it is known that it was shared out best. */
  readonly contests: readonly ContestOutcome[];
}

/** Leaves that want the same items, or stand below one choice with such. */
export interface ContestOutcome {
  /** Their indices, and those of the items that more than one of them wants. */
  readonly leaves: readonly number[];
  readonly items: readonly number[];
  readonly steps: number;
  /** Whether a better way may exist that was not found. */
  readonly isCut: boolean;
  /** Prices that prove that there is no better way, where they are found; when they are asked for. */
  readonly prices: () => ContestPrices | undefined;
  /** Found when it is asked for, because that takes as long as sharing out. */
  readonly conflicts: () => readonly FoundConflict[];
}

/** Prices that prove how much progress a contest can bring, as shares of the stage's. */
export interface ContestPrices {
  /** By item. */
  readonly items: ReadonlyMap<number, Fraction>;
  /** By index of the compiled node: of a leaf for each unit that it lacks, of a choice for each item that it lets pass. */
  readonly nodes: ReadonlyMap<number, Fraction>;
}

/** Requirements each of which might be met, but not all of them. */
export interface FoundConflict {
  /** Indices of compiled nodes. */
  readonly nodes: readonly number[];
  /** All items that might count for any of them. */
  readonly items: readonly number[];
  /** The least that they need together, and how much there is; absent where only a search shows it. */
  readonly count?: { readonly need: number; readonly have: number; readonly ofItems: boolean };
}

/** Which edges count for a leaf, in each view of the record. */
export interface LeafAllocation {
  /** Over what is earned or in progress, uncertain edges included. */
  readonly shown: readonly Edge[];
  /** The best over certain edges of each tier and the tiers before it. */
  readonly earned: readonly Edge[];
  readonly withInProgress: readonly Edge[];
  readonly withPlanned: readonly Edge[];
  /** Whether the search was cut in any of these, so that a better allocation may exist. */
  readonly cut: boolean;
  /** Present where what is shown was cut: everything that could count here if nothing else wanted it. */
  readonly atBest?: readonly Edge[];
}

/** The allocation of a leaf for which nothing could count. */
export const NOTHING_COUNTS: LeafAllocation = {
  shown: [],
  earned: [],
  withInProgress: [],
  withPlanned: [],
  cut: false,
};

/** Which edges take part. */
export type EdgeFilter = (edge: Edge) => boolean;

export const SHOWN: EdgeFilter = (edge) => edge.tier !== 'planned';
export const EARNED: EdgeFilter = (edge) => edge.certain && edge.tier === 'earned';
export const WITH_IN_PROGRESS: EdgeFilter = (edge) => edge.certain && edge.tier !== 'planned';
export const WITH_PLANNED: EdgeFilter = (edge) => edge.certain;

/** A leaf that allocates, with what it could take. */
export type AllocatingLeaf = Exclude<LeafMatch, MeasuredMatch>;

/** Whether an edge of a leaf is one to which an item was pinned. */
export type IsPinned = (leaf: AllocatingLeaf, edge: Edge) => boolean;

/**
 * A leaf's edges as they are best taken: certain before uncertain, earned before in progress, of equals what is pinned here first,
 * then by item and bundle.
 */
export function inPreference(leaf: AllocatingLeaf, edges: readonly Edge[], isPinned: IsPinned): readonly Edge[] {
  const preference = (edge: Edge) =>
    (edge.certain ? 0 : 4) + (edge.tier === 'earned' ? 0 : 2) + (isPinned(leaf, edge) ? 0 : 1);
  return edges.toSorted(
    (a, b) =>
      preference(a) - preference(b) ||
      (a.items[0] ?? 0) - (b.items[0] ?? 0) ||
      compareText(a.bundle ?? '', b.bundle ?? ''),
  );
}

/** Of one bundle, its combinations come with the best first, and stay so. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
