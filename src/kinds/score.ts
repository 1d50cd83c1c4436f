import type { ScoreNode } from '../compile/nodes.js';
import { type Context, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, UnitsMatch } from '../match/matched.js';
import { pointsOf } from '../match/points.js';
import { fieldOf, type Item } from '../match/read.js';
import { NO, type Truth, YES } from '../match/truth.js';
import { readUnits } from './read-units.js';

/** `score`: the best result reaches the number, or the latest one does. */
export function matchScore(
  node: ScoreNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
): UnitsMatch {
  const need = pointsOf(node, c);
  const taken = (c.record.byList.get('scores') ?? []).filter(
    (item) => item.entry.exam === node.exam && item.tier === 'earned' && !exceptions.excluded.has(item.id),
  );
  const latest = Math.max(...taken.map((item) => item.day ?? Number.NEGATIVE_INFINITY));
  const reaches = (item: Item): Truth => {
    const score = fieldOf(item, 'score');
    if (typeof score !== 'number') return { truth: 'unknown', asks: [`field:${item.id}.score`] };
    if (node.take === 'latest' && item.day !== latest)
      return item.day === undefined ? { truth: 'unknown', asks: [`field:${item.id}.taken`] } : NO;
    return score >= need.hi ? YES : score < need.lo ? NO : { truth: 'unknown', asks: need.asks };
  };
  const read = readUnits(node.index, c, {
    list: 'scores',
    dayField: 'taken',
    where: [{ test: 'is', field: 'exam', value: node.exam }],
    window: resolveWindow(node.within, c),
    deadlines,
    exceptions,
    also: reaches,
  });
  const isOnly = need.lo === need.hi;
  return { ...read, points: { have: resultOf(taken, read, node, latest), ...(isOnly && { need: need.lo }) } };
}

/** The best of the results that only the number may refuse, or the latest; 0 without one. */
function resultOf(taken: readonly Item[], read: UnitsMatch, { take }: ScoreNode, latest: number): number {
  const inTime = new Set([
    ...read.edges.flatMap((edge) => (edge.certain ? edge.items : [])),
    ...read.refused.flatMap(({ item, reason }) => (reason === 'belowMinimum' ? [item] : [])),
  ]);
  const results = taken.flatMap((item) => {
    const score = fieldOf(item, 'score');
    const counts = inTime.has(item.index) && (take !== 'latest' || item.day === latest);
    return counts && typeof score === 'number' ? [score] : [];
  });
  return Math.max(0, ...results);
}
