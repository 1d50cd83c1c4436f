import type { Decisions } from './decisions.js';
import { type Network, SINK } from './network.js';
import { capacityOf, type Slot, slotsFor } from './slots.js';
import type { Task } from './task.js';
import { greatest } from './value.js';

/** Where choices stand in a network; lists are by stake. */
export interface Choices {
  /** The vertex to which what reaches a stake goes on. */
  readonly above: (stake: number) => number;
  /** The vertex of a choice that bounds what passes. */
  readonly vertices: readonly (number | undefined)[];
  readonly capacities: readonly number[];
  /** Choices whose children may be mixed here, so that they would get more than they can use. */
  readonly loose: readonly number[];
}

/**
 * Gives every choice a vertex through which no more passes than it can use, and says for each stake where what reaches it goes on to.
 * `sure` is what each stake comes to without any flow, by level.
 */
export function throughChoices(
  task: Task,
  { chosen }: Decisions,
  isGone: readonly boolean[],
  sure: readonly (readonly number[])[],
  siteSlots: readonly (readonly Slot[])[],
  net: Network,
  worthAt: (stake: number, worth: number) => number,
): Choices {
  const { nodes } = task.stakes;
  const capacities = new Array<number>(nodes.length).fill(0);
  task.stakeOf.forEach((at, site) => {
    capacities[at] = isGone[at] ? 0 : capacityOf(siteSlots[site] ?? []);
  });
  const slots: (readonly Slot[] | undefined)[] = nodes.map(() => undefined);
  const loose: number[] = [];
  for (let at = nodes.length - 1; at >= 0; at--) {
    const stake = nodes[at];
    if (!stake || stake.children.length === 0) continue;
    const children = stake.children.filter((child) => !isGone[child]);
    const all = children.reduce((sum, child) => sum + (capacities[child] ?? 0), 0);
    const mine =
      isGone[at] || !stake.choose ? undefined : slotsOfChoice(task, at, children, sure, capacities, chosen, worthAt);
    slots[at] = mine?.slots;
    if (mine?.isLoose) loose.push(at);
    capacities[at] = isGone[at] ? 0 : Math.min(all, mine ? capacityOf(mine.slots) : all);
  }
  const vertices = slots.map((mine) => (mine ? net.vertex() : undefined));
  const above = (at: number): number => {
    for (let up = nodes[at]?.parent ?? -1; up >= 0; up = nodes[up]?.parent ?? -1) {
      const vertex = vertices[up];
      if (vertex !== undefined) return vertex;
    }
    return SINK;
  };
  slots.forEach((mine, at) => {
    for (const { capacity, gain } of mine ?? []) net.arc(vertices[at] ?? SINK, above(at), capacity, gain);
  });
  return { above, vertices, capacities: slots.map((mine) => capacityOf(mine ?? [])), loose };
}

/** `undefined` where all children count anyway. */
function slotsOfChoice(
  task: Task,
  at: number,
  children: readonly number[],
  sure: readonly (readonly number[])[],
  capacities: readonly number[],
  chosen: ReadonlySet<number>,
  worthAt: (stake: number, worth: number) => number,
): { readonly slots: readonly Slot[]; readonly isLoose: boolean } | undefined {
  const { nodes } = task.stakes;
  const { choose = [], settled = [] } = nodes[at] ?? {};
  const levels = task.levels.map((_, l) => l);
  const wholeAt = (l: number) => nodes[children[0] ?? -1]?.whole[l] ?? 0;
  const needless = levels.every(
    (l) => (settled[l]?.filter((value) => value > 0).length ?? 0) + children.length <= (choose[l] ?? 0),
  );
  if (needless) return undefined;
  const isAllOrNothing = (value: number, l: number) => value === 0 || value === wholeAt(l);
  const isPlain =
    children.every((child) => isUnit(task, child, capacities)) &&
    levels.every(
      (l) =>
        settled[l]?.every((value) => isAllOrNothing(value, l)) &&
        children.every(
          (child) =>
            (sure[l]?.[child] ?? 0) === (capacities[child] ? 0 : (sure[l]?.[child] ?? 0)) &&
            isAllOrNothing(sure[l]?.[child] ?? 0, l),
        ),
    );
  const ones = (l: number) =>
    [...(settled[l] ?? []), ...children.map((child) => (isPlain ? (sure[l]?.[child] ?? 0) : 0))].filter(
      (value) => value > 0 && value === wholeAt(l),
    ).length;
  const free = levels.map((l) => Math.max(0, (choose[l] ?? 0) - ones(l)));
  if (isPlain) {
    const whole = levels.map((l) => worthAt(at, wholeAt(l)));
    return { slots: slotsFor(free, whole, (n, l) => (n <= (free[l] ?? 0) ? (whole[l] ?? 0) : 0)), isLoose: false };
  }
  const [sureIn, others] = [
    children.filter((child) => chosen.has(child)),
    children.filter((child) => !chosen.has(child)),
  ];
  const capacity =
    sureIn.reduce((sum, child) => sum + (capacities[child] ?? 0), 0) +
    greatest(
      others.map((child) => capacities[child] ?? 0),
      Math.max(0, Math.max(...free) - sureIn.length),
    );
  return { slots: [{ capacity, gain: levels.map(() => 0) }], isLoose: true };
}

/** Whether one item makes it whole: a leaf that needs one, or a choice of one among such. */
function isUnit(task: Task, at: number, capacities: readonly number[]): boolean {
  const stake = task.stakes.nodes[at];
  if (!stake || (capacities[at] ?? 0) > 1 || stake.door !== undefined) return false;
  const site = task.sites[task.siteOf.get(at) ?? -1];
  if (site) return site.kind === 'counted' && site.step === 1 && site.need.every((need) => need <= 1);
  const isOne = stake.choose
    ? stake.choose.every((k) => k === 1)
    : stake.children.length === 1 && stake.settled.every(([value]) => value === 0);
  return isOne && stake.children.every((child) => isUnit(task, child, capacities));
}
