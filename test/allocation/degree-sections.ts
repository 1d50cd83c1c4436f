import { adding, coded, counting, type Drawing, SHARED } from './degree-drawing.js';
import type { Need, Range, Wants } from './instance.js';

/** One kind of section, with the least number of leaves that it takes. */
interface SectionKind {
  readonly name: string;
  readonly least: number;
  /** At most so many leaves. */
  readonly make: (drawing: Drawing, most: number) => Need;
}

export const SECTIONS: readonly SectionKind[] = [
  { name: 'required', least: 1, make: required },
  { name: 'kOfCourses', least: 2, make: kOfCourses },
  { name: 'kOfGroups', least: 4, make: kOfGroups },
  { name: 'mixedCredits', least: 1, make: mixedCredits },
  { name: 'range', least: 1, make: (p) => counting(p, 2 + p.d.below(3), ranged(p)) },
  { name: 'capstone', least: 2, make: capstone },
  { name: 'alternatives', least: 4, make: alternatives },
  { name: 'leftovers', least: 1, make: leftovers },
  { name: 'laboratory', least: 2, make: laboratory },
  { name: 'hours', least: 2, make: hours },
];

/** Up to four required courses, most of them asked for here only. */
function required(p: Drawing, most: number): Need {
  return { kind: 'allOf', of: courses(p, Math.min(most, 1 + p.d.below(4)), 25) };
}

/** About a third of so many courses. */
export function someOf(p: Drawing, n: number): Need {
  const of = courses(p, n, 30);
  const [only] = of;
  return n === 1 && only ? only : { kind: 'choose', k: Math.max(1, Math.round((n * (2 + p.d.below(3))) / 9)), of };
}

function courses(p: Drawing, n: number, shared: number): readonly Need[] {
  return Array.from({ length: n }, () => counting(p, 1, coded(course(p, shared))));
}

/** A course that others ask for as well in so many of a hundred cases; else one of its own. */
function course(p: Drawing, shared: number): string {
  return p.d.chance(shared) ? p.d.one(SHARED) : `MATH ${1000 + p.leaves.length * 10 + p.d.below(10)}`;
}

function kOfCourses(p: Drawing, most: number): Need {
  const of = courses(p, Math.min(most, 2 + p.d.below(8)), 40);
  return { kind: 'choose', k: 1 + p.d.below(Math.ceil(of.length / 2)), of };
}

/** Groups of two or three courses, of which one or two whole groups are needed. */
function kOfGroups(p: Drawing, most: number): Need {
  const of: Need[] = [];
  for (let left = most; left >= 2 && of.length < 4; ) {
    const size = Math.min(left, p.d.one([2, 3]));
    const contested = p.optionsLeft > 0 && p.d.chance(50);
    if (contested) p.optionsLeft -= 1;
    const group: Need[] = [...courses(p, size, contested ? 60 : 0)];
    left -= size;
    // One of its courses may be any of two.
    if (left > 0 && p.d.chance(25)) {
      const [first, ...others] = group;
      if (first) group.splice(0, group.length, { kind: 'choose', k: 1, of: [first, ...courses(p, 1, 0)] }, ...others);
      left -= 1;
    }
    of.push({ kind: 'allOf', of: group });
  }
  return { kind: 'choose', k: of.length > 2 && p.d.chance(40) ? 2 : 1, of };
}

/** At least so many credits from a list of courses, ranges and courses that cover a set. */
function mixedCredits(p: Drawing): Need {
  const codes = p.d.many(2, 5, () => course(p, 60));
  const wants: Wants = {
    by: 'mixed',
    codes: [...new Set(codes)],
    ranges: p.d.chance(60) ? [range(p)] : [],
    sets: p.d.chance(40) ? ['writing'] : [],
  };
  return adding(p, p.d.one([6, 9, 9, 12]), wants, false);
}

/** One subject from some number on, except two courses. */
function range(p: Drawing): Range {
  const prefix = p.d.one(['HIST', 'PHIL', 'SOC', 'ECON']);
  const inside = SHARED.filter((code) => code.startsWith(`${prefix} `));
  const except = [...new Set([p.d.one(inside), p.d.one(inside)])];
  return { prefix, from: p.d.one([2000, 1000, 3000]), to: 4999, except };
}

function ranged(p: Drawing): Wants {
  return { by: 'mixed', codes: [], ranges: [range(p)], sets: [] };
}

/** A course that an elective range wants as well. */
function capstone(p: Drawing): Need {
  const elective = range(p);
  const inside = SHARED.filter((code) => code.startsWith(`${elective.prefix} 4`) && !elective.except.includes(code));
  const capstones = inside.length > 0 ? inside : [`${elective.prefix} 4990`];
  return {
    kind: 'allOf',
    of: [
      counting(p, 1, coded(...capstones)),
      counting(p, 1 + p.d.below(2), { by: 'mixed', codes: [], ranges: [elective], sets: [] }),
    ],
  };
}

/** A required list, and a choice among courses of the same list. */
function alternatives(p: Drawing): Need {
  const [a, b, c] = [p.d.one(SHARED), p.d.one(SHARED), p.d.one(SHARED)];
  const listed = [counting(p, 1, coded(a, b)), counting(p, 1, coded(b, c))];
  const either = [counting(p, 1, coded(a)), counting(p, 1, coded(course(p, 50)))];
  return { kind: 'allOf', of: [...listed, { kind: 'choose', k: 1, of: either }] };
}

/** Whatever is left of some subjects. */
function leftovers(p: Drawing): Need {
  const ranges = ['HIST', 'PHIL', 'SOC', 'ECON'].map((prefix) => ({ prefix, from: 1000, to: 4999, except: [] }));
  const wants: Wants = { by: 'mixed', codes: [], ranges: ranges.slice(p.d.below(3)), sets: [] };
  return p.d.chance(50) ? counting(p, 2 + p.d.below(4), wants) : adding(p, p.d.one([6, 9, 12]), wants, false);
}

/** Lectures that count only with their laboratory; now and then the lecture alone is wanted elsewhere, or two ways share it. */
function laboratory(p: Drawing): Need {
  const set = `science-${p.leaves.length}`;
  const [lecture, lab, field] = ['CHEM', 'LAB', 'FIELD'].map((prefix) => `${prefix} ${1000 + p.leaves.length}`) as [
    string,
    string,
    string,
  ];
  const ways = p.d.weighted({ one: 50, shared: 25, elsewhere: 25 });
  const contested = ways !== 'one' && p.optionsLeft > 1;
  p.bundles.push({ id: `${set}-lab`, codes: [lecture, lab], covers: [set] });
  if (ways === 'shared' && contested)
    p.bundles.push({ id: `${set}-field`, codes: [lecture, lab, field], covers: [`${set}-field`] });
  if (contested) p.optionsLeft -= ways === 'shared' ? 2 : 1;
  const science = counting(p, 1, { by: 'set', set });
  const other =
    contested && ways === 'shared'
      ? counting(p, 1, { by: 'set', set: `${set}-field` })
      : counting(p, 1, coded(course(p, 40), ...(contested ? [lecture] : [])));
  return p.d.chance(50) ? { kind: 'allOf', of: [science, other] } : { kind: 'choose', k: 1, of: [science, other] };
}

/** Hours in two or three categories; an item may belong to two. */
function hours(p: Drawing, most: number): Need {
  const n = Math.min(most, 2 + p.d.below(2));
  const of = Array.from({ length: n }, () => adding(p, p.d.one([6, 8, 10, 12]), { by: 'anything' }, true));
  return { kind: 'allOf', of };
}
