import type { CompiledUnit } from '../compile/nodes.js';
import { withThoseAround } from '../compile/pools.js';
import type { Context } from '../match/context.js';
import { NOTHING_GONE, type Spending, type SpentItems } from '../match/spent.js';

/**
 * By item: what is gone of it for a leaf, because stages before have used it in the leaf's pool or in one around that. Only a total that
 * may divide its items can use what is left of one.
 */
export function goneFor(
  { pool, unit }: { readonly pool?: string; readonly unit?: CompiledUnit },
  c: Context,
): SpentItems {
  const rules = c.tree.pools?.byName;
  if (!c.spent || !rules || pool === undefined) return NOTHING_GONE;
  // What counts in a pool counts in those around it, so that the outermost knows of every use.
  const outermost = withThoseAround(pool, rules).findLast((name) => rules.get(name)?.acrossStages);
  const gone = (outermost !== undefined && c.spent.get(outermost)) || NOTHING_GONE;
  const isWhole = ({ part }: Spending) => part === undefined || part.base !== unit?.base;
  return new Map(
    [...gone].map(([item, each]) => [item, isWhole(each) ? { certain: each.certain, asks: each.asks } : each]),
  );
}
