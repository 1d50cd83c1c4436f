import type { CompiledNode } from '../compile/nodes.js';
import { type PoolRules, withThoseAround } from '../compile/pools.js';
import { type Context, resolveWindow } from '../match/context.js';
import { leafExceptions, NO_EXCEPTIONS, type Placed } from '../match/exceptions.js';
import type { Deadline, StandIn } from '../match/matched.js';
import { dayFieldOf } from '../match/read.js';
import { passed, screen } from './screen.js';

/**
 * By node index: the item that stands in for a requirement or for one above it. The outermost requirement comes first; where one item
 * is to stand in for two requirements that share a pool, the exception with the smaller id does.
 */
export function standInsOf(
  placed: Placed,
  deadlines: readonly (readonly Deadline[])[],
  c: Context,
): readonly (StandIn | undefined)[] {
  const { nodes } = placed;
  const { pools } = c.tree;
  const found: (StandIn | undefined)[] = [];
  for (const node of nodes) found.push(found[node.parent] ?? standInFor(node, placed, deadlines[node.index] ?? [], c));
  const kept = new Set<StandIn>();
  for (const one of [...new Set(found)].filter((each) => each !== undefined).toSorted(byId)) {
    const mine = poolsBelow(one, found, nodes, pools);
    const isTaken = [...kept].some(
      (other) => other.item === one.item && [...poolsBelow(other, found, nodes, pools)].some((pool) => mine.has(pool)),
    );
    if (!isTaken) kept.add(one);
  }
  return found.map((one) => (one && kept.has(one) ? one : undefined));
}

/** By item: the pools in which what stands in counts for nothing else. */
export function takenBy(
  standIns: readonly (StandIn | undefined)[],
  nodes: readonly CompiledNode[],
  pools: PoolRules | undefined,
): ReadonlyMap<number, ReadonlySet<string>> {
  const taken = new Map<number, Set<string>>();
  for (const one of new Set(standIns)) {
    if (!one) continue;
    const known = taken.get(one.item) ?? new Set<string>();
    for (const pool of poolsBelow(one, standIns, nodes, pools)) known.add(pool);
    taken.set(one.item, known);
  }
  return taken;
}

/** The substitution granted for a requirement, if its item has begun and is in time. */
function standInFor(
  node: CompiledNode,
  placed: Placed,
  deadlines: readonly Deadline[],
  c: Context,
): StandIn | undefined {
  if (placed.isOpen[node.index] !== true) return undefined;
  const granted = c.record.exceptions.find((one) => one.kind === 'substitution' && one.requirement === node.id);
  const item = granted?.kind === 'substitution' ? c.record.items.find(({ id }) => id === granted.item) : undefined;
  if (!granted || !item || item.tier === 'planned') return undefined;
  if (leafExceptions(node.index, placed, c.record).excluded.has(item.id)) return undefined;
  const dayField = dayFieldOf(item.list);
  const window = resolveWindow(undefined, c);
  const result = screen(item, { where: [], window, deadlines, dayField, exceptions: NO_EXCEPTIONS }, c);
  if (!passed(result) || result.missed) return undefined;
  const { certain, asks } = result;
  return { exception: granted.id, node: node.index, item: item.index, tier: item.tier, certain, asks };
}

/** The pools of the leaves of a requirement for which an item stands in, those around them, and all pools of the tree that lie in these. */
function poolsBelow(
  one: StandIn,
  all: readonly (StandIn | undefined)[],
  nodes: readonly CompiledNode[],
  { byName }: PoolRules = NO_RULES,
): ReadonlySet<string> {
  const poolOf = (node: CompiledNode) => (node.kind === 'evidence' || node.kind === 'total' ? (node.pool ?? []) : []);
  const below = nodes.filter(({ index }) => all[index] === one).flatMap(poolOf);
  const taken = new Set(below.flatMap((pool) => withThoseAround(pool, byName)));
  if (byName.size === 0) return taken;
  const others = nodes.flatMap(poolOf).filter((pool) => withThoseAround(pool, byName).some((each) => taken.has(each)));
  return new Set([...taken, ...others]);
}

const NO_RULES: PoolRules = { byName: new Map(), overlaps: [] };

function byId(a: StandIn, b: StandIn): number {
  return a.exception < b.exception ? -1 : 1;
}
