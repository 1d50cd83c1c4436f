import { type DayNumber, formatDay, parseDay } from './base/calendar.js';
import { compiled } from './compile/compile.js';
import type { CompiledRuleset, Ruleset } from './compile/ruleset.js';
import { addRequirements } from './findings/decision.js';
import { type Life, lifeOf } from './life/life.js';
import { type DayJudged, type Walk, walk } from './life/walk.js';
import type { Reason, Status } from './model/outcome.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import type { Timeline, TimelineCause, TimelineChange, TimelineDay, TimelineState } from './model/timeline.js';
import type { Day } from './model/value.js';
import { type JudgedStage, outcomeOf } from './stages.js';

/** The stretch of days, both included. */
export interface TimelineOptions {
  readonly from: Day;
  readonly until: Day;
}

/**
 * Every day of a stretch on which a status or the standing changes if nothing else happens than what the record and the rules say already, each with what
 * changes and why. On any other day everything is as on the day before; only days on which something may change are evaluated.
 * @throws TypeError with the path of a day or amount that cannot be read, and where `until` lies before `from`.
 * @example timeline(pack, record, { from: '2026-11-22', until: '2036-11-21' }).days[0]?.on
 */
export function timeline<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: TimelineOptions,
): Timeline {
  const ruleset = compiled(rules as RulePack | Ruleset);
  const from = dayOf('from', options.from);
  const until = dayOf('until', options.until);
  if (until < from)
    throw new TypeError(`until: expected a day no earlier than ${options.from}, found ${options.until}`);
  const life = lifeOf(ruleset, record, from, until);
  const walked = walk(life);
  const { id, version, title } = ruleset.pack;
  return {
    format: 1,
    pack: { id, version, title },
    from: options.from,
    until: options.until,
    start: stateOf(walked.days[0], ruleset),
    days: changesOf(walked, life),
  };
}

function dayOf(name: string, stated: string): DayNumber {
  const day = parseDay(stated);
  if (day === undefined)
    throw new TypeError(`${name}: expected a day such as 2026-11-22, found ${JSON.stringify(stated)}`);
  return day;
}

function stateOf(first: DayJudged | undefined, { mainStage }: CompiledRuleset): TimelineState {
  const stages = Object.fromEntries((first?.stages ?? []).map(({ id, status }) => [id, status]));
  return { status: stages[mainStage] ?? 'notApplicable', stages };
}

function changesOf({ days, turns }: Walk, { ruleset }: Life): readonly TimelineDay[] {
  const statuses = new Map<string, Readonly<Record<string, Status>>>();
  const found: TimelineDay[] = [];
  days.forEach(({ day, stages, anew }, i) => {
    const changes: TimelineChange[] = [];
    const because: TimelineCause[] = [];
    for (const stage of stages) {
      if (i > 0 && !anew.has(stage.id)) continue;
      const before = statuses.get(stage.id);
      const now: Record<string, Status> = {};
      addRequirements(stage, ruleset, now);
      statuses.set(stage.id, now);
      if (!before) continue;
      const was = days[i - 1]?.stages.find(({ id }) => id === stage.id);
      const changed = [...stageChange(was, stage, ruleset), ...requirementChanges(stage.id, before, now, ruleset)];
      changes.push(...changed);
      if (changed.length > 0) because.push(...(turns.get(stage.id)?.get(day) ?? []));
    }
    if (changes.length > 0) found.push({ on: formatDay(day), changes, because: once(because) });
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

/** Several stages may hang on the same thing. */
function once(causes: readonly TimelineCause[]): readonly TimelineCause[] {
  return [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()];
}
