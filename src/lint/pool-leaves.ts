import { desugar } from '../compile/desugar.js';
import { compileUnits } from '../compile/units.js';
import type { Path } from '../edge/issues.js';
import type { Edition, RulePack } from '../pack.js';
import type { EvidenceRequirement, FactTest, Requirement, TotalRequirement } from '../requirement.js';
import { mayHold, mayPass } from './can-pass.js';
import { numberBounds } from './number-bounds.js';

/** A requirement that uses items up: an item counts once for all leaves of a pool. */
export interface PoolLeaf {
  readonly id: string;
  readonly path: Path;
  readonly pool: string;
  readonly requirement: EvidenceRequirement | TotalRequirement;
  /** On which facts it applies, by its own condition and those above it. */
  readonly when: readonly FactTest[];
}

/** A requirement without sugar, as far as it concerns which item counts where. */
export interface PoolNode {
  readonly id: string;
  readonly path: Path;
  /** How many of its children are needed, in the most demanding reading. */
  readonly needed: number;
  readonly children: readonly PoolNode[];
  readonly leaf?: PoolLeaf;
}

/** The tree of a stage; what stands below `eachPeriod` has a pool of its own in each period and is left out. */
export function poolTree(pack: RulePack, edition: Edition, requirement: Requirement, path: Path): PoolNode {
  const units = compileUnits(pack);
  const visit = (each: Requirement, at: Path, above: readonly FactTest[]): PoolNode => {
    const plain = desugar(pack, edition, each);
    const when = [...above, ...(plain.appliesWhen ?? [])];
    const node = { id: plain.id, path: at };
    if (plain.kind === 'allOf') {
      const children = plain.of.map((child, i) => visit(child, plain === each ? [...at, 'of', i] : at, when));
      return { ...node, needed: children.length, children };
    }
    if (plain.kind === 'choose') {
      const children = plain.from.map((child, i) => visit(child, plain === each ? [...at, 'from', i] : at, when));
      return { ...node, needed: numberBounds(plain.choose).hi, children };
    }
    const one = { ...node, needed: 0, children: [] };
    if (plain.kind === 'evidence')
      return { ...one, leaf: { ...node, when, pool: plain.pool ?? 'items', requirement: plain } };
    const adds =
      plain.kind === 'total' && (plain.atLeast !== undefined || plain.parts.some(({ kind }) => kind === 'sum'));
    if (plain.kind !== 'total' || !adds) return one;
    const pool = plain.pool ?? units.get(plain.unit)?.base ?? plain.unit;
    return { ...one, leaf: { ...node, when, pool, requirement: plain } };
  };
  return visit(requirement, path, []);
}

/** A node and all below it. */
export function nodesOf(node: PoolNode): readonly PoolNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** The leaves at or below a node. */
export function leavesOf(node: PoolNode): readonly PoolLeaf[] {
  return nodesOf(node).flatMap(({ leaf }) => leaf ?? []);
}

/** Whether one item may count for either of two leaves, for a person to whom both apply. */
export function compete(pack: RulePack, a: PoolLeaf, b: PoolLeaf): boolean {
  const lists = listsOf(a).filter((list) => listsOf(b).includes(list));
  const clauses = [{ pass: a.requirement.where }, { pass: b.requirement.where }];
  if (a === b || a.pool !== b.pool) return false;
  return mayPass(pack, lists, clauses) && mayHold(pack, [...a.when, ...b.when]);
}

const listsOf = ({ requirement }: PoolLeaf) => (requirement.kind === 'total' ? requirement.from : [requirement.from]);
