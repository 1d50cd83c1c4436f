import { parseDay } from '../base/calendar.js';
import type { ListName } from '../model/requirement.js';
import type { Life } from './life.js';
import type { TurnCollector } from './turns.js';

/** The days on which the record itself reads otherwise: entries of these lists, milestones, facts and exceptions. */
export function recordTurns(
  { ruleset, stated, from, recordOn }: Life,
  lists: ReadonlySet<ListName>,
  { add }: TurnCollector,
): void {
  const { pack } = ruleset;
  const first = recordOn(from);
  for (const [milestone, day] of Object.entries(stated.milestones ?? {})) {
    const title = pack.milestones[milestone]?.title ?? milestone;
    add(parseDay(day) ?? Number.NaN, { code: 'milestone', milestone, title });
  }
  for (const [fact, values] of first.facts)
    for (const { from } of values) add(from, { code: 'fact', fact, title: pack.facts[fact]?.title ?? fact });
  for (const exception of stated.exceptions ?? []) {
    add(parseDay(exception.granted) ?? Number.NaN, { code: 'exceptionBegins', exception: exception.id });
    add(dayAfter(exception.expires), { code: 'exceptionEnds', exception: exception.id });
    if (exception.kind === 'adjustment') add(dayAfter(exception.due));
  }
  for (const item of first.items) {
    if (!lists.has(item.list)) continue;
    const of = { item: item.id, title: item.title };
    const { approval, supplement, expires } = item.entry;
    add(item.day ?? Number.NaN, { code: 'itemEarned', ...of });
    add(item.started ?? Number.NaN, { code: 'itemStarted', ...of });
    add(dayAfter(expires), { code: 'itemExpired', ...of });
    add(dayOf(approval, 'on'), { code: 'itemDay', field: 'approval', ...of });
    add(dayOf(supplement, 'completed'), { code: 'itemDay', field: 'supplement', ...of });
  }
}

function dayAfter(day: unknown): number {
  return (parseDay(day) ?? Number.NaN) + 1;
}

function dayOf(data: unknown, field: string): number {
  const day =
    typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[field] : undefined;
  return parseDay(day) ?? Number.NaN;
}
