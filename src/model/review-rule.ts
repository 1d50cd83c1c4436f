import type { Cite, DayExpr, NumberExpr, Value } from './value.js';

/**
 * How an assessed body of work passes: raters rate every competency, their ratings are merged, and shares of the competencies decide.
 * A document of an authority in `settledBy` settles the review instead.
 */
export interface ReviewRule {
  readonly title: string;
  /** How many raters rate every competency. */
  readonly raters: number;
  /** From the lowest to the highest. */
  readonly ratings: readonly string[];
  /** Two raters' ratings of one competency merged into one, in either order; equal ones stay as they are. */
  readonly merge: readonly RatingMerge[];
  /** Merged ratings for which more evidence is asked, and how often it may be handed in. */
  readonly supplement?: { readonly for: readonly string[]; readonly times: number };
  /** Shares of all competencies, in percent of their number, compared as whole numbers; all must hold. */
  readonly passes: readonly RatingShare[];
  /** Last day on which such work could be handed in. */
  readonly offeredUntil?: Value<DayExpr>;
  readonly settledBy: readonly string[];
  readonly cite: readonly Cite[];
}

/** Two different ratings and what they make together. */
export interface RatingMerge {
  readonly of: readonly [string, string];
  readonly is: string;
}

/** So many percent of the competencies, at least or at most, have this merged rating in the end. */
export interface RatingShare {
  readonly rating: string;
  readonly atLeast?: Value<NumberExpr>;
  readonly atMost?: Value<NumberExpr>;
}
