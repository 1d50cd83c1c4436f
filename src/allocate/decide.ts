import { countEdges } from '../match/count.js';
import type { Edge, SumMatch } from '../match/matched.js';
import type { AllocatingLeaf, ContestOutcome, IsPinned, LeafAllocation } from './allocation.js';
import { EARNED, inPreference, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from './allocation.js';
import { EXPLAINING } from './budget.js';
import { conflictsIn } from './conflicts.js';
import { type Contest, contestOf, type Site } from './contest.js';
import type { Ground } from './ground.js';
import { ledger } from './ledger.js';
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
import type { Pools } from './pools.js';
import type { Solved } from './search.js';
import { isOneLevel, isSameLevel, knowing, solver } from './solve.js';
import { stakesFor } from './stakes.js';

/** What the leaves of a contest get in some of the views. */
export type Served<K extends keyof LeafAllocation> = readonly (readonly [
  AllocatingLeaf,
  Pick<LeafAllocation, K> & { readonly isCut: boolean },
])[];

/** What is shown, and the best over what is earned and over what is in progress as well. */
export function decideContest(
  contest: Contest,
  ground: Ground,
  isPinned: IsPinned,
): { readonly served: Served<'shown' | 'earned' | 'withInProgress'>; readonly outcome: ContestOutcome } {
  const stakes = stakesFor(
    ground,
    contest.sites.map(({ leaf }) => leaf.node),
  );
  const solves: Solved[] = [];
  const solve = knowing(solver(contest, stakes), solves, (a, b) => isSameLevel(a, b, contest, stakes));
  const isPlain = ground.isPlain || isOneLevel(contest, stakes);
  const earned = solve([EARNED_LEVEL], isPlain);
  const withInProgress = isPlain ? earned : solve([IN_PROGRESS_LEVEL], false, earned);
  const isExcused = (level: Level) => ground.nodes.some(({ index }) => ground.excused(index, level));
  const { levels, isProven, start, unmet } = shownLevels({
    earned,
    pending: () => (isExcused(PENDING_LEVEL) ? solve([PENDING_LEVEL], false, earned) : withInProgress),
    possible: (start) => (isPlain ? earned : solve([UNKNOWN_LEVEL], false, start)),
  });
  const shown = isPlain ? earned : solve(levels, true, start);
  const isCut = !(isProven && earned.isProven && withInProgress.isProven);
  const best = spread(contest, shown.edges, isPinned);
  const served = contest.sites.map((site, i): Served<'shown' | 'earned' | 'withInProgress'>[number] => {
    const take = ({ edges }: Solved, counts: (edge: Edge) => boolean) =>
      takeBest(site.leaf, [...site.alone, ...(edges[i] ?? [])].filter(counts), isPinned, contest.pools);
    const views = {
      shown: best[i] ?? [],
      earned: isPlain ? (best[i] ?? []) : take(earned, EARNED),
      withInProgress: isPlain ? (best[i] ?? []) : take(withInProgress, WITH_IN_PROGRESS),
      isCut,
    };
    return [site.leaf, views];
  });
  return {
    served,
    outcome: {
      leaves: contest.sites.map(({ leaf }) => leaf.node),
      items: [...new Set(contest.claims.flatMap(({ items }) => items))].sort((a, b) => a - b),
      isCut,
      steps: solves.reduce((sum, { steps }) => sum + steps, 0),
      prices: () => earned.prices?.(),
      conflicts: () =>
        unmet ? conflictsIn(contest, stakes.at([UNKNOWN_LEVEL]), unmet, meetable(contest, ground)) : [],
    },
  };
}

/** Whether some leaves of a contest could be served if the others wanted nothing; unknown once that took too many steps. */
function meetable(contest: Contest, ground: Ground): (sites: readonly Site[]) => boolean | undefined {
  const items = new Set(contest.claims.flatMap((claim) => claim.items));
  const steps: Steps = { left: EXPLAINING };
  return (sites) => {
    const offers = new Map(
      sites.map(({ leaf, alone, claims }) => [leaf, [...alone, ...claims.map(({ edge }) => edge)]]),
    );
    const part = contestOf(
      offers,
      (_, item) => items.has(item),
      contest.pools,
      () => false,
    );
    const stakes = stakesFor(
      ground,
      part.sites.map(({ leaf }) => leaf.node),
    );
    const { isWhole, mayBeWhole } = solver(part, stakes, steps)([UNKNOWN_LEVEL], false);
    return isWhole || (mayBeWhole ? undefined : false);
  };
}

/** The best over everything that is certain, planned things included; no worse than `before`, what leaves have without them. */
export function decidePlanned(
  contest: Contest,
  ground: Ground,
  isPinned: IsPinned,
  before: (leaf: AllocatingLeaf) => readonly Edge[],
): Served<'withPlanned'> {
  const start = contest.sites.map(({ leaf, claims }) => {
    const had = new Set(before(leaf));
    return claims.flatMap(({ edge }) => (had.has(edge) ? [edge] : []));
  });
  const stakes = stakesFor(
    ground,
    contest.sites.map(({ leaf }) => leaf.node),
  );
  const { edges, isProven } = solver(contest, stakes)([PLANNED_LEVEL], false, { edges: start });
  return contest.sites.map(({ leaf, alone }, i) => [
    leaf,
    {
      withPlanned: takeBest(leaf, [...alone, ...(edges[i] ?? [])].filter(WITH_PLANNED), isPinned, contest.pools),
      isCut: !isProven,
    },
  ]);
}

interface Known {
  readonly earned: Solved;
  readonly pending: () => Solved;
  readonly possible: (start: Solved) => Solved;
}

/** The best status comes first, then progress: over what is earned, in progress, and possible. */
function shownLevels({ earned, ...known }: Known): {
  levels: readonly Level[];
  isProven: boolean;
  /** What reaches the first of the levels. */
  start: Solved;
  unmet?: Solved;
} {
  if (earned.isWhole) return { levels: [EARNED_LEVEL], isProven: true, start: earned };
  const pending = known.pending();
  if (pending.isWhole)
    return {
      levels: [PENDING_LEVEL, EARNED_LEVEL, POSSIBLE_LEVEL],
      isProven: !earned.mayBeWhole,
      start: pending,
    };
  const possible = known.possible(pending);
  const isProven = !earned.mayBeWhole && !pending.mayBeWhole;
  if (possible.isWhole) {
    return { levels: [UNKNOWN_LEVEL, EARNED_LEVEL, IN_PROGRESS_LEVEL], isProven, start: possible };
  }
  const levels = [EARNED_LEVEL, IN_PROGRESS_LEVEL, POSSIBLE_LEVEL];
  return possible.mayBeWhole
    ? { levels, isProven: false, start: earned }
    : { levels, isProven, start: earned, unmet: possible };
}

/** What is shown at each site: its own and what it won; what that leaves free goes to whoever still has a use for it. */
function spread(
  { sites, claims, pools }: Contest,
  won: Solved['edges'],
  isPinned: IsPinned,
): readonly (readonly Edge[])[] {
  const shown = sites.map(({ leaf, alone }, i) =>
    takeBest(leaf, [...alone, ...(won[i] ?? [])].filter(SHOWN), isPinned, pools),
  );
  const book = ledger(pools);
  shown.forEach((edges, i) => {
    const leaf = sites[i]?.leaf;
    if (leaf) for (const edge of edges) book.enter(edge, leaf);
  });
  const given = shown.map((edges) => [...edges]);
  for (const { site, edge, leaf } of claims) {
    const mine = given[site];
    if (!mine || mine.includes(edge) || !SHOWN(edge) || !book.hasRoom(edge, leaf)) continue;
    if (leaf.kind === 'units' ? mine.length >= leaf.need.hi : pools.spares(leaf.pool) && !isShort(leaf, mine)) continue;
    book.enter(edge, leaf);
    mine.push(edge);
  }
  return given;
}

/**
 * A leaf that counts takes what it needs: certain before uncertain, earned before in progress, then by item. A total takes all, unless
 * others could use what it does not need.
 */
export function takeBest(
  leaf: AllocatingLeaf,
  edges: readonly Edge[],
  isPinned: IsPinned,
  pools: Pools,
): readonly Edge[] {
  if (leaf.kind === 'sum')
    return pools.spares(leaf.pool) ? enough(leaf, inPreference(leaf, edges, isPinned), isPinned) : edges;
  return edges.length <= leaf.need.lo ? edges : inPreference(leaf, edges, isPinned).slice(0, leaf.need.hi);
}

/** What fills a total, less those without which it is filled as well; everything where that does not fill it. */
function enough(leaf: SumMatch, edges: readonly Edge[], isPinned: IsPinned): readonly Edge[] {
  if (isShort(leaf, edges)) return edges;
  return edges.reduceRight<readonly Edge[]>((kept, edge) => {
    const without = kept.filter((each) => each !== edge);
    return isPinned(leaf, edge) || isShort(leaf, without) ? kept : without;
  }, edges);
}

function isShort(leaf: SumMatch, edges: readonly Edge[]): boolean {
  return !countEdges(leaf, edges, 'certain').filled;
}
