import * as z from 'zod';
import type { Amount } from '../model/value.js';
import { phrase } from './shapes.js';

/**
 * Reads money. `readMoney('12.50 USD')` is `{ n: 12.5, unit: 'USD' }`; any other form gives `undefined`, also more than two
 * decimals, because currencies are counted in hundredths.
 */
export function readMoney(text: string): Amount | undefined {
  const [, number, unit] = /^((?:0|[1-9]\d{0,8})(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(text) ?? [];
  return number === undefined || unit === undefined ? undefined : { n: Number(number), unit };
}

/** How money is written; an issue with it says so. */
export const moneyForm = 'money is a number with at most two decimals and a currency, such as `350 USD`';

/** A currency. */
export const currency: z.ZodType<string> = phrase('a currency', 'three capitals, such as `USD`', (text) =>
  /^[A-Z]{3}$/.test(text) ? text : undefined,
);

/** A share in whole percent. */
export const wholePercent: z.ZodType<number> = z.int().min(1).max(100);
