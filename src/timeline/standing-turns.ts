import { type DayNumber, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { same } from '../base/same.js';
import type { DayRange } from '../compile/ruleset.js';
import type { ListName } from '../model/requirement.js';
import type { TimelineCause } from '../model/timeline.js';
import type { TermBegun } from '../standing/terms.js';
import type { Life } from './life.js';
import { recordTurns } from './record-turns.js';
import { collectTurns, cutAt, type TurnCollector, type Turns } from './turns.js';

/**
 * The days on which a standing may turn out otherwise besides those on which a stage does: those of terms, of credentials, milestones and facts. Where a
 * term has days that move with the day asked for, any day may be one.
 */
export function standingTurns(life: Life): Turns {
  const { ruleset, from, until, termsOn } = life;
  const collector = collectTurns(from, until);
  recordTurns(life, CREDENTIALS, collector);
  for (const { milestone } of (ruleset.pack.standings ?? []).flatMap(({ when }) => when ?? []))
    if (milestone !== undefined) milestoneTurns(milestone, life, collector);
  for (const stretch of cutAt(collector.turns().keys(), { lo: from, hi: until })) {
    const [first, last] = [stretch.lo, stretch.hi].map(termsOn);
    for (const [term, { begun }] of first ?? []) {
      const title = ruleset.pack.terms?.[term]?.title ?? term;
      for (const each of begun) addTerm(each, { term, title }, collector);
      if (!same(begun.map(daysOf), last?.get(term)?.begun.map(daysOf))) addAll(stretch, collector);
    }
  }
  return collector.turns();
}

const CREDENTIALS: ReadonlySet<ListName> = new Set(['credentials']);

/** A milestone that is not stated may lie between two days, and has come for certain after the second. */
function milestoneTurns(milestone: string, { epochs, resolve }: Life, { add }: TurnCollector): void {
  for (const { lo, hi } of epochs) for (const day of [lo, hi]) add(resolve({ kind: 'named', name: milestone }, day).lo);
}

function addTerm(
  { begins, opens, ends, closes }: TermBegun,
  of: { readonly term: string; readonly title: string },
  { add }: TurnCollector,
): void {
  const on = (
    day: TermBegun['opens'],
    shift: number,
    code: 'termBegins' | 'termOpens' | 'termEnded' | 'termClosed',
  ) => {
    const cause: TimelineCause = { code, ...of };
    if (day) for (const each of new Set([day.value.lo, day.value.hi])) add(each + shift, cause);
  };
  on(begins, 0, 'termBegins');
  on(opens, 0, 'termOpens');
  on(ends, 1, 'termEnded');
  on(closes, 1, 'termClosed');
}

function daysOf({ begins, opens, ends, closes }: TermBegun): readonly (readonly DayNumber[])[] {
  return [begins, opens, ends, closes].map((day) => (day ? [day.value.lo, day.value.hi] : [NO_EARLIEST, NO_LATEST]));
}

function addAll({ lo, hi }: DayRange, { add }: TurnCollector): void {
  for (let day = lo; day <= hi; day++) add(day);
}
