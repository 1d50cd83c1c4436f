import type fc from 'fast-check';
import { type Draw, drawn } from '../laws/draw.js';
import { poolsOf } from './draw-pools.js';
import type { Bundle, Course, Instance, Item, Leaf, Need, Wants } from './instance.js';

/** At most six items and six leaves that want them, for which every way to share out can be tried. */
export function small({ extended }: { readonly extended: boolean }): fc.Arbitrary<Instance> {
  return drawn(400, (d): Instance => {
    const splittable = extended && d.chance(25);
    const { pools, overlaps, ofItems, ofAmounts } = poolsOf(d, extended, splittable);
    const leaves = d.many(2, 6, (): Leaf => {
      const counts = d.chance(35) ? 'amounts' : 'items';
      const need = counts === 'amounts' ? d.one([3, 2, 4, 5, 6]) : d.one([1, 1, 1, 2, 3]);
      const pool = d.one(counts === 'amounts' ? ofAmounts : ofItems);
      const wants = wantsOf(d, counts);
      return { counts, need, pool, wants, flagged: wants.by === 'anything' || d.chance(20) };
    });
    const taken = new Set<string>();
    const items = d.many(2, 6, () => item(d, leaves, taken));
    return {
      root: treeOf(d, [...leaves.keys()], 0),
      leaves,
      items,
      courses: COURSES,
      bundles: BUNDLES,
      pools,
      overlaps,
      splittable,
    };
  });
}

/** Plain courses, which may be repeated, and courses of bundles, which may not. */
const PLAIN = ['HIST 1100', 'HIST 2100', 'HIST 2200', 'ENGL 1000', 'ENGL 2000', 'ENGL 3000'];
const TOGETHER = ['CHEM 1', 'CHEM 2', 'CHEM 3', 'CHEM 4'];

const COURSES: readonly Course[] = [
  ...PLAIN.map((code) => ({ code, covers: code === 'ENGL 1000' ? ['writing', 'science'] : [] })),
  ...TOGETHER.map((code) => ({ code, covers: [] })),
];

const BUNDLES: readonly Bundle[] = [
  { id: 'lecture-and-lab', codes: ['CHEM 1', 'CHEM 2'], covers: ['science'] },
  { id: 'other-lab', codes: ['CHEM 2', 'CHEM 3'], covers: ['science', 'practice'] },
  { id: 'three', codes: ['CHEM 1', 'CHEM 3', 'CHEM 4'], covers: ['practice'] },
];

function wantsOf(d: Draw, counts: Leaf['counts']): Wants {
  const by = d.weighted({ anything: 45, codes: 15, range: 10, mixed: 10, set: counts === 'items' ? 20 : 0 });
  const codes = () => d.many(1, 4, () => d.one([...PLAIN, ...TOGETHER]));
  const range = () => ({
    prefix: d.one(['HIST', 'ENGL']),
    from: 1000,
    to: d.one([4999, 2999]),
    except: [d.one(PLAIN)],
  });
  switch (by) {
    case 'anything':
      return { by };
    case 'codes':
      return { by: 'mixed', codes: [...new Set(codes())], ranges: [], sets: [] };
    case 'range':
      return { by: 'mixed', codes: [], ranges: [range()], sets: [] };
    case 'mixed':
      return { by: 'mixed', codes: [...new Set(codes())], ranges: [range()], sets: d.chance(50) ? ['writing'] : [] };
    case 'set':
      return { by, set: d.one(['science', 'practice']) };
  }
}

function item(d: Draw, leaves: readonly Leaf[], taken: Set<string>): Item {
  const code = d.one([...PLAIN, ...TOGETHER].filter((one) => !taken.has(one)));
  if (TOGETHER.includes(code)) taken.add(code);
  const says = leaves.flatMap(({ flagged }, leaf): readonly (readonly [number, boolean])[] => {
    const said = d.weighted({ yes: 60, no: 32, silent: 8 });
    return flagged && said !== 'silent' ? [[leaf, said === 'yes']] : [];
  });
  return {
    tier: d.one(['earned', 'earned', 'earned', 'earned', 'inProgress', 'planned']),
    code,
    amount: d.one([3, 1, 2, 3]),
    says: Object.fromEntries(says),
  };
}

/** Leaves in groups, below `allOf` and choices. */
export function treeOf(d: Draw, leaves: readonly number[], depth: number): Need {
  const [first] = leaves;
  if (leaves.length === 1 && first !== undefined) return { kind: 'leaf', leaf: first };
  const groups = depth > 1 ? leaves.map((leaf) => [leaf]) : split(d, leaves);
  const of = groups.map((group) => treeOf(d, group, depth + 1));
  return d.chance(45) ? { kind: 'choose', k: 1 + d.below(of.length), of } : { kind: 'allOf', of };
}

/** Neighbours stay together, in at least two groups. */
function split(d: Draw, leaves: readonly number[]): readonly (readonly number[])[] {
  const cut = 1 + d.below(leaves.length - 1);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return d.chance(50) ? [left, ...right.map((leaf) => [leaf])] : [left, right];
}
