import { formatDay } from '../base/calendar.js';
import type { CompiledNode, CompiledUnit } from '../compile/nodes.js';
import type { Item } from '../match/read.js';
import type { Quantity } from '../model/quantity.js';
import type { Use } from '../model/use.js';
import { candidate, isItemLeaf } from './eligible.js';
import { checkExceptions, exceptionsOfUse } from './exceptions.js';
import type { CheckedStandIn } from './grants.js';
import { checkPins } from './pins.js';
import { checkBundles, checkLeftovers, checkPools } from './pools.js';
import { type Check, quantityOf, same } from './problems.js';
import { minorOf } from './room.js';
import { measureWork } from './work.js';
import { type CheckedWorld, within } from './worlds.js';

/** A leaf in one world, or in one period inside it. */
interface Place {
  readonly world: CheckedWorld;
  readonly node: CompiledNode;
}

/** Checks that every use of a stage is of an item that may count there, that nothing is used twice and that bundles are whole. */
export function checkUses(check: Check, stage: string, worlds: readonly CheckedWorld[]): void {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage);
  const seen = new Set<string>();
  for (const use of uses) {
    const path = `allocation.${use.item}.${use.requirement}`;
    const key = `${use.item} ${use.requirement}`;
    if (seen.has(key)) check.report('usedTwice', path, 'one use of an item for a requirement', key);
    seen.add(key);
    const item = check.record.items.find((one) => one.id === use.item);
    if (!item) {
      check.report('wrongUse', path, 'an item of the record', use.item);
      continue;
    }
    same(check, 'wrongUse', `${path}.list`, item.list, use.list);
    same(check, 'wrongUse', `${path}.title`, titleOf(check, item), use.title);
    same(check, 'wrongUse', `${path}.day`, item.day === undefined ? undefined : formatDay(item.day), use.day);
    if (worlds.some((world) => standInOf(use, world))) {
      checkStandIn(check, use, item, worlds, path);
      continue;
    }
    const inWorlds = worlds.map((world) => placesOf(world, use.requirement));
    if (inWorlds.every((places) => places.length === 0)) {
      check.report('wrongUse', path, 'a requirement that takes items', use.requirement);
      continue;
    }
    if (inWorlds.flat().some(({ node }) => node.kind === 'experience')) checkWork(check, use, item, inWorlds, path);
    else checkCandidate(check, use, item, uses, inWorlds, path);
    checkExceptions(check, use, item, inWorlds.flat(), path);
  }
  checkPools(check, uses, worlds);
  checkPins(check, uses, worlds);
  checkBundles(check, uses, worlds);
  checkLeftovers(check, uses, worlds);
}

/** What a use of an item that stands in for a requirement says of it. */
function checkStandIn(check: Check, use: Use, item: Item, worlds: readonly CheckedWorld[], path: string): void {
  same(check, 'wrongUse', `${path}.tier`, item.tier, use.tier);
  const found = worlds.map((world) => standInOf(use, world));
  const isSure = found.every((one) => one && one.status !== 'unknown');
  if (use.certain && !isSure && worlds.length === 1) check.report('notCertain', `${path}.certain`, false, true);
  if (!use.certain && isSure) check.report('notCertain', `${path}.certain`, true, false);
  // What stands in under one reading may count by itself under another.
  const ids = found.flatMap((one) => (one ? [[one.id]] : []));
  const others = worlds
    .flatMap((world) => placesOf(world, use.requirement))
    .flatMap(({ world, node }) => [exceptionsOfUse(item, node, world)]);
  if (![...ids, ...others].some((one) => one?.join() === (use.exceptions ?? []).join()))
    check.report('wrongUse', `${path}.exceptions`, ids, use.exceptions);
}

/** What stands in for exactly this requirement, if it is this item. */
function standInOf(use: Use, world: CheckedWorld): CheckedStandIn | undefined {
  return within(world, 'every')
    .flatMap((each) => each.standIns.filter((one) => one && each.nodes[one.root]?.id === use.requirement))
    .find((one) => one?.item.id === use.item);
}

/** Every leaf of that id for which evidence counts. */
function placesOf(world: CheckedWorld, requirement: string): readonly Place[] {
  return within(world, 'every').flatMap((each) =>
    each.nodes
      .filter((node) => node.id === requirement && each.open[node.index])
      .filter((node) => isItemLeaf(node) || node.kind === 'experience')
      .map((node) => ({ world: each, node })),
  );
}

function checkWork(check: Check, use: Use, item: Item, inWorlds: readonly (readonly Place[])[], path: string): void {
  const spans = inWorlds.map((places) =>
    places.flatMap(({ world, node }) =>
      node.kind === 'experience'
        ? measureWork(node, world)
            .spans.filter((span) => span.item === item && span.inWindow)
            .map((span) => ({ span, node }))
        : [],
    ),
  );
  const [found] = spans.flat();
  if (found?.node.kind !== 'experience') {
    check.report('notEligible', path, 'work inside the window', use.item);
    return;
  }
  const { unit } = found.node;
  const amounts = spans.flat().map(({ span }) => quantityOf(span.amount, unit));
  if (!amounts.some(({ n, d }) => n === use.amount?.n && d === use.amount.d && unit.id === use.amount.unit))
    check.report('wrongAmount', `${path}.amount`, amounts, use.amount);
  if (!spans.flat().some(({ span }) => (span.proRated ? 'proRated' : undefined) === use.how))
    check.report('wrongAmount', `${path}.how`, undefined, use.how);
  if (!spans.flat().some(({ span }) => (span.begun ? 'earned' : 'planned') === use.tier))
    check.report('wrongUse', `${path}.tier`, found.span.begun ? 'earned' : 'planned', use.tier);
  const sure = spans.every((all) => all.some(({ span }) => span.sure));
  if (use.certain !== sure) check.report('notCertain', `${path}.certain`, sure, use.certain);
}

function checkCandidate(
  check: Check,
  use: Use,
  item: Item,
  uses: readonly Use[],
  inWorlds: readonly (readonly Place[])[],
  path: string,
): void {
  const together = use.bundle === undefined ? [item] : partsOf(check, use, uses);
  const found = inWorlds.map((places) =>
    places.flatMap(({ world, node }) => {
      const one = isItemLeaf(node) ? candidate(item, node, world) : undefined;
      if (!one || !('sure' in one) || !isItemLeaf(node)) return [];
      const all = together.map((part) => candidate(part, node, world));
      return [{ node, one, sure: all.every((part) => part !== undefined && 'sure' in part && part.sure) }];
    }),
  );
  const [first] = found.flat();
  if (!first || item.tier === 'planned') {
    check.report('notEligible', path, 'an item that may count here', use.item);
    return;
  }
  same(check, 'wrongUse', `${path}.tier`, item.tier, use.tier);
  const sure = found.every((all) => all.some((one) => one.sure));
  if (use.certain ? !sure : sure && inWorlds.length === 1)
    check.report('notCertain', `${path}.certain`, sure, use.certain);
  const bundles = first.one.bundles?.map(({ id }) => id);
  if (bundles ? !bundles.includes(use.bundle ?? '') : use.bundle !== undefined)
    check.report('bundleSplit', `${path}.bundle`, bundles, use.bundle);
  const { node, one } = first;
  same(check, 'wrongAmount', `${path}.how`, one.how, use.how);
  const expected = node.kind === 'total' && node.pool !== undefined ? quantityOf(one.amount, node.unit) : undefined;
  if (node.kind === 'total' && node.unit.splittable && isPartOf(use.amount, one.amount, node.unit)) return;
  same(check, 'wrongAmount', `${path}.amount`, expected, use.amount);
}

/** Whether it is so many smallest parts of an amount that may be divided: one at least, and no more than there are. */
function isPartOf(amount: Quantity | undefined, whole: number, unit: CompiledUnit): boolean {
  const minor = minorOf(amount, unit.perUnit);
  return amount?.unit === unit.id && minor !== undefined && minor > 0 && minor <= whole;
}

/** The items that count together with this one. */
function partsOf(check: Check, use: Use, uses: readonly Use[]): readonly Item[] {
  const together = new Set(
    uses
      .filter((other) => other.requirement === use.requirement && other.bundle === use.bundle)
      .map((other) => other.item),
  );
  return check.record.items.filter((item) => together.has(item.id));
}

/** What people call an item: its own title, or its course's. */
export function titleOf(check: Check, item: Item): string {
  return check.ruleset.courses.get(item.title)?.course.title ?? item.title;
}
