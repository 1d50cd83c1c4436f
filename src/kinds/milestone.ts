import type { MilestoneNode } from '../compile/nodes.js';
import { type Context, resolveDay } from '../match/context.js';
import type { Deadline, MeasuredMatch } from '../match/matched.js';
import type { Truth } from '../match/truth.js';
import { truthMatch } from './truth-match.js';

/** `milestone`: it has come, in time. One that came too late is remembered, so that the finding can say by how many days. */
export function matchMilestone(node: MilestoneNode, c: Context, deadlines: readonly Deadline[]): MeasuredMatch {
  const stated = c.record.milestones.get(node.milestone);
  if (stated === 'notYet') return truthMatch(node.index, { truth: 'no', asks: [] });
  const { value, asks } = resolveDay({ kind: 'named', name: node.milestone }, c);
  if (value.lo > c.asOf) return truthMatch(node.index, { truth: 'no', asks: [] });
  const missed = deadlines.find(({ due }) => value.lo > due.value.hi);
  if (missed)
    return { ...truthMatch(node.index, { truth: 'no', asks: [] }), late: { node: missed.node, day: value.lo } };
  const open = deadlines.filter(({ due }) => value.hi > due.value.lo);
  const truth: Truth =
    asks.length > 0 || open.length > 0
      ? { truth: 'unknown', asks: [...asks, ...open.flatMap(({ due }) => due.asks)] }
      : { truth: 'yes', asks: [] };
  return truthMatch(node.index, truth);
}
