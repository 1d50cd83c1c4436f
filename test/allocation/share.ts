import type { Instance, Need } from './instance.js';

/** A leaf's share of its need; of `allOf` the mean by weight, of a choice the mean of the best k. `filled` is by leaf. */
export function shareOf(instance: Instance, filled: readonly number[], node: Need = instance.root): number {
  if (node.kind === 'leaf') return Math.min((filled[node.leaf] ?? 0) / (instance.leaves[node.leaf]?.need ?? 1), 1);
  const shares = node.of.map((child) => shareOf(instance, filled, child));
  if (node.kind === 'choose') return sum(shares.sort((a, b) => b - a).slice(0, node.k)) / node.k;
  const weights = node.of.map(weightOf);
  return sum(shares.map((share, i) => share * (weights[i] ?? 1))) / sum(weights);
}

/** A leaf weighs 1, `allOf` what its children do, a choice of k what its k lightest children do. */
export function weightOf(node: Need): number {
  if (node.kind === 'leaf') return 1;
  const weights = node.of.map(weightOf).sort((a, b) => a - b);
  return sum(node.kind === 'choose' ? weights.slice(0, node.k) : weights);
}

/** Whether a share is the whole, as far as sums of floating numbers can tell. */
export function isWhole(share: number): boolean {
  return share > 1 - 1e-9;
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
