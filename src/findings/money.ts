import { formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { exact, multiply } from '../base/fraction.js';
import type { CompiledUnit, Settled } from '../compile/nodes.js';
import { isNotEstablished } from '../compile/readings.js';
import type { AmountEntry, AmountOption, DayRange } from '../compile/ruleset.js';
import { type Context, readFact, resolveNumber } from '../match/context.js';
import type { Bound, Known } from '../match/matched.js';
import type { MoneyExpr, MoneyTerm } from '../model/amount.js';
import type { Money } from '../model/amount-finding.js';
import type { Fraction } from '../model/quantity.js';
import { quantity } from './views.js';

/** What an amount may be on a day, and which texts may hold then. */
export interface Worth extends Bound {
  readonly options: readonly AmountOption[];
  /** By option. */
  readonly each: readonly Bound[];
}

/** An amount on a day that lies in a range: from the least to the most that any text may make of it there. */
export function worthOn(
  entries: readonly AmountEntry[],
  unit: CompiledUnit,
  on: Known<DayRange>,
  c: Omit<Context, 'stageDay'>,
): Worth {
  const { lo, hi } = on.value;
  const may = entries.filter(({ from }, i) => {
    const last = (entries[i + 1]?.from.hi ?? Number.MAX_VALUE) - 1;
    return Math.max(from.lo, lo) <= Math.min(hi, last);
  });
  const options = may.flatMap((entry) => entry.options);
  const each = options.map(({ money }) => boundOf(money, unit, on, c));
  const least = Math.min(...each.map((bound) => bound.lo));
  const most = Math.max(...each.map((bound) => bound.hi));
  if (least === most) return { lo: least, hi: most, asks: [], options, each };
  const vague = may.some(({ from }) => from.lo < from.hi && from.hi > lo && from.lo > NO_EARLIEST);
  const asks = [
    ...each.flatMap((bound) => bound.asks),
    ...(may.length > 1 ? on.asks : []),
    ...(vague || may.some((entry) => entry.options.length > 1) ? ['rule'] : []),
  ];
  return { lo: least, hi: most, asks, options, each };
}

function boundOf(
  money: Settled<MoneyExpr>,
  unit: CompiledUnit,
  on: Known<DayRange>,
  c: Omit<Context, 'stageDay'>,
): Bound {
  if (isNotEstablished(money)) {
    const least = money.atLeast === undefined ? NOTHING : boundOf(money.atLeast, unit, on, c);
    const most = money.atMost === undefined ? UNBOUNDED : boundOf(money.atMost, unit, on, c);
    return { lo: least.lo, hi: most.hi, asks: ['rule', ...least.asks, ...most.asks] };
  }
  if (typeof money === 'number' || money.kind !== 'leastOf') return resolveNumber(money, c, unit.perUnit, on);
  const terms = money.of.map((term) => termBound(term, unit, on, c));
  return {
    lo: Math.min(...terms.map((term) => term.lo)),
    hi: Math.min(...terms.map((term) => term.hi)),
    asks: terms.flatMap((term) => term.asks),
  };
}

function termBound(term: MoneyTerm, unit: CompiledUnit, on: Known<DayRange>, c: Omit<Context, 'stageDay'>): Bound {
  if (typeof term === 'number') return resolveNumber(term, c, unit.perUnit, on);
  switch (term.kind) {
    case 'byFact':
    case 'steps':
      return resolveNumber(term, c, unit.perUnit, on);
    case 'stated': {
      const { n, d } = unit.perUnit;
      return statedBound(term.fact, { n: n * (term.percent ?? 100), d: d * 100 }, on, c);
    }
    case 'remainder': {
      const ceiling = resolveNumber(term.ceiling, c, unit.perUnit, on);
      const gone = statedBound(term.fact, unit.perUnit, on, c);
      const left = (of: number, less: number) => Math.max(0, of - less);
      return {
        lo: gone.hi === Number.POSITIVE_INFINITY ? 0 : left(ceiling.lo, gone.hi),
        hi: left(ceiling.hi, gone.lo),
        asks: [...ceiling.asks, ...gone.asks],
      };
    }
  }
}

/** What is not stated, or is no number of money, may be anything from nothing on. */
function statedBound(fact: string, perUnit: Fraction, on: Known<DayRange>, c: Omit<Context, 'stageDay'>): Bound {
  const { value, asks } = readFact(fact, c, on);
  if (typeof value !== 'number' || !(value >= 0) || !Number.isFinite(value))
    return { ...UNBOUNDED, asks: asks.length > 0 ? asks : [`fact:${fact}`] };
  const { n, d } = multiply(exact(value), perUnit);
  const amount = Math.floor(n / d);
  return { lo: amount, hi: amount, asks: [] };
}

const NOTHING: Bound = { lo: 0, hi: 0, asks: [] };
const UNBOUNDED: Bound = { lo: 0, hi: Number.POSITIVE_INFINITY, asks: [] };

/** Smallest parts as money; where no source gives it, without any end. */
export function moneyOf({ lo, hi }: { readonly lo: number; readonly hi: number }, unit: CompiledUnit): Money {
  if (lo === hi) return { amount: quantity(lo, unit) };
  if (hi === Number.POSITIVE_INFINITY) return lo === 0 ? {} : { atLeast: quantity(lo, unit) };
  return { atLeast: quantity(lo, unit), atMost: quantity(hi, unit) };
}

/** A day, or two where it lies between them; what nothing bounds is left out. */
export function daysOf({ lo, hi }: DayRange): { readonly first?: string; readonly last?: string } {
  return {
    ...(lo > NO_EARLIEST && { first: formatDay(lo) }),
    ...(hi < NO_LATEST && { last: formatDay(hi) }),
  };
}
