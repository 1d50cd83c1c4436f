import { everyRequirement } from '../base/walk.js';
import { BUILT_IN } from '../compile/units.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { OverlapRule, PoolRule } from '../model/pool-rule.js';
import { inCircles } from './circles.js';
import type { Issue, Path } from './issues.js';
import { limits } from './limits.js';
import { ifUnknown } from './reference-names.js';

type Pools = ReadonlyMap<string, PoolRule>;

/** What is wrong with an edition's rules for its pools: names that no pool has, pools inside themselves, limits that contradict another. */
export function poolIssues(pack: RulePack, edition: Edition, path: Path): readonly Issue[] {
  const pools: Pools = new Map(Object.entries(edition.pools ?? {}));
  const overlaps = edition.overlaps ?? [];
  if (pools.size + overlaps.length === 0) return [];
  const used = usedPools(pack, edition);
  const around = [...pools.values()].flatMap(({ within }) => within ?? []);
  // A pool is there because requirements count in it, or another pool lies in it and says so.
  const inUse = new Set([...used, ...around.filter((pool) => pools.has(pool))]);
  const circular = inCircles(
    new Map([...pools].map(([name, { within }]) => [name, within === undefined ? [] : [within]])),
  );
  return [
    ...[...pools].flatMap(([name, rule]) => {
      const at = [...path, 'pools', name];
      return [
        ...ifUnknown('unknownPool', name, [...inUse], at),
        ...(rule.within === undefined ? [] : ifUnknown('unknownPool', rule.within, [...inUse], [...at, 'within'])),
        ...(circular.has(name) ? [{ code: 'circular' as const, path: at, found: name }] : []),
        ...limitIssues(name, rule, pools, at),
      ];
    }),
    ...overlapsIn(overlaps, pools, [...path, 'overlaps'], [...inUse]),
  ];
}

/** Each overlap by itself, and whether it has a pool in common with one before it. */
function overlapsIn(
  overlaps: readonly OverlapRule[],
  pools: Pools,
  path: Path,
  known: readonly string[],
): readonly Issue[] {
  const named = new Set<string>();
  const outer = new Set<string>();
  return overlaps.flatMap(({ pools: pair }, index) => {
    const at = [...path, index, 'pools'];
    const issues = [
      ...pair.flatMap((name, side) => ifUnknown('unknownPool', name, known, [...at, side])),
      ...pairIssues(pair, pools, at),
      ...pair.flatMap((name, side) => {
        const isTaken = outer.has(name) || [...around(name, pools)].some((each) => named.has(each));
        return isTaken ? wrong('a pool of no other overlap, nor within or around one', name, [...at, side]) : [];
      }),
    ];
    for (const name of pair) {
      named.add(name);
      for (const each of around(name, pools)) outer.add(each);
    }
    return issues;
  });
}

/** The pools in which requirements of an edition use items up, those included that a total or an evidence has without naming one. */
export function usedPools(pack: RulePack, edition: Edition): ReadonlySet<string> {
  const requirements = [
    ...edition.stages.flatMap(({ requirement }) => everyRequirement(requirement).map(([, each]) => each)),
    ...(edition.methods ?? []).map(({ requirement }) => requirement),
  ];
  return new Set(
    requirements.flatMap((each) => {
      if (each.kind === 'evidence') return each.pool ?? 'items';
      if (each.kind !== 'total') return [];
      const adds = each.atLeast !== undefined || each.parts.some(({ kind }) => kind === 'sum');
      return adds ? (each.pool ?? baseOf(each.unit, pack)) : [];
    }),
  );
}

/** The unit in which amounts of this one are counted; one that is defined by itself has none. */
function baseOf(id: string, { units = {} }: RulePack): string {
  let at = id;
  for (let step = Object.keys(units).length; step >= 0; step -= 1) {
    const builtIn = BUILT_IN.find((unit) => unit.id === at);
    const own = units[at];
    if (builtIn !== undefined || own?.kind !== 'is') return builtIn?.base ?? at;
    at = own.amount.unit;
  }
  return id;
}

/** A limit that could never be reached, that would be two, or that no one could follow. */
function limitIssues(name: string, { uses = 1, within, across }: PoolRule, pools: Pools, path: Path): readonly Issue[] {
  const most = within === undefined ? undefined : (pools.get(within)?.uses ?? 1);
  const at = [...path, 'uses'];
  if (around(name, pools).size > limits.depth)
    return wrong(`a pool that lies in fewer than ${limits.depth} others`, within ?? name, [...path, 'within']);
  if (across !== undefined && uses > 1)
    return wrong('1 in a pool across stages', String(uses), at, 'leave `uses` or `across` out');
  if (most !== undefined && uses > most)
    return wrong(`at most ${most}, which is what \`${within}\` allows`, String(uses), at, 'raise the limit around it');
  return [];
}

/** A pair of pools that is none, or in which an item never counts in both at once. */
function pairIssues([one, other]: OverlapRule['pools'], pools: Pools, path: Path): readonly Issue[] {
  const families = [around(one, pools), around(other, pools)] as const;
  if (one === other) return wrong('two different pools', other, [...path, 1]);
  if (families[0].has(other) || families[1].has(one))
    return wrong('two pools of which neither lies within the other', other, [...path, 1]);
  return families.flatMap((family, side) => {
    const isAcross = [...family].some((each) => pools.get(each)?.across);
    return isAcross ? wrong('a pool that is not across stages', side === 0 ? one : other, [...path, side]) : [];
  });
}

function wrong(expected: string, found: string, path: Path, hint?: string): readonly Issue[] {
  return [{ code: 'wrongValue', path, expected, found, ...(hint !== undefined && { hint }) }];
}

/** A pool and those in which it lies; of more than can be followed the nearest. */
function around(pool: string, pools: Pools): ReadonlySet<string> {
  const found = new Set<string>();
  let at: string | undefined = pool;
  while (at !== undefined && !found.has(at) && found.size <= limits.depth) {
    found.add(at);
    at = pools.get(at)?.within;
  }
  return found;
}
