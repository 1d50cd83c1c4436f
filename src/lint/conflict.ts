import { inBand } from '../compile/units.js';
import type { SimpleFieldTest } from '../model/rule-tests.js';
import type { Bounds } from '../model/value.js';
import type { KindOf, ValueKind } from './field-kind.js';
import type { Conjunction, Literal } from './literals.js';

type Scalar = string | number | boolean;
type ValueTest = Extract<SimpleFieldTest, { readonly test: 'is' | 'oneOf' | 'noneOf' | 'number' | 'range' }>;

/**
 * Whether no item can make all these literals hold, by what the pack declares of its fields. `false` claims nothing: only what is
 * certain is a conflict.
 */
export function conflicts(literals: Conjunction, kindOf: KindOf): boolean {
  const fields = new Map<string, { readonly test: ValueTest; readonly holds: boolean }[]>();
  for (const { test, holds } of literals) {
    if (isValueTest(test)) fields.set(test.field, [...(fields.get(test.field) ?? []), { test, holds }]);
    else if (holds && test.test === 'days' && isNoLength(test)) return true;
  }
  return contradicted(literals) || [...fields].some(([field, tests]) => noValue(tests, kindOf(field)));
}

/**
 * The values that a field may have where all these literals hold, if they leave but finitely many; `undefined` where they do not, or where
 * the field holds a list, which may have others besides.
 */
export function valuesLeft(literals: Conjunction, field: string, kindOf: KindOf): readonly Scalar[] | undefined {
  const kind = kindOf(field);
  const tests = literals.flatMap(({ test, holds }) =>
    isValueTest(test) && test.field === field ? [{ test, holds }] : [],
  );
  return kind === 'list' ? undefined : finite(tests, kind);
}

/** A test and its opposite. */
function contradicted(literals: Conjunction): boolean {
  const said = (holds: boolean) =>
    new Set(literals.filter((l) => l.holds === holds).map((l) => JSON.stringify(l.test)));
  const failing = said(false);
  return [...said(true)].some((test) => failing.has(test));
}

const isValueTest = (test: SimpleFieldTest): test is ValueTest => 'field' in test && test.test !== 'within';

function isNoLength({ from, to, atLeast, atMost }: Extract<SimpleFieldTest, { test: 'days' }>): boolean {
  const [least, most] = [atLeast?.n, atMost?.n];
  if (typeof least !== 'number') return false;
  if (from === to && least > 0) return true;
  return typeof most === 'number' && atLeast?.unit === atMost?.unit && least > most;
}

type FieldLiteral = Literal & { readonly test: ValueTest };

function noValue(tests: readonly FieldLiteral[], kind: ValueKind | undefined): boolean {
  if (kind === 'list') return noList(tests);
  const left = finite(tests, kind);
  return left === undefined ? noOpenValue(tests, kind) : left.length === 0;
}

/** Each test asks for a value of its own, and none may be one that must not be there. */
function noList(tests: readonly FieldLiteral[]): boolean {
  const banned = new Set(tests.flatMap((literal) => namedValues(literal, false)));
  return tests.some(({ test, holds }) => {
    if (holds && test.test === 'number') return true;
    const wanted = namedValues({ test, holds }, true);
    return isNaming({ test, holds }) && wanted.every((value) => typeof value !== 'string' || banned.has(value));
  });
}

/** The values among which one must be (`wanted`), or none may be. */
function namedValues({ test, holds }: FieldLiteral, wanted: boolean): readonly Scalar[] {
  if (test.test === 'is') return holds === wanted ? [test.value] : [];
  if (test.test === 'oneOf') return holds === wanted ? test.values : [];
  return test.test === 'noneOf' && holds !== wanted ? test.values : [];
}

const isNaming = ({ test, holds }: FieldLiteral) =>
  holds ? test.test === 'is' || test.test === 'oneOf' : test.test === 'noneOf';

/** The values of a field that some tests leave, if they are finitely many. */
function finite(tests: readonly FieldLiteral[], kind: ValueKind | undefined): readonly Scalar[] | undefined {
  const naming = tests.filter(isNaming).map((literal) => namedValues(literal, true));
  const [first, ...others] = kind === 'boolean' ? [[true, false], ...naming] : naming;
  if (first === undefined) return undefined;
  const left = first.filter((value) => others.every((values) => values.includes(value)) && isOf(value, kind));
  return [...new Set(left)].filter((value) => tests.every(({ test, holds }) => passes(test, value) === holds));
}

const isOf = (value: Scalar, kind: ValueKind | undefined) =>
  kind === undefined || typeof value === (kind === 'text' || kind === 'list' ? 'string' : kind);

function passes(test: ValueTest, value: Scalar): boolean {
  switch (test.test) {
    case 'is':
      return test.value === value;
    case 'oneOf':
      return test.values.some((each) => each === value);
    case 'noneOf':
      return !test.values.some((each) => each === value);
    case 'number':
      return typeof value === 'number' && inBand(value, test.band);
    case 'range':
      return typeof value === 'string' && inRange(value, test);
  }
}

type Range = Extract<SimpleFieldTest, { test: 'range' }>;

function inRange(code: string, { prefix, from, to, except }: Range): boolean {
  if (except.includes(code) || !code.startsWith(`${prefix} `)) return false;
  const digits = code.slice(prefix.length + 1);
  return /^\d{1,9}$/.test(digits) && Number(digits) >= from && Number(digits) <= to;
}

/** Whether bands, or ranges of codes, leave no value of a field that no test names. */
function noOpenValue(tests: readonly FieldLiteral[], kind: ValueKind | undefined): boolean {
  const held = tests.flatMap(({ test, holds }) => (holds ? [test] : []));
  const bands = held.flatMap((test) => (test.test === 'number' ? [test.band] : []));
  const ranges = held.flatMap((test) => (test.test === 'range' ? [test] : []));
  if (bands.length > 0 && (ranges.length > 0 || (kind !== undefined && kind !== 'number'))) return true;
  if (ranges.length > 0 && kind !== undefined && kind !== 'text') return true;
  return isEmptyBand(bands) || ranges.some((range) => ranges.some((other) => apart(range, other)));
}

function isEmptyBand(bands: readonly Bounds[]): boolean {
  const low = Math.max(...bands.flatMap(({ atLeast, over }) => [atLeast ?? -Infinity, over ?? -Infinity]));
  const high = Math.min(...bands.flatMap(({ atMost, under }) => [atMost ?? Infinity, under ?? Infinity]));
  const isOpen = bands.some(({ over, under }) => over === low || under === high);
  return low > high || (low === high && isOpen);
}

const apart = (a: Range, b: Range) => a.prefix !== b.prefix || a.from > b.to;
