import type { CompiledNode } from '../compile/nodes.js';
import { resolveNumber } from '../context.js';
import type { StageFinding } from '../evaluation.js';
import type { Claims } from './claims.js';
import { isLeaf } from './edges.js';
import type { Check } from './problems.js';
import { type Share, sum } from './shares.js';
import type { CheckedWorld } from './worlds.js';

/** Checks that earned progress lies between what the uses come to and what no allocation could pass; where nothing is contested both are one. */
export function checkEarned(check: Check, stage: StageFinding, worlds: readonly CheckedWorld[], claims: Claims): void {
  const shares = worlds.map((world) => shareOf(0, world, claims));
  const least = Math.min(...shares.map((share) => share?.least ?? 1));
  const most = Math.min(...shares.map((share) => share?.most ?? 1));
  const { earned } = stage.progress;
  const found = earned.n / earned.d;
  if (found < least - TOLERANCE || found > most + TOLERANCE)
    check.report('wrongProgress', `stages.${stage.id}.progress.earned`, `${least} to ${most}`, earned);
}

/** Shares are compared as decimal numbers; those of small whole numbers lie far farther apart. */
const TOLERANCE = 1e-9;
const WHOLE: Share = { least: 1, most: 1 };
const NOTHING: Share = { least: 0, most: 0 };

/** The share of one requirement; `undefined` where it does not apply. */
function shareOf(at: number, world: CheckedWorld, claims: Claims): Share | undefined {
  const node = world.nodes[at];
  if (!node || world.applies[at] === 'no') return undefined;
  if (world.waivedBy[at] !== undefined) return WHOLE;
  const standIn = world.standIns[at];
  if (standIn) return standIn.status === 'met' ? WHOLE : NOTHING;
  if (isLeaf(node)) return claims.leafOf({ world, node })?.share;
  if (node.kind === 'eachPeriod')
    return claims.in(node.id, world)?.status === 'notApplicable' ? undefined : { least: 0, most: 1 };
  const children = node.children.flatMap((child) => {
    const share = shareOf(child, world, claims);
    return share ? [{ share, weight: weightOf(child, world, claims), sure: world.applies[child] === 'yes' }] : [];
  });
  if (children.length === 0) return undefined;
  if (node.kind === 'allOf') {
    const weights = children.map(({ weight }) => weight);
    const mean = (end: 'least' | 'most') =>
      sum(children.map(({ share, weight }) => share[end] * weight)) / sum(weights);
    const door = node.firstDoor ? children[0]?.share : undefined;
    return { least: (door?.least ?? 1) < 1 ? 0 : mean('least'), most: (door?.most ?? 1) < 1 ? 0 : mean('most') };
  }
  const k = howMany(node, world, children.length);
  const best = (end: 'least' | 'most') => {
    const shares = children.map(({ share, sure }) => (sure ? share[end] : 0)).sort((a, b) => b - a);
    return k === 0 ? 1 : sum(shares.slice(0, k)) / k;
  };
  return { least: best('least'), most: best('most') };
}

/** A leaf weighs 1, `allOf` what its children do, a choice of k what its k lightest children do. */
function weightOf(at: number, world: CheckedWorld, claims: Claims): number {
  const node = world.nodes[at];
  if (!node || isLeaf(node) || node.kind === 'eachPeriod') return 1;
  const applying = node.children.filter((child) => shareOf(child, world, claims) !== undefined);
  const weights = applying.map((child) => weightOf(child, world, claims)).sort((a, b) => a - b);
  return sum(weights.slice(0, howMany(node, world, weights.length))) || 1;
}

/** How many of the children that apply are wanted; one more than there are where nothing bounds it. */
function howMany(node: CompiledNode, world: CheckedWorld, applying: number): number {
  if (node.kind !== 'choose' || node.choose === undefined) return applying;
  const { hi } = resolveNumber(node.choose, world.context, { n: 1, d: 1 });
  if (node.orAllApplicable) return Math.min(hi, applying);
  return Number.isFinite(hi) ? hi : applying + 1;
}
