import type { ContestOutcome, ContestPrices, FoundConflict } from '../allocate/allocation.js';
import { compare } from '../base/fraction.js';
import { subtree } from '../match/exceptions.js';
import type { Conflict, ContestFinding, Prices } from '../model/contest-finding.js';
import type { StageFinding } from '../model/evaluation.js';
import type { Quantity } from '../model/quantity.js';
import { progressIn } from '../worlds/progress.js';
import type { World } from '../worlds.js';
import { quantity } from './views.js';

/** What was contested in a stage, in the world with the least earned progress; and what conflicts in every world. */
export function contestsOf(worlds: readonly World[]): Pick<StageFinding, 'contests' | 'conflicts'> {
  const [first, ...others] = worlds;
  if (!first || worlds.every(({ allocation }) => allocation.contests.length === 0)) return {};
  const least = others.reduce((a, b) => (compare(progressIn(b).earned, progressIn(a).earned) < 0 ? b : a), first);
  const contests = least.allocation.contests.map((contest) => contestIn(least, contest));
  const conflicts = inEvery(solvedApart(worlds).map(conflictsIn));
  return { ...(contests.length > 0 && { contests }), ...(conflicts.length > 0 && { conflicts }) };
}

/** Worlds that do not have an allocation in common with one before them. */
function solvedApart(worlds: readonly World[]): readonly World[] {
  return worlds.filter(
    ({ allocation }, w) => worlds.findIndex((other) => other.allocation.contests === allocation.contests) === w,
  );
}

function contestIn(world: World, { leaves, items, isCut, steps, prices: find }: ContestOutcome): ContestFinding {
  const prices = isCut ? undefined : find();
  return {
    requirements: leaves.map((leaf) => idOf(world, leaf)),
    items: items.map((item) => nameOf(world, item)),
    proof: isCut ? 'none' : prices ? 'dual' : 'search',
    steps,
    ...(prices && { prices: pricesIn(world, prices) }),
  };
}

function pricesIn(world: World, { items, nodes }: ContestPrices): Prices {
  return {
    items: Object.fromEntries([...items].map(([item, price]) => [nameOf(world, item), price])),
    requirements: Object.fromEntries([...nodes].map(([node, price]) => [idOf(world, node), price])),
  };
}

function conflictsIn(world: World): readonly Conflict[] {
  return world.allocation.contests.flatMap(({ conflicts }) =>
    conflicts().map(
      ({ nodes, items, count }): Conflict => ({
        requirements: nodes.map((node) => idOf(world, node)),
        items: items.map((item) => nameOf(world, item)),
        ...(count && { need: amountIn(world, nodes, count, 'need'), have: amountIn(world, nodes, count, 'have') }),
      }),
    ),
  );
}

/** Items, or an amount in the unit of the totals below. */
function amountIn(
  { matched, tree }: World,
  nodes: readonly number[],
  count: NonNullable<FoundConflict['count']>,
  which: 'need' | 'have',
): Quantity {
  const below = nodes.map((node) => subtree(node, tree.nodes));
  const sum = matched.leaves.find((leaf, at) => leaf?.kind === 'sum' && below.some((nodes) => nodes.has(at)));
  const isAmount = !count.ofItems && sum?.kind === 'sum';
  return isAmount ? quantity(count[which], sum.unit) : { n: count[which], d: 1, unit: 'items' };
}

/** The conflicts that all worlds have; of their counts those that leave the most room. */
function inEvery([first = [], ...others]: readonly (readonly Conflict[])[]): readonly Conflict[] {
  return first.flatMap((conflict) => {
    const same = others.map((each) => each.find((other) => other.requirements.join() === conflict.requirements.join()));
    if (same.some((other) => other === undefined)) return [];
    const all = [conflict, ...same.filter((other) => other !== undefined)];
    const items = [...new Set(all.flatMap((each) => each.items))].sort();
    if (all.every((each) => JSON.stringify(each) === JSON.stringify(conflict))) return [conflict];
    const needs = all.flatMap(({ need }) => need ?? []);
    const haves = all.flatMap(({ have }) => have ?? []);
    const need = needs.reduce((a, b) => (compare(b, a) < 0 ? b : a), needs[0] ?? NONE);
    const have = { ...need, n: items.length, d: 1 };
    const isCounted = haves.length === all.length && need.unit === 'items' && compare(have, need) < 0;
    const once = all.every(({ items: mine, have: there }) => there?.n === mine.length);
    return isCounted && once ? [{ requirements: conflict.requirements, items, need, have }] : [];
  });
}

const NONE: Quantity = { n: 0, d: 1, unit: 'items' };

function idOf({ tree }: World, node: number): string {
  return tree.nodes[node]?.id ?? '';
}

function nameOf({ matched }: World, item: number): string {
  return matched.items[item]?.id ?? '';
}
