import type { Edge } from '../match/matched.js';
import { type Task, worthOf } from './task.js';

/** Which claims are honoured, by site. */
export type Proposal = readonly (readonly Edge[])[];

/** What a proposal comes to, by level, and by level what each stake comes to. */
export interface Worth {
  readonly total: readonly number[];
  readonly stakes: readonly (readonly number[])[];
}

/** What is gained when the sites have these edges besides their own. */
export function comesTo(task: Task, proposal: Proposal): Worth {
  const stakes = task.levels.map((_, l) => addUp(task, l, (site) => worthOf(task, site, l, proposal[site] ?? [])));
  return { total: stakes.map((values) => sumOfTops(task, values)), stakes };
}

/** Which children of a choice have been decided on. */
export interface Picked {
  readonly isIn: (child: number) => boolean;
  readonly isOut: (child: number) => boolean;
  /** Whether doors that may still open count as open. */
  readonly mayOpen: boolean;
}

const FREE: Picked = { isIn: () => false, isOut: () => false, mayOpen: false };

/** By stake, from the leaves up: a choice is worth its best children, and whatever is settled is worth just that. */
export function addUp(
  { stakes: { nodes }, stakeOf }: Task,
  level: number,
  worth: (site: number) => number,
  { isIn, isOut, mayOpen }: Picked = FREE,
): readonly number[] {
  const values: number[] = new Array(nodes.length).fill(0);
  stakeOf.forEach((at, site) => {
    values[at] = worth(site);
  });
  for (let at = nodes.length - 1; at >= 0; at--) {
    const stake = nodes[at];
    if (!stake) continue;
    const { fixed, whole, settled, choose, children, door } = stake;
    const own = settled[level] ?? [];
    if (fixed[level]) values[at] = fixed[level] === 'whole' ? (whole[level] ?? 0) : 0;
    else if (choose) {
      const sure = children.filter(isIn).map((child) => values[child] ?? 0);
      const others = children.filter((child) => !isIn(child) && !isOut(child)).map((child) => values[child] ?? 0);
      const left = Math.max(0, (choose[level] ?? 0) - sure.length);
      values[at] = sure.reduce((sum, value) => sum + value, 0) + greatest([...own, ...others], left);
    } else if (children.length > 0) {
      const isShut = !mayOpen && door !== undefined && (values[door] ?? 0) < (nodes[door]?.whole[level] ?? 0);
      values[at] = isShut ? 0 : children.reduce((sum, child) => sum + (values[child] ?? 0), own[0] ?? 0);
    }
  }
  return values;
}

/** The sum of the `k` greatest. */
export function greatest(values: readonly number[], k: number): number {
  if (values.length <= k) return values.reduce((sum, value) => sum + value, 0);
  return values
    .toSorted((a, b) => b - a)
    .slice(0, k)
    .reduce((sum, value) => sum + value, 0);
}

/** What stakes come to together that nothing contested stands above. */
export function sumOfTops({ stakes: { nodes } }: Task, values: readonly number[]): number {
  return nodes.reduce((sum, { parent }, at) => (parent < 0 ? sum + (values[at] ?? 0) : sum), 0);
}

/** Negative, zero or positive as the first list is less than, equal to or greater than the second: what comes first decides. */
export function compareByLevel(a: readonly number[], b: readonly number[], levels: number): number {
  for (let l = 0; l < levels; l++) {
    const difference = (a[l] ?? 0) - (b[l] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
