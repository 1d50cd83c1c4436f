import { formatDay } from './base/calendar.js';
import { compiled } from './compile/compile.js';
import type { Ruleset } from './compile/ruleset.js';
import { requireDay } from './compile/units.js';
import type { PackIds, RulePack } from './model/pack.js';
import type { CandidateRecord } from './model/record.js';
import type { Cite, Day } from './model/value.js';
import { lifeOf } from './timeline/life.js';
import { type AmountState, amountStretches } from './timeline/money-days.js';

/** The days that are asked about, both included. */
export interface MoneyOverOptions {
  readonly from: Day;
  readonly until: Day;
}

/** A fee or an award over a stretch of days. */
export interface MoneyCourse {
  readonly title: string;
  readonly kind: 'fee' | 'award';
  readonly cite: readonly Cite[];
  /** The earliest first; together they are all days that were asked about. */
  readonly spans: readonly MoneySpan[];
}

/** The days, both included, on which an amount concerns this person in the same way and is as much. */
export interface MoneySpan extends AmountState {
  readonly from: Day;
  readonly until: Day;
}

/**
 * Each fee and award by id: from when to when it is due or open, and how much, if nothing else happens than what the record says already. On each
 * day it is what `evaluate` says of it; only days on which it may change are looked at. A milestone that has not come is read as if it came on the day.
 *
 * @throws TypeError with the path of a day that cannot be read, and where `until` lies before `from`.
 * @example moneyOver(pack, record, { from: '2012-01-01', until: '2012-12-31' }).enrolment?.spans.map(({ from, amount }) => [from, amount])
 */
export function moneyOver<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: MoneyOverOptions,
): Readonly<Record<string, MoneyCourse>> {
  const ruleset = compiled(rules as RulePack | Ruleset);
  const [from, until] = [requireDay(options.from, 'from'), requireDay(options.until, 'until')];
  if (until < from)
    throw new TypeError(`until: expected a day no earlier than ${options.from}, found ${options.until}`);
  const courses = amountStretches(lifeOf(ruleset, record, from, until)).map(({ amount: { id, named }, stretches }) => {
    const spans = stretches.map(
      (stretch, i): MoneySpan => ({
        from: formatDay(stretch.from),
        until: formatDay((stretches[i + 1]?.from ?? until + 1) - 1),
        ...stretch.state,
      }),
    );
    return [id, { title: named.title, kind: named.kind, cite: named.cite, spans }] as const;
  });
  return Object.fromEntries(courses);
}
