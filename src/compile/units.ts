import { parseDay } from '../base/calendar.js';
import { exact, fraction, multiply } from '../base/fraction.js';
import type { RulePack, UnknownWorth } from '../model/pack.js';
import type { Fraction } from '../model/quantity.js';
import type { Amount, Band } from '../model/value.js';
import type { CompiledUnit, Worth } from './nodes.js';

/** A unit that is so many smallest parts of its base, by default its own smallest part. */
export function plainUnit(id: string, base = id, parts = 1): CompiledUnit {
  return { id, base, perUnit: { n: parts, d: 1 } };
}

/** The units that every pack has. Months and years are measured in days only once their window is known. */
export const BUILT_IN: readonly CompiledUnit[] = [
  plainUnit('minutes'),
  plainUnit('hours', 'minutes', 60),
  plainUnit('days'),
  plainUnit('weeks', 'days', 7),
  plainUnit('months'),
  plainUnit('years', 'months', 12),
  plainUnit('items'),
];

/**
 * The built-in units and the pack's own, each as so many smallest parts of its base unit.
 * @throws TypeError if a unit is defined by one that does not exist, or by itself.
 */
export function compileUnits(pack: RulePack): ReadonlyMap<string, CompiledUnit> {
  const units = new Map(BUILT_IN.map((unit) => [unit.id, unit]));
  const declared = new Map(Object.entries(pack.units ?? {}));
  const resolve = (id: string, depth: number): CompiledUnit => {
    const known = units.get(id);
    if (known) return known;
    const unit = declared.get(id);
    if (!unit || depth > declared.size)
      throw new TypeError(`units.${id}: expected a unit that is declared and not defined by itself`);
    if (unit.kind === 'is') {
      const other = resolve(unit.amount.unit, depth + 1);
      const perUnit = multiply(exact(unit.amount.n), other.perUnit);
      return remember({ id, base: other.base, perUnit, ...divided(other) });
    }
    const perUnit = { n: unit.parts, d: 1 };
    if (unit.kind === 'base') return remember({ id, base: id, perUnit, ...divided(unit) });
    const bands = unit.minutes.map((band): Band<Worth> => ({ ...band, value: worthOf(band.value, perUnit) }));
    return remember({ id, base: id, perUnit, bands, ...divided(unit) });
  };
  const remember = (unit: CompiledUnit): CompiledUnit => {
    units.set(unit.id, unit);
    return unit;
  };
  for (const id of declared.keys()) resolve(id, 0);
  return units;
}

const divided = ({ splittable }: { readonly splittable?: boolean }) =>
  splittable ? { splittable: true as const } : {};

function worthOf(value: Amount | UnknownWorth, perUnit: Fraction): Worth {
  if ('n' in value) return known(toMinor(exact(value.n), perUnit));
  return { lo: 0, hi: value.atMost ? toMinor(exact(value.atMost.n), perUnit) : Number.POSITIVE_INFINITY };
}

const known = (minor: number): Worth => ({ lo: minor, hi: minor });

/** Whole smallest parts of an amount, rounded down. */
export function toMinor(n: Fraction, perUnit: Fraction): number {
  const product = multiply(n, perUnit);
  return Math.floor(product.n / product.d);
}

/**
 * Reads `6 contact-hours` or `1.5 hours`; `undefined` for anything else.
 * @example parseAmount('1.5 hours') // { n: { n: 3, d: 2 }, unit: 'hours' }
 */
export function parseAmount(text: unknown): { n: Fraction; unit: string } | undefined {
  if (typeof text !== 'string') return undefined;
  const match = AMOUNT.exec(text);
  if (!match?.[1] || !match[3]) return undefined;
  const places = match[2]?.length ?? 0;
  return { n: fraction(Number(match[1] + (match[2] ?? '')), 10 ** places), unit: match[3] };
}

const AMOUNT = /^(\d{1,9})(?:\.(\d{1,6}))? ([a-z][a-z0-9-]{0,63})$/;

/** How many smallest parts of `unit` an amount is worth, or `undefined` if it cannot be converted to it. */
export function convert(
  amount: { n: Fraction; unit: string },
  unit: CompiledUnit,
  units: ReadonlyMap<string, CompiledUnit>,
): Worth | undefined {
  const from = units.get(amount.unit);
  if (!from) return undefined;
  if (from.base === unit.base) return known(toMinor(amount.n, from.perUnit));
  if (!unit.bands || from.base !== 'minutes') return undefined;
  const minutes = toMinor(amount.n, from.perUnit);
  return unit.bands.find((band) => inBand(minutes, band))?.value ?? known(0);
}

/** Whether a number lies in a band; every end says whether it is included. */
export function inBand(
  n: number,
  band: { readonly atLeast?: number; readonly over?: number; readonly atMost?: number; readonly under?: number },
): boolean {
  return (
    (band.atLeast === undefined || n >= band.atLeast) &&
    (band.over === undefined || n > band.over) &&
    (band.atMost === undefined || n <= band.atMost) &&
    (band.under === undefined || n < band.under)
  );
}

/** Reads a day of the pack. @throws TypeError naming the path if it is none. */
export function requireDay(text: unknown, path: string): number {
  const day = parseDay(text);
  if (day === undefined)
    throw new TypeError(`${path}: expected a day such as 2026-11-22, found ${JSON.stringify(text)}`);
  return day;
}
