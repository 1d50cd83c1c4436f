import { BUDGET } from './budget.js';
import type { Contest } from './contest.js';
import { EARNED_LEVEL, IN_PROGRESS_LEVEL, type Level, PENDING_LEVEL, POSSIBLE_LEVEL, UNKNOWN_LEVEL } from './levels.js';
import type { Steps } from './network.js';
import { isExactLeaf } from './plain.js';
import { type Solved, search } from './search.js';
import type { StakesFor } from './stakes.js';
import { taskOf } from './task.js';
import { isSameWorth } from './worths.js';

/** The best way at some levels, the first before all others; `prefers` says that it will be shown, and which of equals it should be. */
export type Solve = (levels: readonly Level[], prefers: boolean, start?: Pick<Solved, 'edges'>) => Solved;

/** Searches, each with a budget of its own or all with one. */
export function solver(contest: Contest, stakes: StakesFor, all?: Steps): Solve {
  return (levels, prefers, start) => {
    const steps = all ?? { left: BUDGET };
    return search(taskOf(contest, levels, stakes.at(levels), prefers), steps, start?.edges);
  };
}

/** Solves once what is the same at several levels. */
export function knowing(solve: Solve, solves: Solved[], isSame: (a: Level, b: Level) => boolean): Solve {
  const known: (readonly [Level, Solved])[] = [];
  return (levels, prefers, start) => {
    const apart = levels.filter((level, l) => levels.findIndex((other) => isSame(other, level)) === l);
    const [first, another] = apart;
    const found = known.find(([level]) => !prefers && first && !another && isSame(level, first))?.[1];
    if (found) return found;
    const solved = solve(apart, prefers, start);
    solves.push(solved);
    if (first && !another && !prefers) known.push([first, solved]);
    return solved;
  };
}

/** Whether the same counts at two levels, and is worth the same. */
export function isSameLevel(a: Level, b: Level, { sites }: Contest, { worths }: StakesFor): boolean {
  if (a === b) return true;
  return (
    sites.every(
      ({ leaf, alone, claims }) =>
        (a.view === b.view || isExactLeaf(leaf)) &&
        alone.every((edge) => a.counts(edge) === b.counts(edge)) &&
        claims.every(({ edge }) => a.counts(edge) === b.counts(edge)),
    ) && isSameWorth(worths(a), worths(b))
  );
}

/** Whether everything that may count is earned and certain, so that one way is best at every level. */
export function isOneLevel(contest: Contest, stakes: StakesFor): boolean {
  return [POSSIBLE_LEVEL, IN_PROGRESS_LEVEL, PENDING_LEVEL, UNKNOWN_LEVEL].every((level) =>
    isSameLevel(EARNED_LEVEL, level, contest, stakes),
  );
}
