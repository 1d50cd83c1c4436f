import type { Task } from './task.js';

/** What has been decided so far: claims honoured or given up, and children of choices that count or do not. */
export interface Decisions {
  /** By claim index. */
  readonly honoured: ReadonlySet<number>;
  readonly givenUp: ReadonlySet<number>;
  /** Stakes that are among those their choice rests on, and stakes that are not. */
  readonly chosen: ReadonlySet<number>;
  readonly passedOver: ReadonlySet<number>;
  /** Items that may count in both pools of a budget that no network keeps. */
  readonly inBoth: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();
export const UNDECIDED: Decisions = { honoured: NONE, givenUp: NONE, chosen: NONE, passedOver: NONE, inBoth: NONE };

/** By stake: whether it or something above it is passed over. */
export function goneUnder({ stakes: { nodes } }: Task, { passedOver }: Decisions): readonly boolean[] {
  const gone: boolean[] = [];
  for (const [at, { parent }] of nodes.entries()) gone.push(passedOver.has(at) || gone[parent] === true);
  return gone;
}
