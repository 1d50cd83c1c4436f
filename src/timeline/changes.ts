import type { DayNumber } from '../base/calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { addRequirements } from '../findings/decision.js';
import type { Reason, Status } from '../model/outcome.js';
import type { TimelineCause, TimelineChange, TimelineDay } from '../model/timeline.js';
import { type JudgedStage, outcomeOf } from '../stages.js';
import type { Life } from './life.js';
import { amountStretches, changeCode } from './money-days.js';
import { standingsOver } from './standings-over.js';
import type { Turns } from './turns.js';
import type { Walk } from './walk.js';

/** Changes of one kind on one day, and what happens on it as far as they hang on it. */
export interface Told extends Omit<TimelineDay, 'on'> {
  readonly day: DayNumber;
}

/** The days on which the standing changes, which hang on stages and on what `own` says besides. */
export function standingChanges({ days, turns }: Walk, life: Life, own: Turns | undefined): readonly Told[] {
  return standingsOver({ days, turns }, life, own).flatMap(({ day, anew, was, now }): readonly Told[] => {
    if (!was || !now || was.is === now.is) return [];
    const { title, says, cite = [] } = now.row ?? {};
    const change: TimelineChange = {
      about: 'standing',
      from: was.is,
      to: now.is,
      ...(title !== undefined && { title }),
      ...(says !== undefined && { says }),
      cite,
    };
    const ofStages = [...anew].flatMap((id) => turns.get(id)?.get(day) ?? []);
    return [{ day, changes: [change], because: [...(own?.get(day) ?? []), ...ofStages] }];
  });
}

/** The days on which some amount begins or ceases to concern somebody, or becomes another sum. */
export function amountChanges(life: Life): readonly Told[] {
  return amountStretches(life).flatMap(({ amount: { id, named }, stretches }) =>
    stretches.slice(1).map(({ from: day, state }, i): Told => {
      const was = stretches[i]?.state.standing ?? state.standing;
      const { amount, atLeast, atMost } = state;
      const money = { ...(amount && { amount }), ...(atLeast && { atLeast }), ...(atMost && { atMost }) };
      const { title, cite } = named;
      const change: TimelineChange = { about: 'amount', id, title, from: was, to: state.standing, money, cite };
      return { day, changes: [change], because: [{ code: changeCode(was, state.standing), amount: id, title }] };
    }),
  );
}

/** The days on which the status of a stage or of a requirement changes. */
export function statusChanges({ days, turns }: Walk, { ruleset }: Life): readonly Told[] {
  const statuses = new Map<string, Readonly<Record<string, Status>>>();
  const found: Told[] = [];
  days.forEach(({ day, stages, anew }, i) => {
    const changes: TimelineChange[] = [];
    const because: TimelineCause[] = [];
    for (const stage of stages) {
      if (i > 0 && !anew.has(stage.id)) continue;
      const before = statuses.get(stage.id);
      const was = days[i - 1]?.stages.find(({ id }) => id === stage.id);
      if (was && isClosedAlike(was, stage)) continue;
      const now: Record<string, Status> = {};
      addRequirements(stage, ruleset, now);
      statuses.set(stage.id, now);
      if (!before) continue;
      const changed = [...stageChange(was, stage, ruleset), ...requirementChanges(stage.id, before, now, ruleset)];
      changes.push(...changed);
      if (changed.length > 0) because.push(...(turns.get(stage.id)?.get(day) ?? []));
    }
    if (changes.length > 0) found.push({ day, changes, because });
  });
  return found;
}

function stageChange(
  was: JudgedStage | undefined,
  { id, status, closed, worlds, gates, governing, ground }: JudgedStage,
  ruleset: CompiledRuleset,
): readonly TimelineChange[] {
  if (!was || was.status === status) return [];
  const [root, ...others] = worlds.map(({ judged }) => judged.nodes[0]);
  const agreed = root && others.every((other) => other?.status === root.status && other.reason === root.reason);
  const outcome = { status: root?.status ?? 'notApplicable', ...(root?.reason && { reason: root.reason }) };
  const reason: Reason | undefined = closed ?? (agreed ? outcomeOf(outcome, gates, governing).reason : undefined);
  const { stage } = (ground ?? was.ground)?.compiled ?? {};
  const cite = ruleset.requirements.get(stage?.requirement.id ?? id)?.cite ?? [];
  const title = stage?.title ?? id;
  return [{ about: 'stage', id, title, from: was.status, to: status, ...(reason && { reason }), cite }];
}

function requirementChanges(
  stage: string,
  before: Readonly<Record<string, Status>>,
  now: Readonly<Record<string, Status>>,
  { requirements }: CompiledRuleset,
): readonly TimelineChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((id): TimelineChange[] => {
    const [from, to] = [before[id] ?? 'notApplicable', now[id] ?? 'notApplicable'];
    const info = requirements.get(id);
    return from === to
      ? []
      : [{ about: 'requirement', id, stage, says: info?.says ?? id, from, to, cite: info?.cite ?? [] }];
  });
}

/** Whether a stage does not apply, for the same reason as the day before: then all that it asks says so as well. */
function isClosedAlike(was: JudgedStage, now: JudgedStage): boolean {
  const isSame = now.gates.every(({ status }, i) => status === was.gates[i]?.status);
  return now.closed !== undefined && now.closed === was.closed && now.gates.length === was.gates.length && isSame;
}
