import type { AmountEach } from '../amount.js';
import { type DayNumber, NO_EARLIEST, parseDay } from '../calendar.js';
import type { AssumedValue, CompiledAmount, CompiledRuleset, CompiledTree, DayRange } from '../compile/ruleset.js';
import { type Context, resolveDay, testFacts } from '../context.js';
import type { AmountFinding, AmountItem, AmountStanding } from '../evaluation.js';
import type { Bound, Known } from '../matched.js';
import { fieldOf, type ReadRecord } from '../read.js';
import type { Truth } from '../truth.js';
import { YES } from '../truth.js';
import type { Cite } from '../value.js';
import { testWhere } from '../where.js';
import { daysOf, moneyOf, type Worth, worthOn } from './money.js';
import { question } from './questions.js';

/** Fees and awards for one record, and what is assumed about those that concern it. */
export interface Amounts {
  readonly amounts: Readonly<Record<string, AmountFinding>>;
  readonly assumptions: readonly AssumedValue[];
}

/** Every named amount of the pack on one day. Nothing here looks at a status, and no status looks here. */
export function amountsOf(ruleset: CompiledRuleset, record: ReadRecord, asOf: DayNumber): Amounts {
  const found = ruleset.amounts.map((amount) => ({ amount, ...answer(amount, ruleset, record, asOf) }));
  return {
    amounts: Object.fromEntries(found.map(({ amount, finding }) => [amount.id, finding])),
    assumptions: found.flatMap(({ assumptions }) => assumptions),
  };
}

/** No edition stands behind an amount: its days are milestones and `asOf`. */
const NO_TREE: CompiledTree = {
  readings: [],
  differsInDueOnly: false,
  nodes: [],
  assumptions: [],
  days: new Map(),
};

function answer(
  amount: CompiledAmount,
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
): { readonly finding: AmountFinding; readonly assumptions: readonly AssumedValue[] } {
  const { named, unit } = amount;
  const base = { ruleset, tree: NO_TREE, record, asOf };
  const today: Known<DayRange> = { value: { lo: asOf, hi: asOf }, asks: [] };
  const on = named.on ? resolveDay(named.on, base) : today;
  const context: Context = { ...base, stageDay: on };
  const applies = named.appliesWhen ? testFacts(named.appliesWhen, context) : YES;
  const items = named.each && applies.truth !== 'no' ? itemsOf(amount, named.each, context) : undefined;
  const standing = standingOf(amount, applies, items, asOf);
  const head = { title: named.title, kind: named.kind, standing };
  const places = amount.places && { places: amount.places };
  const more = { ...places, ...(named.conditions && { conditions: named.conditions }) };
  const window = windowDays(amount);
  if (standing === 'doesNotApply') {
    const next = items && { oneMore: moneyOf(worthOn(amount.entries, unit, today, context), unit) };
    return { finding: { ...head, ...next, ...window, ...more, cite: named.cite }, assumptions: [] };
  }
  const worth = items?.worth ?? worthOn(amount.entries, unit, on, context);
  const listOf = new Map(record.items.map((item) => [item.id, item.list]));
  const asks =
    standing === 'closed' ? [] : [...(standing === 'unknown' ? unsettled(amount, applies, asOf) : []), ...worth.asks];
  const questions = [...new Set(asks)].map((ask) =>
    question(ask === 'rule' ? `rule:amounts.${amount.id}` : ask, ruleset, listOf),
  );
  const days = named.on && daysOf(on.value);
  const finding: AmountFinding = {
    ...head,
    ...moneyOf(worth, unit),
    ...(days?.first !== undefined && { on: days.first }),
    ...(days?.last !== undefined && days.last !== days.first && { onLatest: days.last }),
    ...(items ? items.said : readingsOf(amount, worth)),
    ...(items && { oneMore: moneyOf(worthOn(amount.entries, unit, today, context), unit) }),
    ...window,
    ...more,
    ...(questions.length > 0 && { questions }),
    cite: distinct([...named.cite, ...worth.options.flatMap((option) => option.cite)]),
  };
  return {
    finding,
    assumptions: [...amount.assumptions, ...worth.options.flatMap((option) => option.assumption ?? [])],
  };
}

interface Items {
  readonly worth: Worth;
  readonly said: Pick<AmountFinding, 'times' | 'timesAtMost' | 'items'>;
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
        : { value: { lo: stated, hi: stated }, asks: [] };
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
    said: {
      times: sure,
      ...(found.length > sure && !open && { timesAtMost: found.length }),
      items: found.map(({ said }) => said),
    },
  };
}

function standingOf(
  amount: CompiledAmount,
  { truth }: Truth,
  items: Items | undefined,
  asOf: DayNumber,
): AmountStanding {
  const none = items?.said.items?.length === 0 && items.worth.hi === 0;
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

/** First and last day of applying, where each is known to the day. */
function windowDays({ opens, closes }: CompiledAmount): Pick<AmountFinding, 'opensOn' | 'closesOn'> {
  const [from, to] = [daysOf(opens), daysOf(closes)];
  return {
    ...(opens.lo === opens.hi && from.first !== undefined && { opensOn: from.first }),
    ...(closes.lo === closes.hi && to.last !== undefined && { closesOn: to.last }),
  };
}

/** What each text makes of it, where more than one may hold and they differ. */
function readingsOf({ unit }: CompiledAmount, worth: Worth): Pick<AmountFinding, 'readings'> {
  if (worth.options.length < 2 || worth.lo === worth.hi) return {};
  return {
    readings: worth.options.map(({ says, cite }, i) => {
      const bound: Pick<Bound, 'lo' | 'hi'> = worth.each[i] ?? worth;
      return { says, ...moneyOf(bound, unit), cite };
    }),
  };
}

function distinct(cites: readonly Cite[]): readonly Cite[] {
  return cites.filter(
    (cite, i) => cites.findIndex((other) => other.source === cite.source && other.at === cite.at) === i,
  );
}
