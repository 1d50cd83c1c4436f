import { frameOf } from '../allocate/ground.js';
import { BOUND_LEVEL, EARNED_LEVEL, IN_PROGRESS_LEVEL, type Level, PLANNED_LEVEL } from '../allocate/levels.js';
import { wholeAt } from '../allocate/progress.js';
import type { Fraction } from '../model/quantity.js';
import type { World } from '../worlds.js';

/** Exact shares of a stage: over what is earned, with what is in progress, with what is planned, and at best where the search was cut. */
export interface Shares {
  readonly earned: Fraction;
  readonly withInProgress: Fraction;
  readonly withPlanned: Fraction;
  readonly atBest: Fraction;
}

/** How far a stage has come in one world. No status hangs on it. */
export function progressIn({ nodes, matched, allocation, judged }: World): Shares {
  const { leaves: alone, periods } = allocation;
  const ground = {
    nodes,
    matched,
    alone,
    periods,
    frame: frameOf(nodes, matched),
    excused: () => false,
  };
  const of = (level: Level): Fraction => wholeAt(level, ground);
  const earned = of(EARNED_LEVEL);
  return {
    earned,
    withInProgress: of(IN_PROGRESS_LEVEL),
    withPlanned: of(PLANNED_LEVEL),
    atBest: judged.optimal ? earned : of(BOUND_LEVEL),
  };
}
