import { chainOf, type Instance, type Need } from './instance.js';
import { type Option, optionsOf } from './options.js';

/** What an instance is made of, as far as it makes sharing out hard. */
export interface Shape {
  readonly items: number;
  readonly leaves: number;
  readonly sections: number;
  /** Items that two leaves of one pool could use. */
  readonly contestedItems: number;
  /** Bundles, and children of a choice with more than one item below them, that such items belong to. */
  readonly contestedOptions: number;
  readonly traits: readonly Trait[];
}

export type Trait =
  | 'choice of courses'
  | 'choice of groups'
  | 'nested choice'
  | 'several items for a leaf'
  | 'range'
  | 'mixed list'
  | 'bundle that is whole'
  | 'bundles that share an item'
  | 'repeated course'
  | 'contested amounts of several sizes'
  | 'in progress'
  | 'planned'
  | 'uncertain'
  | 'pools apart'
  | 'two uses'
  | 'nested pool'
  | 'overlap'
  | 'amounts divided';

/** Counts what an instance has. */
export function shapeOf(instance: Instance): Shape {
  const options = optionsOf(instance);
  const contested = contestedIn(instance, options);
  const groups = choicesIn(instance.root).flatMap(({ of, k }) => (k < of.length ? of : []));
  const contestedGroups = groups.filter((child) => {
    const leaves = leavesIn(child);
    const needed = leaves.reduce((sum, leaf) => sum + (instance.leaves[leaf]?.need ?? 0), 0);
    return (
      needed > 1 && options.some(({ leaf, items }) => leaves.includes(leaf) && items.some((i) => contested.has(i)))
    );
  });
  const bundles = options.filter(({ items }) => items.length > 1);
  return {
    items: instance.items.length,
    leaves: instance.leaves.length,
    sections: instance.root.kind === 'leaf' ? 1 : instance.root.of.length,
    contestedItems: contested.size,
    contestedOptions:
      contestedGroups.length + bundles.filter(({ items }) => items.some((i) => contested.has(i))).length,
    traits: traitsOf(instance, options, contested),
  };
}

function contestedIn(instance: Instance, options: readonly Option[]): ReadonlySet<number> {
  const chains = instance.leaves.map(({ pool }) => chainOf(instance.pools, pool));
  const isIn = (leaf: number, pool: string) => chains[leaf]?.includes(pool) === true;
  const names = Object.keys(instance.pools);
  const wanting = instance.items.map((_, i) => [
    ...new Set(options.filter(({ items }) => items.includes(i)).map(({ leaf }) => leaf)),
  ]);
  const all = [...instance.items.keys()];
  return new Set(
    all.filter((i) => names.some((pool) => (wanting[i] ?? []).filter((leaf) => isIn(leaf, pool)).length > 1)),
  );
}

function traitsOf(instance: Instance, options: readonly Option[], contested: ReadonlySet<number>): readonly Trait[] {
  const { items, leaves, pools, overlaps, splittable } = instance;
  const choices = choicesIn(instance.root).filter(({ of, k }) => k < of.length);
  const bundles = options.filter((option) => option.items.length > 1);
  const sizes = options.filter(
    (option) => leaves[option.leaf]?.counts === 'amounts' && option.items.some((i) => contested.has(i)),
  );
  const used = new Set(leaves.map(({ pool }) => pool));
  const has: Readonly<Record<Trait, boolean>> = {
    'choice of courses': choices.some(({ of }) => of.every((child) => child.kind === 'leaf')),
    'choice of groups': choices.some(({ of }) => of.some((child) => child.kind === 'allOf' && child.of.length > 1)),
    'nested choice': choices.some(({ of }) => of.some((child) => choicesIn(child).length > 0)),
    'several items for a leaf': leaves.some(({ counts, need }) => counts === 'items' && need > 1),
    range: leaves.some(({ wants }) => wants.by === 'mixed' && wants.ranges.length > 0),
    'mixed list': leaves.some(({ wants }) => wants.by === 'mixed' && wants.ranges.length > 0 && wants.codes.length > 0),
    'bundle that is whole': bundles.length > 0,
    'bundles that share an item': bundles.some((a) =>
      bundles.some((b) => a !== b && a.items.some((i) => b.items.includes(i))),
    ),
    'repeated course': new Set(items.map(({ code }) => code)).size < items.length,
    'contested amounts of several sizes': new Set(sizes.map(({ amount }) => amount)).size > 1,
    'in progress': items.some(({ tier }) => tier === 'inProgress'),
    planned: items.some(({ tier }) => tier === 'planned'),
    uncertain: options.some(({ sure }) => !sure),
    'pools apart': [...used].some((a) => [...used].some((b) => disjoint(pools, a, b))),
    'two uses': Object.entries(pools).some(([name, { uses }]) => uses > 1 && used.has(name)),
    'nested pool': [...used].some((name) => pools[name]?.within !== undefined),
    overlap: overlaps.some((overlap) => overlap.pools.every((name) => used.has(name))),
    'amounts divided': splittable && sizes.length > 0,
  };
  return (Object.keys(has) as Trait[]).filter((trait) => has[trait]);
}

function disjoint(pools: Instance['pools'], a: string, b: string): boolean {
  return !chainOf(pools, a).some((name) => chainOf(pools, b).includes(name));
}

function choicesIn(node: Need): readonly Extract<Need, { kind: 'choose' }>[] {
  if (node.kind === 'leaf') return [];
  return [...(node.kind === 'choose' ? [node] : []), ...node.of.flatMap(choicesIn)];
}

function leavesIn(node: Need): readonly number[] {
  return node.kind === 'leaf' ? [node.leaf] : node.of.flatMap(leavesIn);
}
