import { chainOf, type Instance } from './instance.js';
import type { Option } from './options.js';
import { shareOf } from './share.js';

/** Tries every way to share the items out. For instances of some six items. */
export function byBruteForce(instance: Instance, options: readonly Option[]): number {
  const chains = instance.leaves.map(({ pool }) => chainOf(instance.pools, pool));
  const bundles = options.filter(({ items }) => items.length > 1);
  let best = 0;
  for (const chosen of subsets(bundles)) {
    let reached = new Map<string, State>([['', startOf(instance, chosen)]]);
    for (const item of instance.items.keys()) {
      const before = chosen.filter(({ items }) => items.includes(item)).map(({ leaf }): Use => ({ leaf, whole: true }));
      const singles = options.filter(({ items }) => items.length === 1 && items[0] === item);
      const plans = plansOf(instance, chains, item, singles, before);
      reached = after(instance, chains, reached, plans);
    }
    for (const { filled } of reached.values()) best = Math.max(best, shareOf(instance, filled));
  }
  return best;
}

/** How much every leaf has, no more than it needs, and how many items count in both pools of each overlap. */
interface State {
  readonly filled: readonly number[];
  readonly inBoth: readonly number[];
}

/** An item counts for a leaf, as a part of a bundle, or with so much of its amount. */
type Use = { readonly leaf: number } & ({ readonly whole: true } | { readonly whole: false; readonly amount: number });

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [[]];
  for (const one of all) found.push(...found.map((set) => [...set, one]));
  return found;
}

function startOf({ leaves, overlaps }: Instance, chosen: readonly Option[]): State {
  const counted = leaves.map((_, index) => chosen.filter(({ leaf }) => leaf === index).length);
  return { filled: counted.map((n, i) => Math.min(n, leaves[i]?.need ?? 0)), inBoth: overlaps.map(() => 0) };
}

/** Every way in which one item may count beside the bundles that have it; none where these are too many already. */
function plansOf(
  instance: Instance,
  chains: readonly (readonly string[])[],
  item: number,
  singles: readonly Option[],
  before: readonly Use[],
): readonly (readonly Use[])[] {
  let plans: readonly (readonly Use[])[] = fits(instance, chains, item, before) ? [before] : [];
  for (const { leaf, amount } of singles) {
    const divides = instance.splittable && instance.leaves[leaf]?.counts === 'amounts';
    const amounts = divides ? Array.from({ length: amount }, (_, i) => i + 1) : [amount];
    const more = plans.flatMap((plan) => amounts.map((each): readonly Use[] => [...plan, use(leaf, each)]));
    plans = [...plans, ...more.filter((plan) => fits(instance, chains, item, plan))];
  }
  return plans;
}

function use(leaf: number, amount: number): Use {
  return { leaf, whole: false, amount };
}

/** Whether an item may be used so: no leaf twice, and no pool more than its limit, in parts of the item where its amount is divided. */
function fits(
  { leaves, items, pools, splittable }: Instance,
  chains: readonly (readonly string[])[],
  item: number,
  uses: readonly Use[],
): boolean {
  const size = items[item]?.amount ?? 1;
  const partOf = (each: Use) =>
    splittable && !each.whole && leaves[each.leaf]?.counts === 'amounts' ? each.amount : size;
  if (new Set(uses.map(({ leaf }) => leaf)).size < uses.length) return false;
  return Object.entries(pools).every(([pool, limit]) => {
    const inside = uses.filter(({ leaf }) => chains[leaf]?.includes(pool));
    return inside.reduce((sum, each) => sum + partOf(each), 0) <= limit.uses * size;
  });
}

function after(
  { leaves, overlaps }: Instance,
  chains: readonly (readonly string[])[],
  reached: ReadonlyMap<string, State>,
  plans: readonly (readonly Use[])[],
): Map<string, State> {
  const next = new Map<string, State>();
  for (const { filled, inBoth } of reached.values()) {
    for (const plan of plans) {
      const more = [...filled];
      for (const each of plan)
        if (!each.whole) more[each.leaf] = Math.min((more[each.leaf] ?? 0) + each.amount, leaves[each.leaf]?.need ?? 0);
      const isIn = (pool: string) => plan.some(({ leaf }) => chains[leaf]?.includes(pool));
      const both = overlaps.map(({ pools: [a, b] }, i) => (inBoth[i] ?? 0) + (isIn(a) && isIn(b) ? 1 : 0));
      if (both.some((n, i) => n > (overlaps[i]?.atMost ?? 0))) continue;
      next.set(`${more.join()};${both.join()}`, { filled: more, inBoth: both });
    }
  }
  return next;
}
