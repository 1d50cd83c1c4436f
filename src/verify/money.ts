import { type DayNumber, formatDay, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import { type Context, NO_TREE, resolveDay } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import type { Bound, Known } from '../match/matched.js';
import { fieldOf } from '../match/read.js';
import { testWhere } from '../match/where.js';
import type { AmountEach, NamedAmount } from '../model/amount.js';
import type { AmountFinding, AmountItem, AmountReading, AmountStanding, Money } from '../model/amount-finding.js';
import { literalNumbers } from './literals.js';
import { type Possible, possible, spanOf } from './money-values.js';
import { type Check, quantityOf, same } from './problems.js';

/** Checks each fee and award: how much, whether it concerns the person, for which items, what would settle it. */
export function checkMoney(check: Check): void {
  const named = check.ruleset.pack.amounts ?? {};
  const { amounts } = check.evaluation;
  same(check, 'wrongMoney', 'amounts', Object.keys(named).sort(), Object.keys(amounts).sort());
  for (const [id, finding] of Object.entries(amounts)) {
    const amount = Object.hasOwn(named, id) ? named[id] : undefined;
    if (amount) checkAmount(check, id, amount, finding);
  }
}

function checkAmount(check: Check, id: string, named: NamedAmount, finding: AmountFinding): void {
  const { asOf, record, ruleset } = check;
  const today: Known<DayRange> = { value: { lo: asOf, hi: asOf }, asks: [] };
  const base = { ruleset, record, asOf, tree: NO_TREE };
  const on = named.on ? resolveDay(named.on, base) : today;
  const context: Context = { ...base, stageDay: on };
  const applies = named.appliesWhen ? testFacts(named.appliesWhen, context) : { truth: 'yes' as const, asks: [] };
  const each = named.each && applies.truth !== 'no' ? dueFor(named, named.each, context) : undefined;
  const whole = each ?? possible(named, on, context);
  const opens = named.open?.from === undefined ? EVER.from : spanOf(named.open.from);
  const closes = named.open?.to === undefined ? EVER.to : spanOf(named.open.to);
  const standing = standingOf(named, applies.truth, each, opens, closes, asOf);
  const gone = standing === 'doesNotApply';
  const isVague = asOf < opens.hi || asOf > closes.lo;
  const asks = [
    ...(standing === 'unknown' ? [...applies.asks, ...(isVague ? ['rule'] : [])] : []),
    ...(gone || standing === 'closed' ? [] : whole.asks),
  ];
  const places = literalNumbers(named.places);
  const expected: Omit<AmountFinding, 'cite' | 'readings' | 'questions' | 'items'> = {
    title: named.title,
    kind: named.kind,
    standing,
    ...(!gone && money(whole, named.unit)),
    ...(!gone && named.on && daysText(on.value)),
    ...(!gone && each && { times: each.times, ...(each.timesAtMost && { timesAtMost: each.timesAtMost }) }),
    ...(each && { oneMore: money(possible(named, today, context), named.unit) }),
    ...(opens.lo === opens.hi && opens.lo > NO_EARLIEST && { opensOn: formatDay(opens.lo) }),
    ...(closes.lo === closes.hi && closes.hi < NO_LATEST && { closesOn: formatDay(closes.hi) }),
    ...(named.towards && { towards: named.towards }),
    ...(named.oneOf && { oneOf: named.oneOf }),
    ...(places && { places }),
    ...(named.conditions && { conditions: named.conditions }),
  };
  const { cite, readings, questions, items, ...rest } = finding;
  const path = `amounts.${id}`;
  same(check, 'wrongMoney', path, expected, rest);
  same(check, 'wrongMoney', `${path}.items`, gone ? undefined : each?.items, items);
  checkReadings(check, path, named, gone || each || whole.lo === whole.hi ? [] : whole.readings, readings ?? []);
  const ids = [...new Set(asks)].map((ask) => (ask === 'rule' ? `rule:amounts.${id}` : ask));
  same(
    check,
    'wrongQuestion',
    `${path}.questions`,
    ids.sort(),
    (questions ?? []).map((question) => question.id).sort(),
  );
  const sources = [...named.cite, ...(gone ? [] : whole.readings.flatMap((reading) => reading.cite))];
  const written = (all: typeof cite) => [...new Set(all.map(({ source, at }) => `${source} ${at ?? ''}`))].sort();
  same(check, 'danglingCitation', `${path}.cite`, written(sources), written(cite));
}

const EVER = { from: { lo: NO_EARLIEST, hi: NO_EARLIEST }, to: { lo: NO_LATEST, hi: NO_LATEST } };

interface Due extends Possible {
  readonly items: readonly AmountItem[];
  readonly times: number;
  readonly timesAtMost?: number;
}

/** What is due for the items, each on its own day. */
function dueFor(named: NamedAmount, each: AmountEach, context: Context): Due {
  const { asOf, record } = context;
  const [items, worths]: [AmountItem[], Possible[]] = [[], []];
  for (const item of record.items) {
    if (item.list !== each.from) continue;
    const text = fieldOf(item, each.on);
    const day = parseDay(text);
    const value = day === undefined ? { lo: NO_EARLIEST, hi: asOf } : { lo: day, hi: day };
    const asks = day === undefined ? [`field:${item.id}.${each.on}`] : [];
    const { truth, asks: open } = testWhere(each.where, item, { ...context, stageDay: { value, asks } });
    if (truth === 'no' || (day ?? asOf) > asOf) continue;
    const one = possible(named, { value, asks }, context);
    const certain = truth === 'yes' && day !== undefined;
    const lo = certain ? one.lo : 0;
    items.push({
      item: item.id,
      title: item.title,
      certain,
      ...(day !== undefined && { day: formatDay(day) }),
      ...money({ lo, hi: one.hi }, named.unit),
    });
    worths.push({ ...one, lo, asks: lo === one.hi ? [] : [...one.asks, ...(certain ? [] : [...open, ...asks])] });
  }
  const partial = record.partial.has(each.from);
  const times = items.filter((item) => item.certain).length;
  const sum = (of: (worth: Bound) => number) => worths.reduce((total, worth) => total + of(worth), 0);
  return {
    lo: sum(({ lo }) => lo),
    hi: partial ? Number.POSITIVE_INFINITY : sum(({ hi }) => hi),
    asks: [...(partial ? [`list:${each.from}`] : []), ...worths.flatMap(({ asks }) => asks)],
    readings: worths.flatMap(({ readings }) => readings),
    items,
    times,
    ...(!partial && items.length > times && { timesAtMost: items.length }),
  };
}

function standingOf(
  { kind }: NamedAmount,
  applies: 'yes' | 'no' | 'unknown',
  each: Due | undefined,
  opens: DayRange,
  closes: DayRange,
  asOf: DayNumber,
): AmountStanding {
  if (applies === 'no') return 'doesNotApply';
  if (each && each.items.length === 0 && each.hi === 0) return 'doesNotApply';
  if (closes.hi < asOf) return 'closed';
  if (opens.lo > asOf) return 'notYetOpen';
  const surelyOpen = opens.hi <= asOf && asOf <= closes.lo;
  if (applies !== 'yes' || !surelyOpen) return 'unknown';
  return kind === 'award' ? 'open' : 'due';
}

/** Several texts that may hold are told one by one, where they differ. */
function checkReadings(
  check: Check,
  path: string,
  { unit }: NamedAmount,
  expected: Possible['readings'],
  found: readonly AmountReading[],
): void {
  const wanted = expected.length < 2 ? [] : expected.map(({ bound, cite }) => ({ ...money(bound, unit), cite }));
  const told = found.map(({ says: _, ...rest }) => rest);
  same(check, 'wrongMoney', `${path}.readings`, wanted, told);
}

function money({ lo, hi }: Pick<Bound, 'lo' | 'hi'>, currency: string): Money {
  const quantity = (hundredths: number) => quantityOf(hundredths, { id: currency, perUnit: { n: 100, d: 1 } });
  if (lo === hi) return { amount: quantity(lo) };
  const isOpen = !Number.isFinite(hi);
  return { ...(!(isOpen && lo === 0) && { atLeast: quantity(lo) }), ...(!isOpen && { atMost: quantity(hi) }) };
}

function daysText({ lo, hi }: DayRange): Pick<AmountFinding, 'on' | 'onLatest'> {
  return {
    ...(lo > NO_EARLIEST && { on: formatDay(lo) }),
    ...(hi < NO_LATEST && hi !== lo && { onLatest: formatDay(hi) }),
  };
}
