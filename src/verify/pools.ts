import type { CompiledNode } from '../compile/nodes.js';
import { fieldOf } from '../read.js';
import type { Use } from '../use.js';
import { needOf } from './count.js';
import { isLeaf, poolOf, standingIn } from './edges.js';
import { candidate, type ItemLeaf, isItemLeaf } from './eligible.js';
import type { Check } from './problems.js';
import { measureWork } from './work.js';
import { type CheckedWorld, within } from './worlds.js';

/** Within a pool an item counts once. Uses that only some worlds have may stand side by side. */
export function checkPools(check: Check, uses: readonly Use[], worlds: readonly CheckedWorld[]): void {
  for (const world of worlds.flatMap((each) => within(each, 'every'))) {
    const isPeriod = world.context.period !== undefined;
    const taken = new Map<string, string>();
    const counts = new Map<string, number>();
    for (const one of world.standIns)
      for (const pool of one?.pools ?? []) taken.set(`${pool} ${one?.item.id}`, world.nodes[one?.root ?? 0]?.id ?? '');
    for (const use of uses) {
      const node = world.nodes.find(({ id }) => id === use.requirement);
      const item = check.record.items.find(({ id }) => id === use.item);
      const pool = node && poolOf(node);
      if (!node || !item || pool === undefined || (worlds.length > 1 && !use.certain)) continue;
      if (world.standIns[node.index]) continue;
      const found = isItemLeaf(node) ? candidate(item, node, world) : undefined;
      if (isPeriod && (!found || !('sure' in found) || !found.sure)) continue;
      const key = `${pool} ${use.item}`;
      const other = taken.get(key);
      if (other !== undefined && other !== use.requirement)
        check.report(
          'usedTwice',
          `allocation.${use.item}.${use.requirement}`,
          `one use in the pool \`${pool}\``,
          `also ${other}`,
        );
      taken.set(key, use.requirement);
      if (use.bundle === undefined) counts.set(use.requirement, (counts.get(use.requirement) ?? 0) + 1);
    }
    for (const [requirement, n] of counts) {
      const node = world.nodes.find(({ id }) => id === requirement);
      if (node?.kind === 'evidence' && worlds.length === 1 && !isPeriod && n > needOf(node, world).hi)
        check.report('wrongUse', `findings.${requirement}`, `at most ${needOf(node, world).hi} items`, n);
    }
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

/** Single items that may count here and that no rival uses, as long as the requirement is not full. */
function itemsLeft(node: ItemLeaf, world: CheckedWorld, uses: readonly Use[]): readonly string[] {
  const pool = poolOf(node);
  const rivals = world.nodes.filter((other) => pool !== undefined && other !== node && poolOf(other) === pool);
  const used = uses.filter((use) => rivals.some(({ id }) => id === use.requirement)).map((use) => use.item);
  const taken = new Set([...used, ...standingIn(pool, world)]);
  const free = world.context.record.items.filter((item) => {
    const found = candidate(item, node, world);
    return item.tier !== 'planned' && found && 'sure' in found && !found.bundles && !taken.has(item.id);
  });
  const mine = uses.filter((use) => use.requirement === node.id);
  const count = mine.filter((use) => !use.bundle).length + new Set(mine.flatMap((use) => use.bundle ?? [])).size;
  const isFull = node.kind !== 'total' && count >= (node.kind === 'evidence' ? needOf(node, world).hi : 1);
  return isFull ? [] : free.map(({ id }) => id);
}
