import { type DayNumber, NO_EARLIEST } from '../base/calendar.js';
import type { Offer } from '../compile/ruleset.js';
import { type Context, type ResolvedWindow, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Edge, LateEdge, Refused } from '../match/matched.js';
import type { Item } from '../match/read.js';
import type { SpentItems } from '../match/spent.js';
import { dayForTests, testWhere } from '../match/where.js';
import { inWindow } from '../match/window.js';
import type { ListName } from '../model/requirement.js';
import type { FieldTest } from '../model/rule-tests.js';
import type { Tier } from '../model/use.js';

/** An item that may count: how certainly, until which deadline, and with which other courses. */
export interface Passed {
  readonly item: Item;
  readonly certain: boolean;
  readonly asks: readonly string[];
  /** The deadline that it misses, if it misses one. */
  readonly missed: Deadline | undefined;
  readonly day: DayNumber | undefined;
  readonly bundles: readonly Offer[] | undefined;
  /** The exception without which it would not count, or not for certain. */
  readonly exception?: string;
}

export interface Screen {
  readonly where: readonly FieldTest[];
  readonly window: ResolvedWindow;
  readonly deadlines: readonly Deadline[];
  /** The name of the day that entries of this list have, for the question that asks for it. */
  readonly dayField: string;
  readonly exceptions: LeafExceptions;
  /** Items that stages before have used, or perhaps used, in the leaf's pool. */
  readonly gone?: SpentItems;
}

/** Tests one item. What another stage has used is refused after everything else; `undefined` where nothing here wants it. */
export function screen(item: Item, s: Screen, c: Context): Passed | Refused | undefined {
  const found = screenGranted(item, s, c);
  const gone = s.gone?.get(item.index);
  if (!gone || !passed(found)) return found;
  if (!gone.certain) return { ...found, certain: false, asks: [...found.asks, ...gone.asks] };
  return gone.part ? found : { item: item.index, reason: 'takenElsewhere' };
}

/**
 * An exclusion comes before every other reason, and what an exception has accepted is asked only for its outcome, its
 * last days, and the period or the day of the stage. `undefined` where nothing here wants it.
 */
function screenGranted(item: Item, s: Screen, c: Context): Passed | Refused | undefined {
  const plain = screenPlainly(item, s, c);
  const accepted = s.exceptions.accepted.get(item.id);
  const excluded = s.exceptions.excluded.get(item.id);
  if (excluded !== undefined)
    return plain || accepted !== undefined ? { item: item.index, reason: 'excluded', exception: excluded } : undefined;
  if (accepted === undefined || (passed(plain) && plain.certain && !plain.missed && !plain.bundles)) return plain;
  const again = screenPlainly(item, { ...s, where: [], window: resolveWindow(undefined, c) }, c);
  return passed(again) ? { ...again, exception: accepted } : again;
}

/** In the documented order: outcome, kind, window, approval, deadline. */
function screenPlainly(item: Item, s: Omit<Screen, 'exceptions' | 'gone'>, c: Context): Passed | Refused | undefined {
  const tested = testWhere(s.where, item, c);
  if (tested.truth === 'no' && tested.refusal === undefined) return undefined;
  if (item.outcome) return { item: item.index, reason: item.outcome };
  const day = dayForTests(item, s.window.from?.value.hi ?? NO_EARLIEST, c.asOf);
  const asks = [...tested.asks];
  let certain = tested.truth === 'yes';
  const dated = s.window.from !== undefined || s.window.to !== undefined || s.deadlines.length > 0;
  if (day === undefined && dated) {
    certain = false;
    asks.push(`field:${item.id}.${s.dayField}`);
  }
  if (day !== undefined) {
    const inside = inWindow(day, s.window);
    if (inside.truth === 'no')
      return { item: item.index, reason: 'outsideWindow', ...(inside.limit !== undefined && { limit: inside.limit }) };
    if (inside.truth === 'unknown') {
      certain = false;
      asks.push(...inside.asks);
    }
  }
  if (tested.truth === 'no')
    return {
      item: item.index,
      reason: tested.refusal ?? 'notWanted',
      ...(tested.limit !== undefined && { limit: tested.limit }),
    };
  let missed: Deadline | undefined;
  for (const deadline of day === undefined ? [] : s.deadlines) {
    const { lo, hi } = deadline.due.value;
    if ((day ?? 0) > hi) missed ??= deadline;
    else if ((day ?? 0) > lo) {
      certain = false;
      asks.push(...deadline.due.asks);
    }
  }
  return { item, certain, asks, missed, day, bundles: tested.bundles };
}

/** Whether `screen` let the item through. */
export function passed(result: Passed | Refused | undefined): result is Passed {
  return result !== undefined && 'certain' in result;
}

/** Sorts edges into those in time and those that a deadline refuses; a late item also gets its refusal. */
export function sortByDeadline(
  found: readonly { readonly edge: Edge; readonly missed: Deadline | undefined; readonly day: DayNumber | undefined }[],
): {
  edges: readonly Edge[];
  late: readonly LateEdge[];
  refused: readonly Refused[];
} {
  const edges: Edge[] = [];
  const late: LateEdge[] = [];
  const refused: Refused[] = [];
  for (const { edge, missed, day } of found) {
    if (!missed) {
      edges.push(edge);
      continue;
    }
    if (day !== undefined) late.push({ edge, node: missed.node, day });
    for (const item of edge.items) refused.push({ item, reason: 'late', limit: missed.due.value.hi });
  }
  return { edges, late, refused };
}

/** An edge of one item. */
export function edgeOf(p: Passed, amount: number): Edge {
  const edge: Edge = { items: [p.item.index], tier: p.item.tier, certain: p.certain, asks: p.asks, amount };
  return p.exception === undefined ? edge : { ...edge, exception: p.exception };
}

/** The farther of two tiers: what is planned is farther than what is in progress. */
export function farther(a: Tier, b: Tier): Tier {
  return TIERS.indexOf(a) >= TIERS.indexOf(b) ? a : b;
}

export const TIERS: readonly Tier[] = ['earned', 'inProgress', 'planned'];

/** Those of the lists that the record says may be incomplete. */
export function partialLists(lists: readonly ListName[], c: Context): readonly ListName[] {
  return lists.filter((list) => c.record.partial.has(list));
}
