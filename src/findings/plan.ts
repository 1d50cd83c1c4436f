import type { CompiledNode, CompiledPart } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';
import type { Finding } from '../evaluation.js';
import { rememberedByTrees } from '../kin.js';
import type { FieldTest } from '../requirement.js';

/**
 * What the findings of a stage are made of where these trees may govern it, found once for all records: each requirement with its
 * place in every tree, and its finding for whoever's record has no bearing on it.
 */
export interface Plan {
  readonly entries: readonly PlanEntry[];
  /** Whether every id stands for a requirement in all trees, or for a part of the same one, and none repeats. */
  readonly isPlain: boolean;
  /** By requirement: the competency sets that leaves below it take items for. */
  readonly setsBelow: (id: string) => readonly string[];
}

export interface PlanEntry {
  readonly id: string;
  /** By tree: the index of its node, -1 where it has none. */
  readonly at: readonly number[];
  /** The finding where every tree is blank here and all agree; set when it is first needed. */
  blank: Finding | undefined;
}

/** The plan of some trees, the same object for the same trees. */
export const planOf = rememberedByTrees(build);

function build(trees: readonly CompiledTree[]): Plan {
  const places = trees.map((tree) => new Map(tree.nodes.map((node) => [node.id, node.index])));
  const owner = new Map<string, string>();
  const ids = new Set(trees.flatMap((tree) => tree.nodes.map((node) => node.id)));
  return {
    entries: [...ids].map((id) => ({ id, at: places.map((place) => place.get(id) ?? -1), blank: undefined })),
    setsBelow: remembered((id) => [...new Set(trees.flatMap((tree) => setsBelow(id, tree)))]),
    isPlain: trees.every((tree) =>
      tree.nodes.every(
        (node) => node.kind !== 'eachPeriod' && partsOf(node).every((part) => owns(node, part, ids, owner)),
      ),
    ),
  };
}

function setsBelow(id: string, tree: CompiledTree): readonly string[] {
  const below = new Set(tree.nodes.filter((node) => node.id === id).map((node) => node.index));
  return tree.nodes.flatMap((node) => {
    if (below.has(node.parent)) below.add(node.index);
    return below.has(node.index) && node.kind === 'evidence' ? node.where.flatMap(setOf) : [];
  });
}

function setOf(test: FieldTest): readonly string[] {
  return test.test === 'covers' ? [test.set] : [];
}

function remembered<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = find(id);
    known.set(id, found);
    return found;
  };
}

/** Whether a part belongs to this requirement alone; the owners found so far are noted. */
function owns({ id }: CompiledNode, part: CompiledPart, ids: ReadonlySet<string>, owner: Map<string, string>): boolean {
  const known = owner.get(part.id) ?? id;
  owner.set(part.id, known);
  return known === id && !ids.has(part.id);
}

function partsOf(node: CompiledNode): readonly CompiledPart[] {
  return node.kind === 'total' || node.kind === 'experience' ? node.parts : [];
}
