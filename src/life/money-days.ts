import type { DayNumber } from '../base/calendar.js';
import { same } from '../base/same.js';
import type { CompiledAmount, CompiledRuleset, DayRange } from '../compile/ruleset.js';
import { amountsOf } from '../findings/amounts.js';
import { NO_TREE, resolveDay } from '../match/context.js';
import { type ReadRecord, readRecord } from '../match/read.js';
import type { AmountFinding, AmountStanding, Money } from '../model/amount-finding.js';
import type { CandidateRecord } from '../model/record.js';
import type { TimelineCause } from '../model/timeline.js';
import { amountMarks } from './money-marks.js';
import { meetings } from './moving.js';

/** What of an amount can change with the days: whom it concerns and how much it is. */
export interface AmountState extends Money, Pick<AmountFinding, 'times' | 'timesAtMost' | 'oneMore'> {
  readonly standing: AmountStanding;
}

/** A state that lasts from a day until the day before the next. */
export interface AmountStretch {
  readonly from: DayNumber;
  readonly state: AmountState;
}

/** For every amount, in the pack's order: its states over a stretch of days, each other than the one before. Both ends are included. */
export function amountStretches(
  ruleset: CompiledRuleset,
  record: CandidateRecord,
  from: DayNumber,
  until: DayNumber,
): readonly { readonly amount: CompiledAmount; readonly stretches: readonly AmountStretch[] }[] {
  const recordOn = reader(ruleset, record, from);
  return ruleset.amounts.map((amount) => {
    const alone: CompiledRuleset = { ...ruleset, amounts: [amount] };
    const stretches: AmountStretch[] = [];
    for (const day of candidates(amount, ruleset, record, { lo: from, hi: until }, recordOn)) {
      const finding = amountsOf(alone, recordOn(day), day).amounts[amount.id];
      const state = finding && stateOf(finding);
      if (state && !same(state, stretches.at(-1)?.state)) stretches.push({ from: day, state });
    }
    return { amount, stretches };
  });
}

/**
 * Every day of a stretch, its first apart, on which whom an amount concerns or how much it is is otherwise than the day before, with the amounts
 * that open, close or change.
 */
export function amountDays(
  ruleset: CompiledRuleset,
  record: CandidateRecord,
  from: DayNumber,
  until: DayNumber,
): ReadonlyMap<DayNumber, readonly TimelineCause[]> {
  const turns = new Map<DayNumber, TimelineCause[]>();
  for (const { amount, stretches } of amountStretches(ruleset, record, from, until)) {
    stretches.slice(1).forEach(({ from: day, state }, i) => {
      const code = changeCode(stretches[i]?.state.standing, state.standing);
      const causes = turns.get(day) ?? [];
      turns.set(day, [...causes, { code, amount: amount.id, title: amount.named.title }]);
    });
  }
  return turns;
}

/** The record as it is on a day, as far as amounts read it: whatever else is in it is looked at once, for what cannot be read. */
function reader(ruleset: CompiledRuleset, record: CandidateRecord, from: DayNumber): (day: DayNumber) => ReadRecord {
  const authority = ruleset.pack.authority.id;
  readRecord(record, from, authority);
  const { milestones = {}, facts = {}, calendars = {}, partial = [] } = record;
  const lists = ruleset.amounts.flatMap(({ named }) => named.each?.from ?? []);
  const items = Object.fromEntries(lists.map((list) => [list, record[list] ?? []]));
  const needed: CandidateRecord = { milestones, facts, calendars, partial, ...items };
  const read = new Map<DayNumber, ReadRecord>();
  return (day) => {
    const known = read.get(day) ?? readRecord(needed, day, authority);
    read.set(day, known);
    return known;
  };
}

/** What happens to an amount whose standing was one and is another now. */
export function changeCode(before: AmountStanding | undefined, now: AmountStanding) {
  if (now === 'closed') return 'amountClosed';
  return before === 'notYetOpen' && (now === 'open' || now === 'due') ? 'amountOpens' : 'amountChanges';
}

/** The first day, and every day on which a comparison that the amount makes may turn out otherwise. */
function candidates(
  amount: CompiledAmount,
  ruleset: CompiledRuleset,
  record: CandidateRecord,
  { lo, hi }: DayRange,
  recordOn: (day: DayNumber) => ReadRecord,
): readonly DayNumber[] {
  const { targets, days, turns } = amountMarks(amount, record, ruleset);
  const starts = [lo, ...turns.filter((day) => day > lo && day <= hi)];
  const epochs = starts.map((start, i): DayRange => ({ lo: start, hi: (starts[i + 1] ?? hi + 1) - 1 }));
  const met = days.flatMap((expr) =>
    epochs.flatMap((epoch) => {
      const stated = recordOn(epoch.lo);
      // Between two turns only the day asked for is another.
      return meetings(
        (asOf) => resolveDay(expr, { ruleset, tree: NO_TREE, record: stated, asOf }).value,
        epoch,
        targets,
      );
    }),
  );
  const compared = targets.flatMap((day) => [day, day + 1]).filter((day) => day > lo && day <= hi);
  return [...new Set([lo, ...compared, ...met])].sort((a, b) => a - b);
}

function stateOf({ standing, amount, atLeast, atMost, times, timesAtMost, oneMore }: AmountFinding): AmountState {
  return {
    standing,
    ...(amount && { amount }),
    ...(atLeast && { atLeast }),
    ...(atMost && { atMost }),
    ...(times !== undefined && { times }),
    ...(timesAtMost !== undefined && { timesAtMost }),
    ...(oneMore && { oneMore }),
  };
}
