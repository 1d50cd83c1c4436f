import type { View } from '../match/ceilings.js';
import type { Bound } from '../match/matched.js';
import { EARNED, type EdgeFilter, type LeafAllocation, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from './allocation.js';

/** One thing to be made as large as possible: progress over some of the evidence. */
export interface Level {
  readonly name: 'earned' | 'withInProgress' | 'withPlanned' | 'possible';
  readonly counts: EdgeFilter;
  /** Whether it asks for what is certainly enough, or for what may be. */
  readonly view: View;
  /** What a leaf that shares nothing has at this level. */
  readonly of: keyof Pick<LeafAllocation, 'earned' | 'withInProgress' | 'withPlanned' | 'shown'>;
  /** What is this without any evidence is as good as met: the question is then which status can be had, not how much is done. */
  readonly excuses?: 'pending' | 'unknown';
  /** Where the search was cut: all that is shown to be earned, or what no way to share out and no reckoning is better than. */
  readonly ofCut?: 'shown' | 'atBest';
}

/** Progress over what is earned; over what is in progress as well; over planned things too; and over what may count. */
export const EARNED_LEVEL: Level = { name: 'earned', counts: EARNED, view: 'certain', of: 'earned' };
export const SHOWN_LEVEL: Level = { ...EARNED_LEVEL, ofCut: 'shown' };
export const BOUND_LEVEL: Level = { ...EARNED_LEVEL, ofCut: 'atBest' };
export const IN_PROGRESS_LEVEL: Level = {
  name: 'withInProgress',
  counts: WITH_IN_PROGRESS,
  view: 'certain',
  of: 'withInProgress',
};
export const PLANNED_LEVEL: Level = { name: 'withPlanned', counts: WITH_PLANNED, view: 'certain', of: 'withPlanned' };
export const POSSIBLE_LEVEL: Level = { name: 'possible', counts: SHOWN, view: 'possible', of: 'shown' };

/** Whether a requirement can be pending, or at least unknown. */
export const PENDING_LEVEL: Level = { ...IN_PROGRESS_LEVEL, excuses: 'pending' };
export const UNKNOWN_LEVEL: Level = { ...POSSIBLE_LEVEL, excuses: 'unknown' };

/** The number that a bound stands for at a level. */
export function numberAt({ view }: Level, { lo, hi }: Bound): number {
  return view === 'certain' ? hi : lo;
}
