import * as z from 'zod';
import type { FactTest, FieldTest, SimpleFieldTest } from '../model/rule-tests.js';
import type { Bounds } from '../model/value.js';
import { dayExpr, length, windowOf } from './authored-values.js';
import { anyOf, type Face, once, words } from './faces.js';
import { forms, readRange } from './phrases.js';
import { isMapping } from './plain-data.js';
import { choosing, id, list, oneOrMore, optional, phrase, reader, strict, type Tools, text } from './shapes.js';

type Scalar = string | number | boolean;

/** How an author writes one value's test, whether of a field or of a fact. */
type ValueTest =
  | { readonly test: 'is'; readonly value: Scalar }
  | { readonly test: 'oneOf' | 'noneOf'; readonly values: readonly (string | number)[] }
  | { readonly test: 'number'; readonly band: Bounds };

const scalar: z.ZodType<Scalar> = reader<Scalar>(
  (input, { report, run }) => {
    if (typeof input === 'boolean') return input;
    if (typeof input === 'number') return run(z.number(), input);
    if (typeof input === 'string' && input !== '') return input;
    return report({ code: 'wrongValue', expected: 'a value, a list of values or a mapping with a test' });
  },
  once(() => z.union([z.string().min(1), z.number(), z.boolean()])),
);

const number = z.number();
const textOrNumber = choosing<string | number>(
  (input) => (typeof input === 'number' ? number : text),
  () => [text, number],
);
const values = list(textOrNumber, 1);
const bounds = strict({
  atLeast: optional(number),
  over: optional(number),
  atMost: optional(number),
  under: optional(number),
});

const none = strict({ noneOf: values });
const valueFace = anyOf(() => [scalar, values, none, bounds]);

/** One test of a value: `topic: a`, `topic: [a, b]`, `topic: { noneOf: [a] }`, `minutes: { atLeast: 20 }`. */
function valueTest(input: unknown, { report, run }: Tools): ValueTest | undefined {
  if (Array.isArray(input)) {
    const oneOf = run(values, input);
    return oneOf && { test: 'oneOf', values: oneOf };
  }
  if (!isMapping(input)) {
    const value = run(scalar, input);
    return value === undefined ? undefined : { test: 'is', value };
  }
  if ('noneOf' in input) {
    const noneOf = run(none, input);
    return noneOf && { test: 'noneOf', values: noneOf.noneOf };
  }
  if (Object.keys(input).length === 0) return report({ code: 'empty', expected: 'a mapping with a test' });
  const band = run(bounds, input);
  return band && { test: 'number', band };
}

const range = strict({ range: phrase('a range', forms.range, readRange), except: optional(list(z.string().min(1))) });
const days = strict({
  from: z.string().min(1),
  to: z.string().min(1),
  atLeast: optional(length),
  atMost: optional(length),
});

// Where an entry's own day must lie is no place for a value in a standing: a `where` is the same under every reading.
const within = strict({ within: windowOf(dayExpr) });
const itemDay = z.enum(['completed', 'started']);

/** The tests that stand under one key of a `where`. */
function simpleTest(field: string): z.ZodType<SimpleFieldTest> {
  return reader<SimpleFieldTest>((input, tools) => {
    if (field === 'covers') {
      const set = tools.run(z.string().min(1), input);
      return set === undefined ? undefined : { test: 'covers', set: set === 'this set' ? '*' : set };
    }
    if (field === 'approvedOn') {
      const day = tools.run(itemDay, input);
      return day && { test: 'approvedOn', day };
    }
    if (field === 'assessed') {
      const read = tools.run(assessed, isMapping(input) ? input : { by: input, for: 'this-set' });
      return read && { test: 'assessed', rule: read.by, set: isMapping(input) ? read.for : '*' };
    }
    if (field === 'recognised') {
      const agreements = tools.run(list(id, 1), Array.isArray(input) ? input : [input]);
      return agreements && { test: 'recognised', agreements };
    }
    if (field === 'days') {
      const read = tools.run(days, input);
      return read && { test: 'days', ...read };
    }
    if (isMapping(input) && ('range' in input || 'except' in input)) {
      const read = tools.run(range, input);
      return read && { test: 'range', field, ...read.range, except: read.except ?? [] };
    }
    if (isMapping(input) && 'within' in input) {
      const read = tools.run(within, input);
      return read && { test: 'within', field, ...read.within };
    }
    const read = valueTest(input, tools);
    return read && { ...read, field };
  }, namedFaces.get(field) ?? otherFace);
}

const assessed = strict({ by: id, for: id });
const otherFace = anyOf(() => [scalar, values, none, bounds, range, within]);

const setFace = words('the id of a competency set, or `this set` in a method');
const assessedFace = anyOf(() => [id, assessed]);
const recognisedFace = once(() => oneOrMore(id));
const namedFaces: ReadonlyMap<string, Face> = new Map([
  ['covers', setFace],
  ['approvedOn', () => itemDay],
  ['assessed', assessedFace],
  ['recognised', recognisedFace],
  ['days', () => days],
]);
const simpleKeys = Object.fromEntries([...namedFaces.keys()].map((field) => [field, optional(simpleTest(field))]));
const simpleFace = once(() => z.object(simpleKeys).catchall(simpleTest('')));
const whereFace = once(() =>
  z.object({ any: optional(list(simpleTests, 1)), not: optional(simpleTests), ...simpleKeys }).catchall(simpleTest('')),
);

/** Each key of a mapping, read by itself. */
function eachKey<T>(read: (key: string) => z.ZodType<T>, face: Face): z.ZodType<readonly T[]> {
  return reader<readonly T[]>((input, { report, run }) => {
    if (!isMapping(input)) {
      const problem = {
        code: input === undefined ? 'missing' : 'wrongType',
        expected: 'a mapping with tests',
      } as const;
      return report(problem);
    }
    if (Object.keys(input).length === 0) return report({ code: 'empty', expected: 'a mapping with tests' });
    return Object.entries(input).flatMap(([key, value]) => {
      const test = run(read(key), value, [key]);
      return test === undefined ? [] : [test];
    });
  }, face);
}

const tooNested: z.ZodType<never> = reader<never>(
  (_, { report }) => report({ code: 'wrongValue', expected: 'a test without `any` or `not` inside' }),
  once(() => z.never()),
);

const simpleTests = eachKey<SimpleFieldTest>((key) => {
  if (key !== 'any' && key !== 'not') return simpleTest(key);
  return tooNested;
}, simpleFace);

/** The tests that one item must all pass. */
export const where: z.ZodType<readonly FieldTest[]> = eachKey<FieldTest>((key) => {
  if (key === 'any') return list(simpleTests, 1).transform((of): FieldTest => ({ test: 'any', of }));
  if (key === 'not') return simpleTests.transform((of): FieldTest => ({ test: 'not', of }));
  return simpleTest(key);
}, whereFace);

const factFace = once(() => z.object({ on: optional(dayExpr) }).catchall(valueFace()));
const nestedFactFace = once(() =>
  z
    .object({ on: optional(dayExpr), any: optional(list(facts(false), 1)), not: optional(facts(false)) })
    .catchall(valueFace()),
);

function facts(nests: boolean): z.ZodType<readonly FactTest[]> {
  return reader<readonly FactTest[]>(
    (input, { run }) => {
      if (!isMapping(input))
        return run(
          eachKey(() => z.never(), factFace),
          input,
        );
      const { on: day, ...tests } = input;
      const read = day === undefined ? undefined : run(dayExpr, day, ['on']);
      const dated = read === undefined ? {} : { on: read };
      return run(
        eachKey<FactTest>((key) => {
          if (key === 'any' && nests) return list(facts(false), 1).transform((of): FactTest => ({ test: 'any', of }));
          if (key === 'not' && nests) return facts(false).transform((of): FactTest => ({ test: 'not', of }));
          if (key === 'any' || key === 'not') return tooNested;
          return reader<FactTest>((value, tools) => {
            const test = valueTest(value, tools);
            return test && { ...test, fact: key, ...dated };
          }, valueFace);
        }, factFace),
        tests,
      );
    },
    nests ? nestedFactFace : factFace,
  );
}

/** Tests on facts, as a mapping from fact to value; `on` beside them says on which day they are read. */
export const factTests: z.ZodType<readonly FactTest[]> = facts(true);
