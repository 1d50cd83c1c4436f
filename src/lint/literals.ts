import type { FactTest, FieldTest, SimpleFieldTest } from '../model/rule-tests.js';

/** A test that must pass, or must fail. */
export interface Literal {
  readonly test: SimpleFieldTest;
  readonly holds: boolean;
}

/** Literals that hold together. */
export type Conjunction = readonly Literal[];

/** More ways than any readable rule has; beyond them nothing is claimed. */
const MOST_WAYS = 512;

/** The ways to pass all of some tests, each a conjunction without `any` and `not`; `undefined` where there are too many. */
export function waysToPass(where: readonly FieldTest[]): readonly Conjunction[] | undefined {
  return together(where.map((test) => waysOf(test, true)));
}

/** The ways to fail at least one of some tests. */
export function waysToFail(where: readonly FieldTest[]): readonly Conjunction[] | undefined {
  return either(where.map((test) => waysOf(test, false)));
}

/** What holds in one way of each. */
export function together(all: readonly (readonly Conjunction[] | undefined)[]): readonly Conjunction[] | undefined {
  let ways: readonly Conjunction[] = [[]];
  for (const each of all) {
    if (each === undefined || ways.length * each.length > MOST_WAYS) return undefined;
    ways = ways.flatMap((way) => each.map((other) => [...way, ...other]));
  }
  return ways;
}

function either(all: readonly (readonly Conjunction[] | undefined)[]): readonly Conjunction[] | undefined {
  const ways: Conjunction[] = [];
  for (const each of all) {
    if (each === undefined) return undefined;
    ways.push(...each);
  }
  return ways;
}

function waysOf(test: FieldTest, holds: boolean): readonly Conjunction[] | undefined {
  switch (test.test) {
    case 'any':
      return holds ? either(test.of.map(waysToPass)) : together(test.of.map(waysToFail));
    case 'not':
      return holds ? waysToFail(test.of) : waysToPass(test.of);
    case 'is':
    case 'oneOf':
    case 'noneOf':
    case 'number':
    case 'range':
    case 'covers':
    case 'approvedOn':
    case 'assessed':
    case 'recognised':
    case 'days':
    case 'within':
      return [[{ test, holds }]];
  }
}

/** Tests on facts as tests on fields; a fact read on another day is another field: `population`, `population {"kind":"named",…}`. */
export const asFieldTests = (tests: readonly FactTest[]): readonly FieldTest[] => tests.map(asFieldTest);

function asFieldTest(test: FactTest): FieldTest {
  switch (test.test) {
    case 'any':
      return { test: 'any', of: test.of.map((each) => each.map(asFieldTest) as readonly SimpleFieldTest[]) };
    case 'not':
      return { test: 'not', of: test.of.map(asFieldTest) as readonly SimpleFieldTest[] };
    case 'is':
      return { test: 'is', field: nameOf(test), value: test.value };
    case 'oneOf':
    case 'noneOf':
      return { test: test.test, field: nameOf(test), values: test.values };
    case 'number':
      return { test: 'number', field: nameOf(test), band: test.band };
  }
}

const nameOf = ({ fact, on }: Exclude<FactTest, { test: 'any' | 'not' }>) =>
  on === undefined ? fact : `${fact} ${JSON.stringify(on)}`;
