import type { CompiledTree } from '../compile/ruleset.js';
import type { Spending, Spent } from '../match/spent.js';
import type { Use } from '../model/use.js';
import { isAcross, limitsOf, poolOf } from './limits.js';
import type { Check } from './problems.js';
import { minorOf } from './room.js';
import type { CheckedWorld } from './worlds.js';

/**
 * What the stages up to this one have used of pools across stages: what was used before, and what the evaluation says that this one uses,
 * or what a credential that it grants was granted on.
 */
export function usedUpWith(check: Check, stage: string, worlds: readonly CheckedWorld[], before: Spent): Spent {
  const rules = check.ruleset.editions.flatMap((edition) => edition.stages.get(stage) ?? []);
  const across = rules.flatMap(({ first }) =>
    [...(first.pools?.byName.keys() ?? [])].filter((pool) => isAcross(pool, first)),
  );
  if (across.length === 0) return before;
  const after = new Map([...before].map(([pool, items]) => [pool, new Map(items)]));
  const add = (pool: string, item: number, spending: Spending) => {
    const items = after.get(pool) ?? new Map<number, Spending>();
    const known = items.get(item);
    after.set(pool, items.set(item, known ? both(known, spending) : spending));
  };
  const grants = rules.flatMap(({ stage: { grants: credential } }) => credential ?? []);
  const held = check.record.items.filter(
    ({ list, tier, entry }) => list === 'credentials' && tier === 'earned' && grants.includes(String(entry.credential)),
  );
  const listed = held.flatMap(({ entry }) => (Array.isArray(entry.items) ? [entry.items.map(String)] : []));
  if (listed.length > 0) {
    for (const { id, index } of check.record.items)
      if (listed.some((ids) => ids.includes(id)))
        for (const pool of new Set(across)) add(pool, index, { certain: true, asks: [] });
    return after;
  }
  const found = worlds.map((world) => placesIn(world, true));
  for (const use of check.evaluation.allocation.filter((each) => each.stage === stage)) {
    const item = check.record.items.find(({ id }) => id === use.item);
    const places = found.map((each) => each.find(({ requirement }) => requirement === use.requirement));
    for (const pool of new Set(places.flatMap((place) => place?.pools ?? [])))
      if (item) add(pool, item.index, spendingIn(pool, use, places));
  }
  return after;
}

function spendingIn(pool: string, use: Use, places: readonly (Place | undefined)[]): Spending {
  const [only] = places;
  const part = places.length === 1 && only?.unit ? minorOf(use.amount, only.unit.perUnit) : undefined;
  const isDivided = places.some((place) => place?.unit);
  const isSure = use.certain && places.every((place) => place?.applies && place.pools.includes(pool));
  if (!isSure || (isDivided && part === undefined)) return { certain: false, asks: [] };
  return {
    certain: true,
    asks: [],
    ...(part !== undefined && only?.unit && { part: { base: only.unit.base, amount: part } }),
  };
}

/** Parts of one unit add up; the whole is gone if either use takes it for certain. */
function both(a: Spending, b: Spending): Spending {
  if ((a.certain && !a.part) || (b.certain && !b.part)) return { certain: true, asks: [] };
  if (!a.certain || !b.certain || !a.part || a.part.base !== b.part?.base) return { certain: false, asks: [] };
  return { certain: true, asks: [], part: { base: a.part.base, amount: a.part.amount + b.part.amount } };
}

/** A requirement that uses items up in pools across stages. */
interface Place {
  readonly requirement: string;
  readonly pools: readonly string[];
  /** Whether it certainly applies. */
  readonly applies: boolean;
  /** The unit of a total whose items may be divided. */
  readonly unit?: { readonly base: string; readonly perUnit: { readonly n: number; readonly d: number } };
}

function placesIn(world: CheckedWorld, surely: boolean): readonly Place[] {
  const { tree } = world.context;
  const sure: boolean[] = [];
  return world.nodes.flatMap((node): readonly Place[] => {
    const applies = (sure[node.parent] ?? surely) && world.applies[node.index] === 'yes';
    sure.push(applies);
    const inner = (world.periods[node.index] ?? []).flatMap((period) => placesIn(period.world, applies));
    const standIn = world.standIns[node.index];
    const own = standIn ? (standIn.root === node.index ? [...standIn.pools] : []) : [poolOf(node)];
    const pools = acrossAmong(own, tree);
    if (pools.length === 0) return inner;
    const place = { requirement: node.id, pools, applies: applies && standIn?.status !== 'unknown' };
    const unit = node.kind === 'total' && node.unit.splittable && !standIn ? { unit: node.unit } : {};
    return [{ ...place, ...unit }, ...inner];
  });
}

function acrossAmong(pools: readonly (string | undefined)[], tree: CompiledTree): readonly string[] {
  return [...new Set(pools.flatMap((pool) => limitsOf(pool, tree)))].filter((pool) => isAcross(pool, tree));
}
