import type { AllocatingLeaf } from '../allocate/allocation.js';
import { poolsOf } from '../allocate/pools.js';
import { formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { CompiledNode } from '../compile/nodes.js';
import { countEdges } from '../match/count.js';
import type { Edge, MatchedItem, MeasuredMatch, Refused, StandIn } from '../match/matched.js';
import type { RefusalReason, Tier, Unallocated, Use } from '../model/use.js';
import { type World, withPeriods } from '../worlds.js';
import { exceptionsOfUse } from './exceptions-applied.js';
import { quantity } from './views.js';

/** Where each item counts in one stage; a use that not every world shares is not certain. */
export function usesOf(stage: string, all: readonly World[]): readonly Use[] {
  const worlds = all.filter((world, w) => all.findIndex((other) => other.judged === world.judged) === w);
  const [only, another] = worlds;
  if (only && !another && only.matched.periods.length === 0) return usesIn(stage, only);
  const inWorlds = worlds.map(
    (world) =>
      new Map(
        withPeriods(world, 'every')
          .flatMap((each) => usesIn(stage, each))
          .map((use) => [`${use.item} ${use.requirement}`, use]),
      ),
  );
  const keys = [...new Set(inWorlds.flatMap((uses) => [...uses.keys()]))];
  return keys.flatMap((key): readonly Use[] => {
    const found = inWorlds.map((uses) => uses.get(key));
    const use = found.find((u) => u !== undefined);
    if (!use) return [];
    return use.certain && found.some((u) => u?.certain !== true) ? [{ ...use, certain: false }] : [use];
  });
}

/** Each item that counts nowhere in a stage, with the reason of the requirement that came nearest to taking it. */
export function unallocatedOf(stage: string, worlds: readonly World[], uses: readonly Use[]): readonly Unallocated[] {
  const used = new Set(uses.map((use) => use.item));
  const [world] = worlds;
  if (!world) return [];
  const refusals = refusalsIn(world);
  return world.matched.items.flatMap((item, index): readonly Unallocated[] => {
    if (used.has(item.id)) return [];
    const nearest = refusals.get(index);
    const node = nearest?.node;
    return [
      {
        stage,
        item: item.id,
        list: item.list,
        title: titleIn(world, item),
        reason: nearest?.refused.reason ?? 'notWanted',
        cite: node?.cite ?? [],
        ...(node && { requirement: node.id }),
        ...(item.day !== undefined && { day: formatDay(item.day) }),
        ...(isBounded(nearest?.refused.limit) && { limit: formatDay(nearest.refused.limit) }),
        ...(nearest?.refused.missing && { missing: nearest.refused.missing }),
        ...(nearest?.refused.exception !== undefined && { exception: nearest.refused.exception }),
      },
    ];
  });
}

/** A limit that is a day, and not the absence of one. */
function isBounded(limit: number | undefined): limit is number {
  return limit !== undefined && limit > NO_EARLIEST && limit < NO_LATEST;
}

function usesIn(stage: string, world: World): readonly Use[] {
  const uses: Use[] = [];
  for (const node of world.tree.nodes) {
    const standIn = world.matched.standIns[node.index];
    const leaf = world.matched.leaves[node.index];
    if (standIn?.node === node.index) uses.push(useOfStandIn(stage, world, node, standIn));
    else if (leaf?.kind === 'measured') addMeasured(stage, world, node, leaf, uses);
    else if (leaf) addEdges(stage, world, node, leaf, uses);
  }
  return uses;
}

function addMeasured(stage: string, world: World, node: CompiledNode, leaf: MeasuredMatch, uses: Use[]): void {
  for (const use of leaf.uses) {
    const found = useOf(stage, world, node, use.item, use.tier, use.certain);
    found.amount = quantity(use.amount, leaf.unit);
    if (use.how) found.how = use.how;
    name(found, exceptionsOfUse(world, node.index, use.item));
    uses.push(found);
  }
}

function addEdges(stage: string, world: World, node: CompiledNode, leaf: AllocatingLeaf, uses: Use[]): void {
  for (const edge of world.allocation.leaves[node.index]?.shown ?? []) {
    for (const item of edge.items) {
      const found = useOf(stage, world, node, item, world.matched.items[item]?.tier ?? edge.tier, edge.certain);
      if (leaf.kind === 'sum' && leaf.pool !== undefined) found.amount = quantity(edge.amount, leaf.unit);
      if (edge.how) found.how = edge.how;
      if (edge.bundle !== undefined) found.bundle = edge.bundle;
      name(found, exceptionsOfUse(world, node.index, item));
      uses.push(found);
    }
  }
}

function useOfStandIn(
  stage: string,
  world: World,
  node: CompiledNode,
  { item, tier, certain, exception }: StandIn,
): Use {
  const use = useOf(stage, world, node, item, tier, certain);
  name(use, [exception]);
  return use;
}

function name(use: Mutable<Use>, exceptions: readonly string[]): void {
  if (exceptions.length > 0) use.exceptions = exceptions;
}

function useOf(
  stage: string,
  world: World,
  node: CompiledNode,
  index: number,
  tier: Tier,
  certain: boolean,
): Mutable<Use> {
  const item = world.matched.items[index];
  if (!item) throw new TypeError(`items.${index}: expected an item of the record`);
  const use: Mutable<Use> = {
    stage,
    item: item.id,
    list: item.list,
    title: titleIn(world, item),
    requirement: node.id,
    tier,
    certain,
  };
  if (item.day !== undefined) use.day = formatDay(item.day);
  return use;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What people call an item: its own title, or its course's. */
function titleIn(world: World, item: MatchedItem): string {
  return world.context.ruleset.courses.get(item.title)?.course.title ?? item.title;
}

/** Reasons from the one that says least to the one that says most: the last that applies came nearest to counting. */
const RANK: Readonly<Record<RefusalReason, number>> = {
  notWanted: 0,
  courseNotListed: 1,
  failed: 2,
  withdrawn: 3,
  outsideWindow: 4,
  notHeld: 5,
  notApproved: 6,
  notOffered: 7,
  notPassed: 8,
  supplementNeeded: 9,
  noAmount: 10,
  unitNotConvertible: 11,
  belowMinimum: 12,
  late: 13,
  bundleIncomplete: 14,
  excluded: 15,
  notEarnedYet: 16,
  takenElsewhere: 17,
  alreadyFull: 18,
};

function refusalsIn(world: World): ReadonlyMap<number, Nearest> {
  const nearest = new Map<number, Nearest>();
  for (const each of withPeriods(world, 'every')) addRefusals(each, nearest);
  return nearest;
}

interface Nearest {
  readonly node: CompiledNode | undefined;
  readonly refused: Refused;
}

/** Nearer by its reason; among equals the requirement whose id comes first. */
function isNearer(a: Nearest, b: Nearest): boolean {
  const difference = RANK[a.refused.reason] - RANK[b.refused.reason];
  return difference > 0 || (difference === 0 && (a.node?.id ?? '') < (b.node?.id ?? ''));
}

function addRefusals(world: World, nearest: Map<number, Nearest>): void {
  const offer = (node: number, refused: Refused) => {
    const known = nearest.get(refused.item);
    const found = { node: world.tree.nodes[node], refused };
    if (!known || isNearer(found, known)) nearest.set(refused.item, found);
  };
  const pools = poolsOf(world.matched.pools);
  // A total takes no more than it needs only where its pool is shared with other stages.
  const isFull = (leaf: AllocatingLeaf, shown: ReadonlySet<Edge>) =>
    leaf.kind === 'units'
      ? shown.size >= leaf.need.lo
      : pools.spares(leaf.pool) && countEdges(leaf, [...shown], 'certain').filled;
  for (const leaf of world.matched.leaves) {
    if (!leaf) continue;
    for (const refused of leaf.refused) offer(leaf.node, refused);
    if (leaf.kind === 'measured') continue;
    const shown = new Set<Edge>(world.allocation.leaves[leaf.node]?.shown);
    const full = isFull(leaf, shown);
    for (const edge of leaf.edges) {
      if (shown.has(edge)) continue;
      const reason = edge.tier === 'planned' ? 'notEarnedYet' : full ? 'alreadyFull' : 'takenElsewhere';
      for (const item of edge.items) offer(leaf.node, { item, reason });
    }
  }
}
