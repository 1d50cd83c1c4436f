import type { DayNumber } from '../base/calendar.js';
import { viewsOf } from '../findings/views.js';
import { NO, type Truth, YES } from '../match/truth.js';
import type { Reason, Status } from '../model/outcome.js';
import { type JudgedStage, outcomeOf } from '../stages.js';

/** The statuses that a stage may have: one that is unknown may have any. */
export function statusesOf({ id, status }: JudgedStage): {
  readonly values: readonly Status[];
  readonly asks: readonly string[];
} {
  return status === 'unknown' ? { values: ANY, asks: [`stage:${id}`] } : { values: [status], asks: [] };
}

const ANY: readonly Status[] = ['unmet', 'unknown', 'pending', 'met', 'waived', 'notApplicable'];

/** Whether a stage has one of these reasons for its status, under every text that may govern. */
export function hasReason(stage: JudgedStage | undefined, wanted: readonly Reason[], asOf: DayNumber): Truth {
  if (!stage) return NO;
  const reasons = reasonsOf(stage);
  const found = reasons.filter((reason) => reason !== undefined && wanted.includes(reason));
  if (reasons.length > 0 && found.length === reasons.length) return YES;
  if (found.length > 0) return { truth: 'unknown', asks: [`stage:${stage.id}`] };
  const passed = stage.worlds.flatMap(({ matched }) => matched.dues).filter((due) => due && asOf > due.value.lo);
  const mayBe = wanted.filter((reason) => !OF_LAST_DAYS.includes(reason) || passed.length > 0);
  if (stage.status === 'unknown') return mayBe.length > 0 ? { truth: 'unknown', asks: [`stage:${stage.id}`] } : NO;
  // Whether a last day has passed may be open where the status is not.
  const open = passed.filter((due) => due && asOf <= due.value.hi).flatMap((due) => due?.asks ?? []);
  const isOpen = stage.status === 'unmet' && open.length > 0 && mayBe.some((reason) => OF_LAST_DAYS.includes(reason));
  // What no text settles of a last day is the stage's own question.
  const asks = [...new Set(open.map((ask) => (ask === 'rule' ? `stage:${stage.id}` : ask)))];
  return isOpen ? { truth: 'unknown', asks } : NO;
}

/** Reasons that no stage has before a last day has passed. */
const OF_LAST_DAYS: readonly Reason[] = ['late', 'overdue'];

/** By text: why the stage has its status. */
function reasonsOf({ closed, worlds, gates, governing }: JudgedStage): readonly (Reason | undefined)[] {
  if (closed !== undefined) return [closed];
  return worlds.map((world) => {
    const root = world.tree.nodes[0] && viewsOf(world, world.tree.nodes[0])[0]?.judged;
    if (!root) return undefined;
    const { status, reason } = root;
    return outcomeOf({ status, ...(reason && { reason }) }, gates, governing).reason;
  });
}
