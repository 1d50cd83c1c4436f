import * as z from 'zod';
import type {
  Authority,
  FactDeclaration,
  FieldDeclaration,
  Force,
  Milestone,
  RulePack,
  UnitDeclaration,
  UnknownWorth,
} from '../model/pack.js';
import type { Amount, Band, Citation } from '../model/value.js';
import { listName } from './authored-total.js';
import { band, cite, dayExpr, prose } from './authored-values.js';
import { once } from './faces.js';
import { forms, readAmount } from './phrases.js';
import { isMapping } from './plain-data.js';
import { isDay } from './real-day.js';
import { byId, choosing, exactly, id, list, optional, phrase, reader, strict } from './shapes.js';

/** The address of a page. */
export const href: z.ZodType<string> = phrase('an address', 'an address begins with `https://` or `http://`', (text) =>
  /^https?:\/\/\S+$/.test(text) ? text : undefined,
);

/** The day or month on which a text was read. */
export const seen: z.ZodType<string> = phrase('a day or a month', 'such as `2026-11-22` or `2026-11`', (text) =>
  isDay(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) ? text : undefined,
);

/** A public text. */
export const citation: z.ZodType<Citation> = exactly<Citation>()({
  title: prose,
  href,
  seen,
  era: optional(prose),
  confidence: optional(z.enum(['several', 'single', 'inferred', 'conflict'])),
});

/** The body that decides. */
export const authority: z.ZodType<Authority> = exactly<Authority>()({ id, title: prose, href: optional(href) });

/** The legal force of a pack. */
export const force: z.ZodType<Force> = z.enum(['voluntary', 'mandatory', 'conditionOfAid', 'historical', 'none']);

/** A day in a candidacy. */
export const milestone: z.ZodType<Milestone> = exactly<Milestone>()({
  title: prose,
  asks: prose,
  sameAs: optional(id),
  notBefore: optional(dayExpr),
  notAfter: optional(dayExpr),
  cite: optional(cite),
});

/** A fact that rules ask for. */
export const fact: z.ZodType<FactDeclaration> = exactly<FactDeclaration>()({
  title: prose,
  asks: prose,
  type: z.enum(['boolean', 'number', 'text', 'day']),
  cite: optional(cite),
});

const fieldShape = exactly<FieldDeclaration>()({
  asks: prose,
  type: z.enum(['boolean', 'number', 'text', 'list', 'day']),
});

/** Declared fields, by list. */
export const fields: z.ZodType<NonNullable<RulePack['fields']>> = reader(
  (input, { run }) => {
    const lists = run(z.record(z.string(), z.unknown()), input);
    if (lists === undefined) return undefined;
    for (const key of Object.keys(lists)) run(listName, key, [key]);
    return run(byId(byId(fieldShape)), input);
  },
  once(() => z.partialRecord(listName as z.ZodType<string>, byId(fieldShape))),
);

/** Units by id: `{ parts: 2, splittable: true }`, `{ is: 15 hours }`, or parts with bands of minutes. */
export const units: z.ZodType<Readonly<Record<string, UnitDeclaration>>> = reader(
  (input, { run }) => {
    const names = run(byId(z.unknown()), input);
    if (names === undefined) return undefined;
    const read = Object.entries(names).map(([name, raw]) => [name, run(unit(name), raw, [name])] as const);
    return Object.fromEntries(read.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  },
  once(() => byId(unit(''))),
);

const parts = z.int().positive();
const splittable = optional(z.boolean());

/** A unit with its name. */
export function unit(name: string): z.ZodType<UnitDeclaration> {
  const amount = phrase<Amount>('an amount', forms.amount, readAmount);
  const defined = strict({ is: amount, cite: optional(cite) }).transform(
    ({ is, ...rest }): UnitDeclaration => ({ kind: 'is', amount: is, ...rest }),
  );
  const ownAmount = z
    .number()
    .nonnegative()
    .transform((n): Amount => ({ n, unit: name }));
  const unknown = strict({ notEstablished: prose, atMost: optional(ownAmount), cite: optional(cite) }).transform(
    ({ notEstablished, ...rest }): UnknownWorth => ({ standing: 'notEstablished', because: notEstablished, ...rest }),
  );
  const worth = choosing<Amount | UnknownWorth>(
    (input) => (isMapping(input) ? unknown : ownAmount),
    () => [ownAmount, unknown],
  );
  const minutes: z.ZodType<readonly Band<Amount | UnknownWorth>[]> = list(band(worth), 1);
  const banded = strict({ parts, splittable, minutes, cite: optional(cite) }).transform(
    (rest): UnitDeclaration => ({ kind: 'bands', ...rest }),
  );
  const base = strict({ parts, splittable }).transform((rest): UnitDeclaration => ({ kind: 'base', ...rest }));
  return choosing<UnitDeclaration>(
    (input) => {
      if (isMapping(input) && 'is' in input) return defined;
      return isMapping(input) && ('minutes' in input || 'cite' in input) ? banded : base;
    },
    () => [base, defined, banded],
  );
}
