import type { DayNumber } from '../base/calendar.js';
import { same } from '../base/same.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { addRequirements } from '../findings/decision.js';
import type { Money } from '../model/amount-finding.js';
import type { Reason, Status } from '../model/outcome.js';
import type { TimelineCause, TimelineChange, TimelineDay } from '../model/timeline.js';
import { type JudgedStage, outcomeOf } from '../stages.js';
import type { Standings } from '../standing/standing-on.js';
import type { Life } from './life.js';
import { amountStretches, changeCode } from './money-days.js';
import type { DayStanding } from './standings-over.js';
import { causesOn, type Turns } from './turns.js';
import type { Walk } from './walk.js';

/** Changes of one kind on one day, and what happens on it as far as they hang on it. */
export interface Told extends Omit<TimelineDay, 'on'> {
  readonly day: DayNumber;
}

/** The days on which some amount begins or ceases to concern somebody, or becomes another sum. */
export function amountChanges(life: Life): readonly Told[] {
  return amountStretches(life).flatMap(({ amount: { id, named }, stretches }) =>
    stretches.flatMap(({ from: day, state }, i): readonly Told[] => {
      const before = stretches[i - 1]?.state;
      const money = moneyIn(state);
      const to = state.standing;
      // What one more would cost may have become another sum, of which nothing is due.
      if (!before || (before.standing === to && same(money, moneyIn(before)))) return [];
      const { title, cite } = named;
      const from = before.standing;
      const change: TimelineChange = { about: 'amount', id, title, from, to, money, cite };
      return [{ day, changes: [change], because: [{ code: changeCode(from, to), amount: id, title }] }];
    }),
  );
}

function moneyIn({ amount, atLeast, atMost }: Money): Money {
  return { ...(amount && { amount }), ...(atLeast && { atLeast }), ...(atMost && { atMost }) };
}

/**
 * What changes from one day of a walk to the next: the standing, which hangs on stages and on what `own` says besides, then stages and their requirements.
 * The days must come in their order; on the first nothing changes.
 */
export function changesFrom(
  turns: Walk['turns'],
  { ruleset }: Life,
  own: Turns | undefined,
): (day: DayStanding) => readonly Told[] {
  const statuses = new Map<string, Readonly<Record<string, Status>>>();
  let previous: DayStanding | undefined;
  return (now) => {
    const { day, stages, anew } = now;
    const changes: TimelineChange[] = [];
    const told = new Map<string, readonly TimelineCause[]>();
    for (const stage of stages) {
      if (previous && !anew.has(stage.id)) continue;
      const was = previous?.stages.find(({ id }) => id === stage.id);
      if (was && isClosedAlike(was, stage)) continue;
      const before = statuses.get(stage.id);
      const after: Record<string, Status> = {};
      addRequirements(stage, ruleset, after);
      statuses.set(stage.id, after);
      if (!before) continue;
      const changed = [...stageChange(was, stage, ruleset), ...requirementChanges(stage.id, before, after, ruleset)];
      changes.push(...changed);
      if (changed.length > 0) told.set(stage.id, ofWhatChanged(causesOn(day, turns.get(stage.id)), before, after));
    }
    const because = [...told.values()].flat();
    if (now.was && now.now && now.was.is !== now.now.is) {
      changes.unshift(standingChange(now.was, now.now));
      const ofStages = [...anew].flatMap((id) => told.get(id) ?? causesOn(day, turns.get(id)));
      because.unshift(...causesOn(day, own), ...ofStages);
    }
    previous = now;
    return changes.length > 0 ? [{ day, changes, because }] : [];
  };
}

/**
 * The causes of a day without those that speak of what some other requirement counts, which is as it was. Where nothing else is told they stay: what one
 * counts no more another may have lost to it.
 */
function ofWhatChanged(
  causes: readonly TimelineCause[],
  before: Readonly<Record<string, Status>>,
  after: Readonly<Record<string, Status>>,
): readonly TimelineCause[] {
  const of = causes.filter((cause) => {
    const isAsBefore =
      'requirement' in cause && cause.requirement in after && before[cause.requirement] === after[cause.requirement];
    return !(isAsBefore && OF_WHAT_COUNTS.has(cause.code));
  });
  return of.length > 0 ? of : causes;
}

const OF_WHAT_COUNTS: ReadonlySet<TimelineCause['code']> = new Set([
  'windowOpens',
  'windowClosed',
  'windowMoves',
  'workReached',
]);

function standingChange({ is: from }: Standings, { is: to, row }: Standings): TimelineChange {
  const { title, says, cite = [] } = row ?? {};
  return {
    about: 'standing',
    from,
    to,
    ...(title !== undefined && { title }),
    ...(says !== undefined && { says }),
    cite,
  };
}

function stageChange(
  was: JudgedStage | undefined,
  now: JudgedStage,
  ruleset: CompiledRuleset,
): readonly TimelineChange[] {
  const { id, status, closed, worlds, ground } = now;
  if (!was || was.status === status) return [];
  const [root, ...others] = worlds.map(({ judged }) => judged.nodes[0]);
  const agreed = root && others.every((other) => other?.status === root.status && other.reason === root.reason);
  const outcome = { status: root?.status ?? 'notApplicable', ...(root?.reason && { reason: root.reason }) };
  const reason: Reason | undefined = closed ?? (agreed ? outcomeOf(outcome, now).reason : undefined);
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
  const changed = Object.keys({ ...before, ...now }).filter((id) => before[id] !== now[id]);
  return changed.flatMap((id): TimelineChange[] => {
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
