import { frozen } from '../base/frozen.js';
import { listsOf } from '../compile/lists-of.js';
import type { CompiledNode, CompiledPart } from '../compile/nodes.js';
import type { CompiledTree } from '../compile/ruleset.js';
import type { Finding } from '../model/evaluation.js';
import type { ListName } from '../model/requirement.js';
import type { FieldTest } from '../model/rule-tests.js';
import { hasTest } from '../worlds/difference.js';
import { rememberedByTrees } from '../worlds/kin.js';

/**
 * What the findings of a stage are made of where these trees may govern it, found once for all records: each requirement with its
 * place in every tree, and its finding for whoever's record has no bearing on it.
 */
export interface Plan {
  readonly entries: readonly PlanEntry[];
  /** Whether every id stands for a requirement in all trees, or for a part of the same one, and none repeats. */
  readonly isPlain: boolean;
  /** By requirement: what leaves at and below it ask for. */
  readonly asksFor: (id: string) => AskedFor;
}

export interface AskedFor {
  /** Lists whose entries could count. */
  readonly from: readonly ListName[];
  /** Competency sets for which completions count. */
  readonly sets: readonly string[];
  /** Whether completions count only where their course was approved. */
  readonly isApprovalAsked: boolean;
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
    asksFor: remembered((id) => askedFor(trees.flatMap(({ nodes }) => leavesBelow(id, nodes)))),
    isPlain: trees.every((tree) =>
      tree.nodes.every(
        (node) => node.kind !== 'eachPeriod' && partsOf(node).every((part) => owns(node, part, ids, owner)),
      ),
    ),
  };
}

function askedFor(leaves: readonly CompiledNode[]): AskedFor {
  const byCourse = leaves.flatMap((node) => (node.kind === 'evidence' && node.from[0] === 'completions' ? [node] : []));
  return {
    from: frozen([...new Set(leaves.flatMap(listsOf))]),
    sets: [...new Set(byCourse.flatMap(({ where }) => where.flatMap(setOf)))],
    isApprovalAsked: byCourse.some((node) => hasTest(node, 'approvedOn')),
  };
}

function leavesBelow(id: string, nodes: readonly CompiledNode[]): readonly CompiledNode[] {
  const below = new Set(nodes.filter((node) => node.id === id).map((node) => node.index));
  for (const node of nodes) if (below.has(node.parent)) below.add(node.index);
  return nodes.filter((node) => below.has(node.index) && node.children.length === 0);
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
