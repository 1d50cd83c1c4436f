import type { Goal } from './goal.js';
import { addKeys, compareKeys, type Key, NEVER, NO_KEY, shareOfKey } from './key.js';

/** The least that goals can cost, whatever else is taken. */
export interface Bounds {
  readonly forced: Key;
  readonly of: (goal: Goal) => Key;
  /** What so many more of a goal's children or options cost at least, from one place of its order on. */
  readonly rest: (goal: Goal, need: number, from: number) => Key;
  /** Children or options by their least cost, and then as they are written. */
  readonly order: (goal: Goal) => readonly number[];
  /** What one use of a step is charged. */
  readonly share: (step: number) => Key;
}

/**
 * A step that can serve in several places at once is charged to each of them in equal shares, so that the sum of what all places cost
 * at least is never more than what the steps cost.
 */
export function boundsOf(goal: Goal, keys: readonly Key[], forced: readonly number[]): Bounds {
  const places = placesOf(goal);
  const isForced = new Set(forced);
  const shares = keys.map((key, step) => (isForced.has(step) ? NO_KEY : shareOfKey(key, places.get(step)?.size ?? 1)));
  const share = (step: number) => shares[step] ?? NO_KEY;
  const costs = new Map<Goal, readonly Key[]>();
  const orders = new Map<Goal, readonly number[]>();

  /** By child or option. */
  const costsOf = (at: Goal): readonly Key[] => {
    const known = costs.get(at);
    if (known) return known;
    const found = at.kind === 'take' ? at.options.map(({ steps }) => sum(steps.map(share))) : at.of.map(of);
    costs.set(at, found);
    return found;
  };

  const order = (at: Goal): readonly number[] => {
    const known = orders.get(at);
    if (known) return known;
    const cost = costsOf(at);
    const found = [...cost.keys()].sort((a, b) => compareKeys(cost[a] ?? NEVER, cost[b] ?? NEVER) || a - b);
    orders.set(at, found);
    return found;
  };

  const rest = (at: Goal, need: number, from: number): Key => {
    if (at.kind === 'all') return sum(costsOf(at));
    const cheapest = order(at).slice(from, from + need);
    return cheapest.length < need ? NEVER : sum(cheapest.map((i) => costsOf(at)[i] ?? NEVER));
  };

  const of = (at: Goal): Key => rest(at, at.kind === 'all' ? at.of.length : at.need, 0);

  return { forced: sum(forced.map((step) => keys[step] ?? NO_KEY)), of, rest, order, share };
}

function sum(keys: readonly Key[]): Key {
  return keys.reduce(addKeys, NO_KEY);
}

/** Where a step can serve: pools by name, and places that use nothing up. */
type Places = ReadonlyMap<number, ReadonlySet<string | object>>;

/**
 * By step: where it can serve at the same time: once in each pool, and at every place that uses nothing up. Of alternatives only one
 * counts, whichever it is.
 */
function placesOf(goal: Goal): Places {
  if (goal.kind === 'take') {
    const place = new Set([goal.pool ?? goal]);
    return new Map(goal.options.flatMap(({ steps }) => steps.map((step) => [step, place])));
  }
  const below = goal.of.map(placesOf);
  const steps = new Set(below.flatMap((places) => [...places.keys()]));
  return new Map(
    [...steps].map((step) => {
      const sets = below.flatMap((places) => places.get(step) ?? []);
      return [step, goal.kind === 'some' && goal.need === 1 ? oneOf(sets) : new Set(sets.flatMap((set) => [...set]))];
    }),
  );
}

/** As many places as the alternative with most has; where alternatives differ, places that are like no others. */
function oneOf(sets: readonly ReadonlySet<string | object>[]): ReadonlySet<string | object> {
  const [first = new Set<string | object>()] = sets;
  if (sets.every((set) => set.size === first.size && [...set].every((place) => first.has(place)))) return first;
  return new Set(Array.from({ length: Math.max(...sets.map(({ size }) => size)) }, () => ({})));
}
