import type { Decisions } from './decisions.js';
import type { Steps } from './network.js';
import { type Relaxed, relaxed } from './relax.js';
import type { Task } from './task.js';
import { compareByLevel } from './value.js';

/**
 * The tightest bound that a few prices give: a leaf that would get more than it can use pays less for it, one that gets too little pays
 * more. `see` is shown every flow on the way and says when it is good enough. `undefined` where the steps ran out.
 */
export function tightest(
  task: Task,
  decisions: Decisions,
  steps: Steps,
  see: (loose: Relaxed) => boolean,
): Relaxed | undefined {
  const ranges = new Map<number, readonly number[]>();
  task.sites.forEach(({ kind }, site) => {
    if (kind === 'priced') ranges.set(task.stakeOf[site] ?? -1, pricesOf(task, site));
  });
  const rangeOf = (at: number) => ranges.get(at) ?? QUARTERS;
  const low = new Map<number, number>();
  const high = new Map<number, number>();
  const now = new Map<number, number>();
  let best: Relaxed | undefined;
  for (;;) {
    const loose = relaxed(task, decisions, steps, (at) => rangeOf(at)[now.get(at) ?? rangeOf(at).length - 1] ?? 1);
    if (!loose) return best;
    if (!best || compareByLevel(loose.bound, best.bound, task.levels.length) < 0) best = loose;
    if (see(loose)) return best;
    let isMoving = false;
    for (const [at, over] of loose.over) {
      const last = rangeOf(at).length - 1;
      const place = now.get(at) ?? last;
      if (over > 0) high.set(at, place - 1);
      else low.set(at, place + 1);
      const [from, to] = [low.get(at) ?? 0, high.get(at) ?? last];
      if (from > to) continue;
      isMoving = true;
      now.set(at, Math.floor((from + to) / 2));
    }
    if (!isMoving) return best;
  }
}

/** What a choice may pay. */
const QUARTERS: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

/** The prices at which some item is worth as much elsewhere, as parts of what an amount is worth here; none and all among them. */
function pricesOf({ claims, sites }: Task, at: number): readonly number[] {
  const each = sites[at]?.each[0] ?? 0;
  const prices = new Set([0, 1]);
  if (each === 0) return [1];
  const amounts = new Map(
    claims.flatMap(({ site, items: [item], edge }) => (site === at ? [[item, edge.amount]] : [])),
  );
  for (const { site, items, edge } of claims)
    for (const item of items) {
      const amount = amounts.get(item);
      const other = sites[site];
      if (site === at || !amount || !other) continue;
      const worth = (other.each[0] ?? 0) * (other.kind === 'priced' ? edge.amount : other.step);
      if (worth < each * amount) prices.add(worth / (each * amount));
    }
  return [...prices].sort((a, b) => a - b);
}
