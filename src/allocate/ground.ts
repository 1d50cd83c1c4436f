import { type Memory, remembered } from '../base/remembered.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Matched } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import { asksAsBlank, blankOf } from '../worlds/blank.js';
import type { Allocation, LeafAllocation } from './allocation.js';
import { type Level, numberAt } from './levels.js';
import { weightOf } from './weights.js';

/** The tree in which contests are decided, with everything that is settled already. */
export interface Ground {
  readonly nodes: readonly CompiledNode[];
  readonly matched: Matched;
  /** What leaves were given, by node index: as long as contests are being decided, only those that share nothing. */
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
