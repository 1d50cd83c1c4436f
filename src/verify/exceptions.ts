import type { CompiledNode } from '../compile/nodes.js';
import type { Item } from '../match/read.js';
import { testWhere } from '../match/where.js';
import type { Finding } from '../model/evaluation.js';
import type { Use } from '../model/use.js';
import type { Origin } from './claims.js';
import { candidate, isItemLeaf } from './eligible.js';
import { exclusion, lineOf, takesDay, takesNumber } from './grants.js';
import { type Check, same } from './problems.js';
import type { CheckedWorld } from './worlds.js';

/** Checks that a use names the exceptions that let the item count, and those that pin it there. */
export function checkExceptions(
  check: Check,
  use: Use,
  item: Item,
  places: readonly { readonly world: CheckedWorld; readonly node: CompiledNode }[],
  path: string,
): void {
  if (check.record.exceptions.length === 0 && use.exceptions === undefined) return;
  const expected = places.flatMap(({ world, node }) => {
    const ids = exceptionsOfUse(item, node, world);
    return ids ? [ids] : [];
  });
  const found = (use.exceptions ?? []).join();
  if (!expected.some((ids) => ids.join() === found))
    check.report('wrongUse', `${path}.exceptions`, expected, use.exceptions);
}

/** Checks that a finding names every exception that had an effect on it, and no other. */
export function checkApplied(check: Check, finding: Finding, origins: readonly Origin[], alone: boolean): void {
  if (check.record.exceptions.length === 0 && finding.exceptions === undefined) return;
  const named = (finding.exceptions ?? []).map(({ id }) => id);
  const path = `findings.${finding.id}.exceptions`;
  const uses = check.evaluation.allocation.filter((use) => use.stage === finding.stage);
  const wholes = origins.filter(({ part }) => part === undefined);
  const sure = wholes.flatMap((origin) => effectsOn(origin));
  const counted = wholes.flatMap((origin) => countedFor(origin, uses));
  const isLoose = origins.some(({ world }) => world.context.period !== undefined);
  // In several worlds an item may count in one of them only; that it does by an exception, its use tells.
  const isTold = (use: Use, id: string) => alone || use.exceptions?.includes(id) === true;
  const told = wholes.flatMap((origin) =>
    uses.flatMap((use) => countedFor(origin, [use]).filter((id) => isTold(use, id))),
  );
  for (const id of isLoose ? sure : [...sure, ...told])
    if (!named.includes(id)) check.report('wrongReason', path, id, named);
  for (const id of named)
    if (!sure.includes(id) && !counted.includes(id)) check.report('wrongReason', path, [...sure, ...counted], id);
  const expected = check.record.exceptions
    .filter(({ id }) => named.includes(id))
    .map(({ id, kind, by, granted, reason }) => ({ id, kind, by, granted, reason }));
  same(check, 'wrongReason', path, expected, finding.exceptions ?? []);
}

/** What has settled a requirement, adjusted it, or keeps from it an item that is of its kind. */
function effectsOn({ node, world }: Origin): readonly string[] {
  const at = node.index;
  if (world.applies[at] === 'no') return [];
  const settled = world.waivedBy[at] ?? world.standIns[at]?.id;
  if (settled !== undefined) return [settled];
  const { record } = world.context;
  const adjusting = record.exceptions.filter((one) => takesDay(node, one) || takesNumber(node, one));
  const excluding = record.items.flatMap((item) => {
    if (isItemLeaf(node)) {
      const found = candidate(item, node, world);
      return found && 'reason' in found && found.reason === 'excluded' ? (found.exception ?? []) : [];
    }
    const isWork = node.kind === 'experience' && item.list === 'experience';
    return isWork && testWhere(node.where, item, world.context).truth !== 'no'
      ? (exclusion(item, at, world) ?? [])
      : [];
  });
  return [...adjusting.map(({ id }) => id), ...excluding];
}

/** What lets items count for it, or for a requirement below on the way to the one that the exception names. */
function countedFor({ node, world }: Origin, uses: readonly Use[]): readonly string[] {
  if (world.context.record.exceptions.length === 0 || !world.open[node.index]) return [];
  return uses.flatMap((use) => {
    const item = world.context.record.items.find(({ id }) => id === use.item);
    const leaf = world.nodes.find(({ id }) => id === use.requirement);
    if (!item || !leaf || !world.open[leaf.index]) return [];
    const line = lineOf(leaf.index, world.nodes);
    const height = line.findIndex(({ index }) => index === node.index);
    return (exceptionsOfUse(item, leaf, world) ?? []).filter((id) => {
      const one = world.context.record.exceptions.find((exception) => exception.id === id);
      const top = line.findIndex((other) => other.id === one?.requirement);
      return height >= 0 && (top < 0 || height <= top);
    });
  });
}

/** What lets an item count for a leaf, and what pins it there; `undefined` where it cannot count. */
export function exceptionsOfUse(item: Item, node: CompiledNode, world: CheckedWorld): readonly string[] | undefined {
  const found = isItemLeaf(node) ? candidate(item, node, world) : undefined;
  const isWork = node.kind === 'experience' && item.list === 'experience';
  if (!isWork && (!found || !('sure' in found))) return undefined;
  const accepted = found && 'sure' in found ? (found.exception ?? []) : [];
  return [...new Set([accepted, pinnedTo(item, node, world)].flat())].sort();
}

/** The pins of an item to a leaf or to a requirement above it. */
export function pinnedTo(item: Item, node: CompiledNode, { nodes, above, context }: CheckedWorld): readonly string[] {
  const line = [...above, ...lineOf(node.index, nodes).map(({ id }) => id)];
  return context.record.exceptions.flatMap((one) =>
    one.kind === 'applyHere' && one.item === item.id && line.includes(one.requirement) ? [one.id] : [],
  );
}
