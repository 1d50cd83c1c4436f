import type { Instance, Item, Leaf, Range, Tier } from './instance.js';

/** One way to count for a leaf: a single item, or items that count only together. */
export interface Option {
  readonly leaf: number;
  readonly items: readonly number[];
  /** The farthest of its items. */
  readonly tier: Tier;
  readonly sure: boolean;
  /** What it is worth to the leaf: 1 for a leaf that counts items. */
  readonly amount: number;
}

/** Every option of every leaf. No course of a bundle may be there twice: which of the two is meant nobody says. */
export function optionsOf(instance: Instance): readonly Option[] {
  return instance.leaves.flatMap((leaf, index) => [
    ...instance.items.flatMap((item, i): readonly Option[] => {
      const says = saysOf(leaf, index, item);
      if (says === 'no' || !wants(instance, leaf, item.code)) return [];
      const amount = leaf.counts === 'amounts' ? item.amount : 1;
      return [{ leaf: index, items: [i], tier: item.tier, sure: says === 'yes', amount }];
    }),
    ...bundledOptions(instance, leaf, index),
  ]);
}

function bundledOptions(instance: Instance, leaf: Leaf, index: number): readonly Option[] {
  const { wants, counts } = leaf;
  if (wants.by !== 'set' || counts === 'amounts') return [];
  return instance.bundles.flatMap((bundle): readonly Option[] => {
    if (!bundle.covers.includes(wants.set)) return [];
    const items = bundle.codes.map((code) => {
      const [first, ...more] = instance.items.flatMap((item, i) => (item.code === code ? [i] : []));
      if (more.length > 0) throw new Error(`${code} of ${bundle.id} is there twice`);
      return first;
    });
    const there = items.filter((i) => i !== undefined);
    const parts = there.flatMap((i) => instance.items[i] ?? []);
    const says = parts.map((item) => saysOf(leaf, index, item));
    if (there.length < bundle.codes.length || says.includes('no')) return [];
    const tier = parts.map((item) => item.tier).reduce((a, b) => (TIERS.indexOf(a) > TIERS.indexOf(b) ? a : b));
    return [{ leaf: index, items: there, tier, sure: !says.includes('silent'), amount: 1 }];
  });
}

function saysOf(leaf: Leaf, index: number, item: Item): 'yes' | 'no' | 'silent' {
  if (!leaf.flagged) return 'yes';
  const says = item.says[index];
  return says === undefined ? 'silent' : says ? 'yes' : 'no';
}

/** Whether a leaf wants a course by itself. */
export function wants({ courses }: Pick<Instance, 'courses'>, { wants }: Leaf, code: string): boolean {
  const coversOne = (sets: readonly string[]) =>
    courses.some((course) => course.code === code && course.covers.some((set) => sets.includes(set)));
  switch (wants.by) {
    case 'anything':
      return true;
    case 'mixed':
      return wants.codes.includes(code) || wants.ranges.some((range) => inRange(range, code)) || coversOne(wants.sets);
    case 'set':
      return coversOne([wants.set]);
  }
}

function inRange({ prefix, from, to, except }: Range, code: string): boolean {
  const [dept, number] = code.split(' ');
  return dept === prefix && Number(number) >= from && Number(number) <= to && !except.includes(code);
}

export const TIERS: readonly Tier[] = ['earned', 'inProgress', 'planned'];
