import type { CompiledNode, TotalNode } from '../compile/nodes.js';
import { fieldOf } from '../match/read.js';
import type { Use } from '../model/use.js';
import { exceptionsLeave } from './away.js';
import { needOf, tallyTotal } from './count.js';
import { countings, isLeaf } from './edges.js';
import { candidate, type ItemLeaf, isItemLeaf } from './eligible.js';
import { isAcross, limitsOf, poolOf, usesIn } from './limits.js';
import type { Check } from './problems.js';
import { type Counts, countsOf, itemsInBoth, leftFor, standingIn } from './room.js';
import { measureWork } from './work.js';
import { type CheckedWorld, within } from './worlds.js';

/**
 * In each pool an item counts as often as that allows, and in those around it; two pools have no more in common than they may; and no
 * requirement takes more than it needs. Uses that only some worlds have may stand side by side.
 */
export function checkPools(check: Check, uses: readonly Use[], worlds: readonly CheckedWorld[]): void {
  const shared = worlds.length > 1 ? uses.filter(({ certain }) => certain) : uses;
  for (const world of worlds.flatMap((each) => within(each, 'every'))) {
    const told = world.context.period === undefined ? shared : shared.filter((use) => isSurelyIn(use, world));
    const counts = countsOf(told, world);
    checkLimits(check, counts, told, world);
    checkStanding(check, counts, world);
    for (const { pools, atMost } of world.context.tree.pools?.overlaps ?? []) {
      const found = itemsInBoth(pools, counts);
      if (found.length > atMost)
        check.report(
          'usedTwice',
          'allocation',
          `at most ${atMost} items both in \`${pools.join('` and in `')}\``,
          found,
        );
    }
    if (worlds.length === 1 && world.context.period === undefined) checkCounts(check, shared, world);
  }
}

/** Whether the item lies in the period of a world for certain; a use does not say in which period it counts. */
function isSurelyIn(use: Use, world: CheckedWorld): boolean {
  const node = world.nodes.find(({ id }) => id === use.requirement);
  const item = world.context.record.items.find(({ id }) => id === use.item);
  const found = node && item && isItemLeaf(node) ? candidate(item, node, world) : undefined;
  return found !== undefined && 'sure' in found && found.sure;
}

/** How often each item counts in each pool; what is divided comes to no more than the item. */
function checkLimits(check: Check, counts: Counts, uses: readonly Use[], world: CheckedWorld): void {
  for (const [pool, items] of counts) {
    const most = usesIn(pool, world.context.tree);
    for (const [item, { n, d }] of items) {
      if (n <= most * d) continue;
      const expected = most === 1 ? `one use in the pool \`${pool}\`` : `${most} uses in the pool \`${pool}\``;
      const found = uses.filter((use) => use.item === item).map(({ requirement }) => requirement);
      check.report('usedTwice', `allocation.${item}.${found.at(-1)}`, expected, found);
    }
  }
}

/** What stands in for a requirement counts for nothing else in its pools. */
function checkStanding(check: Check, counts: Counts, world: CheckedWorld): void {
  for (const [pool, items] of counts)
    for (const item of standingIn(pool, world))
      if (items.has(item))
        check.report(
          'usedTwice',
          `allocation.${item}`,
          `no use in the pool \`${pool}\` beside what it stands in for`,
          item,
        );
}

/** Evidence takes no more single items than may be needed. */
function checkCounts(check: Check, uses: readonly Use[], world: CheckedWorld): void {
  for (const node of world.nodes) {
    if (node.kind !== 'evidence' || world.standIns[node.index]) continue;
    const n = uses.filter((use) => use.requirement === node.id && use.bundle === undefined).length;
    const { hi } = needOf(node, world);
    if (n > hi) check.report('wrongUse', `findings.${node.id}`, `at most ${hi} items`, n);
  }
}

/** The courses of a bundle count all together or not at all. */
export function checkBundles(check: Check, uses: readonly Use[], worlds: readonly CheckedWorld[]): void {
  const keys = new Set(uses.flatMap((use) => (use.bundle === undefined ? [] : [`${use.requirement} ${use.bundle}`])));
  for (const key of keys) {
    const mine = uses.filter((use) => `${use.requirement} ${use.bundle}` === key);
    const courses = mine
      .map((use) => check.record.items.find((item) => item.id === use.item))
      .map((item) => item && fieldOf(item, 'course'));
    const offer = [...check.ruleset.offers.values()].flat().find(({ id }) => id === mine[0]?.bundle);
    const whole =
      offer?.courses.every((course) => courses.includes(course)) &&
      (worlds.length > 1 ||
        courses.length === offer.courses.length ||
        worlds.some((world) => within(world, 'every').length > 1));
    if (!whole) check.report('bundleSplit', `allocation.${key}`, offer?.courses, courses);
  }
}

/** Nothing lies about that a requirement could still take: a total takes all that is free, others take what they need. */
export function checkLeftovers(check: Check, uses: readonly Use[], worlds: readonly CheckedWorld[]): void {
  for (const world of worlds.flatMap((each) => within(each, 'every'))) {
    for (const one of new Set(world.standIns)) {
      const id = one && world.nodes[one.root]?.id;
      if (one && !uses.some((use) => use.item === one.item.id && use.requirement === id))
        check.report('unaccounted', `allocation.${one.item.id}.${id}`, 'a use', undefined);
    }
    for (const node of world.nodes) {
      if (!isLeaf(node) || !world.open[node.index]) continue;
      const left =
        node.kind === 'experience' ? workLeft(node, world) : isItemLeaf(node) ? itemsLeft(node, world, uses) : [];
      for (const item of left)
        if (!uses.some((use) => use.item === item && use.requirement === node.id))
          check.report('unaccounted', `allocation.${item}.${node.id}`, 'a use', undefined);
    }
  }
}

/** All work in the window counts. */
function workLeft(node: Extract<CompiledNode, { kind: 'experience' }>, world: CheckedWorld): readonly string[] {
  return measureWork(node, world)
    .spans.filter(({ inWindow }) => inWindow)
    .map(({ item }) => item.id);
}

/** Single items that may count here and of which others leave enough, as long as the requirement is not full. */
function itemsLeft(node: ItemLeaf, world: CheckedWorld, uses: readonly Use[]): readonly string[] {
  const left = leftFor(node, world, uses);
  const allowed = exceptionsLeave(node, world, uses);
  if (isFull(node, world, uses)) return [];
  const free = world.context.record.items.filter((item) => {
    const found = candidate(item, node, world);
    const isThere = item.tier !== 'planned' && left(item.id).n > 0 && allowed(item.id).n > 0;
    return isThere && found && 'sure' in found && !found.bundles;
  });
  return free.map(({ id }) => id);
}

function isFull(node: ItemLeaf, world: CheckedWorld, uses: readonly Use[]): boolean {
  if (node.kind === 'total') return isSatisfied(node, world, uses);
  const mine = uses.filter((use) => use.requirement === node.id);
  const count = mine.filter((use) => !use.bundle).length + new Set(mine.flatMap((use) => use.bundle ?? [])).size;
  return count >= (node.kind === 'evidence' ? needOf(node, world).hi : 1);
}

/** A total takes whatever is free, except where that may be divided or would be gone for the stages after it: there what it needs. */
export function isSatisfied(node: TotalNode, world: CheckedWorld, uses: readonly Use[]): boolean {
  const { tree } = world.context;
  const isSparing = node.unit.splittable || limitsOf(poolOf(node), tree).some((pool) => isAcross(pool, tree));
  const mine = uses.filter((use) => use.requirement === node.id);
  return isSparing && tallyTotal(node, countings(node, world, mine), 'sure', world).filled;
}
