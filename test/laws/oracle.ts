import type { Status } from '../../src/model/outcome.js';

// An oracle for contested items: it tries every way to share them out. Nothing here comes from the engine.

/** A requirement of a small instance. A leaf needs `need` of what its items are worth to it. */
export type Wanted =
  | { readonly kind: 'leaf'; readonly id: number; readonly need: number }
  | { readonly kind: 'allOf'; readonly of: readonly Wanted[] }
  | { readonly kind: 'choose'; readonly k: number; readonly of: readonly Wanted[] };

/** An item: in which tier, and for each leaf how much it is worth there, surely or perhaps. */
export interface Offered {
  readonly tier: 'earned' | 'inProgress' | 'planned';
  readonly worth: readonly { readonly leaf: number; readonly amount: number; readonly sure: boolean }[];
}

/** What the best of all ways to share the items out comes to. */
export interface Best {
  readonly status: Status;
  readonly earned: number;
  readonly withInProgress: number;
  readonly withPlanned: number;
}

/** Each item counts for one leaf or for none; every combination is tried. */
export function bestOf(root: Wanted, items: readonly Offered[], leaves: number): Best {
  const sharings = (tiers: readonly Offered['tier'][], surely: boolean) =>
    reach(
      items.filter((item) => tiers.includes(item.tier)),
      needs(root, leaves),
      surely,
    );
  const best = (all: readonly (readonly number[])[]) => Math.max(...all.map((counts) => share(root, counts)));
  const earned = best(sharings(['earned'], true));
  const withInProgress = best(sharings(['earned', 'inProgress'], true));
  const possible = best(sharings(['earned', 'inProgress'], false));
  const isWhole = (progress: number) => progress > 1 - 1e-9;
  const status = isWhole(earned)
    ? 'met'
    : isWhole(withInProgress)
      ? 'pending'
      : isWhole(possible)
        ? 'unknown'
        : 'unmet';
  return { status, earned, withInProgress, withPlanned: best(sharings(['earned', 'inProgress', 'planned'], true)) };
}

function needs(root: Wanted, leaves: number): readonly number[] {
  const found = new Array<number>(leaves).fill(0);
  const visit = (node: Wanted): void => {
    if (node.kind === 'leaf') found[node.id] = node.need;
    else for (const child of node.of) visit(child);
  };
  visit(root);
  return found;
}

/** All that the leaves can have together, each counted up to its need. */
function reach(items: readonly Offered[], upTo: readonly number[], surely: boolean): readonly (readonly number[])[] {
  let reached = new Map<string, readonly number[]>([['', upTo.map(() => 0)]]);
  for (const item of items) {
    const next = new Map<string, readonly number[]>();
    for (const counts of reached.values()) {
      next.set(counts.join(), counts);
      for (const { leaf, amount, sure } of item.worth) {
        if (surely && !sure) continue;
        const more = counts.map((n, i) => (i === leaf ? Math.min(n + amount, upTo[i] ?? 0) : n));
        next.set(more.join(), more);
      }
    }
    reached = next;
  }
  return [...reached.values()];
}

/** A leaf's share of its need; of `allOf` the mean by weight, of a choice the mean of the best k. */
function share(node: Wanted, counts: readonly number[]): number {
  if (node.kind === 'leaf') return Math.min((counts[node.id] ?? 0) / node.need, 1);
  const shares = node.of.map((child) => share(child, counts));
  if (node.kind === 'choose') return sum(shares.sort((a, b) => b - a).slice(0, node.k)) / node.k;
  const weights = node.of.map(weight);
  return sum(shares.map((one, i) => one * (weights[i] ?? 1))) / sum(weights);
}

/** A leaf weighs 1, `allOf` what its children do, a choice of k what its k lightest children do. */
function weight(node: Wanted): number {
  if (node.kind === 'leaf') return 1;
  const weights = node.of.map(weight).sort((a, b) => a - b);
  return sum(node.kind === 'choose' ? weights.slice(0, node.k) : weights);
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
