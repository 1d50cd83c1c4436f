import type { Goal, TakeGoal } from './goal.js';

/**
 * The same goal without what needs no decision: an item that is there, and that nothing else in its pool could use, counts where it can.
 * What nothing fills stays so.
 */
export function simpler(goal: Goal): Goal {
  const uses = usesOf(goal);
  const isAlone = ({ pool }: TakeGoal, items: readonly number[]) =>
    items.every((item) => uses.get(`${pool}\n${item}`) === 1);
  const visit = (at: Goal): Goal => {
    if (at.kind !== 'take') return { ...at, of: at.of.map(visit) };
    const free = new Set(at.options.filter(({ steps, items }) => steps.length === 0 && isAlone(at, items)));
    const options = at.options.filter((option) => !free.has(option));
    return { ...at, need: Math.max(0, at.need - free.size), options };
  };
  return visit(goal);
}

/** By pool and item: how many options want it. */
function usesOf(goal: Goal): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visit = (at: Goal): void => {
    if (at.kind !== 'take') {
      for (const child of at.of) visit(child);
      return;
    }
    for (const item of at.options.flatMap(({ items }) => items)) {
      const key = `${at.pool}\n${item}`;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  };
  visit(goal);
  return uses;
}
