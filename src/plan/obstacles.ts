import type { CompiledNode, EvidenceNode } from '../compile/nodes.js';
import { contextOn, termsFor } from '../findings/terms.js';
import { resolveDay, resolveWindow } from '../match/context.js';
import type { World } from '../worlds.js';
import type { Bounds } from './bounds.js';
import { fitFor } from './fit.js';
import type { Goal } from './goal.js';
import { compareKeys, NEVER } from './key.js';
import type { PlanObstacle, PlanObstacleCode } from './plan-types.js';

/** Why a requirement that no step meets is not met by any. */
export function obstacleOf(node: CompiledNode, world: World): PlanObstacle {
  return { requirement: node.id, says: node.says, code: codeOf(node, world), cite: node.cite };
}

function codeOf(node: CompiledNode, world: World): PlanObstacleCode {
  const { catalogue } = world.context.ruleset.pack;
  switch (node.kind) {
    case 'evidence':
      if (isOver(node, world)) return 'lastDayPassed';
      if (node.from[0] === 'completions' && !catalogue?.complete) return 'notListed';
      if (node.from[0] === 'completions') return isClosed(node, world) ? 'notOpen' : 'nothingOffered';
      return isWithdrawn(node, world) ? 'nothingOffered' : 'noSuchStep';
    case 'total':
    case 'holds':
    case 'score':
    case 'attestation':
    case 'milestone':
      return isOver(node, world) ? 'lastDayPassed' : 'noSuchStep';
    case 'experience':
      return isOver(node, world) ? 'lastDayPassed' : 'takesTime';
    case 'fact':
    case 'lacks':
      return 'contradicted';
    case 'notEstablished':
      return 'notEstablished';
    case 'eachPeriod':
      return 'repeats';
    case 'allOf':
    case 'choose':
      return 'notApplicable';
  }
}

/** Whether its last day, that of a requirement above it, or the last that its window lets count has certainly passed. */
export function isOver(node: CompiledNode, { nodes, matched, context }: World): boolean {
  for (let at: CompiledNode | undefined = node; at; at = nodes[at.parent]) {
    const due = matched.dues[at.index];
    if (due && context.asOf > due.value.hi) return true;
  }
  const isDated =
    node.kind === 'evidence' || node.kind === 'total' || node.kind === 'score' || node.kind === 'attestation';
  const { to } = isDated ? resolveWindow(node.within, context) : {};
  return to !== undefined && context.asOf > to.value.hi;
}

/** Whether it asks for assessed work that is certainly no longer taken. */
export function isWithdrawn(node: EvidenceNode, { tree, context }: World): boolean {
  const { assessed } = fitFor(node.where);
  const last = assessed && tree.reviews.get(assessed.rule)?.offeredUntil;
  return last !== undefined && context.asOf > resolveDay(last, context).value.hi;
}

/** Whether a course is listed for it that she certainly may not take. */
function isClosed(node: EvidenceNode, { context }: World): boolean {
  const { ruleset, asOf, record } = context;
  const { covers } = fitFor(node.where);
  return [...ruleset.courses.values()].some(
    (course) =>
      course.mayCover.some((set) => covers.includes(set)) &&
      termsFor(course, contextOn(asOf, ruleset, record)).access.truth === 'no',
  );
}

/** Obstacles by which nothing whatever leads to a requirement. Behind any other there may be a way that is not looked for here. */
const FINAL: ReadonlySet<PlanObstacleCode> = new Set<PlanObstacleCode>([
  'nothingOffered',
  'notOpen',
  'lastDayPassed',
  'contradicted',
  'notApplicable',
]);

/** Whether nothing whatever leads to a goal: not merely none of the steps that are looked at. */
export function isHopeless(goal: Goal, bounds: Bounds, obstacles: ReadonlyMap<Goal, PlanObstacle>): boolean {
  if (compareKeys(bounds.of(goal), NEVER) < 0) return false;
  const isFinal = FINAL.has(obstacles.get(goal)?.code ?? 'noSuchStep');
  if (goal.kind === 'take') return isFinal;
  const hopeless = goal.of.filter((child) => isHopeless(child, bounds, obstacles)).length;
  return goal.kind === 'all' ? hopeless > 0 : goal.of.length - hopeless < goal.need;
}

/** The deepest goals that nothing fills, and what stands in their way. */
export function blockedIn(
  goal: Goal,
  bounds: Bounds,
  obstacles: ReadonlyMap<Goal, PlanObstacle>,
): readonly PlanObstacle[] {
  if (compareKeys(bounds.of(goal), NEVER) < 0) return [];
  const below = goal.kind === 'take' ? [] : goal.of.flatMap((child) => blockedIn(child, bounds, obstacles));
  const own = obstacles.get(goal);
  return below.length > 0 || !own ? below : [own];
}
