import type { Path } from '../edge/issues.js';
import type { RulePack } from '../model/pack.js';
import { competingParts, crossingCeilings } from './hard-parts.js';
import { numberBounds } from './number-bounds.js';
import {
  contest,
  isScarceIn,
  leavesOf,
  nodesOf,
  type PoolLeaf,
  type PoolNode,
  poolTree,
  type Scarce,
  scarceIn,
} from './pool-leaves.js';
import type { Linter, Problem } from './problem.js';

/**
 * A shape of rules in which the best use of the evidence is no question of a flow any more but of trying: some of several options of
 * three or more items each, totals or parts that want the same whole items, ceilings that cross, bundles of three or more courses that
 * share a course with others. An answer may then be `unknown` for want of steps (`searchCut`). A warning, since the text may ask just
 * that; a pool of its own for each way often says what is meant.
 */
export const hardAllocation = { name: 'hard-allocation', codes: [], find } as const satisfies Linter;

function find(pack: RulePack): readonly Problem[] {
  const stages = pack.editions.flatMap((edition, index) =>
    edition.stages.flatMap((stage, at) => {
      const path: Path = ['editions', index, 'stages', at, 'requirement'];
      const tree = poolTree(pack, edition, stage.requirement, path);
      return inStage(pack, tree, scarceIn(tree, edition));
    }),
  );
  return [...largeBundles(pack), ...stages];
}

function inStage(pack: RulePack, stage: PoolNode, scarce: Scarce): readonly Problem[] {
  const nodes = nodesOf(stage);
  const totals = leavesOf(stage).flatMap(({ path, requirement }) =>
    requirement.kind === 'total'
      ? [...competingParts(pack, requirement, path), ...crossingCeilings(pack, requirement, path)]
      : [],
  );
  return [
    ...nodes.flatMap((node) => exclusiveOptions(pack, node, scarce)),
    ...nodes.flatMap((node) => competingTotals(pack, node, scarce)),
    ...totals,
  ];
}

/** Some, not all, of several options that take three or more items each and want the same ones. */
function exclusiveOptions(pack: RulePack, node: PoolNode, scarce: Scarce): readonly Problem[] {
  if (node.needed < 2 || node.needed >= node.children.length) return [];
  const pools = new Set(leavesOf(node).flatMap((leaf) => leaf.pools));
  return [...pools].flatMap((pool): readonly Problem[] => {
    const large = node.children.filter((child) => itemsNeeded(child, pool, scarce) >= 3);
    const rivals = rivalsAmong(large.map(leavesOf), (a, b) => contest(pack, scarce, a, b) === pool);
    return rivals.length === 0
      ? []
      : [{ code: 'exclusiveOptions', path: node.path, found: node.id, expected: pool, names: idsOf(rivals) }];
  });
}

/** Leaves that compete with one of another side. */
function rivalsAmong(
  sides: readonly (readonly PoolLeaf[])[],
  compete: (a: PoolLeaf, b: PoolLeaf) => boolean,
): readonly PoolLeaf[] {
  return sides.flatMap((mine, i) => {
    const others = sides.filter((_, j) => j !== i).flat();
    return mine.filter((leaf) => others.some((other) => compete(leaf, other)));
  });
}

/** The fewest items of a pool that fill a requirement; amounts take none for certain. */
function itemsNeeded(node: PoolNode, pool: string, scarce: Scarce): number {
  const { leaf } = node;
  if (leaf)
    return isScarceIn(pool, leaf, scarce) && leaf.requirement.kind === 'evidence'
      ? numberBounds(leaf.requirement.count).hi
      : 0;
  const each = node.children.map((child) => itemsNeeded(child, pool, scarce)).sort((a, b) => a - b);
  return each.slice(0, node.needed).reduce((sum, n) => sum + n, 0);
}

/** Two totals below different children of a node that needs both, and items that could count whole for either and cannot be divided. */
function competingTotals(pack: RulePack, node: PoolNode, scarce: Scarce): readonly Problem[] {
  if (node.needed < 2) return [];
  const sides = node.children.map((child) => leavesOf(child).filter(({ requirement }) => requirement.kind === 'total'));
  const isDivided = (a: PoolLeaf, b: PoolLeaf) => a.divided !== undefined && a.divided === b.divided;
  const contestIn = (a: PoolLeaf, b: PoolLeaf) => (isDivided(a, b) ? undefined : contest(pack, scarce, a, b));
  const pools = new Set(sides.flat().flatMap((leaf) => leaf.pools));
  return [...pools].flatMap((pool): readonly Problem[] => {
    const [first, ...others] = rivalsAmong(sides, (a, b) => contestIn(a, b) === pool);
    return first
      ? [{ code: 'competingTotals', path: first.path, found: first.id, expected: pool, names: idsOf(others) }]
      : [];
  });
}

const idsOf = (leaves: readonly PoolLeaf[]) => leaves.map(({ id }) => id);

/** Bundles that count only whole, of three or more courses one of which another bundle, or itself alone, could use for another set. */
function largeBundles({ catalogue }: RulePack): readonly Problem[] {
  const { courses = [], bundles = [] } = catalogue ?? {};
  return bundles.flatMap((bundle, index): readonly Problem[] => {
    const elsewhere = (sets: readonly string[] = []) => sets.some((set) => !bundle.covers.includes(set));
    const shared = bundle.courses.filter(
      (id) =>
        courses.some((course) => course.id === id && elsewhere(course.covers)) ||
        bundles.some((other) => other !== bundle && other.courses.includes(id) && elsewhere(other.covers)),
    );
    if (bundle.courses.length < 3 || shared.length === 0) return [];
    return [{ code: 'largeBundle', path: ['catalogue', 'bundles', index], found: bundle.id, names: shared }];
  });
}
