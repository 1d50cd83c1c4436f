import * as z from 'zod';
import type {
  AmountEach,
  AmountWindow,
  LeastOf,
  MoneyExpr,
  MoneyTerm,
  NamedAmount,
  Remainder,
  StatedAmount,
} from '../model/amount.js';
import type { Applications, Designation } from '../model/pack.js';
import type { FieldTest } from '../model/rule-tests.js';
import type { NotEstablished } from '../model/value.js';
import { listName } from './authored-total.js';
import { cite, dayExpr, numberExpr, prose, standing } from './authored-values.js';
import { factTests, where } from './authored-where.js';
import { once, words } from './faces.js';
import { currency, moneyForm, readMoney, wholePercent } from './money.js';
import { isMapping } from './plain-data.js';
import { byId, choosing, day, exactly, id, list, optional, reader, strict } from './shapes.js';

const moneyFace = words(moneyForm);

/** Money of one currency: `350 USD`; a bare number is refused, since nothing says of what. */
function moneyOf(unit: string | undefined): z.ZodType<number> {
  const expected = unit === undefined ? 'money' : `money in \`${unit}\``;
  return reader<number>((input, { report }) => {
    if (input === undefined) return report({ code: 'missing', expected });
    const read = typeof input === 'string' ? readMoney(input) : undefined;
    if (read === undefined) return report({ code: 'wrongValue', expected, hint: moneyForm });
    return read.unit === unit ? read.n : report({ code: 'wrongUnit', expected });
  }, moneyFace);
}

/**
 * Money, by a fact, in steps, or the least of several, of which some may hang on facts:
 * `leastOf: [200 USD, { fact: tuition, percent: 75 }, { ceiling: 900 USD, less: paid }]`.
 */
export function money(unit: string | undefined): z.ZodType<MoneyExpr> {
  const number = numberExpr(moneyOf(unit));
  const stated = strict({ fact: id, percent: optional(wholePercent) }).transform(
    (read): StatedAmount => ({ kind: 'stated', ...read }),
  );
  const remainder = strict({ ceiling: number, less: id }).transform(
    ({ ceiling, less }): Remainder => ({ kind: 'remainder', ceiling, fact: less }),
  );
  const term = choosing<MoneyTerm>(
    (input) => {
      if (!isMapping(input)) return number;
      return 'fact' in input ? stated : 'ceiling' in input || 'less' in input ? remainder : number;
    },
    () => [number, stated, remainder],
  );
  const least = strict({ leastOf: list(term, 2) }).transform(
    (read): LeastOf => ({ kind: 'leastOf', of: read.leastOf }),
  );
  return choosing<MoneyExpr>(
    (input) => (isMapping(input) && 'leastOf' in input ? least : number),
    () => [number, least],
  );
}

const each: z.ZodType<AmountEach> = strict({
  from: listName,
  where: optional(where),
  on: id,
}).transform(({ where: tests, ...rest }): AmountEach => ({ where: (tests ?? []) as readonly FieldTest[], ...rest }));

const ends = exactly<AmountWindow>()({ from: optional(standing(day)), to: optional(standing(day)) });

/** When one could apply. */
export const open: z.ZodType<AmountWindow> = reader<AmountWindow>(
  (input, { report, run }) => {
    const read = run(ends, input);
    if (read === undefined || Object.keys(read).length > 0) return read;
    return report({ code: 'empty', expected: 'the first or last day, `from` or `to`' });
  },
  () => ends,
);

/** A fee or an award; its currency is the one that it names, or that of the first money in it. */
export const amount: z.ZodType<NamedAmount> = reader<NamedAmount>(
  (input, { report, run }) => {
    const unit = isMapping(input) ? (input.unit ?? currencyIn(input.amount)) : undefined;
    if (isMapping(input) && unit === undefined && isMapping(input.amount) && 'notEstablished' in input.amount)
      return report({ code: 'missing', expected: 'the currency in which it would be', path: ['unit'] });
    const known = typeof unit === 'string' ? unit : undefined;
    const read = run(amountIn(known), input);
    return read && known !== undefined ? { ...read, unit: known } : undefined;
  },
  once(() => amountIn(undefined)),
);

/** The keys of a fee or an award in a currency. */
function amountIn(known: string | undefined) {
  return exactly<Omit<NamedAmount, 'unit'> & { readonly unit?: string }>()({
    title: prose,
    kind: z.enum(['fee', 'award']),
    unit: optional(currency),
    amount: standing(money(known)),
    on: optional(dayExpr),
    each: optional(each),
    appliesWhen: optional(factTests),
    open: optional(open),
    towards: optional(id),
    oneOf: optional(id),
    places: optional(standing(z.int().nonnegative())),
    conditions: optional(list(prose, 1)),
    cite,
  });
}

/** The currency of the first money in a value, whatever its standing or table. */
export function currencyIn(value: unknown): string | undefined {
  if (typeof value === 'string') return readMoney(value)?.unit;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const unit = currencyIn(inner);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Fees and awards by id. */
export const amounts: z.ZodType<Readonly<Record<string, NamedAmount>>> = byId(amount);

/** What a holder may be called. */
export const designation: z.ZodType<Designation> = exactly<Designation>()({
  title: prose,
  short: optional(prose),
  cite,
});

const yesOrNo = z.boolean();
const notKnown = strict({ notEstablished: prose, cite: optional(cite) }).transform(
  ({ notEstablished, ...rest }): NotEstablished<boolean> => ({
    standing: 'notEstablished',
    because: notEstablished,
    ...rest,
  }),
);

/** Whether the programme takes applications. */
export const applications: z.ZodType<Applications> = exactly<Applications>()({
  open: choosing<Applications['open']>(
    (input) => (isMapping(input) ? notKnown : yesOrNo),
    () => [yesOrNo, notKnown],
  ),
  says: prose,
  cite,
});
