import type { AllocatingLeaf } from '../allocation.js';
import type { CompiledNode } from '../compile/nodes.js';
import { add, compare, divide, multiply, ONE, ZERO } from '../fraction.js';
import type { Matched } from '../matched.js';
import type { Fraction } from '../quantity.js';
import { chosen, fractionAt, type Ground, isOpen } from './ground.js';
import { type Level, numberAt } from './levels.js';
import { type Scale, scaleFor } from './scale.js';

/**
 * What is at stake in a contest: the requirements above the leaves that share items, and what each is worth to the stage's progress, in
 * whole numbers of one small share of it, so that sums are exact. A parent stands before its children.
 */
export interface Stakes {
  readonly nodes: readonly Stake[];
  /** False where worths had to be rounded. */
  readonly exact: boolean;
  /** The share of the stage's progress that a worth stands for. */
  readonly share: (worth: number) => Fraction;
}

/** All lists are by level. */
export interface Stake {
  /** Index of the compiled node. */
  readonly node: number;
  /** Its place among the stakes; -1 where everything above is `allOf`, so that it adds to what the others come to. */
  readonly parent: number;
  readonly children: readonly number[];
  /** What it is worth whole. */
  readonly whole: readonly number[];
  /** What each unit of a leaf is worth. */
  readonly each: readonly number[];
  /** The child, of those that are contested, without which the others are worth nothing. */
  readonly door?: number;
  /** Of a choice: how many of its children, contested or settled, count. */
  readonly choose?: readonly number[];
  /** What the children come to that no contest touches: for a choice one by one, the greatest first; else together. */
  readonly settled: readonly (readonly number[])[];
  /** Present where it is whole already, or worth nothing, whatever the contest gives. */
  readonly fixed: readonly ('whole' | 'nothing' | undefined)[];
}

/** What is at stake for some leaves at some levels. */
export function stakesOf(ground: Ground, leaves: readonly number[], levels: readonly Level[]): Stakes {
  const { nodes, matched } = ground;
  const live = liveAbove(nodes, leaves);
  const { applies } = ground.frame;
  const under = byId(nodes, live).filter((index) => !isSum(index, nodes, live));
  const place = new Map(under.map((node, i) => [node, i]));
  const shares = levels.map((level) => sharesAt(level, { ...ground, live }));
  const settled = levels.map((level, l) =>
    under.map((node) => settledIn(node, level, shares[l] ?? [], { ...ground, live })),
  );
  const scale = scaleFor(
    levels.flatMap((level, l) => [
      ...under.flatMap((node) => wholesOf(shares[l]?.[node] ?? ZERO, matched.leaves[node], level)),
      ...(settled[l] ?? []).flat(),
    ]),
  );
  const stakes = under.map((index, i): Stake => {
    const node = nodes[index];
    const leaf = matched.leaves[index];
    const door = node?.kind === 'allOf' && node.firstDoor ? place.get(node.children[0] ?? -1) : undefined;
    return {
      node: index,
      parent: place.get(node?.parent ?? -1) ?? -1,
      children: node?.children.flatMap((child) => place.get(child) ?? []).toSorted((a, b) => a - b) ?? [],
      whole: levels.map((_, l) => scale.of(shares[l]?.[index] ?? ZERO)),
      each: levels.map((level, l) =>
        leaf && leaf.kind !== 'measured' ? eachOf(shares[l]?.[index] ?? ZERO, leaf, level, scale) : 0,
      ),
      ...(door !== undefined && { door }),
      ...(node?.kind === 'choose' && { choose: levels.map((level) => chosen(node, level, matched, applies)) }),
      settled: levels.map((_, l) => settledValues(node, settled[l]?.[i] ?? [], scale)),
      fixed: levels.map((level) => fixedAt(index, level, { ...ground, live })),
    };
  });
  return { nodes: stakes, exact: scale.exact, share: scale.back };
}

interface Weighted extends Ground {
  readonly live: ReadonlySet<number>;
}

/** The leaves and everything above them. */
function liveAbove(nodes: readonly CompiledNode[], leaves: readonly number[]): ReadonlySet<number> {
  const live = new Set<number>();
  for (const leaf of leaves) for (let at = leaf; at >= 0 && !live.has(at); at = nodes[at]?.parent ?? -1) live.add(at);
  return live;
}

/** Live requirements, a parent before its children, those by id: where a rule was written says nothing. */
function byId(nodes: readonly CompiledNode[], live: ReadonlySet<number>): readonly number[] {
  const id = (at: number) => nodes[at]?.id ?? '';
  const below = (at: number): readonly number[] => {
    const children = nodes[at]?.children.filter((child) => live.has(child)) ?? [];
    return [at, ...children.toSorted((a, b) => (id(a) < id(b) ? -1 : 1)).flatMap(below)];
  };
  return below(0);
}

/** Whether a requirement only adds up what stands below it, as does everything above it. */
function isSum(at: number, nodes: readonly CompiledNode[], live: ReadonlySet<number>): boolean {
  for (let above = at; above >= 0; above = nodes[above]?.parent ?? -1) {
    const node = nodes[above];
    if (!live.has(above) || node?.kind !== 'allOf' || node.firstDoor) return false;
  }
  return true;
}

/** The share of each live requirement, and of its children, in the progress of the stage. */
function sharesAt(level: Level, at: Weighted): readonly Fraction[] {
  const { nodes, live, frame } = at;
  const shares: Fraction[] = new Array(nodes.length).fill(ZERO);
  shares[0] = ONE;
  for (const node of nodes) {
    if (!live.has(node.index)) continue;
    const own = node.children.filter((child) => frame.applies[child]);
    const shareOf = sharing(node, own, shares[node.index] ?? ZERO, level, at);
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
  return node.children.flatMap((child) => {
    if (ground.live.has(child) || !ground.frame.applies[child]) return [];
    if (node.kind === 'choose' && isOpen(child, level, ground)) return [ZERO];
    return [multiply(shares[child] ?? ZERO, fractionAt(child, level, ground))];
  });
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

/** Of a leaf, everything that must come out whole: what it is worth, and what one unit of it is. */
function wholesOf(share: Fraction, leaf: Matched['leaves'][number], level: Level): readonly Fraction[] {
  if (!leaf || leaf.kind === 'measured') return [share];
  const needs = needsOf(leaf, level);
  return [share, ...needs.map((need) => divide(share, { n: need * needs.length, d: 1 }))];
}

/** What the dimensions of a leaf ask for; those that ask for nothing, or for nothing that is known, are left out. */
function needsOf(leaf: AllocatingLeaf, level: Level): readonly number[] {
  const bounds = leaf.kind === 'units' ? [leaf.need] : [leaf.need, ...leaf.parts.map((part) => part.need)];
  return bounds.flatMap((bound) => {
    const need = bound ? Math.ceil(numberAt(level, bound)) : 0;
    return need > 0 && Number.isFinite(need) ? [need] : [];
  });
}

function eachOf(share: Fraction, leaf: AllocatingLeaf, level: Level, scale: Scale): number {
  const [need, ...more] = needsOf(leaf, level);
  return need === undefined || more.length > 0 ? 0 : scale.of(divide(share, { n: need, d: 1 }));
}

function settledValues(node: CompiledNode | undefined, values: readonly Fraction[], scale: Scale): readonly number[] {
  const scaled = values.map(scale.of);
  return node?.kind === 'choose' ? scaled.toSorted((a, b) => b - a) : [scaled.reduce((sum, value) => sum + value, 0)];
}
