import * as z from 'zod';
import type { NumberExpr, Value } from '../model/value.js';
import { numberExpr, standing } from './authored-values.js';
import { anyOf, words } from './faces.js';
import { forms, readAmount } from './phrases.js';
import { isMapping } from './plain-data.js';
import { reader } from './shapes.js';
import { phraseHint } from './suggest.js';

/**
 * A number of a unit of account: an amount in exactly that unit, or a bare number of it.
 * Without a unit every amount is refused, since nothing says what it would count; the empty unit takes bare numbers only, for what lies inside
 * something of which the unit is not known.
 */
export function measure(unit: string | undefined): z.ZodType<Value<NumberExpr>> {
  const leaf = reader<number>(
    (input, { report, run }) => {
      const expected = unit === undefined || unit === '' ? 'an amount with a unit' : `an amount of \`${unit}\``;
      if (input === undefined) return report({ code: 'missing', expected });
      if (typeof input === 'number' && unit !== undefined) return run(z.number().nonnegative(), input);
      const amount = typeof input === 'string' ? readAmount(input) : undefined;
      if (amount === undefined) return report({ code: 'wrongValue', expected, hint: phraseHint(input, forms.amount) });
      if (amount.unit !== unit) return report({ code: 'wrongUnit', expected });
      return amount.n;
    },
    unit === undefined ? amountFace : measureFace,
  );
  return standing(numberExpr(leaf));
}

const amountFace = words(forms.amount);
const measureFace = anyOf(() => [amountFace(), z.number().nonnegative()]);

/**
 * The unit that a total or an experience counts in: the one it names, else that of the first amount in it.
 *
 * `unitWithin({ parts: [{ atLeast: '4 hours' }] })` is `'hours'`.
 */
export function unitWithin(input: unknown): string | undefined {
  if (!isMapping(input)) return undefined;
  if (typeof input.unit === 'string') return input.unit;
  const parts = Array.isArray(input.parts) ? input.parts : [];
  const amounts = [input.atLeast, input.atMost, input.eachAtLeast];
  for (const part of parts) {
    if (isMapping(part)) amounts.push(part.atLeast, part.atMost, isMapping(part.atMostPer) && part.atMostPer.amount);
  }
  for (const amount of amounts) {
    const unit = firstUnit(amount);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** The unit of the first amount in a value, whatever its standing or table. */
function firstUnit(value: unknown): string | undefined {
  if (typeof value === 'string') return readAmount(value)?.unit;
  if (Array.isArray(value)) return firstOf(value);
  if (!isMapping(value)) return undefined;
  const { assume, readings, atLeast, atMost, bands, is, value: inner } = value;
  return firstOf([assume, readings, inner, bands, isMapping(is) ? Object.values(is) : is, atLeast, atMost]);
}

function firstOf(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const unit = firstUnit(value);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
