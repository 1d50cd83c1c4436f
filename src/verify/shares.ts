import type { TotalNode } from '../compile/nodes.js';
import type { Tally } from './count.js';

/** A share of the whole: at least, going by what is used, and at most, if no requirement took anything from another. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

/** The share of a leaf that counts items: what they come to of what is needed. */
export function shareOfItems({ have, need = 0 }: Tally): number {
  return part(have, need);
}

/** The share of work: the mean of its own amount and of its parts. */
export function shareOfWork({ have, need = 0, parts }: Tally): number {
  const shares = [part(have, need), ...parts.map((one) => part(one.have, one.need))];
  return sum(shares) / shares.length;
}

/**
 * The share of a total: the mean of its amount and of each coverage. Parts that exclude each other add up what they lack, others may
 * be filled together, so that only the largest lack is sure.
 */
export function shareOfTotal(node: TotalNode, { have, need, parts }: Tally): number {
  const amounts = parts.filter((one) => one.isAmount);
  const lacks = amounts.map((one) => Math.max(0, one.need - one.have));
  const together = (all: readonly number[]) => (node.disjoint ? sum(all) : Math.max(0, ...all));
  const wanted = need ?? (amounts.length > 0 ? together(amounts.map((one) => one.need)) : undefined);
  const short = Math.max(need === undefined ? 0 : need - have, together(lacks), 0);
  const shares = [
    ...(wanted === undefined ? [] : [part(wanted - short, wanted)]),
    ...parts.filter((one) => !one.isAmount).map((one) => part(one.have, one.need)),
  ];
  return shares.length === 0 ? 1 : sum(shares) / shares.length;
}

/** The share of what is needed, at most the whole. */
export function part(have: number, need: number): number {
  if (need <= 0 || have >= need) return 1;
  return Number.isFinite(need) ? Math.max(0, have) / need : 0;
}

/**
 * The sum of some numbers.
 * @example sum([1, 2, 3]) // 6
 */
export function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
