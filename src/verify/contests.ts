import type { LeafNode } from '../compile/nodes.js';
import type { ContestFinding } from '../model/contest-finding.js';
import type { StageFinding } from '../model/evaluation.js';
import type { Use } from '../model/use.js';
import { exceptionsLeave } from './away.js';
import { type Contender, contenders, uncovered, worthAtPrices } from './bounds.js';
import type { Claims } from './claims.js';
import { freeCountings, isLeaf } from './edges.js';
import { isItemLeaf } from './eligible.js';
import { lineOf } from './grants.js';
import { tallyLeaf } from './leaves.js';
import { poolOf } from './limits.js';
import type { Check } from './problems.js';
import { TOLERANCE } from './progress.js';
import { part, type Share, shareOfItems, shareOfTotal } from './shares.js';
import { portionsIn, sharesIn, weigh } from './weights.js';
import { type CheckedWorld, within } from './worlds.js';

/**
 * Checks what a stage says of its contests: that they are of its requirements and of items of the record, that only what was cut is not
 * proven, and that prices prove what they are given for. Prices that no item could beat add up to a bound; earned progress has to reach
 * the least that the worlds of the stage have.
 */
export function checkContests(
  check: Check,
  stage: StageFinding,
  worlds: readonly CheckedWorld[],
  claims: Claims,
): void {
  const contests = stage.contests ?? [];
  const path = `stages.${stage.id}.contests`;
  for (const [i, contest] of contests.entries()) checkShape(check, contest, worlds, `${path}.${i}`);
  if (stage.optimal && contests.some(({ proof }) => proof === 'none'))
    check.report('wrongProof', path, 'a proof, where the allocation is called optimal', 'none');
  const dual = contests.filter(({ proof, prices }) => proof === 'dual' && prices);
  if (dual.length === 0) return;
  const bounds = worlds.map((world) => boundIn(check, stage, world, claims, dual));
  const lowest = (end: 'least' | 'most') => Math.min(...bounds.map((bound) => bound[end]));
  const earned = stage.progress.earned.n / stage.progress.earned.d;
  if (earned < lowest('least') - TOLERANCE)
    check.report(
      'wrongProof',
      path,
      bounds.find(({ why }) => why)?.why ?? `prices that prove ${earned}`,
      lowest('least'),
    );
  if (earned > lowest('most') + TOLERANCE)
    check.report('wrongProgress', `stages.${stage.id}.progress.earned`, `at most ${lowest('most')}`, earned);
}

function checkShape(check: Check, contest: ContestFinding, worlds: readonly CheckedWorld[], path: string): void {
  const nodes = worlds.flatMap((world) => within(world, 'every')).flatMap((world) => world.nodes);
  const taking = new Set(nodes.flatMap((node) => (poolOf(node) === undefined ? [] : [node.id])));
  const found = new Set(check.record.items.map(({ id }) => id));
  for (const id of contest.requirements)
    if (!taking.has(id)) check.report('wrongProof', `${path}.requirements`, 'requirements that take items', id);
  for (const id of contest.items)
    if (!found.has(id)) check.report('wrongProof', `${path}.items`, 'items of the record', id);
  const { proof, prices } = contest;
  if ((proof === 'dual') !== (prices !== undefined))
    check.report('wrongProof', `${path}.prices`, proof === 'dual' ? 'prices' : 'no prices', proof);
  if (!prices) return;
  const ids = new Set(contest.requirements);
  const lines = worlds.flatMap(({ nodes: all }) =>
    all.flatMap(({ index, id }) => (ids.has(id) ? lineOf(index, all) : [])),
  );
  for (const { id, kind } of lines) if (kind === 'choose') ids.add(id);
  const items = new Set(contest.items);
  const strange = [
    ...Object.keys(prices.items).filter((id) => !items.has(id)),
    ...Object.keys(prices.requirements).filter((id) => !ids.has(id)),
  ];
  const negative = [...Object.values(prices.items), ...Object.values(prices.requirements)].filter(({ n }) => n < 0);
  if (strange.length > 0) check.report('wrongProof', `${path}.prices`, 'prices of what is contested', strange);
  if (negative.length > 0) check.report('wrongProof', `${path}.prices`, 'no price below nothing', negative);
}

interface Bound extends Share {
  /** What the prices would have to cover, where they prove nothing. */
  readonly why?: string;
}

const UNBOUNDED: Bound = { least: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };

/** What the prices prove of one world: two ends where something beside the priced contests is not exactly known. */
function boundIn(
  check: Check,
  stage: StageFinding,
  world: CheckedWorld,
  claims: Claims,
  dual: readonly ContestFinding[],
): Bound {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage.id);
  const weights = weigh(world, claims);
  const portions = portionsIn(world, weights);
  const all: { readonly contest: ContestFinding; readonly leaves: readonly Contender[] }[] = [];
  for (const contest of dual) {
    const leaves = contenders(contest, world, uses);
    if (!leaves || !contest.prices) return { ...UNBOUNDED, why: 'requirements that count items' };
    const found = uncovered(leaves, contest.prices, portions, world);
    if (found) return { ...UNBOUNDED, why: `prices that cover \`${found.item}\` for \`${found.requirement}\`` };
    all.push({ contest, leaves });
  }
  const byNode = new Map(all.flatMap(({ leaves }) => leaves.map((leaf) => [leaf.node.index, leaf])));
  const others = new Set(
    (stage.contests ?? []).filter((one) => !dual.includes(one)).flatMap((one) => one.requirements),
  );
  const shares = sharesIn(world, weights, (node) => {
    const own = byNode.get(node.index);
    if (own) return exactly(part(own.need - own.missing, own.need));
    return others.has(node.id) ? claims.leafOf({ world, node })?.share : unrivalled(node, world, uses, claims);
  });
  const root = weights.counts[0] ? (shares[0] ?? exactly(1)) : exactly(1);
  const gains = all.map(({ contest: { prices }, leaves }) =>
    prices ? worthAtPrices(leaves, prices, weights, shares, world) : 0,
  );
  const gain = gains.reduce((a, b) => a + b, 0);
  return { least: root.least + gain, most: root.most + gain };
}

/** The share of a requirement with all that could count for it, as if nothing else wanted that. */
function unrivalled(node: LeafNode, world: CheckedWorld, uses: readonly Use[], claims: Claims): Share | undefined {
  if (!isLeaf(node) || !isItemLeaf(node) || !world.open[node.index]) return claims.leafOf({ world, node })?.share;
  const free = freeCountings(node, world, [], exceptionsLeave(node, world, uses));
  const earned = free.filter(({ sure, tier }) => sure && tier === 'earned');
  const tally = tallyLeaf(node, earned, 'sure', world);
  if (node.kind !== 'total') return exactly(shareOfItems(tally));
  const isOpen = !tally.exact || (node.disjoint && tally.mixed);
  return isOpen ? { least: 0, most: 1 } : exactly(shareOfTotal(node, tally));
}

function exactly(share: number): Share {
  return { least: share, most: share };
}
