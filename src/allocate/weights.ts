import { add, compare, divide, ONE, weightedMean, ZERO } from '../base/fraction.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { Matched } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';

/** How progress adds up from the leaves: what a requirement weighs, and what its children's progress comes to. */

/** What a child of a branch contributes. */
export interface Share {
  readonly progress: Fraction;
  readonly weight: Fraction;
  /** Whether it may turn out not to apply. */
  readonly isOpen: boolean;
}

/** What requirements weigh where every one applies and so many of each choice are asked for. */
interface Known extends Pick<Matched, 'counts'> {
  readonly whole: readonly Fraction[];
}

/** A leaf weighs 1, `allOf` the sum of its children, `choose k` the sum of its k lightest children; what does not apply is left out. */
export function weightOf(
  node: CompiledNode,
  { counts }: Pick<Matched, 'counts'>,
  applies: (child: number) => boolean,
  weights: readonly Fraction[],
  known?: Known,
): Fraction {
  if (node.kind !== 'allOf' && node.kind !== 'choose') return ONE;
  const whole = known?.counts === counts && known.whole[node.index];
  if (whole && node.children.every((child) => applies(child) && weights[child] === known.whole[child])) return whole;
  const own = node.children.filter(applies).map((i) => weights[i] ?? ONE);
  const k = node.kind === 'choose' ? (counts[node.index]?.hi ?? own.length) : own.length;
  const lightest = k < own.length ? own.sort(compare).slice(0, k) : own;
  const sum = lightest.reduce(add, ZERO);
  return sum.n === 0 ? ONE : sum;
}

/** The mean by weight over all children, or that of the best `k`; a child that may not apply can never be what a choice rests on. */
export function meanOf(children: readonly Share[], k: number | undefined): Fraction {
  if (k === undefined) return weightedMean(children.map(({ progress, weight }) => ({ f: progress, w: weight })));
  const best = children.map(({ progress, isOpen }) => (isOpen ? ZERO : progress));
  const of = Number.isFinite(k) ? k : children.length + 1;
  if (of < best.length) best.sort((a, b) => compare(b, a));
  return of === 0 ? ONE : divide(best.slice(0, of).reduce(add, ZERO), { n: of, d: 1 });
}
