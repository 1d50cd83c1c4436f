import { addLength, type DayNumber, formatDay, NO_EARLIEST, parseDay } from '../base/calendar.js';
import { readRecord } from '../match/read.js';
import type { StandingChange } from '../model/standing.js';
import { type Asked, judgeStages } from '../stages.js';
import { type Standings, standingOn } from './standing-on.js';
import type { Terms } from './terms.js';

/** How far ahead changes are told. */
const YEARS_AHEAD = 10;

/**
 * The days on which the standing changed or will change if nothing else happens, from the first day of the record through ten years after the day asked for.
 * Looked at are the days of the record, those of the terms, and the day after each.
 */
export function standingChanges(asked: Asked): readonly StandingChange[] {
  const last = addLength(asked.asOf, YEARS_AHEAD, 'years');
  const found = new Map<DayNumber, Standings>();
  const pending = [...daysIn(asked.stated), asked.asOf].flatMap((day) => [day, day + 1]);
  const [first = asked.asOf] = pending.toSorted((a, b) => a - b);
  pending.push(first - 1);
  for (const day of pending) {
    if (day > last || day < first - 1 || found.has(day)) continue;
    const standings = on(day, asked);
    if (!standings) return [];
    found.set(day, standings);
    pending.push(...[...standings.terms.values()].flatMap(daysOf).flatMap((each) => [each, each + 1]));
  }
  const days = [...found.keys()].sort((a, b) => a - b);
  return days.flatMap((day, i): readonly StandingChange[] => {
    const before = found.get(days[i - 1] ?? Number.NaN);
    const now = found.get(day);
    if (!before || !now || before.is === now.is) return [];
    const { title, says } = now.row ?? {};
    return [
      {
        on: formatDay(day),
        from: before.is,
        is: now.is,
        ...(title !== undefined && { title }),
        ...(says !== undefined && { says }),
        cite: now.row?.cite ?? [],
      },
    ];
  });
}

function on(day: DayNumber, asked: Asked): Standings | undefined {
  const record = readRecord(asked.stated, day, asked.ruleset.pack.authority.id);
  const then: Asked = { ...asked, record, asOf: day };
  return standingOn(then, judgeStages(then));
}

/** Every text of a record that is a day. */
function daysIn(data: unknown): readonly DayNumber[] {
  if (typeof data === 'object' && data !== null) return Object.values(data).flatMap(daysIn);
  const day = parseDay(data);
  return day === undefined ? [] : [day];
}

/** The day on which a term begins is one of the record; where it is not stated, it moves with the day asked for. */
function daysOf({ begun }: Terms): readonly DayNumber[] {
  return begun
    .flatMap(({ opens, ends, closes }) => [opens, ends, closes])
    .flatMap((day) => (day ? [day.value.lo, day.value.hi] : []))
    .filter((day) => day > NO_EARLIEST);
}
