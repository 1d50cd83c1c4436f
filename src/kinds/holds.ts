import { NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import type { HoldsNode } from '../compile/nodes.js';
import type { DayRange } from '../compile/ruleset.js';
import { type Context, resolveDay, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Known, MeasuredMatch, UnitsMatch } from '../match/matched.js';
import type { Item } from '../match/read.js';
import { every, NO, not, some, type Tested, type Truth, YES } from '../match/truth.js';
import { testWhere } from '../match/where.js';
import { readUnits } from './read-units.js';
import { partialLists } from './screen.js';
import { truthMatch } from './truth-match.js';

/** `holds`: one of the credentials is held on the day, valid through its expiry. */
export function matchHolds(
  node: HoldsNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
): UnitsMatch {
  const on = node.on ? resolveDay(node.on, c) : c.stageDay;
  return readUnits(node.index, c, {
    list: 'credentials',
    dayField: 'issued',
    where: [{ test: 'oneOf', field: 'credential', values: node.credential }, ...node.where],
    window: node.within ? resolveWindow(node.within, c) : {},
    deadlines,
    exceptions,
    also: (item) => (item.tier === 'earned' ? heldOn(item, on) : YES),
  });
}

/** `lacks`: none of the credentials is held on the day; a closed list without one proves it. */
export function matchLacks(node: HoldsNode, c: Context): MeasuredMatch {
  const on = node.on ? resolveDay(node.on, c) : c.stageDay;
  const where = [{ test: 'oneOf', field: 'credential', values: node.credential }, ...node.where] as const;
  const held = (c.record.byList.get('credentials') ?? [])
    .filter((item) => item.tier === 'earned')
    .map((item) => every([testWhere(where, item, c), heldOn(item, on)]));
  const found = not(some(held));
  const partial = partialLists(['credentials'], c);
  const truth: Truth =
    found.truth === 'yes' && partial.length > 0 ? { truth: 'unknown', asks: ['list:credentials'] } : found;
  return { ...truthMatch(node.index, truth), metReason: 'byAbsence', unmetReason: 'held' };
}

/**
 * Issued by then and not yet expired; the first or the last day on which it was held is told where it was not. A credential without a
 * day is held on every day until it expires.
 */
export function heldOn(item: Item, on: Known<DayRange>): Tested {
  const issued = item.day ?? NO_EARLIEST;
  const expires = parseDay(item.entry.expires) ?? NO_LATEST;
  if (on.value.hi < issued) return { ...NO, refusal: 'notHeld', limit: issued };
  if (on.value.lo > expires) return { ...NO, refusal: 'notHeld', limit: expires };
  return on.value.lo >= issued && on.value.hi <= expires ? YES : { truth: 'unknown', asks: on.asks };
}
