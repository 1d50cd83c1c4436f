import { add, compare, divide, multiply, ONE, ZERO } from '../base/fraction.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Matched } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import type { AllocatingLeaf } from './allocation.js';
import { chosen, type Ground, isOpen } from './ground.js';
import { type Level, numberAt } from './levels.js';
import { fractionAt } from './progress.js';

/** What requirements of a contest are worth at one level; lists are by their place among `under`. */
export interface AtLevel {
  /** What each is worth whole, as a share of the stage's progress. */
  readonly whole: readonly Fraction[];
  /** Of a leaf: what one unit of each of its dimensions is worth, of those that ask for something. */
  readonly units: readonly (readonly Fraction[])[];
  /** Of a branch: what its children come to that hang on no contest. */
  readonly settled: readonly (readonly Fraction[])[];
  /** Of a choice: how many of its children count. */
  readonly choose: readonly (number | undefined)[];
  readonly fixed: readonly ('whole' | 'nothing' | undefined)[];
}

/** What the requirements `under` a contest, among those that are `live` in it, are worth at a level. */
export function worthsAt(level: Level, ground: Ground, under: readonly number[], live: ReadonlySet<number>): AtLevel {
  const at = { live, ...ground };
  const { nodes, matched, frame } = ground;
  const shares = sharesAt(level, at);
  return {
    whole: under.map((index) => shares[index] ?? ZERO),
    units: under.map((index) => unitsOf(shares[index] ?? ZERO, matched.leaves[index], level)),
    settled: under.map((index) => settledIn(index, level, shares, at)),
    choose: under.map((index) => {
      const node = nodes[index];
      return node?.kind === 'choose' ? chosen(node, level, matched, frame.applies) : undefined;
    }),
    fixed: under.map((index) => fixedAt(index, level, at)),
  };
}

/** Whether requirements are worth the same at two levels. */
export function isSameWorth(a: AtLevel, b: AtLevel): boolean {
  return (
    a.fixed.every((fixed, i) => fixed === b.fixed[i]) &&
    a.choose.every((choose, i) => choose === b.choose[i]) &&
    isSameList(a.whole, b.whole) &&
    a.units.every((units, i) => isSameList(units, b.units[i] ?? [])) &&
    a.settled.every((settled, i) => isSameList(settled, b.settled[i] ?? []))
  );
}

function isSameList(a: readonly Fraction[], b: readonly Fraction[]): boolean {
  return a.length === b.length && a.every(({ n, d }, i) => n === b[i]?.n && d === b[i]?.d);
}

interface Weighted extends Ground {
  readonly live: ReadonlySet<number>;
}

/** The share of each live requirement, and of its children, in the progress of the stage. */
function sharesAt(level: Level, at: Weighted): readonly Fraction[] {
  const { nodes, live, frame } = at;
  const shares: Fraction[] = [ONE];
  for (const index of live) {
    const node = nodes[index];
    if (!node || node.children.length === 0) continue;
    const own = node.children.filter((child) => frame.applies[child]);
    const shareOf = sharing(node, own, shares[index] ?? ZERO, level, at);
    for (const child of own) shares[child] = shareOf(child);
  }
  return shares;
}

/** How a parent's share is divided: among the children that a choice counts, or by weight. */
function sharing(
  parent: CompiledNode,
  children: readonly number[],
  share: Fraction,
  level: Level,
  { matched, frame: { applies, weights } }: Ground,
): (child: number) => Fraction {
  if (parent.kind === 'choose') {
    const k = chosen(parent, level, matched, applies);
    const each = Number.isFinite(k) && k > 0 ? divide(share, { n: k, d: 1 }) : ZERO;
    return () => each;
  }
  const weightOf = (child: number) => weights[child] ?? ONE;
  const all = children.map(weightOf).reduce(add, ZERO);
  const part = all.n === 0 ? ZERO : divide(share, all);
  return (child) => multiply(part, weightOf(child));
}

/** What the children of a live requirement come to that hang on no contest. */
function settledIn(at: number, level: Level, shares: readonly Fraction[], ground: Weighted): readonly Fraction[] {
  const node = ground.nodes[at];
  if (!node || (node.kind !== 'allOf' && node.kind !== 'choose')) return [];
  return node.children
    .filter((child) => !ground.live.has(child) && ground.frame.applies[child])
    .map((child) =>
      node.kind === 'choose' && isOpen(child, level, ground)
        ? ZERO
        : multiply(shares[child] ?? ZERO, fractionAt(child, level, ground)),
    );
}

function fixedAt(at: number, level: Level, ground: Weighted): 'whole' | 'nothing' | undefined {
  const { nodes, matched, live, excused } = ground;
  const node = nodes[at];
  const parent = nodes[node?.parent ?? -1];
  if (excused(at, level)) return 'whole';
  if (parent?.kind === 'choose' && isOpen(at, level, ground)) return 'nothing';
  const door = node?.children[0];
  if (node?.kind !== 'allOf' || !node.firstDoor || door === undefined || live.has(door)) return undefined;
  return matched.applies[door]?.applies !== 'no' && compare(fractionAt(door, level, ground), ONE) < 0
    ? 'nothing'
    : undefined;
}

/** What one unit of each dimension of a leaf is worth. */
function unitsOf(share: Fraction, leaf: Matched['leaves'][number], level: Level): readonly Fraction[] {
  if (!leaf || leaf.kind === 'measured') return [];
  const needs = needsOf(leaf, level);
  return needs.map((need) => divide(share, { n: need * needs.length, d: 1 }));
}

/** What the dimensions of a leaf ask for; those that ask for nothing, or for nothing that is known, are left out. */
function needsOf(leaf: AllocatingLeaf, level: Level): readonly number[] {
  const bounds = leaf.kind === 'units' ? [leaf.need] : [leaf.need, ...leaf.parts.map((part) => part.need)];
  return bounds
    .map((bound) => (bound ? Math.ceil(numberAt(level, bound)) : 0))
    .filter((need) => need > 0 && Number.isFinite(need));
}
