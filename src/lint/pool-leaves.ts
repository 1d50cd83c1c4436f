import { desugar } from '../compile/desugar.js';
import { withThoseAround } from '../compile/pools.js';
import { compileUnits } from '../compile/units.js';
import type { Path } from '../edge/issues.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { EvidenceRequirement, Requirement, TotalRequirement } from '../model/requirement.js';
import type { FactTest } from '../model/rule-tests.js';
import { mayHold, mayPass } from './can-pass.js';
import { numberBounds } from './number-bounds.js';

/** A requirement that uses items up: an item counts so many times for the leaves of a pool. */
export interface PoolLeaf {
  readonly id: string;
  readonly path: Path;
  /** Its pool, and those around it. */
  readonly pools: readonly string[];
  /** The base unit of a total whose items may be divided. */
  readonly divided?: string;
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
  const rules = new Map(Object.entries(edition.pools ?? {}));
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
      return {
        ...one,
        leaf: { ...node, when, pools: withThoseAround(plain.pool ?? 'items', rules), requirement: plain },
      };
    const adds =
      plain.kind === 'total' && (plain.atLeast !== undefined || plain.parts.some(({ kind }) => kind === 'sum'));
    if (plain.kind !== 'total' || !adds) return one;
    const unit = units.get(plain.unit);
    const pools = withThoseAround(plain.pool ?? unit?.base ?? plain.unit, rules);
    const divided = unit?.splittable && { divided: unit.base };
    return { ...one, leaf: { ...node, when, pools, ...divided, requirement: plain } };
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

/** What is scarce in a stage: pools with more leaves than an item has uses there, and pairs that may have only so many items in common. */
export interface Scarce {
  readonly pools: ReadonlySet<string>;
  readonly pairs: readonly (readonly [string, string])[];
}

export function scarceIn(stage: PoolNode, { pools = {}, overlaps = [] }: Edition): Scarce {
  const all = leavesOf(stage).flatMap((leaf) => leaf.pools);
  const crowded = all.filter((pool) => all.filter((other) => other === pool).length > (pools[pool]?.uses ?? 1));
  return { pools: new Set(crowded), pairs: overlaps.map(({ pools: pair }) => pair) };
}

/**
 * The pool in which two leaves compete: one item may count for either, for a person to whom both apply, and cannot for all that want it
 * there. `undefined` where they do not. For two pools that may share so many items it is the first of them.
 */
export function contest(pack: RulePack, { pools, pairs }: Scarce, a: PoolLeaf, b: PoolLeaf): string | undefined {
  if (a === b) return undefined;
  const shared = a.pools.find((pool) => pools.has(pool) && b.pools.includes(pool));
  const [paired] = pairs.find((pair) => isPair(pair, a, b) || isPair(pair, b, a)) ?? [];
  const lists = listsOf(a).filter((list) => listsOf(b).includes(list));
  const clauses = [{ pass: a.requirement.where }, { pass: b.requirement.where }];
  const pool = shared ?? paired;
  const isContest = pool !== undefined && mayPass(pack, lists, clauses) && mayHold(pack, [...a.when, ...b.when]);
  return isContest ? pool : undefined;
}

const isPair = ([one, other]: readonly [string, string], a: PoolLeaf, b: PoolLeaf) =>
  a.pools.includes(one) && b.pools.includes(other);

/** Whether what a leaf uses is scarce by the name of a pool: it lies there, or in the pool that shares only so much with it. */
export function isScarceIn(pool: string, { pools }: PoolLeaf, { pairs }: Scarce): boolean {
  return pools.includes(pool) || pairs.some(([one, other]) => one === pool && pools.includes(other));
}

const listsOf = ({ requirement }: PoolLeaf) => (requirement.kind === 'total' ? requirement.from : [requirement.from]);
