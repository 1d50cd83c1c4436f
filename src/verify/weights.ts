import type { CompiledNode, LeafNode } from '../compile/nodes.js';
import { resolveNumber } from '../match/context.js';
import type { Claims } from './claims.js';
import { isLeaf } from './edges.js';
import { type Share, sum } from './shares.js';
import type { CheckedWorld } from './worlds.js';

/** How the requirements of a tree make up its progress, by node index. */
export interface Weights {
  /** The children that have a share at all. */
  readonly children: readonly (readonly number[])[];
  readonly counts: readonly boolean[];
  /** A leaf weighs 1, `allOf` what its children do, a choice of k what its k lightest children do. */
  readonly weight: readonly number[];
  /** How many of its children a branch wants; one more than there are where nothing bounds it. */
  readonly wanted: readonly number[];
}

/** Weighs a tree from its leaves up: children stand after their parents. */
export function weigh(world: CheckedWorld, claims: Claims): Weights {
  const children: (readonly number[])[] = [];
  const counts: boolean[] = [];
  const weight: number[] = [];
  const wanted: number[] = [];
  for (const node of world.nodes.toReversed()) {
    const at = node.index;
    const own = node.kind === 'eachPeriod' ? [] : node.children.filter((child) => counts[child]);
    const weights = own.map((child) => weight[child] ?? 0).sort((a, b) => a - b);
    children[at] = own;
    counts[at] = world.applies[at] !== 'no' && (isSettled(node, world) || own.length > 0 || hasShare(node));
    wanted[at] = howMany(node, world, own.length);
    weight[at] = isLeaf(node) || node.kind === 'eachPeriod' ? 1 : sum(weights.slice(0, wanted[at])) || 1;
  }
  return { children, counts, weight, wanted };

  function hasShare(node: CompiledNode): boolean {
    return isLeaf(node) || (node.kind === 'eachPeriod' && claims.in(node.id, world)?.status !== 'notApplicable');
  }
}

/** The share of every requirement, by node index, from those of its leaves; nothing is said of what has none. */
export function sharesIn(
  world: CheckedWorld,
  { children, weight, wanted }: Weights,
  leafShare: (leaf: LeafNode) => Share | undefined,
): readonly Share[] {
  const shares: Share[] = [];
  for (const node of world.nodes.toReversed()) shares[node.index] = shareOf(node);
  return shares;

  function shareOf(node: CompiledNode): Share {
    const at = node.index;
    if (world.waivedBy[at] !== undefined) return WHOLE;
    const standIn = world.standIns[at];
    if (standIn) return standIn.status === 'met' ? WHOLE : NOTHING;
    if (isLeaf(node)) return leafShare(node) ?? NOTHING;
    if (node.kind === 'eachPeriod') return ANYTHING;
    const below = (children[at] ?? []).map((child) => ({ child, share: shares[child] ?? NOTHING }));
    if (node.kind === 'allOf') {
      const weights = below.map(({ child }) => weight[child] ?? 0);
      const mean = (end: 'least' | 'most') =>
        sum(below.map(({ share }, i) => share[end] * (weights[i] ?? 0))) / sum(weights);
      const door = node.firstDoor ? below[0]?.share : undefined;
      return { least: (door?.least ?? 1) < 1 ? 0 : mean('least'), most: (door?.most ?? 1) < 1 ? 0 : mean('most') };
    }
    const k = wanted[at] ?? 0;
    const best = (end: 'least' | 'most') => {
      const found = below.map(({ child, share }) => (isSure(child, world) ? share[end] : 0)).sort((a, b) => b - a);
      return k === 0 ? 1 : sum(found.slice(0, k)) / k;
    };
    return { least: best('least'), most: best('most') };
  }
}

/** What each requirement, if it is whole, adds to the share of the whole tree, by node index. */
export function portionsIn(world: CheckedWorld, { children, weight, wanted }: Weights): readonly number[] {
  const portions: number[] = [1];
  for (const node of world.nodes) {
    const own = children[node.index] ?? [];
    const portion = isSettled(node, world) ? 0 : (portions[node.index] ?? 0);
    const all = sum(own.map((child) => weight[child] ?? 0));
    const k = wanted[node.index] ?? 0;
    for (const child of own) {
      if (node.kind === 'allOf') portions[child] = (portion * (weight[child] ?? 0)) / all;
      else portions[child] = k > 0 && isSure(child, world) ? portion / k : 0;
    }
  }
  return portions;
}

export function isSure(at: number, world: CheckedWorld): boolean {
  return world.applies[at] === 'yes';
}

const WHOLE: Share = { least: 1, most: 1 };
const NOTHING: Share = { least: 0, most: 0 };
const ANYTHING: Share = { least: 0, most: 1 };

/** Waived, or stood in for. */
function isSettled({ index }: CompiledNode, { waivedBy, standIns }: CheckedWorld): boolean {
  return waivedBy[index] !== undefined || standIns[index] !== undefined;
}

function howMany(node: CompiledNode, world: CheckedWorld, applying: number): number {
  if (node.kind !== 'choose' || node.choose === undefined) return applying;
  const { hi } = resolveNumber(node.choose, world.context, { n: 1, d: 1 });
  if (node.orAllApplicable) return Math.min(hi, applying);
  return Number.isFinite(hi) ? hi : applying + 1;
}
