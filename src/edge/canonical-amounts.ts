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
import type { NotEstablished } from '../model/value.js';
import { listName } from './authored-total.js';
import { factTests, where } from './canonical-tests.js';
import { cites, dayExpr, numberExpr, standingOf } from './canonical-values.js';
import { currency, wholePercent } from './money.js';
import { isMapping } from './plain-data.js';
import { byId, choosing, day, exactly, id, list, optional, text } from './shapes.js';

const stated = exactly<StatedAmount>()({ kind: z.literal('stated'), fact: id, percent: optional(wholePercent) });
const remainder = exactly<Remainder>()({ kind: z.literal('remainder'), ceiling: numberExpr, fact: id });

const term = choosing<MoneyTerm>(
  (input) => {
    if (!isMapping(input)) return numberExpr;
    return input.kind === 'stated' ? stated : input.kind === 'remainder' ? remainder : numberExpr;
  },
  () => [stated, remainder, numberExpr],
);

const leastOf = exactly<LeastOf>()({ kind: z.literal('leastOf'), of: list(term, 2) });

/** How much. */
export const money: z.ZodType<MoneyExpr> = choosing<MoneyExpr>(
  (input) => (isMapping(input) && input.kind === 'leastOf' ? leastOf : numberExpr),
  () => [leastOf, numberExpr],
);

/** A fee or an award. */
export const amount: z.ZodType<NamedAmount> = exactly<NamedAmount>()({
  title: text,
  kind: z.enum(['fee', 'award']),
  unit: currency,
  amount: standingOf(money),
  on: optional(dayExpr),
  each: optional(exactly<AmountEach>()({ from: listName, where, on: id })),
  appliesWhen: optional(factTests),
  open: optional(exactly<AmountWindow>()({ from: optional(standingOf(day)), to: optional(standingOf(day)) })),
  towards: optional(id),
  oneOf: optional(id),
  places: optional(standingOf(z.int().nonnegative())),
  conditions: optional(list(text, 1)),
  cite: cites,
});

/** Fees and awards by id. */
export const canonicalAmounts: z.ZodType<Readonly<Record<string, NamedAmount>>> = byId(amount);

/** What a holder may be called. */
export const canonicalDesignation: z.ZodType<Designation> = exactly<Designation>()({
  title: text,
  short: optional(text),
  cite: cites,
});

const yesOrNo = z.boolean();
const notKnown = exactly<Omit<NotEstablished<boolean>, 'atLeast' | 'atMost'>>()({
  standing: z.literal('notEstablished'),
  because: text,
  cite: optional(cites),
});

/** Whether the programme takes applications. */
export const canonicalApplications: z.ZodType<Applications> = exactly<Applications>()({
  open: choosing<Applications['open']>(
    (input) => (isMapping(input) ? notKnown : yesOrNo),
    () => [notKnown, yesOrNo],
  ),
  says: text,
  cite: cites,
});
