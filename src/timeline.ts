import { formatDay } from './base/calendar.js';
import { compiled } from './compile/compile.js';
import type { CompiledRuleset, Ruleset } from './compile/ruleset.js';
import { requireDay } from './compile/units.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import type { Timeline, TimelineChange, TimelineDay, TimelineState } from './model/timeline.js';
import type { Day } from './model/value.js';
import { amountChanges, changesFrom, type Told } from './timeline/changes.js';
import { lifeOf } from './timeline/life.js';
import { standingTurns } from './timeline/standing-turns.js';
import { type DayStanding, standingsOver } from './timeline/standings-over.js';
import { eachOnce } from './timeline/turns.js';
import { walk } from './timeline/walk.js';

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
  const from = requireDay(options.from, 'from');
  const until = requireDay(options.until, 'until');
  if (until < from)
    throw new TypeError(`until: expected a day no earlier than ${options.from}, found ${options.until}`);
  const life = lifeOf(ruleset, record, from, until);
  const { id, version, title, standings } = ruleset.pack;
  const ofStanding = standings && standingTurns(life);
  const walked = walk(life, ofStanding ? [ofStanding] : []);
  const changesOn = changesFrom(walked.turns, life, ofStanding);
  let start: TimelineState | undefined;
  const told: Told[] = [];
  for (const day of standingsOver(walked, life, ofStanding)) {
    start ??= stateOf(day, ruleset);
    told.push(...changesOn(day));
  }
  told.push(...amountChanges(life));
  return {
    format: 1,
    pack: { id, version, title },
    from: options.from,
    until: options.until,
    // The first day is always among those of a walk.
    start: start as TimelineState,
    days: byDay(told),
  };
}

function stateOf({ stages, now }: DayStanding, { mainStage }: CompiledRuleset): TimelineState {
  const statuses = Object.fromEntries(stages.map(({ id, status }) => [id, status]));
  return { status: statuses[mainStage] ?? 'notApplicable', stages: statuses, ...(now && { standing: now.is }) };
}

/** The days in their order; of each the standing first, then stages and what they ask, then money. */
function byDay(told: readonly Told[]): readonly TimelineDay[] {
  const days = [...new Set(told.map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const all = told.filter((each) => each.day === day);
    const changes = all.flatMap((each) => each.changes);
    changes.sort((a, b) => ORDER.indexOf(a.about) - ORDER.indexOf(b.about));
    return { on: formatDay(day), changes, because: eachOnce(all.flatMap((each) => each.because)) };
  });
}

const ORDER: readonly TimelineChange['about'][] = ['standing', 'stage', 'requirement', 'amount'];
