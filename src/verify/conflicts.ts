import type { CompiledUnit } from '../compile/nodes.js';
import type { Conflict } from '../model/contest-finding.js';
import type { StageFinding } from '../model/evaluation.js';
import type { Claims } from './claims.js';
import type { ItemLeaf } from './eligible.js';
import { lineOf } from './grants.js';
import { draws, type Ground, leastOf, leavesBelow, NO_WAY, possible, type Stock } from './least.js';
import { limitsOf, poolOf, usesIn } from './limits.js';
import { type Check, quantityOf, written } from './problems.js';
import { sum } from './shares.js';
import type { CheckedWorld } from './worlds.js';

/**
 * Checks that what is called a conflict is one, in every world: each requirement could be met by itself, not all of them are, all that
 * could count for them is named, and in the most favourable way they need more of it than there is. Where only a search shows the last,
 * it is taken on trust.
 */
export function checkConflicts(
  check: Check,
  stage: StageFinding,
  worlds: readonly CheckedWorld[],
  claims: Claims,
): void {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage.id);
  const grounds = worlds.map((world): Ground => ({ world, uses, claims }));
  for (const [i, conflict] of (stage.conflicts ?? []).entries()) {
    const path = `stages.${stage.id}.conflicts.${i}`;
    checkMembers(check, conflict, grounds, path);
    const { need, have } = conflict;
    if (need && have) checkCount(check, { ...conflict, need, have }, grounds, path);
    else if (need || have || !isAllNamed(conflict, grounds, () => true))
      check.report('wrongConflict', path, 'all items that could count for any of them, and no others', conflict);
  }
}

/** Requirements of the stage, apart from one another, each of which could be met, and that are not all met. */
function checkMembers(check: Check, { requirements }: Conflict, grounds: readonly Ground[], path: string): void {
  const report = (expected: string) => check.report('wrongConflict', `${path}.requirements`, expected, requirements);
  if (requirements.length === 0 || new Set(requirements).size < requirements.length) report('requirements, each once');
  for (const ground of grounds) {
    const { nodes } = ground.world;
    const found = nodes.filter(({ id }) => requirements.includes(id));
    if (found.length < requirements.length) report('requirements of the stage');
    const above = found.flatMap(({ index }) => lineOf(index, nodes).slice(1));
    if (above.some(({ id }) => requirements.includes(id))) report('requirements of which none is below another');
    if (found.some(({ index }) => leastOf(index, undefined, ground) === NO_WAY))
      report('requirements each of which could be met');
  }
  const isMet = (id: string) =>
    ['met', 'waived', 'notApplicable'].includes(check.evaluation.findings[id]?.status ?? '');
  if (requirements.every(isMet)) report('requirements that are not all met');
}

/** The numbers have to be right of one pool: the least that is needed in any world, and all that is named. */
function checkCount(check: Check, conflict: Required<Conflict>, grounds: readonly Ground[], path: string): void {
  const { need, have } = conflict;
  const leaves = grounds.flatMap((ground) => leavesOf(conflict, ground));
  const unit = leaves.flatMap((leaf) => (leaf.kind === 'total' && leaf.unit.id === need.unit ? [leaf.unit] : []))[0];
  const pools = new Set(
    grounds.flatMap(({ world }) => leaves.flatMap((leaf) => limitsOf(poolOf(leaf), world.context.tree))),
  );
  const views = [...pools].map((pool) => countIn(pool, unit, conflict, grounds));
  const fitting = views.filter((view) => written(view) === written({ need, have, isNamed: true }));
  if (fitting.length === 0) check.report('wrongConflict', path, views, { need, have });
  if (need.n * have.d <= have.n * need.d)
    check.report('wrongConflict', path, 'more needed than there is', { need, have });
}

/** What is needed of one pool, what is named of it, and whether nothing else could count. */
function countIn(
  pool: string,
  unit: CompiledUnit | undefined,
  conflict: Conflict,
  grounds: readonly Ground[],
): Record<string, unknown> {
  const stock: Stock = { pool, items: new Set(conflict.items), ...(unit && { base: unit.base }) };
  const counts = grounds.map((ground) => {
    const { nodes, context } = ground.world;
    const roots = nodes.filter(({ id }) => conflict.requirements.includes(id));
    const amounts = new Map<string, number>();
    for (const leaf of leavesOf(conflict, ground).filter((each) => draws(each, stock, ground)))
      for (const [{ id }, amount] of possible(leaf, ground))
        if (stock.items.has(id)) amounts.set(id, Math.max(amounts.get(id) ?? 0, amount));
    const stated = unit ? sum([...amounts.values()]) : stock.items.size;
    return {
      need: sum(roots.map(({ index }) => leastOf(index, stock, ground))),
      have: usesIn(pool, context.tree) * stated,
    };
  });
  const need = Math.min(...counts.map((count) => count.need));
  const scale = unit ?? { id: 'items', perUnit: { n: 1, d: 1 } };
  return {
    ...(Number.isFinite(need) && { need: quantityOf(need, scale) }),
    have: quantityOf(Math.max(...counts.map((count) => count.have)), scale),
    isNamed: isAllNamed(conflict, grounds, (leaf, ground) => draws(leaf, stock, ground)),
  };
}

/**
 * Whether the items of a conflict are those that could count for leaves of it: some for each of its requirements, and of each leaf that
 * could be filled all or none, since what needs none of them is served besides.
 */
function isAllNamed(
  conflict: Conflict,
  grounds: readonly Ground[],
  isConcerned: (leaf: ItemLeaf, ground: Ground) => boolean,
): boolean {
  const named = new Set(conflict.items);
  const found = new Set<string>();
  const isWhole = grounds.every((ground) =>
    conflict.requirements.every((id) => {
      const leaves = leavesOf({ ...conflict, requirements: [id] }, ground).filter((leaf) => isConcerned(leaf, ground));
      const touched = leaves
        .map((leaf) => ({ leaf, ids: [...possible(leaf, ground).keys()].map((item) => item.id) }))
        .filter(({ ids }) => ids.some((each) => named.has(each)));
      for (const each of touched.flatMap(({ ids }) => ids)) found.add(each);
      const isOpen = ({ index }: ItemLeaf) => leastOf(index, undefined, ground) !== NO_WAY;
      return (
        touched.length > 0 && touched.every(({ leaf, ids }) => !isOpen(leaf) || ids.every((each) => named.has(each)))
      );
    }),
  );
  return isWhole && named.size === conflict.items.length && conflict.items.every((id) => found.has(id));
}

function leavesOf({ requirements }: Conflict, { world }: Ground): readonly ItemLeaf[] {
  return world.nodes.flatMap(({ id, index }) => (requirements.includes(id) ? leavesBelow(index, world) : []));
}
