import { type DayNumber, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import { isObject } from '../base/same.js';
import type { CompiledAmount, CompiledRuleset } from '../compile/ruleset.js';
import type { CandidateRecord } from '../model/record.js';
import type { DayExpr } from '../model/value.js';
import { dayExprsIn } from './day-exprs.js';

/** What an amount compares days with. */
export interface AmountMarks {
  /** Days of the rules and of the record, in order. */
  readonly targets: readonly DayNumber[];
  /** Days of the rules, which may move with the day asked for. */
  readonly days: readonly DayExpr[];
  /** Those of `targets` from which on such a day may move otherwise: a milestone comes, a fact changes. */
  readonly turns: readonly DayNumber[];
}

/**
 * Every day with which an amount compares the day asked for, or a day that hangs on it: its own days, those of the facts, milestones and
 * calendars that it names, and those of the items for which it is due. There may be more than it ever compares, and none is missing.
 */
export function amountMarks(amount: CompiledAmount, record: CandidateRecord, ruleset: CompiledRuleset): AmountMarks {
  const { named, entries, opens, closes } = amount;
  const { title: _, conditions: __, cite: ___, ...rules } = named;
  const said = textsIn(rules, ruleset);
  const turns = turnsOf(said, record);
  const calendars = [record.calendars, ruleset.pack.calendars].flatMap((all) =>
    Object.entries(all ?? {}).flatMap(([id, days]) => (said.has(id) ? days : [])),
  );
  const targets = [
    ...turns,
    ...daysAmong([...said, ...calendars]),
    ...[opens, closes, ...entries.map(({ from }) => from)].flatMap(({ lo, hi }) => [lo, hi]),
    ...(named.each ? itemDays(record[named.each.from] ?? [], ruleset) : []),
  ];
  const ordered = (days: readonly DayNumber[]) =>
    [...new Set(days)].filter((day) => day > NO_EARLIEST && day < NO_LATEST).sort((a, b) => a - b);
  return { targets: ordered(targets), days: dayExprsIn(rules), turns: ordered(turns) };
}

/** Every text in a piece of rules, and in the milestones that it names: among them the ids of all that it hangs on. */
function textsIn(data: unknown, ruleset: CompiledRuleset, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof data === 'string' && !found.has(data)) {
    found.add(data);
    const { milestones } = ruleset.pack;
    if (Object.hasOwn(milestones, data)) {
      const { sameAs, notBefore, notAfter } = milestones[data] ?? {};
      textsIn([sameAs, notBefore, notAfter], ruleset, found);
    }
  }
  if (isObject(data)) for (const inner of Object.values(data)) textsIn(inner, ruleset, found);
  return found;
}

function turnsOf(said: ReadonlySet<string>, { milestones = {}, facts = {} }: CandidateRecord): readonly DayNumber[] {
  const came = Object.entries(milestones).flatMap(([id, day]) => (said.has(id) ? [day] : []));
  const changed = Object.entries(facts).flatMap(([id, stated]) =>
    said.has(id) && typeof stated === 'object' ? stated.map(({ from }) => from) : [],
  );
  return daysAmong([...came, ...changed]);
}

/** The days of items, and those on which their courses were approved. */
function itemDays(items: readonly unknown[], { courses }: CompiledRuleset): readonly DayNumber[] {
  return items.flatMap((item) => {
    const texts = leavesOf(item);
    const listed = texts.flatMap((text) => (typeof text === 'string' ? (courses.get(text) ?? []) : []));
    const approved = listed.flatMap(({ approvals, seenApproved }) => [
      ...approvals.flatMap(({ from, until }) => [from, until ?? from]),
      ...seenApproved,
    ]);
    return [...daysAmong(texts), ...approved];
  });
}

function leavesOf(data: unknown): readonly unknown[] {
  return isObject(data) ? Object.values(data).flatMap(leavesOf) : [data];
}

function daysAmong(texts: readonly unknown[]): readonly DayNumber[] {
  return texts.flatMap((text) => parseDay(text) ?? []);
}
