import type { Fraction, Quantity } from './quantity.js';

/** What a stage's evaluation says of items that several requirements want. */

/**
 * Requirements that want the same items, or stand below one choice with such, and how earned progress over them is known to be the best
 * that can be. `dual`: by prices that anybody can add up; `search`: every way to share the items out was tried or ruled out; `none`: the
 * search was cut. Of several editions or readings it is about the one with the least earned progress.
 */
export interface ContestFinding {
  /** Ids of the requirements that take items, and of the items that more than one of them wants. */
  readonly requirements: readonly string[];
  readonly items: readonly string[];
  readonly proof: 'dual' | 'search' | 'none';
  /** What all searches for it took together: arcs looked at, and claims and requirements gone through to make each network. */
  readonly steps: number;
  /** For `dual`. */
  readonly prices?: Prices;
}

/**
 * Prices that prove earned progress to be the best, as shares of the stage's progress. No item could be worth more to a requirement than
 * its own price and those of the requirement and of the choices above it; so what is there, at these prices, is the most there can be.
 */
export interface Prices {
  /** By item: what one more of it would be worth. */
  readonly items: Readonly<Record<string, Fraction>>;
  /** By requirement: what one unit more of its need, or for a choice one more item that may count below it, would be worth. */
  readonly requirements: Readonly<Record<string, Fraction>>;
}

/**
 * Requirements each of which could be met, but not all of them, in any way there is to meet them: they need more than what could count
 * for any of them. Without `need` and `have` only a search shows that.
 */
export interface Conflict {
  readonly requirements: readonly string[];
  /** Ids of all items that could count for any of them. */
  readonly items: readonly string[];
  /** The least that they need together, and how much there is. */
  readonly need?: Quantity;
  readonly have?: Quantity;
}
