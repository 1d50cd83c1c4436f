import type { CompiledNode } from '../compile/nodes.js';
import type { Advisory } from '../model/evaluation.js';
import type { GrantedException } from '../model/record.js';
import type { Use } from '../model/use.js';
import { needOf } from './count.js';
import { type Candidate, candidate, type ItemLeaf, isItemLeaf } from './eligible.js';
import { pinnedTo } from './exceptions.js';
import { lineOf, takesDay, takesNumber } from './grants.js';
import { poolOf } from './limits.js';
import { type Check, same } from './problems.js';
import { standingIn } from './room.js';
import { type CheckedWorld, within } from './worlds.js';

/** Checks that an item that is pinned counts there, unless everything that could take it is full of what is no farther. */
export function checkPins(check: Check, uses: readonly Use[], worlds: readonly CheckedWorld[]): void {
  if (worlds.length !== 1) return;
  for (const world of worlds.flatMap((each) => within(each, 'every'))) {
    for (const pin of check.record.exceptions) {
      if (pin.kind !== 'applyHere') continue;
      const item = check.record.items.find(({ id }) => id === pin.item);
      const leaves = world.nodes.filter(
        (node): node is ItemLeaf & CompiledNode =>
          isItemLeaf(node) && item !== undefined && pinnedTo(item, node, world).includes(pin.id),
      );
      if (!item || item.tier === 'planned') continue;
      if (uses.some((use) => use.item === item.id && leaves.some(({ id }) => id === use.requirement))) continue;
      for (const leaf of leaves) {
        const found = world.open[leaf.index] ? candidate(item, leaf, world) : undefined;
        if (!found || !('sure' in found) || found.bundles || standingIn(poolOf(leaf), world).includes(item.id))
          continue;
        if (hasRoom(leaf, found, world, uses))
          check.report('wrongUse', `allocation.${item.id}.${leaf.id}`, `a use, as \`${pin.id}\` asks`, undefined);
      }
    }
  }
}

/** Whether a leaf still takes the item, or holds one that is not nearer and not pinned there. */
function hasRoom(leaf: ItemLeaf, found: Candidate, world: CheckedWorld, uses: readonly Use[]): boolean {
  if (leaf.kind === 'total') return true;
  const mine = uses.filter((use) => use.requirement === leaf.id);
  const count = mine.filter((use) => !use.bundle).length + new Set(mine.flatMap((use) => use.bundle ?? [])).size;
  if (count < (leaf.kind === 'evidence' ? needOf(leaf, world).hi : 1)) return true;
  return mine.some((use) => {
    const item = world.context.record.items.find(({ id }) => id === use.item);
    const other = item && candidate(item, leaf, world);
    if (!other || !('sure' in other) || other.bundles || pinnedTo(other.item, leaf, world).length > 0) return false;
    return distance(other) >= distance(found);
  });
}

function distance({ sure, item }: Candidate): number {
  return (sure ? 0 : 2) + (item.tier === 'earned' ? 0 : 1);
}

/** Checks that exactly those exceptions are called ignored that can change nothing, and those pins impossible that have no use. */
export function checkIdleExceptions(check: Check): void {
  const { record, evaluation } = check;
  const without = (code: Advisory['code']) =>
    evaluation.advisories.flatMap((advisory) => (advisory.code === code ? (advisory.exception ?? []) : [])).sort();
  const placed = evaluation.allocation.flatMap((use) => use.exceptions ?? []);
  const pins = record.exceptions.filter((one) => one.kind === 'applyHere' && !placed.includes(one.id));
  const idle = record.exceptions.filter((one) => one.kind !== 'applyHere' && !isAbout(one, check));
  const ids = (all: readonly GrantedException[]) => all.map(({ id }) => id).sort();
  same(check, 'wrongReason', 'advisories.pinImpossible', ids(pins), without('pinImpossible'));
  same(
    check,
    'wrongReason',
    'advisories.exceptionIgnored',
    ids([...record.ignored, ...idle]),
    without('exceptionIgnored'),
  );
}

/** Whether the rules have the requirement, of the right kind, and the record the item. */
function isAbout(one: GrantedException, { ruleset, record }: Check): boolean {
  const item = 'item' in one ? record.items.find(({ id }) => id === one.item) : undefined;
  if ('item' in one && !item) return false;
  if (one.requirement === undefined) return true;
  const trees = ruleset.editions.flatMap((edition) =>
    [...edition.stages.values()].flatMap((stage) => nested(stage.first.nodes, undefined)),
  );
  return trees.some(({ nodes, owner }) =>
    nodes.some((node) => {
      if (one.kind === 'adjustment') return takesDay(node, one) || takesNumber(node, one);
      if (one.kind !== 'alsoAccept') return node.id === one.requirement;
      const isReader =
        (node.kind === 'evidence' || node.kind === 'total') && node.from.some((list) => list === item?.list);
      return (
        isReader && (owner === one.requirement || lineOf(node.index, nodes).some(({ id }) => id === one.requirement))
      );
    }),
  );
}

interface Nested {
  readonly nodes: readonly CompiledNode[];
  /** The requirement that repeats the tree, where one does. */
  readonly owner: string | undefined;
}

function nested(nodes: readonly CompiledNode[], owner: string | undefined): readonly Nested[] {
  const inner = nodes.flatMap((node) => (node.kind === 'eachPeriod' ? nested(node.nodes, node.id) : []));
  return [{ nodes, owner }, ...inner];
}
