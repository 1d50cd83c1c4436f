import { ZERO } from '../base/fraction.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Fraction } from '../model/quantity.js';
import type { Ground } from './ground.js';
import type { Level } from './levels.js';
import { type Scale, scaleFor } from './scale.js';
import { type AtLevel, worthsAt } from './worths.js';

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

/** What is at stake for some leaves, whatever the levels; what was found for a level is kept. */
export interface StakesFor {
  readonly at: (levels: readonly Level[]) => Stakes;
  readonly worths: (level: Level) => AtLevel;
}

export function stakesFor(ground: Ground, leaves: readonly number[]): StakesFor {
  const { nodes } = ground;
  const live = byId(nodes, leaves);
  const under = [...live].filter((index) => !isSum(index, nodes));
  const known = new Map<Level, AtLevel>();
  const worths = (level: Level): AtLevel => {
    const found = known.get(level) ?? worthsAt(level, ground, under, live);
    known.set(level, found);
    return found;
  };
  const place = new Map(under.map((node, i) => [node, i]));
  const frames = under.map((index): Pick<Stake, 'node' | 'parent' | 'children' | 'door'> => {
    const node = nodes[index];
    const children = node?.children.flatMap((child) => place.get(child) ?? []) ?? [];
    const door = node?.kind === 'allOf' && node.firstDoor ? place.get(node.children[0] ?? -1) : undefined;
    return {
      node: index,
      parent: place.get(node?.parent ?? -1) ?? -1,
      children: children.toSorted((a, b) => a - b),
      ...(door !== undefined && { door }),
    };
  });
  return { worths, at: (levels) => scaled(frames, levels.map(worths)) };
}

/** Fractions as whole numbers of their greatest common part. */
function scaled(
  frames: readonly Pick<Stake, 'node' | 'parent' | 'children' | 'door'>[],
  all: readonly AtLevel[],
): Stakes {
  const scale = scaleFor(all.flatMap(({ whole, units, settled }) => [...whole, ...units.flat(), ...settled.flat()]));
  const [first] = all;
  const nodes = frames.map((frame, i): Stake => {
    const isChoice = first?.choose[i] !== undefined;
    return {
      whole: all.map(({ whole }) => scale.of(whole[i] ?? ZERO)),
      each: all.map(({ units }) => (units[i]?.length === 1 ? scale.of(units[i]?.[0] ?? ZERO) : 0)),
      ...(isChoice && { choose: all.map(({ choose }) => choose[i] ?? 0) }),
      settled: all.map(({ settled }) => settledValues(isChoice, settled[i] ?? [], scale)),
      fixed: all.map(({ fixed }) => fixed[i]),
      ...frame,
    };
  });
  return { nodes, exact: scale.exact, share: scale.back };
}

/** The leaves and everything above them: a parent before its children, those by id, because where a rule was written says nothing. */
function byId(nodes: readonly CompiledNode[], leaves: readonly number[]): ReadonlySet<number> {
  const live = new Set<number>();
  for (const leaf of leaves) for (let at = leaf; at >= 0 && !live.has(at); at = nodes[at]?.parent ?? -1) live.add(at);
  const id = (at: number) => nodes[at]?.id ?? '';
  const below = (at: number): readonly number[] => {
    const children = nodes[at]?.children.filter((child) => live.has(child)) ?? [];
    return [at, ...children.toSorted((a, b) => (id(a) < id(b) ? -1 : 1)).flatMap(below)];
  };
  return new Set(below(0));
}

/** Whether a requirement only adds up what stands below it, as does everything above it. */
function isSum(at: number, nodes: readonly CompiledNode[]): boolean {
  for (let above = at; above >= 0; above = nodes[above]?.parent ?? -1) {
    const node = nodes[above];
    if (node?.kind !== 'allOf' || node.firstDoor) return false;
  }
  return true;
}

/** Of a choice one by one, the greatest first; else together. */
function settledValues(isChoice: boolean, values: readonly Fraction[], scale: Scale): readonly number[] {
  const whole = values.map(scale.of);
  return isChoice ? whole.toSorted((a, b) => b - a) : [whole.reduce((sum, value) => sum + value, 0)];
}
