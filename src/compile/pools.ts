import type { Edition } from '../model/pack.js';
import type { CompiledNode } from './nodes.js';

/** What a stage's pools allow, where they allow other than one use of an item in each. */
export interface PoolRules {
  /** By name: how often an item may count in it, and the pool in which it lies. A pool that is not here allows one use. */
  readonly byName: ReadonlyMap<string, PoolLimit>;
  readonly overlaps: readonly { readonly pools: readonly [string, string]; readonly atMost: number }[];
}

export interface PoolLimit {
  readonly uses: number;
  /** The pool in which it lies. */
  readonly within?: string;
  /** What an earlier stage has used is gone. */
  readonly acrossStages?: true;
}

/**
 * The edition's rules for the pools of these requirements and for the pools around those; `undefined` where there are none.
 * @throws TypeError if a pool lies within itself.
 */
export function compilePools(
  { id, pools = {}, overlaps = [] }: Edition,
  nodes: readonly CompiledNode[],
): PoolRules | undefined {
  const rules = new Map(Object.entries(pools));
  const used = new Set(
    poolsOf(nodes).flatMap((pool) => withThoseAround(pool, rules, `editions.${id}.pools.${pool}.within`)),
  );
  const byName = new Map(
    [...rules].flatMap(([pool, { uses = 1, within, across }]): [string, PoolLimit][] =>
      used.has(pool)
        ? [[pool, { uses, ...(within !== undefined && { within }), ...(across && { acrossStages: true }) }]]
        : [],
    ),
  );
  const shared = overlaps
    .filter((overlap) => overlap.pools.every((pool) => used.has(pool)))
    .map(({ pools: pair, atMost }) => ({ pools: pair, atMost }));
  return byName.size + shared.length === 0 ? undefined : { byName, overlaps: shared };
}

/** A pool and those in which it lies, from the inside out. */
export function withThoseAround(
  pool: string,
  rules: ReadonlyMap<string, { readonly within?: string }>,
  path = `pools.${pool}.within`,
): readonly string[] {
  const around = new Set<string>();
  for (let at: string | undefined = pool; at !== undefined; at = rules.get(at)?.within) {
    if (around.has(at))
      throw new TypeError(`${path}: expected a pool that does not lie within itself, found \`${at}\``);
    around.add(at);
  }
  return [...around];
}

/** The pools in which requirements use items up, also those that repeat. */
function poolsOf(nodes: readonly CompiledNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'eachPeriod') return poolsOf(node.nodes);
    return node.kind === 'evidence' || node.kind === 'total' ? (node.pool ?? []) : [];
  });
}
