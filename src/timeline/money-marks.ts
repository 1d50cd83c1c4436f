import type { DayNumber } from '../base/calendar.js';
import { type Memory, remembered } from '../base/remembered.js';
import { isObject } from '../base/same.js';
import { dayExprsIn } from '../compile/day-exprs.js';
import type { CompiledAmount, CompiledRuleset } from '../compile/ruleset.js';
import type { CandidateRecord } from '../model/record.js';
import type { DayExpr } from '../model/value.js';
import { daysIn } from './life.js';
import { inOrder } from './turns.js';

/** What an amount compares days with. */
export interface AmountMarks {
  /** Days of the rules and of the record, in order. */
  readonly targets: readonly DayNumber[];
  /** Days of the rules, which may move with the day asked for. */
  readonly days: readonly DayExpr[];
}

/**
 * Every day with which an amount compares the day asked for, or a day that hangs on it: its own days, those of the facts, milestones and
 * calendars that it names, and those of the items for which it is due. There may be more than it ever compares, and none is missing.
 */
export function amountMarks(amount: CompiledAmount, record: CandidateRecord, ruleset: CompiledRuleset): AmountMarks {
  const { named, entries, opens, closes } = amount;
  const { said, days } = spokenOf(amount, ruleset);
  const calendars = [record.calendars, ruleset.pack.calendars].flatMap((all) =>
    Object.entries(all ?? {}).flatMap(([id, days]) => (said.has(id) ? days : [])),
  );
  const targets = [
    ...turnsOf(said, record),
    ...daysIn([...said, ...calendars]),
    ...[opens, closes, ...entries.map(({ from }) => from)].flatMap(({ lo, hi }) => [lo, hi]),
    ...(named.each ? itemDays(record[named.each.from] ?? [], ruleset) : []),
  ];
  return { targets: inOrder(targets), days };
}

interface Spoken {
  readonly said: ReadonlySet<string>;
  readonly days: readonly DayExpr[];
}

/** What the rules of an amount speak of; found once for an amount. */
function spokenOf(amount: CompiledAmount, ruleset: CompiledRuleset): Spoken {
  return remembered(SPOKEN, amount, ({ named }) => {
    const { title: _, conditions: __, cite: ___, ...rules } = named;
    return { said: textsIn(rules, ruleset), days: dayExprsIn(rules) };
  });
}

const SPOKEN: Memory<CompiledAmount, Spoken> = new WeakMap();

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
  return daysIn([...came, ...changed]);
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
    return [...daysIn(texts), ...approved];
  });
}

function leavesOf(data: unknown): readonly unknown[] {
  return isObject(data) ? Object.values(data).flatMap(leavesOf) : [data];
}
