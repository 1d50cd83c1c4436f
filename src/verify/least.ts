import type { LeafNode } from '../compile/nodes.js';
import { resolveNumber } from '../match/context.js';
import type { Item } from '../match/read.js';
import type { Use } from '../model/use.js';
import { exceptionsLeave } from './away.js';
import type { Claims } from './claims.js';
import { needOf } from './count.js';
import { freeCountings, isLeaf } from './edges.js';
import { candidate, type ItemLeaf, isItemLeaf } from './eligible.js';
import { tallyLeaf } from './leaves.js';
import { limitsOf, poolOf } from './limits.js';
import { sum } from './shares.js';
import { withDue } from './tree.js';
import type { CheckedWorld } from './worlds.js';

/** One world, and what an evaluation says of it. */
export interface Ground {
  readonly world: CheckedWorld;
  readonly uses: readonly Use[];
  readonly claims: Claims;
}

/** What is used up: some items of a pool, or the amounts of one base unit that they come to in it. */
export interface Stock {
  readonly pool: string;
  readonly items: ReadonlySet<string>;
  readonly base?: string;
}

/** No way to meet it, whatever is left to it. */
export const NO_WAY = Number.POSITIVE_INFINITY;

/**
 * The least of a stock that a requirement needs, in the most favourable way there is to meet it: `NO_WAY` if it could not be met even if
 * nothing else wanted its items. Without a stock it is 0 where there is a way.
 */
export function leastOf(at: number, stock: Stock | undefined, ground: Ground): number {
  const { world, claims } = ground;
  const node = world.nodes[at];
  if (!node || world.applies[at] === 'no') return NO_WAY;
  // Before its last day an obligation may still be met by what is not there yet.
  const isDueLater = withDue('unmet', node, world, world.context.asOf) !== 'unmet';
  if (world.waivedBy[at] !== undefined || isDueLater) return 0;
  const standIn = world.standIns[at];
  if (standIn) return standIn.status === 'unmet' ? NO_WAY : 0;
  if (isLeaf(node)) return leastOfLeaf(node, stock, ground);
  if (node.kind === 'eachPeriod') return claims.in(node.id, world)?.status === 'unmet' ? NO_WAY : 0;
  const applying = node.children.filter((child) => world.applies[child] !== 'no');
  if (node.kind === 'allOf')
    return sum(applying.map((child) => (world.applies[child] === 'yes' ? leastOf(child, stock, ground) : 0)));
  const costs = applying.map((child) => leastOf(child, stock, ground)).sort((a, b) => a - b);
  const { lo } = node.choose === undefined ? { lo: 0 } : resolveNumber(node.choose, world.context, { n: 1, d: 1 });
  const k = node.orAllApplicable ? Math.min(lo, costs.length) : lo;
  return k > costs.length ? NO_WAY : sum(costs.slice(0, k));
}

function leastOfLeaf(node: LeafNode, stock: Stock | undefined, ground: Ground): number {
  const { world, uses, claims } = ground;
  if (!isItemLeaf(node)) return claims.leafOf({ world, node })?.most === 'unmet' ? NO_WAY : 0;
  const free = tallyLeaf(node, freeCountings(node, world, [], exceptionsLeave(node, world, uses)), 'perhaps', world);
  if (!free.filled && free.exact) return NO_WAY;
  if (!stock || !draws(node, stock, ground)) return 0;
  if (node.kind === 'evidence') return needOf(node, world).lo;
  const atLeast = node.kind === 'total' ? node.atLeast : undefined;
  if (node.kind !== 'total' || atLeast === undefined) return 0;
  return resolveNumber(atLeast, world.context, node.unit.perUnit).lo;
}

/** Whether any of a stock may count for a requirement; what needs nothing of it is served besides. */
export function draws(node: ItemLeaf, { pool, base, items }: Stock, ground: Ground): boolean {
  const isOfUnit = base === undefined ? node.kind === 'evidence' : node.kind === 'total' && node.unit.base === base;
  const isIn = limitsOf(poolOf(node), ground.world.context.tree).includes(pool);
  return isOfUnit && isIn && [...possible(node, ground).keys()].some(({ id }) => items.has(id));
}

/** What may count for a leaf if nothing else wanted it, by item: smallest parts of a total's unit, 1 elsewhere. */
export function possible(node: ItemLeaf, { world, uses }: Ground): ReadonlyMap<Item, number> {
  const left = exceptionsLeave(node, world, uses);
  const found = world.context.record.items.flatMap((item) => {
    const one = item.tier === 'planned' || left(item.id).n === 0 ? undefined : candidate(item, node, world);
    return one && 'sure' in one ? [one] : [];
  });
  const isThere = (course: string) => found.some(({ item, bundles }) => bundles && item.entry.course === course);
  const whole = found.filter(({ bundles }) => !bundles || bundles.some(({ courses }) => courses.every(isThere)));
  return new Map(whole.map(({ item, amount }) => [item, amount]));
}

/** The leaves at or below a requirement for which evidence counts. */
export function leavesBelow(at: number, world: CheckedWorld): readonly ItemLeaf[] {
  const node = world.nodes[at];
  if (!node || world.applies[at] === 'no') return [];
  if (isItemLeaf(node)) return world.open[at] ? [node] : [];
  return node.kind === 'eachPeriod' ? [] : node.children.flatMap((child) => leavesBelow(child, world));
}
