import { frameOf } from '../allocate/ground.js';
import { BOUND_LEVEL, EARNED_LEVEL, IN_PROGRESS_LEVEL, type Level, PLANNED_LEVEL } from '../allocate/levels.js';
import { wholeAt } from '../allocate/progress.js';
import { type Memory, remembered } from '../base/remembered.js';
import type { Judged } from '../judge/judged.js';
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
export function progressIn(world: World): Shares {
  return remembered(SHARES, world.judged, () => findShares(world));
}

/** Worlds that were judged once have come equally far. */
const SHARES: Memory<Judged, Shares> = new WeakMap();

function findShares({ nodes, matched, allocation, judged }: World): Shares {
  const { leaves: alone, periods } = allocation;
  const frame = frameOf(nodes, matched);
  const of = (level: Level): Fraction =>
    wholeAt(level, { nodes, matched, alone, periods, frame, excused: () => false });
  const earned = of(EARNED_LEVEL);
  return {
    earned,
    withInProgress: of(IN_PROGRESS_LEVEL),
    withPlanned: of(PLANNED_LEVEL),
    atBest: judged.optimal ? earned : of(BOUND_LEVEL),
  };
}
