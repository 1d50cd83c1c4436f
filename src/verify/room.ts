import { add, compare, fraction, ONE, ZERO } from '../base/fraction.js';
import { type Memory, rememberedBy } from '../base/remembered.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Fraction, Quantity } from '../model/quantity.js';
import type { Use } from '../model/use.js';
import { candidate, isItemLeaf } from './eligible.js';
import { limitsOf, poolOf, usesIn } from './limits.js';
import type { CheckedWorld } from './worlds.js';

/** By pool, by item: how often the item counts in it. A part of an amount that may be divided counts as its share of the item. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, Fraction>>;

/** How much of an item a requirement may still use: 1 for the whole, 0 for nothing, between them where its amount may be divided. */
export type Left = (item: string) => Fraction;

/** As if nothing else wanted anything. */
export const ALL_LEFT: Left = () => ONE;

/** What some uses come to in one world, or in one period of it. */
export function countsOf(uses: readonly Use[], world: CheckedWorld): Counts {
  return rememberedBy(COUNTS, world, uses, countsIn);
}

const COUNTS: Memory<CheckedWorld, Map<readonly Use[], Counts>> = new WeakMap();

function countsIn(world: CheckedWorld, uses: readonly Use[]): Counts {
  const counts = new Map<string, Map<string, Fraction>>();
  const nodes = new Map(world.nodes.map((node) => [node.id, node]));
  for (const use of uses) {
    const node = nodes.get(use.requirement);
    if (!node || world.standIns[node.index]) continue;
    const share = shareOf(use, node, world);
    for (const pool of limitsOf(poolOf(node), world.context.tree)) {
      const items = counts.get(pool) ?? new Map<string, Fraction>();
      counts.set(pool, items.set(use.item, add(items.get(use.item) ?? ZERO, share)));
    }
  }
  return counts;
}

/** How much of an item a use takes. */
function shareOf(use: Use, node: CompiledNode, world: CheckedWorld): Fraction {
  const item = world.context.record.items.find(({ id }) => id === use.item);
  const found = item && isItemLeaf(node) ? candidate(item, node, world) : undefined;
  if (node.kind !== 'total' || !node.unit.splittable || !found || !('sure' in found)) return ONE;
  const amount = minorOf(use.amount, node.unit.perUnit);
  return amount === undefined || found.amount === 0 ? ONE : fraction(amount, found.amount);
}

/** What the uses of others leave of each item for a requirement: in its pool, in those around it, and in what two pools may share. */
export function leftFor(node: CompiledNode, world: CheckedWorld, uses: readonly Use[]): Left {
  const { tree } = world.context;
  const pools = limitsOf(poolOf(node), tree);
  if (pools.length === 0) return ALL_LEFT;
  const standing = new Set(standingIn(pools[0], world));
  const all = countsOf(uses, world);
  // What only some worlds use here may in this one count in the other pool alone.
  const sure = countsOf(
    uses.filter(({ certain }) => certain),
    world,
  );
  const own = new Map(
    uses.filter(({ requirement }) => requirement === node.id).map((use) => [use.item, shareOf(use, node, world)]),
  );
  const full = (tree.pools?.overlaps ?? []).filter(
    ({ pools: pair, atMost }) => itemsInBoth(pair, all).length >= atMost,
  );
  const isSplit = node.kind === 'total' && node.unit.splittable;
  return (item) => {
    // In the other pool of a pair that has all that it may have in common, and not in this one.
    const isApart = full.some(({ pools: [a, b] }) => {
      const [here, there] = pools.includes(a) ? [a, b] : [b, a];
      return pools.includes(here) && all.get(there)?.has(item) && !sure.get(here)?.has(item);
    });
    if (standing.has(item) || isApart) return ZERO;
    const left = pools.map((pool) => {
      const { n, d } = add(all.get(pool)?.get(item) ?? ZERO, negative(own.get(item) ?? ZERO));
      return fraction(Math.max(0, usesIn(pool, tree) * d - n), d);
    });
    const least = left.reduce((a, b) => (compare(a, b) <= 0 ? a : b), ONE);
    return isSplit || least.n === least.d ? least : ZERO;
  };
}

const negative = ({ n, d }: Fraction): Fraction => ({ n: -n, d });

/** The items that count in both of two pools. */
export function itemsInBoth(pair: readonly [string, string], counts: Counts): readonly string[] {
  return [...(counts.get(pair[0])?.keys() ?? [])].filter((item) => counts.get(pair[1])?.has(item));
}

/** An amount in smallest parts; `undefined` where there is none, or no whole number of them. */
export function minorOf(amount: Quantity | undefined, perUnit: Fraction): number | undefined {
  if (!amount) return undefined;
  const minor = (amount.n * perUnit.n) / (amount.d * perUnit.d);
  return Number.isInteger(minor) ? minor : undefined;
}

/** Items that stand in for requirements of a pool, and count there for nothing else. */
export function standingIn(pool: string | undefined, world: CheckedWorld): readonly string[] {
  return world.standIns.flatMap((one) => (one && pool !== undefined && one.pools.has(pool) ? [one.item.id] : []));
}
