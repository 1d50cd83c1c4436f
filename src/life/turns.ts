import type { DayNumber } from '../base/calendar.js';
import type { TimelineCause } from '../model/timeline.js';

/** Days on which something may turn out otherwise than the day before, each with what happens on it as far as that can be said. */
export type Turns = ReadonlyMap<DayNumber, readonly TimelineCause[]>;

/** Turns that are being collected: those outside of the stretch, and its first day, are left out. */
export interface TurnCollector {
  readonly add: (day: DayNumber, ...causes: readonly (TimelineCause | undefined)[]) => void;
  readonly turns: () => Turns;
}

export function collectTurns(from: DayNumber, until: DayNumber): TurnCollector {
  const turns = new Map<DayNumber, TimelineCause[]>();
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
