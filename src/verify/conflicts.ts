import type { Conflict, StageFinding } from '../evaluation.js';
import type { Claims } from './claims.js';
import { lineOf } from './grants.js';
import { draws, type Ground, leastOf, leavesBelow, NO_WAY, possible, type Stock } from './least.js';
import { limitsOf, poolOf, usesIn } from './limits.js';
import { type Check, quantityOf, written } from './problems.js';
import { sum } from './shares.js';
import type { CheckedWorld } from './worlds.js';

/**
 * Checks that what is called a conflict is one, in every world: each requirement could be met by itself, not all of them are, and what
 * they need together in the most favourable way is more than could count for any of them. Where only a search shows that, all but the
 * last is checked.
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
    const views = grounds.map((ground) => viewsOf(conflict, ground));
    const told = written(toldOf(conflict));
    if (!views.some((all) => all.some((view) => written(toldOf(view)) === told)))
      check.report('wrongConflict', path, views.flat().map(toldOf), toldOf(conflict));
    if (conflict.need && !views.every((all) => all.some(({ isTrue }) => isTrue)))
      check.report('wrongConflict', path, 'more needed than there is, in any case', conflict.requirements);
  }
}

const toldOf = ({ items, need, have }: Omit<Conflict, 'requirements'>) => ({ items: [...items].sort(), need, have });

/** Requirements of the stage, apart from one another, each of which could be met, and that are not all met. */
function checkMembers(check: Check, { requirements }: Conflict, grounds: readonly Ground[], path: string): void {
  const report = (expected: string) => check.report('wrongConflict', `${path}.requirements`, expected, requirements);
  if (requirements.length === 0 || new Set(requirements).size < requirements.length) report('requirements, each once');
  for (const ground of grounds) {
    const { nodes } = ground.world;
    const found = nodes.filter(({ id }) => requirements.includes(id));
    if (found.length < requirements.length) report('requirements of the stage');
    const isNested = found.some(({ index }) =>
      lineOf(index, nodes)
        .slice(1)
        .some(({ id }) => requirements.includes(id)),
    );
    if (isNested) report('requirements of which none is below another');
    if (found.some(({ index }) => leastOf(index, undefined, ground) === NO_WAY))
      report('requirements each of which could be met');
  }
  const isMet = (id: string) =>
    ['met', 'waived', 'notApplicable'].includes(check.evaluation.findings[id]?.status ?? '');
  if (requirements.every(isMet)) report('requirements that are not all met');
}

interface View extends Omit<Conflict, 'requirements'> {
  readonly isTrue: boolean;
}

/** What could be said of a conflict in one world: of each stock that its requirements take from, or of all their items. */
function viewsOf(conflict: Conflict, ground: Ground): readonly View[] {
  const { world } = ground;
  const roots = world.nodes.filter(({ id }) => conflict.requirements.includes(id)).map(({ index }) => index);
  const leaves = roots.flatMap((at) => leavesBelow(at, world));
  if (!conflict.need || !conflict.have) {
    const items = new Set(leaves.flatMap((leaf) => [...possible(leaf, ground).keys()]));
    return [{ items: [...items].map(({ id }) => id), isTrue: true }];
  }
  const { unit } = conflict.need;
  const inUnit = leaves.flatMap((leaf) => (leaf.kind === 'total' && leaf.unit.id === unit ? [leaf.unit] : []))[0];
  if (!inUnit && unit !== 'items') return [];
  const pools = new Set(leaves.flatMap((leaf) => limitsOf(poolOf(leaf), world.context.tree)));
  return [...pools].map((pool): View => {
    const stock: Stock = { pool, ...(inUnit && { base: inUnit.base }) };
    const amounts = new Map<string, number>();
    for (const leaf of leaves.filter((each) => draws(each, stock, world)))
      for (const [{ id }, amount] of possible(leaf, ground)) amounts.set(id, Math.max(amounts.get(id) ?? 0, amount));
    const uses = usesIn(pool, world.context.tree);
    const need = sum(roots.map((at) => leastOf(at, stock, ground)));
    const have = uses * sum([...amounts.values()]);
    const scale = inUnit ?? { id: 'items', perUnit: { n: 1, d: 1 } };
    const isTrue = Number.isFinite(need) && need > have;
    const numbers = Number.isFinite(need) ? { need: quantityOf(need, scale), have: quantityOf(have, scale) } : {};
    return { items: [...amounts.keys()], ...numbers, isTrue };
  });
}
