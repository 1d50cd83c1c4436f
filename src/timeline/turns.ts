import { type DayNumber, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import type { TimelineCause } from '../model/timeline.js';

/** Days on which something may turn out otherwise than the day before, each with what happens on it as far as that can be said. */
export type Turns = ReadonlyMap<DayNumber, readonly Turn[]>;

/** What happens on a day, or what finds it where that takes looking: most days turn out to change nothing. */
export type Turn = TimelineCause | (() => readonly TimelineCause[]);

/** What happens on a day. */
export function causesOn(day: DayNumber, turns: Turns | undefined): readonly TimelineCause[] {
  return (turns?.get(day) ?? []).flatMap((turn) => (typeof turn === 'function' ? turn() : turn));
}

/** Turns that are being collected: those outside of the stretch, and its first day, are left out. */
export interface TurnCollector {
  readonly add: (day: DayNumber, ...causes: readonly (Turn | undefined)[]) => void;
  readonly turns: () => Turns;
}

export function collectTurns(from: DayNumber, until: DayNumber): TurnCollector {
  const turns = new Map<DayNumber, Turn[]>();
  return {
    add: (day, ...causes) => {
      // Also false for a day that is none.
      if (!(day > from && day <= until)) return;
      const known = turns.get(day) ?? [];
      turns.set(day, known);
      for (const cause of causes) if (cause) known.push(cause);
    },
    turns: () => turns,
  };
}

/** Every cause, or other piece of plain data, once, in the order in which it came first: several stages may hang on the same thing. */
export function eachOnce<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** Days in their order, each once, without those that stand for no beginning and no end. */
export function inOrder(days: Iterable<DayNumber>): readonly DayNumber[] {
  return [...new Set(days)].filter((day) => day > NO_EARLIEST && day < NO_LATEST).sort((a, b) => a - b);
}

/** A stretch of days cut where these days begin; its own first day begins the first piece. */
export function cutAt(days: Iterable<DayNumber>, { lo, hi }: DayRange): readonly DayRange[] {
  const starts = inOrder([lo, ...days]).filter((day) => day >= lo && day <= hi);
  return starts.map((start, i) => ({ lo: start, hi: (starts[i + 1] ?? hi + 1) - 1 }));
}
