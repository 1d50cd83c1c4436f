import { describe, expect, it } from 'vitest';
import type { Goal, Option } from '../../src/plan/goal.js';
import { MOST_PLANS, searchPlans } from '../../src/plan/search.js';
import { simpler } from '../../src/plan/simpler.js';

const price = (n: number) => [0, 0, n, 1, n, 0];
/** An option that takes a step, whose item has the number of the step. */
const step = (...steps: readonly number[]): Option => ({ items: steps, steps });
/** An item that is there already, above the numbers of all steps. */
const there = (item: number): Option => ({ items: [1000 + item], steps: [] });
const take = (need: number, options: readonly Option[], pool: string | undefined = 'items'): Goal => ({
  kind: 'take',
  need,
  options,
  ...(pool !== undefined && { pool }),
});
const all = (...of: readonly Goal[]): Goal => ({ kind: 'all', of });
const search = (goal: Goal, prices: readonly number[], forced: readonly number[] = []) =>
  searchPlans({ goal: simpler(goal), keys: prices.map(price), forced });
const plansOf = (goal: Goal, prices: readonly number[]) => {
  const found = search(goal, prices);
  return typeof found === 'string' ? found : found.plans;
};

describe('the search for steps', () => {
  it('takes the cheapest option, and of several as many as are asked for', () => {
    expect(plansOf(take(1, [step(0), step(1)]), [5, 3])).toEqual([[1]]);
    expect(plansOf(take(2, [step(0), step(1), step(2)]), [5, 3, 4])).toEqual([[1, 2]]);
  });

  it('uses an item once in a pool, and pays a step once for several', () => {
    expect(plansOf(all(take(1, [step(0), step(1)]), take(1, [step(0)])), [1, 9])).toEqual([[0, 1]]);
    expect(plansOf(all(take(1, [step(0), step(1)]), take(1, [step(0)], 'other')), [5, 4])).toEqual([[0]]);
  });

  it('moves what is there to where nothing else will do', () => {
    const goal = all(take(1, [there(1), there(2)]), take(1, [there(1), step(0)]));
    expect(plansOf(goal, [7])).toEqual([[]]);
    expect(plansOf(all(goal, take(1, [there(2), step(1)])), [7, 3])).toEqual([[1]]);
  });

  it('takes the cheapest so many of alternatives, also where a step serves two of them', () => {
    const some = (need: number, ...of: readonly Goal[]): Goal => ({ kind: 'some', need, of });
    const [a, b, c] = [take(1, [step(0)]), take(1, [step(1)]), take(1, [step(2)])];
    expect(plansOf(some(2, a, b, c), [4, 5, 3])).toEqual([[0, 2]]);
    const shared = some(2, take(1, [step(0)], 'p'), take(1, [step(0)], 'q'), b, c);
    expect(plansOf(shared, [6, 4, 3])).toEqual([[0]]);
  });

  it('pays what every plan takes, and takes it for free elsewhere', () => {
    expect(search(take(1, [step(0), step(1)]), [5, 3], [0])).toMatchObject({ key: price(5), plans: [[0]] });
  });

  it('lists plans that are as good, each once, up to a bound', () => {
    expect(plansOf(take(1, [step(0), step(1), step(2)]), [3, 3, 4])).toEqual([[0], [1]]);
    const many = Array.from({ length: MOST_PLANS + 1 }, (_, i) => i);
    const found = search(
      take(
        1,
        many.map((i) => step(i)),
      ),
      many.map(() => 1),
    );
    expect(found).toMatchObject({ more: true });
    expect(typeof found === 'string' ? found : found.plans.length).toBe(MOST_PLANS);
  });

  it('proves that nothing leads there', () => {
    expect(search(take(1, []), [])).toBe('impossible');
    expect(search(all(take(1, [step(0)]), take(1, [step(0)])), [1])).toBe('impossible');
  });

  it('gives up where there is too much to look at, rather than to say what it has not seen', () => {
    const few = Array.from({ length: 11 }, (_, i) => there(i));
    expect(search(all(...Array.from({ length: 12 }, () => take(1, few))), [])).toBe('cut');
  });

  it('stops looking for plans that are as good, not for better ones', () => {
    const items = Array.from({ length: 40 }, (_, i) => there(i));
    const goal = all(take(12, items), take(12, items), take(1, [step(0), step(1)]));
    expect(search(goal, [2, 1])).toMatchObject({ key: price(1), plans: [[1]], more: true });
  });
});
