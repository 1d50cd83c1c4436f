import { exact } from '../base/fraction.js';
import type { CompiledNode, ScoreNode } from '../compile/nodes.js';
import { fieldOf } from '../match/read.js';
import type { Finding } from '../model/evaluation.js';
import type { Fraction } from '../model/quantity.js';
import type { Origin } from './claims.js';
import { candidate, pointsAsked } from './eligible.js';
import { exclusion } from './grants.js';
import { quantityOf, same } from './problems.js';
import type { StageCheck } from './ranges.js';
import type { BranchView } from './tree.js';
import type { CheckedWorld } from './worlds.js';

/** Checks what a finding has and needs, in its unit: of several worlds it has the least and needs what the first does. */
export function checkAmounts(
  finding: Finding,
  origins: readonly Origin[],
  branches: readonly (BranchView | undefined)[],
  { check, claims }: StageCheck,
): void {
  const path = `findings.${finding.id}`;
  const measured = origins.map((origin, i) => measure(origin, branches[i], claims));
  const unit = measured.find((one) => one !== undefined)?.unit;
  // One id may be of another kind, and count something else, in another edition.
  const found = measured.flatMap((one) => (one && one.unit.id === unit?.id ? [one] : []));
  if (!unit) return;
  const [first] = measured;
  if (first) {
    const isNumber = first.need !== undefined && Number.isFinite(first.need);
    same(check, 'wrongAmount', `${path}.need`, isNumber ? quantityOf(first.need ?? 0, unit) : undefined, finding.need);
  }
  const least = Math.min(...found.map(({ have }) => have.least));
  const most = Math.min(...found.map(({ have }) => have.most));
  const { have } = finding;
  if (!have && !first) return;
  const minor = have && (have.n * unit.perUnit.n) / (have.d * unit.perUnit.d);
  if (minor === undefined || minor < least || minor > most || have?.unit !== unit.id) {
    check.report('wrongAmount', `${path}.have`, [quantityOf(least, unit), quantityOf(most, unit)], have);
  }
}

interface Unit {
  readonly id: string;
  readonly perUnit: Fraction;
}

interface Measured {
  readonly have: { readonly least: number; readonly most: number };
  readonly need: number | undefined;
  readonly unit: Unit;
}

function measure(origin: Origin, branch: BranchView | undefined, claims: StageCheck['claims']): Measured | undefined {
  if (branch) return { have: { least: branch.have, most: branch.have }, need: branch.need, unit: REQUIREMENTS };
  const leaf = claims.leafOf(origin);
  const part = origin.part === undefined ? undefined : leaf?.parts[origin.part];
  if (part) return { have: part.have, need: part.need, unit: part.isAmount ? (unitOf(origin.node) ?? VALUES) : VALUES };
  if (leaf && origin.node.kind === 'score') return pointsIn(origin.node, origin.world);
  const unit = unitOf(origin.node);
  return leaf?.have && unit ? { have: leaf.have, need: leaf.need, unit } : undefined;
}

/** The best result that is in time, or the latest, whether or not it is enough. */
function pointsIn(node: ScoreNode, world: CheckedWorld): Measured {
  const c = world.context;
  const { lo, hi } = pointsAsked(node, world);
  const taken = (c.record.byList.get('scores') ?? []).filter(
    (item) =>
      item.tier === 'earned' && item.entry.exam === node.exam && exclusion(item, node.index, world) === undefined,
  );
  const last = taken.reduce((day, item) => Math.max(day, item.day ?? day), Number.NEGATIVE_INFINITY);
  let most = 0;
  for (const item of taken) {
    const found = candidate(item, node, world);
    const isInTime = found && ('sure' in found ? found.sure : found.reason === 'belowMinimum');
    const score = fieldOf(item, 'score');
    if (isInTime && typeof score === 'number' && (node.take !== 'latest' || item.day === last))
      most = Math.max(most, score);
  }
  const { n, d } = exact(most);
  const have = (n * POINTS.perUnit.n) / d;
  return {
    have: { least: have, most: have },
    need: lo === hi ? Math.round(lo * POINTS.perUnit.n) : undefined,
    unit: POINTS,
  };
}

const ONE_EACH: Fraction = { n: 1, d: 1 };
const REQUIREMENTS: Unit = { id: 'requirements', perUnit: ONE_EACH };
const ITEMS: Unit = { id: 'items', perUnit: ONE_EACH };
const POINTS: Unit = { id: 'points', perUnit: { n: 1e6, d: 1 } };
const VALUES: Unit = { id: 'values', perUnit: ONE_EACH };

/** What a leaf counts; nothing where it is merely so. */
function unitOf(node: CompiledNode): Unit | undefined {
  if (node.kind === 'evidence') return ITEMS;
  return node.kind === 'total' || node.kind === 'experience' ? node.unit : undefined;
}
