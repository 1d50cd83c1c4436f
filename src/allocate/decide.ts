import type { AllocatingLeaf, IsPinned, LeafAllocation } from '../allocation.js';
import { EARNED, inPreference, SHOWN, WITH_IN_PROGRESS, WITH_PLANNED } from '../allocation.js';

import { countEdges } from '../count.js';
import type { Edge, SumMatch } from '../matched.js';
import type { Contest } from './contest.js';
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
import { type Solved, search } from './search.js';
import { type Ground, stakesOf } from './stakes.js';
import { taskOf } from './task.js';

/** Arcs that one search may look at; after that the best way found so far is shown, and that a better one may exist. */
const BUDGET = 4_000_000;

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
): Served<'shown' | 'earned' | 'withInProgress'> {
  const solve = solver(contest, ground);
  const all = contest.sites.flatMap(({ alone, claims }) => [...alone, ...claims.map(({ edge }) => edge)]);
  const isPlain = all.every(EARNED);
  const earned = solve([EARNED_LEVEL], isPlain);
  const withInProgress = all.every((edge) => !WITH_IN_PROGRESS(edge) || EARNED(edge))
    ? earned
    : solve([IN_PROGRESS_LEVEL], false, earned);
  const { levels, isProven } = shownLevels(solve, earned);
  const shown = isPlain ? earned : solve(levels, true, earned);
  const isCut = !(isProven && earned.isProven && withInProgress.isProven);
  const best = spread(contest, shown.edges, isPinned);
  return contest.sites.map((site, i) => {
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
  const { edges, isProven } = solver(contest, ground)([PLANNED_LEVEL], false, { edges: start });
  return contest.sites.map(({ leaf, alone }, i) => [
    leaf,
    {
      withPlanned: takeBest(leaf, [...alone, ...(edges[i] ?? [])].filter(WITH_PLANNED), isPinned, contest.pools),
      isCut: !isProven,
    },
  ]);
}

type Solve = (levels: readonly Level[], prefers: boolean, start?: Pick<Solved, 'edges'>) => Solved;

function solver(contest: Contest, ground: Ground): Solve {
  const leaves = contest.sites.map(({ leaf }) => leaf.node);
  return (levels, prefers, start) => {
    const steps: Steps = { left: BUDGET };
    return search(taskOf(contest, levels, stakesOf(ground, leaves, levels), prefers), steps, start?.edges);
  };
}

/** The best status comes first, then progress: over what is earned, in progress, and possible. */
function shownLevels(solve: Solve, earned: Solved): { levels: readonly Level[]; isProven: boolean } {
  if (earned.isWhole) return { levels: [EARNED_LEVEL], isProven: true };
  const pending = solve([PENDING_LEVEL], false, earned);
  if (pending.isWhole) return { levels: [PENDING_LEVEL, EARNED_LEVEL, POSSIBLE_LEVEL], isProven: !earned.mayBeWhole };
  const possible = solve([UNKNOWN_LEVEL], false, pending);
  const isProven = !earned.mayBeWhole && !pending.mayBeWhole;
  if (possible.isWhole) return { levels: [UNKNOWN_LEVEL, EARNED_LEVEL, IN_PROGRESS_LEVEL], isProven };
  return { levels: [EARNED_LEVEL, IN_PROGRESS_LEVEL, POSSIBLE_LEVEL], isProven: isProven && !possible.mayBeWhole };
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
    if (leaf.kind === 'units' ? mine.length >= leaf.need.hi : pools.spares(leaf.pool)) continue;
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
  if (leaf.kind === 'sum') return pools.spares(leaf.pool) ? enough(leaf, inPreference(leaf, edges, isPinned)) : edges;
  return edges.length <= leaf.need.lo ? edges : inPreference(leaf, edges, isPinned).slice(0, leaf.need.hi);
}

/** As many as it takes until one more adds nothing, less those without which it is as much. */
function enough(leaf: SumMatch, edges: readonly Edge[]): readonly Edge[] {
  const short = (some: readonly Edge[]) => {
    const { short: left, parts } = countEdges(leaf, some, 'certain');
    return parts.reduce((sum, part) => sum + Math.max(0, part.need - part.have), left);
  };
  const least = short(edges);
  return edges.reduceRight<readonly Edge[]>((kept, edge) => {
    const without = kept.filter((each) => each !== edge);
    return short(without) === least ? without : kept;
  }, edges);
}
