import type { Context, ResolvedWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Edge, Refused, UnitsMatch } from '../match/matched.js';
import type { Item } from '../match/read.js';
import type { Tested } from '../match/truth.js';
import type { ListName } from '../model/requirement.js';
import type { FieldTest } from '../model/rule-tests.js';
import { edgeOf, partialLists, passed, screen, sortByDeadline } from './screen.js';

export interface ReadUnits {
  readonly list: ListName;
  readonly dayField: string;
  readonly where: readonly FieldTest[];
  readonly window: ResolvedWindow;
  readonly deadlines: readonly Deadline[];
  readonly exceptions: LeafExceptions;
  /** What else decides about an item that passed: it may refuse it or leave it open. */
  readonly also?: (item: Item) => Tested;
}

/** A leaf that reads: any one item of a list is enough, and none is used up. */
export function readUnits(node: number, c: Context, r: ReadUnits): UnitsMatch {
  const found: { edge: Edge; missed: Deadline | undefined; day: number | undefined }[] = [];
  const refused: Refused[] = [];
  for (const item of c.record.byList.get(r.list) ?? []) {
    const result = screen(item, r, c);
    if (!passed(result)) {
      if (result) refused.push(result);
      continue;
    }
    const also = r.also?.(item);
    if (also?.truth === 'no')
      refused.push({
        item: item.index,
        reason: also.refusal ?? 'belowMinimum',
        ...(also.limit !== undefined && { limit: also.limit }),
      });
    else {
      const edge = edgeOf(result, 1);
      const open = also?.truth === 'unknown';
      found.push({
        edge: open ? { ...edge, certain: false, asks: [...edge.asks, ...also.asks] } : edge,
        missed: result.missed,
        day: result.day,
      });
    }
  }
  const sorted = sortByDeadline(found);
  return {
    kind: 'units',
    node,
    need: { lo: 1, hi: 1, asks: [] },
    edges: sorted.edges,
    late: sorted.late,
    refused: [...refused, ...sorted.refused],
    partial: partialLists([r.list], c),
  };
}
