import { formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { frozen } from '../base/frozen.js';
import type { MoneyExpr, NamedAmount } from '../model/amount.js';
import type { RulePack } from '../model/pack.js';
import type { Assumed, Cite, Dated, Disputed, NotEstablished, Value } from '../model/value.js';
import { dayBounds } from './day-bounds.js';
import { describe } from './describe.js';
import type { CompiledUnit } from './nodes.js';
import type { AmountEntry, AmountOption, AssumedValue, CompiledAmount } from './ruleset.js';
import { plainUnit } from './units.js';

/** Fees and awards with the values that each may have, by the day from which it does. */
export function compileAmounts(pack: RulePack): readonly CompiledAmount[] {
  return Object.entries(pack.amounts ?? {}).map(([id, named]) => compileAmount(id, named));
}

function compileAmount(id: string, named: NamedAmount): CompiledAmount {
  const path = `amounts.${id}`;
  const { open, places, cite } = named;
  const assumptions = [
    ...assumed(open?.from, `${path}.open.from`, cite),
    ...assumed(open?.to, `${path}.open.to`, cite),
    ...assumed(places, `${path}.places`, cite),
  ];
  const range = placesOf(places, path);
  const opens = open?.from === undefined ? always.opens : dayBounds(open.from, `${path}.open.from`);
  const closes = open?.to === undefined ? always.closes : dayBounds(open.to, `${path}.open.to`);
  return {
    id,
    named,
    unit: currencyUnit(named.unit),
    entries: entriesOf(named.amount, `${path}.amount`, cite),
    opens,
    closes,
    ...(opens.lo === opens.hi && opens.lo > NO_EARLIEST && { opensOn: formatDay(opens.lo) }),
    ...(closes.lo === closes.hi && closes.hi < NO_LATEST && { closesOn: formatDay(closes.hi) }),
    assumptions: frozen(assumptions),
    ...(range && { places: frozen(range) }),
  };
}

const always = { opens: { lo: NO_EARLIEST, hi: NO_EARLIEST }, closes: { lo: NO_LATEST, hi: NO_LATEST } };

/** A currency, counted in hundredths. */
export function currencyUnit(unit: string): CompiledUnit {
  return plainUnit(unit, unit, 100);
}

/** The values that money may have, by the day from which it does; `at` is its place in the pack. */
export function entriesOf(amount: Value<MoneyExpr>, at: string, cite: readonly Cite[]): readonly AmountEntry[] {
  if (!hasStanding(amount) || amount.standing !== 'dated')
    return [{ from: always.opens, options: optionsOf(amount, at, cite) }];
  const entries = amount.values.map((entry, i): AmountEntry => {
    if (i > 0 && entry.from === undefined) throw new TypeError(`${at}.${i}.from: expected the first day of the value`);
    return {
      from: i === 0 || entry.from === undefined ? always.opens : dayBounds(entry.from, `${at}.${i}.from`),
      options: optionsOf(entry.value, `${at}.${i}`, entry.cite ?? cite),
    };
  });
  entries.forEach(({ from }, i) => {
    const before = entries[i - 1]?.from;
    if (before && (from.lo < before.lo || from.hi < before.hi))
      throw new TypeError(`${at}.${i}.from: expected a day after that of the value before it`);
  });
  return entries;
}

/** What a value may be: itself, each of its readings, or anything within its bounds. */
function optionsOf(value: Value<MoneyExpr>, path: string, cite: readonly Cite[]): readonly AmountOption[] {
  if (!hasStanding(value)) return [{ money: value, says: describe(value), cite }];
  switch (value.standing) {
    case 'assumed': {
      const [assumption] = assumed(value, path, cite);
      const option = { money: value.value, says: describe(value.value), cite: value.cite ?? cite };
      return [{ ...option, ...(assumption && { assumption: frozen(assumption) }) }];
    }
    case 'disputed':
      return value.readings.map((reading) => ({
        money: reading.value,
        says: describe(reading.value),
        cite: reading.cite,
      }));
    case 'notEstablished':
      return [{ money: value, says: value.because, cite: value.cite ?? cite }];
    case 'dated':
      throw new TypeError(`${path}: expected a value that does not change with the days`);
  }
}

function placesOf(value: Value<number> | undefined, path: string): CompiledAmount['places'] {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return { atLeast: value, atMost: value };
  switch (value.standing) {
    case 'assumed':
      return { atLeast: value.value, atMost: value.value };
    case 'disputed': {
      const numbers = value.readings.map((reading) => reading.value);
      return { atLeast: Math.min(...numbers), atMost: Math.max(...numbers) };
    }
    case 'notEstablished':
      return { atLeast: value.atLeast ?? 0, ...(value.atMost !== undefined && { atMost: value.atMost }) };
    case 'dated':
      throw new TypeError(`${path}.places: expected a value that does not change with the days`);
  }
}

function assumed<T>(value: Value<T> | undefined, path: string, cite: readonly Cite[]): readonly AssumedValue[] {
  if (!hasStanding(value) || value.standing !== 'assumed') return [];
  return [{ path, value: describe(value.value), because: value.because, cite: value.cite ?? cite }];
}

type Standing<T> = Assumed<T> | Dated<T> | Disputed<T> | NotEstablished<T>;

function hasStanding<T>(value: Value<T> | undefined): value is Standing<T> {
  return typeof value === 'object' && value !== null && 'standing' in value;
}
