import type fc from 'fast-check';
import { type Draw, drawn } from '../laws/draw.js';
import { poolsOf } from './draw-pools.js';
import type { Bundle, Instance, Item, Leaf, Need } from './instance.js';
import { treeOf } from './small.js';

/** Ten to thirty items of which nearly every one is wanted in many ways: what no quick way of sharing out decides. */
export function hard({ extended }: { readonly extended: boolean }): fc.Arbitrary<Instance> {
  return drawn(2500, (d): Instance => {
    const splittable = extended && d.chance(20);
    const { pools, overlaps, ofItems, ofAmounts } = poolsOf(d, extended, splittable);
    const drawing: Drawing = { d, leaves: [], bundles: [], ofItems, ofAmounts, lectures: d.one([6, 9, 12]) };
    const parts = d.many(2, 4, () => d.one(PARTS)(drawing));
    const mixed = d.chance(60) ? [mixture(drawing)] : [];
    const of = [...parts, ...mixed];
    const { leaves, bundles, lectures } = drawing;
    // A course of a bundle is there once; the others may be repeated.
    const together = Array.from({ length: lectures }, (_, i) => `CHEM ${i}`).filter(() => d.chance(85));
    const others = d.many(8, 22, () => `MATH ${d.below(30)}`);
    return {
      root: d.chance(80) ? { kind: 'allOf', of } : { kind: 'choose', k: Math.max(1, of.length - 1), of },
      leaves,
      items: [...together, ...others].map((code) => item(d, code, leaves)),
      courses: [],
      bundles,
      pools,
      overlaps,
      splittable,
    };
  });
}

interface Drawing {
  readonly d: Draw;
  readonly leaves: Leaf[];
  readonly bundles: Bundle[];
  readonly ofItems: readonly string[];
  readonly ofAmounts: readonly string[];
  /** How many courses the bundles are made of. */
  readonly lectures: number;
}

const PARTS: readonly ((drawing: Drawing) => Need)[] = [packing, groups, hungry];

function leaf(p: Drawing, rest: Pick<Leaf, 'counts' | 'need' | 'wants' | 'flagged'>): Need {
  p.leaves.push({ ...rest, pool: p.d.one(rest.counts === 'amounts' ? p.ofAmounts : p.ofItems) });
  return { kind: 'leaf', leaf: p.leaves.length - 1 };
}

/** Several sets of bundles of two or three courses that share courses: set packing. */
function packing(p: Drawing): Need {
  const of = p.d.many(2, 5, (): Need => {
    const set = `set-${p.leaves.length}`;
    for (let n = 1 + p.d.below(4); n > 0; n--) {
      const codes = new Set(p.d.many(3, 4, () => `CHEM ${p.d.below(p.lectures)}`).slice(0, p.d.one([3, 3, 2])));
      if (codes.size > 1) p.bundles.push({ id: `bundle-${p.bundles.length}`, codes: [...codes], covers: [set] });
    }
    return leaf(p, { counts: 'items', need: p.d.one([1, 1, 2]), wants: { by: 'set', set }, flagged: false });
  });
  return { kind: 'choose', k: Math.max(1, of.length - p.d.below(3)), of };
}

/** So many of several groups that need two or three items each. */
function groups(p: Drawing): Need {
  const of = p.d.many(3, 5, (): Need => {
    const courses = p.d.many(2, 3, () =>
      leaf(p, {
        counts: 'items',
        need: 1,
        wants: p.d.chance(30)
          ? { by: 'mixed', codes: [], ranges: [{ prefix: 'MATH', from: p.d.below(20), to: 29, except: [] }], sets: [] }
          : { by: 'mixed', codes: [...new Set(p.d.many(2, 5, () => `MATH ${p.d.below(30)}`))], ranges: [], sets: [] },
        flagged: false,
      }),
    );
    return { kind: 'allOf', of: courses };
  });
  return { kind: 'choose', k: 1 + p.d.below(of.length - 1), of };
}

/** Totals that want the same items. */
function hungry(p: Drawing): Need {
  const of = p.d.many(2, 4, () =>
    leaf(p, { counts: 'amounts', need: p.d.one([7, 11, 13, 17, 5]), wants: { by: 'anything' }, flagged: true }),
  );
  return { kind: 'allOf', of };
}

/** Leaves of every kind in a tree of any shape. */
function mixture(p: Drawing): Need {
  const first = p.leaves.length;
  for (let n = 3 + p.d.below(4); n > 0; n--)
    leaf(p, {
      counts: p.d.chance(30) ? 'amounts' : 'items',
      need: p.d.one([1, 2, 3, 4]),
      wants: { by: 'anything' },
      flagged: true,
    });
  return treeOf(
    p.d,
    [...p.leaves.keys()].filter((i) => i >= first),
    0,
  );
}

function item(d: Draw, code: string, leaves: readonly Leaf[]): Item {
  const says = leaves.flatMap(({ flagged }, i): readonly (readonly [number, boolean])[] => {
    if (!flagged) return [];
    const said = d.weighted({ yes: 38, no: 60, silent: 2 });
    return said === 'silent' ? [] : [[i, said === 'yes']];
  });
  return {
    tier: d.one(['earned', 'earned', 'earned', 'earned', 'earned', 'inProgress', 'planned']),
    code,
    amount: d.one([3, 1, 2, 4, 5, 6, 7]),
    says: Object.fromEntries(says),
  };
}
