import type { CompiledNode } from '../compile/nodes.js';
import type { LeafMatch, UnitsMatch } from '../match/matched.js';
import { isLeaf } from '../match.js';
import type { World } from '../worlds.js';
import type { Goal, Option, TakeGoal } from './goal.js';
import { isOver, obstacleOf } from './obstacles.js';
import type { PlanObstacle } from './plan-types.js';

/** What the goals of one world are made from. */
export interface GoalSources {
  /** With every candidate in the record. */
  readonly hoped: World;
  /** The same text without any. */
  readonly now: World;
  /** The step that brings an item; `undefined` for what the record has. */
  readonly stepOf: (item: number) => number | undefined;
  /** The steps that a requirement may have beside its items: a milestone, or an amount. */
  readonly stepsFor: (node: CompiledNode) => readonly number[];
  /** The step that stands for leaving a requirement open. */
  readonly openStep: (id: string) => number;
}

/** A goal, and why those of its leaves that nothing fills stand in the way. */
export interface WorldGoal {
  readonly goal: Goal;
  readonly obstacles: ReadonlyMap<Goal, PlanObstacle>;
}

/**
 * What one world asks: its requirements as goals, whose options are the items that count for certain. It asks no more than the rules do,
 * so that no plan is better than the best one here; whether that one is enough is then tried out.
 */
export function goalOf(sources: GoalSources): WorldGoal {
  const { hoped, now } = sources;
  const { nodes, matched, judged } = hoped;
  const obstacles = new Map<Goal, PlanObstacle>();

  const take = (node: CompiledNode, goal: TakeGoal): Goal => {
    const status = now.judged.nodes[node.index]?.status;
    const isOpen = (status === 'unknown' || status === 'pending') && mayStayOpen(matched.leaves[node.index]);
    const free: Option = { items: [], steps: [sources.openStep(node.id)] };
    // Left open it is left open whole: one option in place of as many as it needs.
    const whole: Goal = { kind: 'some', need: 1, of: [goal, { kind: 'take', need: 1, options: [free] }] };
    const obstacle = obstacleOf(node, now);
    obstacles.set(goal, obstacle);
    return isOpen ? whole : goal;
  };

  const leafGoal = (node: CompiledNode): Goal => {
    const steps = isOver(node, now) ? [] : sources.stepsFor(node);
    const extra = steps.map((step): Option => ({ items: [], steps: [step] }));
    const leaf = matched.leaves[node.index];
    const status = now.judged.nodes[node.index]?.status;
    const isMet = status === 'met' || status === 'waived';
    const uses = leaf?.kind === 'units' && leaf.pool !== undefined;
    if (isMet && !uses) return DONE;
    if (leaf?.kind !== 'units') return take(node, { kind: 'take', need: 1, options: extra });
    const { need, pool } = leaf;
    const options = [...optionsOf(leaf, sources), ...extra];
    return take(node, { kind: 'take', need: need.hi, ...(pool !== undefined && { pool }), options });
  };

  const visit = (index: number): Goal | undefined => {
    const node = nodes[index];
    if (!node || judged.nodes[index]?.status === 'notApplicable') return undefined;
    if (matched.waivers[index] !== undefined) return DONE;
    if (matched.standIns[index] || node.kind === 'eachPeriod' || isLeaf(node)) return leafGoal(node);
    const children = node.children.filter(
      (child) => node.kind === 'allOf' || matched.applies[child]?.applies === 'yes',
    );
    const of = children.map(visit).filter((child) => child !== undefined);
    if (node.kind === 'allOf') return { kind: 'all', of };
    const count = matched.counts[index]?.hi ?? of.length;
    const need = node.orAllApplicable ? Math.min(count, of.length) : count;
    const goal: Goal = { kind: 'some', need, of };
    obstacles.set(goal, obstacleOf(node, now));
    return goal;
  };

  return { goal: visit(0) ?? NOTHING, obstacles };
}

const DONE: Goal = { kind: 'all', of: [] };
const NOTHING: Goal = { kind: 'take', need: 1, options: [] };

/** Whether anything could still settle a leaf once all that is begun is done. */
function mayStayOpen(leaf: LeafMatch | undefined): boolean {
  if (leaf?.kind !== 'units') return true;
  const isVague = leaf.partial.length > 0 || leaf.need.lo < leaf.need.hi;
  return isVague || leaf.edges.some(({ tier, certain }) => tier === 'inProgress' || (tier === 'earned' && !certain));
}

/** What counts for certain once it is there. */
function optionsOf({ edges }: UnitsMatch, { stepOf }: GoalSources): readonly Option[] {
  return edges
    .filter((edge) => edge.certain && edge.tier === 'earned')
    .map(({ items }) => ({ items, steps: items.flatMap((item) => stepOf(item) ?? []) }));
}
