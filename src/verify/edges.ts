import type { CompiledNode, LeafNode } from '../compile/nodes.js';
import type { Offer } from '../compile/ruleset.js';
import { fieldOf, type Item } from '../match/read.js';
import type { Tier, Use } from '../model/use.js';
import type { Counted } from './count.js';
import { type Candidate, candidate, type ItemLeaf } from './eligible.js';
import { type Left, minorOf } from './room.js';
import type { CheckedWorld } from './worlds.js';

/** An edge that some uses say: one item, or all courses of a bundle. */
export interface Counting extends Counted {
  readonly sure: boolean;
  readonly tier: Tier;
}

/** The edges that some uses say, as far as this world lets them count. */
export function countings(node: ItemLeaf, world: CheckedWorld, uses: readonly Use[]): readonly Counting[] {
  const candidates = uses.flatMap((use) => {
    const item = world.context.record.items.find((one) => one.id === use.item);
    const found = item && candidateFor(item, node, world);
    const part = node.kind === 'total' && node.unit.splittable ? minorOf(use.amount, node.unit.perUnit) : undefined;
    if (!found || item.tier === 'planned') return [];
    return [{ found: part === undefined ? found : { ...found, amount: part }, bundle: use.bundle }];
  });
  const single = candidates.filter(({ bundle }) => bundle === undefined).map(({ found }) => edgeOf([found]));
  const bundles = [...new Set(candidates.flatMap(({ bundle }) => bundle ?? []))];
  return [
    ...single,
    ...bundles.map((id) => edgeOf(candidates.filter(({ bundle }) => bundle === id).map(({ found }) => found))),
  ];
}

/** What could count here without taking anything from another requirement of the pool. */
export function freeCountings(
  node: ItemLeaf,
  world: CheckedWorld,
  uses: readonly Use[],
  left: Left,
): readonly Counting[] {
  const own = new Set(uses.map((use) => use.item));
  const found = world.context.record.items.flatMap((item) => {
    const share = left(item.id);
    if (item.tier === 'planned' || (share.n === 0 && !own.has(item.id))) return [];
    const one = candidateFor(item, node, world);
    if (!one) return [];
    const isWhole = share.n === 0 || share.n === share.d;
    return isWhole ? one : { ...one, amount: Math.floor((one.amount * share.n) / share.d) };
  });
  // Of two completions of a course the better one joins its bundle.
  const isEarned = (one: Candidate) => one.sure && one.item.tier === 'earned';
  const free = [...found.filter(isEarned), ...found.filter((one) => !isEarned(one))];
  const offers = [
    ...new Map(free.flatMap((one) => (one.bundles ?? []).map((offer): [string, Offer] => [offer.id, offer]))).values(),
  ];
  const used = new Set<Item>();
  const whole = offers.flatMap((offer) => {
    const parts = offer.courses.map((course) =>
      free.find((one) => one.bundles && !used.has(one.item) && fieldOf(one.item, 'course') === course),
    );
    if (parts.some((part) => part === undefined)) return [];
    const edge = edgeOf(parts.filter((part) => part !== undefined));
    for (const item of edge.items) used.add(item);
    return [edge];
  });
  return [...free.filter((one) => !one.bundles).map((one) => edgeOf([one])), ...whole];
}

function candidateFor(item: Item, node: ItemLeaf, world: CheckedWorld): Candidate | undefined {
  const found = candidate(item, node, world);
  return found && 'sure' in found ? found : undefined;
}

function edgeOf(parts: readonly Candidate[]): Counting {
  return {
    items: parts.map((part) => part.item),
    amount: parts[0]?.amount ?? 0,
    sure: parts.every((part) => part.sure),
    tier: parts.some((part) => part.item.tier === 'planned')
      ? 'planned'
      : parts.some((part) => part.item.tier === 'inProgress')
        ? 'inProgress'
        : 'earned',
  };
}

/** Whether a requirement has none below it. */
export function isLeaf(node: CompiledNode): node is LeafNode {
  return node.kind !== 'allOf' && node.kind !== 'choose' && node.kind !== 'eachPeriod';
}
