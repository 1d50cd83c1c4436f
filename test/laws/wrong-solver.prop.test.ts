import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type Allocation,
  EARNED,
  type EdgeFilter,
  type LeafAllocation,
  SHOWN,
  WITH_IN_PROGRESS,
  WITH_PLANNED,
} from '../../src/allocate/allocation.js';
import { evaluate } from '../../src/evaluate.js';
import type { Edge, Matched } from '../../src/match/matched.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import { verify } from '../../src/verify.js';
import { settings } from './arbitrary.js';
import { AS_OF, contests } from './contests.js';

// `verify` is worth what it finds in the answers of a solver that is wrong, whatever its mistake is, and of one that is lazy.

/** What an allocator makes of what the true one found. */
type Mistake = (allocation: Allocation, matched: Matched) => Allocation;

const mistake = vi.hoisted(() => ({ make: undefined as ((...args: never[]) => unknown) | undefined }));

vi.mock('../../src/allocate.js', async (original) => {
  const real = await original<typeof import('../../src/allocate.js')>();
  return {
    ...real,
    allocate: (...args: Parameters<typeof real.allocate>) => {
      const allocation = real.allocate(...args);
      return mistake.make ? mistake.make(allocation as never, args[1] as never) : allocation;
    },
  };
});

/** Every view of every leaf, changed alike. */
function changed(
  { leaves, ...rest }: Allocation,
  change: (edges: readonly Edge[], leaf: number) => readonly Edge[],
): Allocation {
  return {
    ...rest,
    leaves: leaves.map(
      (leaf, at): LeafAllocation | undefined =>
        leaf && {
          ...leaf,
          shown: change(leaf.shown, at),
          earned: change(leaf.earned, at),
          withInProgress: change(leaf.withInProgress, at),
          withPlanned: change(leaf.withPlanned, at),
        },
    ),
  };
}

/** The first item that counts somewhere counts for every other leaf as well that has anything. */
const countsTwice: Mistake = (allocation) => {
  const first = allocation.leaves.findIndex((leaf) => leaf && leaf.shown.length > 0);
  const [edge] = allocation.leaves[first]?.shown ?? [];
  return changed(allocation, (edges, at) =>
    edge && at > first && edges.length > 0 ? [...edges.slice(1), edge] : edges,
  );
};

/** The last leaf that has anything goes without its first item. */
const forgets: Mistake = (allocation) => {
  const last = allocation.leaves.findLastIndex((leaf) => leaf && leaf.shown.length > 0);
  return changed(allocation, (edges, at) => (at === last ? edges.slice(1) : edges));
};

/** Each leaf in the order of the rules takes what it finds, and claims what is proven of the best. */
const firstFit: Mistake = (allocation, matched) => {
  const served = (counts: EdgeFilter) => {
    const used = new Set<number>();
    return matched.leaves.map((leaf) => {
      if (leaf?.kind !== 'units') return [];
      const free = leaf.edges.filter((edge) => counts(edge) && !edge.items.some((item) => used.has(item)));
      const taken = free.slice(0, leaf.need.hi);
      for (const item of taken.flatMap(({ items }) => items)) used.add(item);
      return taken;
    });
  };
  const [shown, earned, withInProgress, withPlanned] = [SHOWN, EARNED, WITH_IN_PROGRESS, WITH_PLANNED].map(served);
  return {
    ...allocation,
    leaves: allocation.leaves.map(
      (leaf, at): LeafAllocation | undefined =>
        leaf && {
          ...leaf,
          shown: shown?.[at] ?? [],
          earned: earned?.[at] ?? [],
          withInProgress: withInProgress?.[at] ?? [],
          withPlanned: withPlanned?.[at] ?? [],
        },
    ),
  };
};

afterEach(() => {
  mistake.make = undefined;
});

const drawn = fc.sample(contests(false), settings(400, 400));

/** What the best is the best of: another allocation that is worth as much is no mistake. */
function worthOf({ stages }: Evaluation): string {
  return JSON.stringify(Object.values(stages).map(({ status, progress }) => [status, progress]));
}

/** How many contested answers there are under a mistake that are others than the true ones, and how many of them are rejected. */
function rejected(
  wrong: Mistake | undefined,
  what: (answer: Evaluation) => string = JSON.stringify,
): { readonly others: number; readonly rejected: number } {
  const answers = drawn.map(({ pack, record }) => {
    mistake.make = undefined;
    const truth = evaluate(pack, record, { asOf: AS_OF });
    mistake.make = wrong as typeof mistake.make;
    const answer = evaluate(pack, record, { asOf: AS_OF });
    const isOther = wrong === undefined || what(answer) !== what(truth);
    const isContested = Object.values(truth.stages).some(({ contests = [] }) => contests.length > 0);
    return isOther && isContested ? [!verify(answer, pack, record).ok] : [];
  });
  return { others: answers.flat().length, rejected: answers.flat().filter(Boolean).length };
}

describe('of contested answers verify', () => {
  it('accepts those of the true solver', () => {
    const found = rejected(undefined);
    expect(found.others).toBeGreaterThan(200);
    expect(found.rejected).toBe(0);
  });

  it.each([
    ['counts an item twice', countsTwice],
    ['forgets a use', forgets],
  ])('rejects those of a solver that %s', (_, wrong) => {
    const found = rejected(wrong);
    expect(found.others).toBeGreaterThan(100);
    expect(found.rejected / found.others).toBeGreaterThan(0.95);
  });

  it('rejects those of a solver that serves first who comes first, wherever prices prove the best', () => {
    const found = rejected(firstFit, worthOf);
    expect(found.others).toBeGreaterThan(100);
    expect(found.rejected / found.others).toBeGreaterThan(0.5);
  });
});
