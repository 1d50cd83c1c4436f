import type { Draw } from '../laws/draw.js';
import type { Bundle, Course, Instance, Leaf, Need, Wants } from './instance.js';

/** How large an instance is that looks like a degree. */
export interface DegreeSize {
  readonly leaves: readonly [least: number, most: number];
  readonly items: readonly [least: number, most: number];
  /** How many items two leaves of one pool may want, at most. */
  readonly contested: number;
  /** How many options of more than one item may ask for such items, at most. */
  readonly contestedOptions: number;
}

/** The rules of an instance that looks like a degree, before anybody has done anything for it. */
export type Plan = Omit<Instance, 'items'>;

/** A plan while it is drawn. */
export interface Drawing {
  readonly d: Draw;
  readonly leaves: Leaf[];
  readonly bundles: Bundle[];
  readonly pools: Record<string, Instance['pools'][string]>;
  /** The pool of the section at hand. */
  pool: string;
  /** How many options of more than one item may still ask for contested items. */
  optionsLeft: number;
  readonly splittable: boolean;
}

/** Courses that several requirements ask for; the others are asked for by one. */
export const SHARED: readonly string[] = ['HIST', 'PHIL', 'SOC', 'ECON'].flatMap((prefix) =>
  [1100, 1200, 2100, 2300, 3100, 3400, 4200, 4500].map((number) => `${prefix} ${number}`),
);

/** Of those, two in each subject cover a set by themselves. */
export const SHARED_COURSES: readonly Course[] = SHARED.map((code) => ({
  code,
  covers: code.endsWith(' 1200') || code.endsWith(' 3400') ? ['writing'] : [],
}));

/** A new leaf that counts items, in the pool of the section at hand. */
export function counting(drawing: Drawing, need: number, wants: Wants): Need {
  drawing.leaves.push({ counts: 'items', need, pool: drawing.pool, wants, flagged: false });
  return { kind: 'leaf', leaf: drawing.leaves.length - 1 };
}

/** A new leaf that adds amounts up. Where these may be divided they have a pool of their own. */
export function adding(drawing: Drawing, need: number, wants: Wants, flagged: boolean): Need {
  const pool = flagged || drawing.splittable ? 'hours' : drawing.pool;
  drawing.leaves.push({ counts: 'amounts', need, pool, wants, flagged });
  return { kind: 'leaf', leaf: drawing.leaves.length - 1 };
}

/** Single courses. */
export function coded(...codes: readonly string[]): Wants {
  return { by: 'mixed', codes, ranges: [], sets: [] };
}
