import { randomFrom } from '../hostile/random.js';
import type { Bundle, Instance, Item, Leaf, Need, Wants } from './instance.js';

/** Instances of one kind that grow with `n`, made to be hard or large in one way. */
export interface Family {
  readonly name: string;
  /** What `n` counts. */
  readonly size: string;
  readonly make: (n: number) => Instance;
  /** The sizes that are measured. */
  readonly sizes: readonly number[];
}

export const FAMILIES: readonly Family[] = [
  { name: 'triples', size: 'bundles of three', make: triples, sizes: [10, 20, 40, 80] },
  { name: 'groups of three', size: 'groups, half of them needed', make: groupsOfThree, sizes: [6, 12, 24, 48] },
  { name: 'chain', size: 'leaves, each with two items', make: chain, sizes: [100, 500, 1000] },
  { name: 'identical', size: 'identical items', make: identical, sizes: [50, 200, 800] },
  { name: 'identical in pairs', size: 'identical items, in groups of two', make: identicalPairs, sizes: [20, 50, 200] },
  { name: 'packing amounts', size: 'items for two totals', make: amounts, sizes: [10, 20, 40, 80] },
  { name: 'continuing education', size: 'entries for twelve totals', make: education, sizes: [500, 5000] },
  { name: 'crossing ranges', size: 'ranges', make: crossingRanges, sizes: [50, 200, 500] },
  { name: 'many items', size: 'items', make: manyItems, sizes: [1000, 10_000] },
  { name: 'deep', size: 'levels', make: deep, sizes: [40, 200, 600] },
];

const EARNED = { tier: 'earned', amount: 1, says: {} } as const;

/** `n` bundles of three courses of `3n / 2`, of which as many as can be are to count: set packing. */
function triples(n: number): Instance {
  const next = randomFrom(n).below;
  const courses = Math.ceil((3 * n) / 2);
  const bundles = Array.from({ length: n }, (_, i): Bundle => {
    const codes = new Set<string>();
    while (codes.size < 3) codes.add(`CHEM ${next(courses)}`);
    return { id: `bundle-${i}`, codes: [...codes], covers: [`set-${i}`] };
  });
  const leaves = bundles.map((_, i) => leafOf({ by: 'set', set: `set-${i}` }));
  const items = Array.from({ length: courses }, (_, i): Item => ({ ...EARNED, code: `CHEM ${i}` }));
  return { ...plain(leaves, items, { kind: 'choose', k: Math.floor(n / 2), of: all(leaves) }), bundles };
}

/** `n` groups of three leaves; each leaf wants one of two courses, and every course is wanted three times. */
function groupsOfThree(n: number): Instance {
  const next = randomFrom(n).below;
  const leaves = Array.from({ length: 3 * n }, () => leafOf(coded([`MATH ${next(2 * n)}`, `MATH ${next(2 * n)}`])));
  const of = Array.from({ length: n }, (_, i): Need => ({ kind: 'allOf', of: all(leaves).slice(3 * i, 3 * i + 3) }));
  const items = Array.from({ length: 2 * n }, (_, i): Item => ({ ...EARNED, code: `MATH ${i}` }));
  return plain(leaves, items, { kind: 'choose', k: Math.ceil(n / 2), of });
}

/** Leaf i wants item i or i + 1, and one more leaf wants the first: everybody has to move by one. */
function chain(n: number): Instance {
  const leaves = Array.from({ length: n }, (_, i) => leafOf(coded([`MATH ${i}`, `MATH ${i + 1}`])));
  const items = Array.from({ length: n + 1 }, (_, i): Item => ({ ...EARNED, code: `MATH ${i}` }));
  const whole = [...leaves, leafOf(coded(['MATH 0']))];
  return plain(whole, items, { kind: 'allOf', of: all(whole) });
}

/** Nobody can tell the items apart, and one more is needed than there are. */
function identical(n: number): Instance {
  const items = Array.from({ length: n }, (): Item => ({ ...EARNED, code: 'MATH 1' }));
  const leaves = Array.from({ length: n + 1 }, () => leafOf(coded(['MATH 1'])));
  return plain(leaves, items, { kind: 'allOf', of: all(leaves) });
}

/** The same below a choice among groups of two, of which one more is needed than there can be. */
function identicalPairs(n: number): Instance {
  const items = Array.from({ length: n }, (): Item => ({ ...EARNED, code: 'MATH 1' }));
  const leaves = Array.from({ length: 2 * n }, () => leafOf(coded(['MATH 1'])));
  const of = Array.from({ length: n }, (_, i): Need => ({ kind: 'allOf', of: all(leaves).slice(2 * i, 2 * i + 2) }));
  return plain(leaves, items, { kind: 'choose', k: Math.floor(n / 2) + 1, of });
}

/** Two totals that together need all there is, of items whose amounts are large and all different. */
function amounts(n: number): Instance {
  const next = randomFrom(n).below;
  const items = Array.from(
    { length: n },
    (_, i): Item => ({ ...EARNED, code: `WORK ${i}`, amount: 1000 + next(9000) }),
  );
  const half = Math.floor(items.reduce((sum, { amount }) => sum + amount, 0) / 2);
  const wants: Wants = { by: 'mixed', codes: [], ranges: [{ prefix: 'WORK', from: 0, to: n, except: [] }], sets: [] };
  const leaves = [half, half].map((need): Leaf => ({ ...leafOf(wants), counts: 'amounts', need }));
  return plain(leaves, items, { kind: 'allOf', of: all(leaves) });
}

/** `n` entries of 15 to 120 minutes, half of them of two categories; each of twelve categories asks for its share of most of it. */
function education(n: number): Instance {
  const next = randomFrom(n).below;
  const items = Array.from(
    { length: n },
    (_, i): Item => ({ ...EARNED, code: `WORK ${i}`, amount: 15 * (1 + next(8)) }),
  );
  const wanted = Array.from({ length: 12 }, (): string[] => []);
  for (const { code } of items) {
    wanted[next(12)]?.push(code);
    if (next(2) === 0) wanted[next(12)]?.push(code);
  }
  const minutes = items.reduce((sum, { amount }) => sum + amount, 0);
  const leaves = wanted.map(
    (codes): Leaf => ({ ...leafOf(coded(codes)), counts: 'amounts', need: Math.floor((minutes * 0.99) / 12) }),
  );
  return plain(leaves, items, { kind: 'allOf', of: all(leaves) });
}

/** Ranges that cross one another, each of which needs two of a fifth as many courses more than there are. */
function crossingRanges(n: number): Instance {
  const next = randomFrom(n).below;
  const items = Array.from({ length: 2 * n }, (_, i): Item => ({ ...EARNED, code: `HIST ${i}` }));
  const leaves = Array.from({ length: n }, (): Leaf => {
    const from = next(2 * n);
    const range = { prefix: 'HIST', from, to: Math.min(2 * n, from + 2 + next(n)), except: [`HIST ${from + 1}`] };
    return { ...leafOf({ by: 'mixed', codes: [], ranges: [range], sets: [] }), need: 2 };
  });
  return plain(leaves, items, { kind: 'choose', k: Math.ceil((9 * n) / 10), of: all(leaves) });
}

/** Fifty leaves that want a fiftieth of the items each, from a tenth of them. */
function manyItems(n: number): Instance {
  const items = Array.from({ length: n }, (_, i): Item => ({ ...EARNED, code: `HIST ${i}` }));
  const leaves = Array.from({ length: 50 }, (_, i): Leaf => {
    const from = Math.floor((i * n * 0.9) / 49);
    const range = { prefix: 'HIST', from, to: from + Math.ceil(n / 10), except: [] };
    return { ...leafOf({ by: 'mixed', codes: [], ranges: [range], sets: [] }), need: Math.floor(n / 50) };
  });
  return plain(leaves, items, { kind: 'allOf', of: all(leaves) });
}

/** A choice below an `allOf` below a choice, and so on; on each level one leaf, of which only every second has an item to itself. */
function deep(n: number): Instance {
  const leaves = Array.from({ length: n + 1 }, (_, i) => leafOf(coded([`MATH ${Math.floor(i / 2)}`, `MATH ${i}`])));
  const items = Array.from({ length: n + 1 }, (_, i): Item => ({ ...EARNED, code: `MATH ${i}` })).slice(0, -1);
  let root: Need = { kind: 'leaf', leaf: n };
  for (let level = n - 1; level >= 0; level--) {
    const of: readonly Need[] = [{ kind: 'leaf', leaf: level }, root];
    root = level % 2 === 0 ? { kind: 'allOf', of } : { kind: 'choose', k: 1, of };
  }
  return plain(leaves, items, root);
}

function leafOf(wants: Wants): Leaf {
  return { counts: 'items', need: 1, pool: 'main', wants, flagged: false };
}

function coded(codes: readonly string[]): Wants {
  return { by: 'mixed', codes: [...new Set(codes)], ranges: [], sets: [] };
}

function all(leaves: readonly Leaf[]): readonly Need[] {
  return leaves.map((_, leaf) => ({ kind: 'leaf', leaf }));
}

function plain(leaves: readonly Leaf[], items: readonly Item[], root: Need): Instance {
  const pools = { main: { uses: 1 } };
  return { root, leaves, items, courses: [], bundles: [], pools, overlaps: [], splittable: false };
}
