import { type Context, resolveDay } from './context.js';
import { fieldOf, type Item } from './read.js';
import { NO, some, type Tested, YES } from './truth.js';
import { inWindow } from './window.js';

/**
 * Whether an item is a credential that one of these agreements recognises and that was earned within its dates. Where every agreement
 * that names it refuses its day, the first day or the last that would have counted is told: of several the nearest.
 */
export function recognised(agreements: readonly string[], item: Item, c: Context): Tested {
  const credential = fieldOf(item, 'credential');
  const naming = agreements.flatMap((id) => {
    const agreement = c.tree.agreements.get(id);
    const isNamed = typeof credential === 'string' && agreement?.credential.includes(credential);
    return agreement && isNamed ? [{ id, within: agreement.within }] : [];
  });
  if (naming.length === 0) return NO;
  const tested = naming.map(({ id, within }): Tested => {
    if (!within) return YES;
    if (item.day === undefined) {
      return item.tier === 'earned' ? { truth: 'unknown', asks: [`field:${item.id}.issued`] } : YES;
    }
    const inside = inWindow(item.day, {
      ...(within.from !== undefined && { from: resolveDay(within.from, c) }),
      ...(within.to !== undefined && { to: resolveDay(within.to, c) }),
    });
    return { ...inside, asks: inside.asks.map((ask) => (ask === 'rule' ? `rule:agreements.${id}` : ask)) };
  });
  const best = some(tested);
  return best.truth === 'no' ? { ...NO, refusal: 'outsideWindow', ...limitOf(tested, item.day) } : best;
}

/** Of several days that would have counted, the nearest. */
function limitOf(tested: readonly Tested[], day = 0): Pick<Tested, 'limit'> {
  const limits = tested.flatMap(({ limit }) => limit ?? []);
  const [limit] = limits.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b);
  return limit === undefined ? {} : { limit };
}
