import * as z from 'zod';
import type { FactTest, FieldTest, SimpleFieldTest } from '../model/rule-tests.js';
import { bounds, dayExpr, length, scalar, tagged } from './canonical-values.js';
import { choosing, exactly, id, later, list, optional, text } from './shapes.js';

type FieldOf<K extends FieldTest['test']> = Extract<FieldTest, { readonly test: K }>;
type FactOf<K extends FactTest['test']> = Extract<FactTest, { readonly test: K }>;

const number = z.number();
const values = list(
  choosing<string | number>(
    (input) => (typeof input === 'number' ? number : text),
    () => [number, text],
  ),
  1,
);
const any = z.literal('*');
const setOrAny = choosing<string>(
  (input) => (input === '*' ? any : id),
  () => [any, id],
);
const whole = z.int().nonnegative();

const fieldList = exactly<FieldOf<'oneOf' | 'noneOf'>>()({ test: z.enum(['oneOf', 'noneOf']), field: text, values });

const simple = {
  is: exactly<FieldOf<'is'>>()({ test: z.literal('is'), field: text, value: scalar }),
  oneOf: fieldList,
  noneOf: fieldList,
  number: exactly<FieldOf<'number'>>()({ test: z.literal('number'), field: text, band: bounds }),
  range: exactly<FieldOf<'range'>>()({
    test: z.literal('range'),
    field: text,
    prefix: text,
    from: whole,
    to: whole,
    except: list(text),
  }),
  covers: exactly<FieldOf<'covers'>>()({
    test: z.literal('covers'),
    set: setOrAny,
  }),
  assessed: exactly<FieldOf<'assessed'>>()({
    test: z.literal('assessed'),
    rule: id,
    set: optional(setOrAny),
  }),
  recognised: exactly<FieldOf<'recognised'>>()({ test: z.literal('recognised'), agreements: list(id, 1) }),
  approvedOn: exactly<FieldOf<'approvedOn'>>()({
    test: z.literal('approvedOn'),
    day: z.enum(['completed', 'started']),
  }),
  days: exactly<FieldOf<'days'>>()({
    test: z.literal('days'),
    from: text,
    to: text,
    atLeast: optional(length),
    atMost: optional(length),
  }),
  within: exactly<FieldOf<'within'>>()({
    test: z.literal('within'),
    field: text,
    from: optional(dayExpr),
    to: optional(dayExpr),
  }),
};

const simpleTests = list(tagged<SimpleFieldTest, 'test'>('test', simple), 1);

/** The tests that one item must all pass. */
export const where: z.ZodType<readonly FieldTest[]> = list(
  tagged<FieldTest, 'test'>('test', {
    ...simple,
    any: exactly<FieldOf<'any'>>()({ test: z.literal('any'), of: list(simpleTests, 1) }),
    not: exactly<FieldOf<'not'>>()({ test: z.literal('not'), of: simpleTests }),
  }),
);

const on = optional(dayExpr);
const factList = exactly<FactOf<'oneOf' | 'noneOf'>>()({ test: z.enum(['oneOf', 'noneOf']), fact: id, values, on });

/** The tests that facts must all pass. */
export const factTests: z.ZodType<readonly FactTest[]> = later(() => factTestList);

const factTestList = list(
  tagged<FactTest, 'test'>('test', {
    is: exactly<FactOf<'is'>>()({ test: z.literal('is'), fact: id, value: scalar, on }),
    oneOf: factList,
    noneOf: factList,
    number: exactly<FactOf<'number'>>()({ test: z.literal('number'), fact: id, band: bounds, on }),
    any: exactly<FactOf<'any'>>()({ test: z.literal('any'), of: list(factTests, 1) }),
    not: exactly<FactOf<'not'>>()({ test: z.literal('not'), of: factTests }),
  }),
  1,
);
