import type { DayNumber } from '../base/calendar.js';
import { type Memory, remembered } from '../base/remembered.js';
import type { DayRange } from '../compile/ruleset.js';
import { reasonIn } from '../findings/views.js';
import { resolveDay } from '../match/context.js';
import { adjusted } from '../match/exceptions.js';
import type { Known } from '../match/matched.js';
import { NO, type Truth, YES } from '../match/truth.js';
import type { Reason, Status } from '../model/outcome.js';
import { type JudgedStage, mayNotApply, outcomeOf } from '../stages.js';
import { mayBeMet } from './may-be-met.js';

/**
 * The statuses that a stage may have once everything is answered: one that is unknown may have any; of one that is pending more may turn out to be
 * shown; and one of which nothing is lacking may not apply.
 */
export function statusesOf({ id, status, gates, worlds }: JudgedStage): {
  readonly values: readonly Status[];
  readonly asks: readonly string[];
} {
  if (status === 'unknown') return { values: ANY, asks: [`stage:${id}`] };
  const shown = status === 'pending' && gates.every((gate) => gate.status !== 'unmet') ? worlds.map(mayBeMet) : [];
  const isShown = shown.length > 0 && shown.every((each) => each !== undefined);
  const ofShown = isShown ? answerable([...shown.flat(), ...gates.flatMap(({ settledBy = [] }) => settledBy)]) : [];
  const mayBeNothing = status !== 'unmet' && status !== 'notApplicable' && mayNotApply(worlds);
  const ofNothing = mayBeNothing ? answerable(worlds.flatMap(({ matched }) => matched.applies[0]?.asks ?? [])) : [];
  return {
    values: [
      status,
      ...(ofShown.length > 0 ? (['met'] as const) : []),
      ...(ofNothing.length > 0 ? (['notApplicable'] as const) : []),
    ],
    asks: [...new Set([...ofShown, ...ofNothing])],
  };
}

/** What somebody can answer: what no text settles stays open whatever is said. */
function answerable(asks: readonly (string | undefined)[]): readonly string[] {
  return asks.filter((ask) => ask !== undefined).filter((ask) => !ask.startsWith('rule'));
}

const ANY: readonly Status[] = ['unmet', 'unknown', 'pending', 'met', 'waived', 'notApplicable'];

/** Whether a stage has one of these reasons for its status, under every text that may govern. */
export function hasReason(stage: JudgedStage | undefined, wanted: readonly Reason[], asOf: DayNumber): Truth {
  if (!stage) return NO;
  const reasons = reasonsOf(stage);
  const found = reasons.filter((reason) => reason !== undefined && wanted.includes(reason));
  if (reasons.length > 0 && found.length === reasons.length) return YES;
  if (found.length > 0) return { truth: 'unknown', asks: [`stage:${stage.id}`] };
  const passed = passedDues(stage, asOf);
  const mayBe = wanted.filter((reason) => !OF_LAST_DAYS.includes(reason) || passed.length > 0);
  if (stage.status === 'unknown') return mayBe.length > 0 ? { truth: 'unknown', asks: [`stage:${stage.id}`] } : NO;
  // Whether a last day has passed may be open where the status is not.
  const open = passed.filter((due) => asOf <= due.value.hi).flatMap((due) => due.asks);
  const isOpen = stage.status === 'unmet' && open.length > 0 && mayBe.some((reason) => OF_LAST_DAYS.includes(reason));
  // What no text settles of a last day is the stage's own question.
  const asks = [...new Set(open.map((ask) => (ask === 'rule' ? `stage:${stage.id}` : ask)))];
  return isOpen ? { truth: 'unknown', asks } : NO;
}

/** The last days of a stage, under every text that may govern, that may have passed; one that moves with the day asked for lies where it does on that day. */
function passedDues({ worlds }: JudgedStage, asOf: DayNumber): readonly Known<DayRange>[] {
  return worlds.flatMap(({ matched, tree, context }) =>
    matched.dues.flatMap((judged, at): readonly Known<DayRange>[] => {
      const node = judged && tree.nodes[at];
      // What is judged of a stage is as on an earlier day where nothing of it has turned since.
      const { due } = node && context.asOf !== asOf ? adjusted(node, context.record) : {};
      const found = due === undefined ? judged : resolveDay(due, { ...context, asOf });
      return found && asOf > found.value.lo ? [found] : [];
    }),
  );
}

/** Reasons that no stage has before a last day has passed. */
const OF_LAST_DAYS: readonly Reason[] = ['late', 'overdue'];

/** By text: why the stage has its status; found once for a judgement. */
function reasonsOf(stage: JudgedStage): Reasons {
  return remembered(REASONS, stage, findReasons);
}

type Reasons = readonly (Reason | undefined)[];

const REASONS: Memory<JudgedStage, Reasons> = new WeakMap();

function findReasons(stage: JudgedStage): Reasons {
  const { closed, worlds } = stage;
  if (closed !== undefined) return [closed];
  return worlds.map((world) => {
    const [root] = world.tree.nodes;
    const status = root && world.judged.nodes[root.index]?.status;
    if (!status) return undefined;
    const reason = reasonIn(world, root);
    return outcomeOf({ status, ...(reason && { reason }) }, stage).reason;
  });
}
