import { addLength, formatDay } from '../base/calendar.js';
import type { StandingChange } from '../model/standing.js';
import type { Asked } from '../stages.js';
import type { Standings } from '../standing/standing-on.js';
import { daysIn, lifeOf } from './life.js';
import { standingTurns } from './standing-turns.js';
import { standingsOver } from './standings-over.js';
import { walk } from './walk.js';

/** How far ahead changes are told. */
const YEARS_AHEAD = 10;

/**
 * The days on which the standing changed or will change if nothing else happens, from the first day of the record through ten years after the day asked
 * for. Only days on which something may change are looked at.
 */
export function standingChanges({ ruleset, stated, asOf }: Asked): readonly StandingChange[] {
  const first = daysIn(stated).reduce((least, day) => Math.min(least, day), asOf);
  const life = lifeOf(ruleset, stated, first - 1, addLength(asOf, YEARS_AHEAD, 'years'));
  const changes: StandingChange[] = [];
  const own = standingTurns(life);
  for (const { day, was, now } of standingsOver(walk(life, [own]), life, own))
    if (was && now && was.is !== now.is) changes.push(changed(formatDay(day), was, now));
  return changes;
}

function changed(on: string, { is: from }: Standings, { is, row }: Standings): StandingChange {
  const { title, says, cite = [] } = row ?? {};
  return { on, from, is, ...(title !== undefined && { title }), ...(says !== undefined && { says }), cite };
}
