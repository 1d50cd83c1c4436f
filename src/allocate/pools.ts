import { type PoolRules, withThoseAround } from '../compile/pools.js';

/** How often an item may count where, looked up by pool. */
export interface Pools {
  /** A pool and those in which it lies, itself first. */
  readonly path: (pool: string) => readonly string[];
  readonly uses: (pool: string) => number;
  /** Pools of one family limit each other; the name of the family. */
  readonly family: (pool: string) => string;
  readonly budgets: readonly Budget[];
  /** Whether what is not needed is left for other stages. */
  readonly spares: (pool: string | undefined) => boolean;
}

/** So many items may count in both of two pools. */
export interface Budget {
  readonly pools: readonly [string, string];
  readonly atMost: number;
}

/** Every pool for itself, an item once in each. */
const PLAIN: Pools = {
  path: (pool) => [pool],
  uses: () => 1,
  family: (pool) => pool,
  budgets: [],
  spares: () => false,
};

/** Pools by the edition's rules; without rules each is by itself and allows one use. */
export function poolsOf(rules: PoolRules | undefined): Pools {
  if (!rules) return PLAIN;
  const path = (pool: string) => withThoseAround(pool, rules.byName);
  const root = (pool: string) => path(pool).at(-1) ?? pool;
  const family = (pool: string) => {
    const own = root(pool);
    const shared = rules.overlaps.find(({ pools }) => pools.some((each) => root(each) === own));
    return shared ? shared.pools.map(root).sort().join(' ') : own;
  };
  return {
    path,
    uses: (pool) => rules.byName.get(pool)?.uses ?? 1,
    family,
    budgets: rules.overlaps.toSorted((a, b) => (a.pools.join(' ') < b.pools.join(' ') ? -1 : 1)),
    spares: (pool) => pool !== undefined && path(pool).some((name) => rules.byName.get(name)?.acrossStages),
  };
}

/** Whether a network can keep a budget: every item once in either pool, and once more, in the other, out of the budget. */
export function isFlowing({ pools: pair }: Budget, { uses, path }: Pools): boolean {
  return pair.every((pool) => uses(pool) === 1 && path(pool).length === 1);
}
