import { compare, ONE, ZERO } from '../base/fraction.js';
import { type Memory, remembered } from '../base/remembered.js';
import type { CompiledNode } from '../compile/nodes.js';
import { meanOf, weightOf } from '../judge/progress.js';
import { countEdges, countMeasured } from '../match/count.js';
import type { Edge, Matched, StandIn } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import { asksAsBlank, blankOf } from '../worlds/blank.js';
import { type Allocation, EARNED, type LeafAllocation } from './allocation.js';
import { type Level, numberAt, SHOWN_LEVEL } from './levels.js';

/** The tree in which contests are decided, with everything that is settled already. */
export interface Ground {
  readonly nodes: readonly CompiledNode[];
  readonly matched: Matched;
  /** What leaves that share nothing were given, by node index. */
  readonly alone: readonly (LeafAllocation | undefined)[];
  /** What was given within the periods of requirements that repeat, by node index. */
  readonly periods: Allocation['periods'];
  /** Whether a requirement is as good as met at a level although nothing is spent on it. */
  readonly excused: (node: number, level: Level) => boolean;
  readonly frame: Frame;
  /** Whether one way to share out is best in every view. */
  readonly isPlain: boolean;
}

/** What applies, or may, and what it weighs; by node index. */
export interface Frame {
  readonly applies: readonly boolean[];
  readonly weights: readonly Fraction[];
}

/** What applies and what it weighs, found once for a tree and its record, or for the tree alone where it does not hang on the record. */
export function frameOf(nodes: readonly CompiledNode[], matched: Matched): Frame {
  const isAsBlank = matched.periods.length === 0 && asksAsBlank(blankOf(nodes), matched);
  return isAsBlank ? remembered(FRAMES, nodes, () => findFrame(nodes, matched)) : findFrame(nodes, matched);
}

const FRAMES: Memory<readonly CompiledNode[], Frame> = new WeakMap();

function findFrame(nodes: readonly CompiledNode[], matched: Matched): Frame {
  const applies = appliesOf(nodes, matched);
  return { applies, weights: weightsOf(nodes, matched, applies) };
}

/** What applies, or may: a branch of which nothing applies does not either, nor what repeats where nothing of it applied in any period. */
function appliesOf(nodes: readonly CompiledNode[], matched: Matched): readonly boolean[] {
  const applies: boolean[] = new Array(nodes.length);
  for (const { index, kind, children } of nodes.toReversed()) {
    const isBranch = kind === 'allOf' || kind === 'choose';
    const closed = matched.periods[index]?.periods.filter((period) => period.closed) ?? [];
    const inner = matched.periods[index]?.nodes ?? [];
    if (closed.length > 0 && !closed.some((period) => appliesOf(inner, period.matched)[0])) {
      applies[index] = false;
      continue;
    }
    const stands = matched.waivers[index] !== undefined || matched.standIns[index] !== undefined;
    applies[index] =
      matched.applies[index]?.applies !== 'no' && (!isBranch || stands || children.some((child) => applies[child]));
  }
  return applies;
}

function weightsOf(nodes: readonly CompiledNode[], matched: Matched, applies: readonly boolean[]): readonly Fraction[] {
  const weights: Fraction[] = new Array(nodes.length);
  for (const node of nodes.toReversed())
    weights[node.index] = weightOf(node, matched, (child) => applies[child] === true, weights, blankOf(nodes));
  return weights;
}

/** How many children of a choice count at a level. */
export function chosen(node: CompiledNode, level: Level, matched: Matched, applies: readonly boolean[]): number {
  const count = matched.counts[node.index];
  const all = node.children.filter((child) => applies[child]).length;
  if (!count) return all;
  const k = numberAt(level, count);
  return node.kind === 'choose' && node.orAllApplicable ? Math.min(k, all) : k;
}

/** A child that may not apply can never be what a choice certainly rests on. */
export function isOpen(child: number, level: Level, { matched }: Pick<Ground, 'matched'>): boolean {
  return level.view === 'certain' && matched.applies[child]?.applies === 'unknown';
}

/** How far the whole tree has come. Each level of a cut search is cut by itself: every one comes at least as far as what is shown to be earned. */
export function wholeAt(level: Level, ground: Ground): Fraction {
  if (!ground.frame.applies[0]) return ONE;
  const found = fractionAt(0, level, ground);
  if (ground.alone.every((leaf) => !leaf?.cut)) return found;
  const shown = fractionAt(0, SHOWN_LEVEL, ground);
  return compare(found, shown) < 0 ? shown : found;
}

/** How far a requirement has come that no contest touches. */
export function fractionAt(at: number, level: Level, ground: Ground): Fraction {
  const { nodes, matched, alone, excused } = ground;
  const { applies, weights } = ground.frame;
  const node = nodes[at];
  const leaf = matched.leaves[at];
  const standIn = matched.standIns[at];
  if (!node || matched.waivers[at] !== undefined || excused(at, level)) return ONE;
  if (standIn) return standsFor(standIn, level) ? ONE : ZERO;
  if (leaf?.kind === 'measured') return countMeasured(leaf, level.name).fraction;
  if (leaf) {
    const count = countEdges(leaf, edgesOf(alone[at], level), level.view);
    return ((level.ofCut === 'atBest' && count.atBest) || count).fraction;
  }
  if (node.kind === 'eachPeriod') return overPeriods(at, level, ground);
  if (node.kind !== 'allOf' && node.kind !== 'choose') return ZERO;
  const children = node.children.filter((child) => applies[child]);
  const door = children[0];
  if (
    node.kind === 'allOf' &&
    node.firstDoor &&
    door !== undefined &&
    compare(fractionAt(door, level, ground), ONE) < 0
  )
    return ZERO;
  return meanOf(
    children.map((child) => ({
      progress: fractionAt(child, level, ground),
      weight: weights[child] ?? ONE,
      isOpen: isOpen(child, level, ground),
    })),
    node.kind === 'choose' ? chosen(node, level, matched, applies) : undefined,
  );
}

function edgesOf(leaf: LeafAllocation | undefined, { of, ofCut }: Level): readonly Edge[] {
  if (ofCut === 'shown' && leaf?.cut) return leaf.shown.filter(EARNED);
  if (ofCut === 'atBest' && leaf?.atBest) return leaf.atBest.filter(({ tier }) => tier === 'earned');
  return leaf?.[of] ?? NO_EDGES;
}

const NO_EDGES: readonly Edge[] = [];

function standsFor({ tier, certain }: StandIn, { name }: Level): boolean {
  return name === 'possible' || (certain && (tier === 'earned' || name !== 'earned'));
}

/** The mean over the periods that are closed. */
function overPeriods(at: number, level: Level, { matched, periods }: Ground): Fraction {
  const { nodes = [], periods: found = [] } = matched.periods[at] ?? {};
  const fractions = found.flatMap((period, i) => {
    const allocation = periods[at]?.[i];
    if (!period.closed || !allocation) return [];
    const frame = frameOf(nodes, period.matched);
    const inner = {
      nodes,
      matched: period.matched,
      alone: allocation.leaves,
      periods: allocation.periods,
      frame,
      isPlain: false,
      excused: () => false,
    };
    return [wholeAt(level, inner)];
  });
  if (fractions.length === 0) return ZERO;
  return meanOf(
    fractions.map((progress) => ({ progress, weight: ONE, isOpen: false })),
    undefined,
  );
}
