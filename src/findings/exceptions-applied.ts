import type { CompiledNode } from '../compile/nodes.js';
import { adjustmentsOf } from '../match/exceptions.js';
import type { ExceptionApplied } from '../model/evaluation.js';
import type { GrantedException } from '../model/record.js';
import type { World } from '../worlds.js';

/**
 * The exceptions that had an effect on a requirement: that settled it or one above it, changed its day or number, kept an item from it,
 * or let one count for it or for a requirement below that the exception did not name by its own id.
 */
export function exceptionsOf(world: World, node: CompiledNode): readonly ExceptionApplied[] {
  const { exceptions } = world.context.record;
  const { applies, waivers, standIns, leaves } = world.matched;
  if (exceptions.length === 0 || applies[node.index]?.applies === 'no') return [];
  const settled = waivers[node.index] ?? standIns[node.index]?.exception;
  const found = new Set<string | undefined>([settled]);
  if (settled === undefined) {
    for (const { id } of adjustmentsOf(node, world.context.record)) found.add(id);
    for (const refused of leaves[node.index]?.refused ?? []) found.add(refused.exception);
    for (const one of countedBelow(world, node)) found.add(one.id);
  }
  return exceptions.filter(({ id }) => found.has(id)).map(applied);
}

/** Exceptions by which an item counts for a leaf of this world: it would not count otherwise, or it is pinned there. */
export function exceptionsOfUse(world: World, leaf: number, item: number): readonly string[] {
  if (world.context.record.exceptions.length === 0) return NONE;
  const { leaves, pins } = world.matched;
  const match = leaves[leaf];
  const shown = (world.allocation.leaves[leaf]?.shown ?? []).filter((edge) => edge.items.includes(item));
  if (shown.length === 0 && !(match?.kind === 'measured' && match.uses.some((use) => use.item === item))) return [];
  const accepted = shown.flatMap((edge) => edge.exception ?? []);
  const pinned = pins.filter((pin) => pin.item === item && pin.nodes.has(leaf)).map((pin) => pin.exception);
  return [...new Set([...accepted, ...pinned])].sort();
}

/** Each exception once, in the order of their ids. */
export function byId(all: readonly ExceptionApplied[]): readonly ExceptionApplied[] {
  if (all.length < 2) return all;
  const found = new Map(all.map((one) => [one.id, one]));
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What lets items count for the leaf itself, or, on the way up to the requirement that an exception names, for a leaf below it. */
function countedBelow(world: World, node: CompiledNode): readonly GrantedException[] {
  const { nodes } = world.tree;
  return world.context.record.exceptions.filter((exception) => {
    if (exception.kind !== 'alsoAccept' && exception.kind !== 'applyHere') return false;
    const item = world.matched.items.findIndex(({ id }) => id === exception.item);
    return nodes.some(
      ({ index }) =>
        isBetween(node.index, index, exception.requirement, nodes) &&
        exceptionsOfUse(world, index, item).includes(exception.id),
    );
  });
}

/** Whether a node is the leaf, or stands above it and not above the requirement of that id. */
function isBetween(at: number, leaf: number, requirement: string, nodes: readonly CompiledNode[]): boolean {
  for (let node = nodes[leaf]; node; node = nodes[node.parent]) {
    if (node.index === at) return true;
    if (node.id === requirement) return false;
  }
  return false;
}

const NONE: readonly string[] = [];

function applied({ id, kind, by, granted, reason }: GrantedException): ExceptionApplied {
  return { id, kind, by, granted, reason };
}
