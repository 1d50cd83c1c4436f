import type { AllocatingLeaf, IsPinned } from '../allocation.js';
import { EARNED, inPreference, type LeafAllocation, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from '../allocation.js';
import type { Edge } from '../matched.js';
import type { Contest } from './contest.js';
import {
  EARNED_LEVEL,
  IN_PROGRESS_LEVEL,
  type Level,
  PENDING_LEVEL,
  PLANNED_LEVEL,
  POSSIBLE_LEVEL,
  UNKNOWN_LEVEL,
} from './levels.js';
import type { Steps } from './network.js';
import { type Solved, search } from './search.js';
import { type Ground, stakesOf } from './stakes.js';
import { taskOf } from './task.js';

/** Arcs that one search may look at; after that the best way found so far is shown, and that a better one may exist. */
const BUDGET = 4_000_000;

/** Serves all leaves of a contest: what is shown, and the best for each kind of progress. */
export function decideContest(
  contest: Contest,
  ground: Ground,
  isPinned: IsPinned,
): readonly (readonly [AllocatingLeaf, LeafAllocation])[] {
  const leaves = contest.sites.map(({ leaf }) => leaf.node);
  const solve = (levels: readonly Level[], prefers: boolean, start?: Solved): Solved => {
    const steps: Steps = { left: BUDGET };
    return search(taskOf(contest, levels, stakesOf(ground, leaves, levels), prefers), steps, start?.edges);
  };
  const all = contest.sites.flatMap(({ alone, claims }) => [...alone, ...claims.map(({ edge }) => edge)]);
  if (all.every(EARNED)) {
    const best = solve([EARNED_LEVEL], true);
    return leavesOf(
      contest,
      { shown: best, earned: best, withInProgress: best, withPlanned: best },
      !best.isProven,
      isPinned,
    );
  }
  const earned = solve([EARNED_LEVEL], false);
  const withInProgress = all.every((edge) => !WITH_IN_PROGRESS(edge) || EARNED(edge))
    ? earned
    : solve([IN_PROGRESS_LEVEL], false, earned);
  const withPlanned = all.every((edge) => !WITH_PLANNED(edge) || WITH_IN_PROGRESS(edge))
    ? withInProgress
    : solve([PLANNED_LEVEL], false, withInProgress);
  const { levels, isProven } = shownLevels(solve, earned);
  const shown = solve(levels, true, earned);
  const isCut = !(isProven && earned.isProven && withInProgress.isProven && withPlanned.isProven);
  return leavesOf(contest, { shown, earned, withInProgress, withPlanned }, isCut, isPinned);
}

/** The best status comes first, then progress: over what is earned, in progress, and possible. */
function shownLevels(
  solve: (levels: readonly Level[], prefers: boolean, start?: Solved) => Solved,
  earned: Solved,
): { levels: readonly Level[]; isProven: boolean } {
  if (earned.isWhole) return { levels: [EARNED_LEVEL], isProven: true };
  const pending = solve([PENDING_LEVEL], false, earned);
  if (pending.isWhole) return { levels: [PENDING_LEVEL, EARNED_LEVEL, POSSIBLE_LEVEL], isProven: !earned.mayBeWhole };
  const possible = solve([UNKNOWN_LEVEL], false, pending);
  const isProven = !earned.mayBeWhole && !pending.mayBeWhole;
  if (possible.isWhole) return { levels: [UNKNOWN_LEVEL, EARNED_LEVEL, IN_PROGRESS_LEVEL], isProven };
  return { levels: [EARNED_LEVEL, IN_PROGRESS_LEVEL, POSSIBLE_LEVEL], isProven: isProven && !possible.mayBeWhole };
}

interface Views {
  readonly shown: Solved;
  readonly earned: Solved;
  readonly withInProgress: Solved;
  readonly withPlanned: Solved;
}

function leavesOf(
  { sites }: Contest,
  { shown, earned, withInProgress, withPlanned }: Views,
  isCut: boolean,
  isPinned: IsPinned,
): readonly (readonly [AllocatingLeaf, LeafAllocation])[] {
  return sites.map(({ leaf, alone, claims }, site) => {
    const take = ({ edges }: Solved, counts: (edge: Edge) => boolean) =>
      takeBest(leaf, [...alone, ...(edges[site] ?? [])].filter(counts), isPinned);
    const best = take(shown, SHOWN);
    return [
      leaf,
      {
        shown: best,
        earned: earned === shown ? best : take(earned, EARNED),
        withInProgress: withInProgress === shown ? best : take(withInProgress, WITH_IN_PROGRESS),
        withPlanned: withPlanned === shown ? best : take(withPlanned, WITH_PLANNED),
        cut: isCut,
        ...(isCut && { atBest: [...alone, ...claims.map(({ edge }) => edge)].filter(SHOWN) }),
      },
    ];
  });
}

/** A total takes all; a leaf that counts takes what it needs: certain before uncertain, earned before in progress, then by item. */
export function takeBest(leaf: AllocatingLeaf, edges: readonly Edge[], isPinned: IsPinned): readonly Edge[] {
  if (leaf.kind === 'sum' || edges.length <= leaf.need.lo) return edges;
  return inPreference(leaf, edges, isPinned).slice(0, leaf.need.hi);
}
