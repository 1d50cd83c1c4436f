import { boundsOf } from './bounds.js';
import type { Goal, Option, PlanProblem, TakeGoal } from './goal.js';
import { addKeys, compareKeys, type Key, NEVER, NO_KEY } from './key.js';

/** The best sets of steps, each in ascending order, and how good they are. */
export interface Found {
  readonly key: Key;
  /** At most `MOST_PLANS`. */
  readonly plans: readonly (readonly number[])[];
  /** There are, or may be, more. */
  readonly more: boolean;
}

/** The plan that is told, and 20 others. */
export const MOST_PLANS = 21;
/** Goals looked at; a bound on the work, not on the time, so that the answer is the same on every machine. */
export const MOST_LOOKS = 200_000;
/** Of these, how many may be for plans that are merely as good as one than which nothing can be better. */
const MOST_LOOKS_BESIDE = 20_000;

/**
 * Branch and bound over smallest sets of steps. A branch is left as soon as what it has taken, with the least that the rest can cost,
 * is worse than the best plan found. `impossible` and `cut` are said only with proof, or for want of one.
 */
export function searchPlans({ goal, keys, forced }: PlanProblem): Found | 'impossible' | 'cut' {
  const bounds = boundsOf(goal, keys, forced);
  const least = addKeys(bounds.forced, bounds.of(goal));
  if (compareKeys(least, NEVER) >= 0) return 'impossible';
  const plans = new Map<string, readonly number[]>();
  const used = new Map<string, Set<number>>();
  const taken = new Map<number, number>(forced.map((step) => [step, 1]));
  let best: Key = NEVER;
  let looks = 0;
  let more = false;
  let provenAt: number | undefined;

  const settle = (key: Key): void => {
    const order = compareKeys(key, best);
    if (order > 0) return;
    if (order < 0) {
      plans.clear();
      more = false;
    }
    best = key;
    if (provenAt === undefined && compareKeys(best, least) === 0) provenAt = looks;
    const steps = [...taken.keys()].sort((a, b) => a - b);
    if (plans.size < MOST_PLANS) plans.set(steps.join(), steps);
    else if (!plans.has(steps.join())) more = true;
  };

  /** Nothing more is to be found out: nothing can be better, and what is as good is told or sought for long enough. */
  const isOver = () => looks > MOST_LOOKS || (provenAt !== undefined && (more || looks > provenAt + MOST_LOOKS_BESIDE));

  /** `spent` is what the steps cost; `charged` is the same in shares, to which bounds may be added. */
  const visit = (goals: readonly Open[], spent: Key, charged: Key): void => {
    looks += 1;
    if (isOver()) return;
    const rest = goals.reduce((sum, open) => addKeys(sum, bounds.rest(open.goal, open.need, open.from)), charged);
    const hope = compareKeys(rest, spent) > 0 ? rest : spent;
    const order = compareKeys(hope, best);
    if (order > 0 || compareKeys(hope, NEVER) >= 0) return;
    if (order === 0 && plans.size === MOST_PLANS) {
      more = true;
      return;
    }
    const next = scarcest(goals);
    if (!next) settle(spent);
    else
      branch(
        next,
        goals.filter((open) => open !== next),
        spent,
        charged,
      );
  };

  const branch = (next: Open, others: readonly Open[], spent: Key, charged: Key): void => {
    const { goal: at, need, from } = next;
    if (at.kind === 'all') visit([...at.of.map(opened), ...others], spent, charged);
    else if (need === 0) visit(others, spent, charged);
    else {
      const order = bounds.order(at);
      for (let i = from; i < order.length && !isOver(); i++) {
        const rest: Open = { goal: at, need: need - 1, from: i + 1 };
        const chosen = order[i] ?? -1;
        if (at.kind === 'take') take(at.options[chosen], at, [rest, ...others], spent, charged);
        else visit([...at.of.slice(chosen, chosen + 1).map(opened), rest, ...others], spent, charged);
      }
    }
  };

  const take = (option: Option | undefined, at: TakeGoal, goals: readonly Open[], spent: Key, charged: Key): void => {
    const isTaken = (item: number) => at.pool !== undefined && used.get(at.pool)?.has(item) === true;
    if (!option || option.items.some(isTaken)) return;
    const pool = at.pool === undefined ? undefined : (used.get(at.pool) ?? new Set<number>());
    if (pool && at.pool !== undefined) used.set(at.pool, pool);
    for (const item of option.items) pool?.add(item);
    const fresh = option.steps.filter((step) => !taken.has(step));
    for (const step of option.steps) taken.set(step, (taken.get(step) ?? 0) + 1);
    const price = fresh.reduce((sum, step) => addKeys(sum, keys[step] ?? NO_KEY), spent);
    const share = option.steps.reduce((sum, step) => addKeys(sum, bounds.share(step)), charged);
    visit(goals, price, share);
    for (const step of option.steps) {
      const uses = (taken.get(step) ?? 1) - 1;
      if (uses === 0) taken.delete(step);
      else taken.set(step, uses);
    }
    for (const item of option.items) pool?.delete(item);
  };

  visit([opened(goal)], bounds.forced, bounds.forced);
  if (compareKeys(best, NEVER) >= 0) return looks > MOST_LOOKS ? 'cut' : 'impossible';
  if (looks > MOST_LOOKS && provenAt === undefined) return 'cut';
  return { key: best, plans: [...plans.values()], more: more || isOver() };
}

/** A goal of which so many places are still to be filled, from one place of its order on. */
interface Open {
  readonly goal: Goal;
  readonly need: number;
  readonly from: number;
}

function opened(goal: Goal): Open {
  return { goal, need: goal.kind === 'all' ? goal.of.length : goal.need, from: 0 };
}

/** What is met whole first, then the leaf with the fewest options, choices last: few branches early, many late. */
function scarcest(goals: readonly Open[]): Open | undefined {
  const weigh = ({ goal, need, from }: Open) =>
    goal.kind === 'all' || need === 0 ? -1 : goal.kind === 'take' ? goal.options.length - from : 1_000 + goal.of.length;
  return goals.reduce<Open | undefined>(
    (least, open) => (least && weigh(least) <= weigh(open) ? least : open),
    undefined,
  );
}
