import type { MilestoneNode } from '../compile/nodes.js';
import { type Context, resolveDay, statedDay } from '../match/context.js';
import type { Deadline, MeasuredMatch } from '../match/matched.js';
import { NO, type Truth, YES } from '../match/truth.js';
import { truthMatch } from './truth-match.js';

/** `milestone`: it has come, in time. One that came too late is remembered, so that the finding can say by how many days. */
export function matchMilestone(node: MilestoneNode, c: Context, deadlines: readonly Deadline[]): MeasuredMatch {
  const { value, asks } = resolveDay({ kind: 'named', name: node.milestone }, c);
  const hasNot = truthMatch(node.index, NO);
  if (statedDay(node.milestone, c) === 'notYet' || value.lo > c.asOf) return hasNot;
  const missed = deadlines.find(({ due }) => value.lo > due.value.hi);
  if (missed) return { ...hasNot, late: { node: missed.node, day: value.lo } };
  const open = deadlines.filter(({ due }) => value.hi > due.value.lo);
  const truth: Truth =
    asks.length > 0 || open.length > 0
      ? { truth: 'unknown', asks: [...asks, ...open.flatMap(({ due }) => due.asks)] }
      : YES;
  return truthMatch(node.index, truth);
}
