import { type DayNumber, NO_EARLIEST, parseDay } from '../base/calendar.js';
import type { AssumedValue, CompiledAmount, CompiledRuleset, DayRange } from '../compile/ruleset.js';
import { type Context, knownDay, resolveDay } from '../match/context.js';
import { testFacts } from '../match/fact-tests.js';
import type { Known } from '../match/matched.js';
import { fieldOf, type ReadRecord } from '../match/read.js';
import type { Truth } from '../match/truth.js';
import { YES } from '../match/truth.js';
import { testWhere } from '../match/where.js';
import type { AmountEach } from '../model/amount.js';
import type {
  AmountFinding,
  AmountItem,
  AmountQuestion,
  AmountReading,
  AmountStanding,
} from '../model/amount-finding.js';
import type { Cite } from '../model/value.js';
import { daysOf, moneyOf, type Worth, worthOn } from './money.js';
import { question } from './questions.js';
import { citedOnce, contextOn } from './terms.js';

/** Fees and awards for one record, and what is assumed about those that concern it. */
export interface Amounts {
  readonly amounts: Readonly<Record<string, AmountFinding>>;
  readonly assumptions: readonly AssumedValue[];
}

/** Every named amount of the pack on one day. Nothing here looks at a status, and no status looks here. */
export function amountsOf(ruleset: CompiledRuleset, record: ReadRecord, asOf: DayNumber): Amounts {
  const assumptions: AssumedValue[] = [];
  if (ruleset.amounts.length === 0) return { amounts: {}, assumptions };
  const context = contextOn(asOf, ruleset, record);
  const found = ruleset.amounts.map((amount) => [amount.id, amountOn(amount, context, assumptions)] as const);
  return { amounts: Object.fromEntries(found), assumptions };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One amount on one day; what is assumed about it is added. */
export function amountOn(amount: CompiledAmount, today: Context, assumptions: AssumedValue[] = []): AmountFinding {
  const { named, unit } = amount;
  const on = named.on ? resolveDay(named.on, today) : today.stageDay;
  const context: Context = named.on ? { ...today, stageDay: on } : today;
  const applies = named.appliesWhen ? testFacts(named.appliesWhen, context) : YES;
  const items = named.each && applies.truth !== 'no' ? itemsOf(amount, named.each, context) : undefined;
  const standing = standingOf(amount, applies, items, today.asOf);
  // Filled in field by field: most packs name more money than concerns anybody, and a chain of spreads costs more than the answer.
  const finding: Mutable<AmountFinding> = { title: named.title, kind: named.kind, standing, cite: named.cite };
  if (amount.opensOn !== undefined) finding.opensOn = amount.opensOn;
  if (amount.closesOn !== undefined) finding.closesOn = amount.closesOn;
  if (named.towards) finding.towards = named.towards;
  if (named.oneOf) finding.oneOf = named.oneOf;
  if (amount.places) finding.places = amount.places;
  if (named.conditions) finding.conditions = named.conditions;
  if (items) finding.oneMore = moneyOf(worthOn(amount.entries, unit, today.stageDay, context), unit);
  if (standing === 'doesNotApply') return finding;
  const worth = items?.worth ?? worthOn(amount.entries, unit, on, context);
  Object.assign(finding, moneyOf(worth, unit));
  finding.cite = withCites(named.cite, worth);
  if (named.on) setDays(finding, on.value);
  if (items) {
    finding.times = items.times;
    if (items.timesAtMost !== undefined) finding.timesAtMost = items.timesAtMost;
    finding.items = items.items;
  } else if (worth.options.length > 1 && worth.lo !== worth.hi) finding.readings = readingsOf(amount, worth);
  if (standing === 'closed') return finding;
  assumptions.push(...amount.assumptions, ...worth.options.flatMap((option) => option.assumption ?? []));
  const asks = standing === 'unknown' ? [...unsettled(amount, applies, today.asOf), ...worth.asks] : worth.asks;
  if (asks.length > 0) finding.questions = questionsOf(amount.id, asks, today);
  return finding;
}

function setDays(finding: Mutable<AmountFinding>, on: DayRange): void {
  const { first, last } = daysOf(on);
  if (first !== undefined) finding.on = first;
  if (last !== undefined && last !== first) finding.onLatest = last;
}

function questionsOf(id: string, asks: readonly string[], { ruleset, record }: Context): readonly AmountQuestion[] {
  const items = new Map(record.items.map((item) => [item.id, item]));
  return [...new Set(asks)].map((ask) => question(ask === 'rule' ? `rule:amounts.${id}` : ask, ruleset, items));
}

interface Items {
  readonly worth: Worth;
  readonly times: number;
  readonly timesAtMost?: number;
  readonly items: readonly AmountItem[];
}

/** The items whose day has come, each with what is due for it; one of which that is not sure may cost nothing. */
function itemsOf({ entries, unit }: CompiledAmount, each: AmountEach, context: Context): Items {
  const { record, asOf } = context;
  const found = (record.byList.get(each.from) ?? []).flatMap((item) => {
    const stated = parseDay(fieldOf(item, each.on));
    if (stated !== undefined && stated > asOf) return [];
    const on: Known<DayRange> =
      stated === undefined
        ? { value: { lo: NO_EARLIEST, hi: asOf }, asks: [`field:${item.id}.${each.on}`] }
        : knownDay(stated);
    const tested = testWhere(each.where, item, { ...context, stageDay: on });
    if (tested.truth === 'no') return [];
    const worth = worthOn(entries, unit, on, context);
    const certain = tested.truth === 'yes' && stated !== undefined;
    const lo = certain ? worth.lo : 0;
    const said: AmountItem = {
      item: item.id,
      title: item.title,
      ...(stated !== undefined && { day: daysOf(on.value).first ?? '' }),
      ...moneyOf({ lo, hi: worth.hi }, unit),
      certain,
    };
    const asks = lo === worth.hi ? [] : [...(certain ? [] : [...tested.asks, ...on.asks]), ...worth.asks];
    return [{ certain, worth: { ...worth, lo, asks }, said }];
  });
  const open = record.partial.has(each.from);
  const sure = found.filter(({ certain }) => certain).length;
  return {
    worth: {
      lo: found.reduce((sum, { worth }) => sum + worth.lo, 0),
      hi: open ? Number.POSITIVE_INFINITY : found.reduce((sum, { worth }) => sum + worth.hi, 0),
      asks: [...found.flatMap(({ worth }) => worth.asks), ...(open ? [`list:${each.from}`] : [])],
      options: found.flatMap(({ worth }) => worth.options),
      each: [],
    },
    times: sure,
    ...(found.length > sure && !open && { timesAtMost: found.length }),
    items: found.map(({ said }) => said),
  };
}

function standingOf(
  amount: CompiledAmount,
  { truth }: Truth,
  items: Items | undefined,
  asOf: DayNumber,
): AmountStanding {
  const none = items?.items.length === 0 && items.worth.hi === 0;
  if (truth === 'no' || none) return 'doesNotApply';
  const { opens, closes, named } = amount;
  if (asOf > closes.hi) return 'closed';
  if (asOf < opens.lo) return 'notYetOpen';
  if (truth === 'unknown' || asOf < opens.hi || asOf > closes.lo) return 'unknown';
  return named.kind === 'fee' ? 'due' : 'open';
}

/** What would tell whether it applies and is open. */
function unsettled({ opens, closes }: CompiledAmount, applies: Truth, asOf: DayNumber): readonly string[] {
  return [...applies.asks, ...(asOf < opens.hi || asOf > closes.lo ? ['rule'] : [])];
}

/** What each text makes of it. */
function readingsOf({ unit }: CompiledAmount, worth: Worth): readonly AmountReading[] {
  return worth.options.map(({ says, cite }, i) => ({ says, ...moneyOf(worth.each[i] ?? worth, unit), cite }));
}

/** The amount's own citations, and those of the values that may hold. */
function withCites(own: readonly Cite[], { options }: Worth): readonly Cite[] {
  if (options.every(({ cite }) => cite === own)) return own;
  return citedOnce([...own, ...options.flatMap((option) => option.cite)]);
}
