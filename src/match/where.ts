import { addLength, type DayNumber, NO_LATEST, parseDay } from '../base/calendar.js';
import { ONE } from '../base/fraction.js';
import type { CompiledRuleset, Offer } from '../compile/ruleset.js';
import { inBand } from '../compile/units.js';
import type { FieldTest, FieldValue, SimpleFieldTest } from '../model/rule-tests.js';
import type { DayExpr, Length } from '../model/value.js';
import { approvedOn } from './approval.js';
import { assessed } from './assessed.js';
import { type Context, resolveDay, resolveNumber } from './context.js';
import { fieldOf, type Item } from './read.js';
import { recognised } from './recognised.js';
import { statedField } from './stated.js';
import { every, NO, not, some, type Tested, type Truth, YES } from './truth.js';
import { inWindow } from './window.js';

/** All tests of a `where`. A certain failure of kind (another topic, another set) is told before one of approval. */
export function testWhere(where: readonly FieldTest[], item: Item, c: Context): Tested {
  const asks: string[] = [];
  let unknown = false;
  let failed: Tested | undefined;
  let bundles: readonly Offer[] | undefined;
  for (const test of where) {
    const tested: Tested =
      test.test === 'any'
        ? some(test.of.map((all) => testAll(all, item, c)))
        : test.test === 'not'
          ? not(testAll(test.of, item, c))
          : testOne(test, item, c);
    if (tested.truth === 'no') {
      if (tested.refusal === undefined) return tested;
      failed ??= tested;
    }
    if (tested.truth === 'unknown') {
      unknown = true;
      asks.push(...tested.asks);
    }
    bundles ??= tested.bundles;
  }
  if (failed) return failed;
  return { truth: unknown ? 'unknown' : 'yes', asks, ...(bundles && { bundles }) };
}

/**
 * The day on which an item is tested. What is in progress or planned without a day may end on any day from `asOf` on: the first
 * that a window allows. `undefined` for an item that has no day and whose day nothing tells.
 */
export function dayForTests(item: Item, earliest: DayNumber, asOf: DayNumber): DayNumber | undefined {
  if (item.day !== undefined) return item.day;
  return item.tier === 'earned' ? undefined : Math.max(asOf, Math.min(earliest, NO_LATEST));
}

function testAll(tests: readonly SimpleFieldTest[], item: Item, c: Context): Truth {
  return every(tests.map((test) => testOne(test, item, c)));
}

function testOne(test: SimpleFieldTest, item: Item, c: Context): Tested {
  if (test.test === 'covers') return coversSet(test.set, item, c);
  if (test.test === 'approvedOn') return approvedOn(test.day, item, c);
  if (test.test === 'days') return between(test, item, c);
  if (test.test === 'within') return dayWithin(test, item, c);
  if (test.test === 'assessed') return assessed(test.rule, test.set, item, c);
  if (test.test === 'recognised') return recognised(test.agreements, item, c);
  const value = statedField(item, test.field, c.ruleset);
  if (value === undefined) return { truth: 'unknown', asks: [`field:${item.id}.${test.field}`] };
  return passes(test, value) ? YES : NO;
}

function passes(
  test: Exclude<SimpleFieldTest, { test: 'covers' | 'approvedOn' | 'days' | 'within' | 'assessed' | 'recognised' }>,
  value: FieldValue,
): boolean {
  const values: readonly (string | number | boolean)[] = typeof value === 'object' ? value : [value];
  switch (test.test) {
    case 'is':
      return values.includes(test.value);
    case 'oneOf':
      return test.values.some((v) => values.includes(v));
    case 'noneOf':
      return !test.values.some((v) => values.includes(v));
    case 'number':
      return values.some((v) => typeof v === 'number' && inBand(v, test.band));
    case 'range':
      return values.some((v) => typeof v === 'string' && inCodeRange(v, test));
  }
}

function inCodeRange(
  code: string,
  range: { readonly prefix: string; readonly from: number; readonly to: number; readonly except: readonly string[] },
): boolean {
  if (range.except.includes(code) || !code.startsWith(`${range.prefix} `)) return false;
  const digits = code.slice(range.prefix.length + 1);
  const n = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  return n >= range.from && n <= range.to;
}

/**
 * What the completion's own document says wins over the catalogue; a course that no complete catalogue lists is open, and so is what is
 * not a course and does not say what it covers.
 */
function coversSet(set: string, item: Item, c: Context): Tested {
  const stated = fieldOf(item, 'covers');
  if (Array.isArray(stated))
    return stated.some((name) => name === set || c.ruleset.setNames.get(name) === set) ? YES : NO;
  const course = fieldOf(item, 'course');
  const listed = typeof course === 'string' ? c.ruleset.courses.get(course) : undefined;
  if (!listed) {
    return c.ruleset.pack.catalogue?.complete && course !== undefined
      ? { ...NO, refusal: 'courseNotListed' }
      : { truth: 'unknown', asks: [`field:${item.id}.covers`] };
  }
  if (listed.covers.includes(set)) return YES;
  const bundles = listed.bundles.filter((bundle) => bundle.covers.includes(set));
  return bundles.length > 0 ? { ...YES, bundles } : NO;
}

/** The sets that an item may cover, alone or with others; `undefined` where it may be any. */
export function setsOf(item: Item, { courses, setNames }: CompiledRuleset): readonly string[] | undefined {
  const stated = fieldOf(item, 'covers');
  if (Array.isArray(stated)) {
    const sets: string[] = [];
    for (const name of stated) sets.push(name, setNames.get(name) ?? name);
    return sets;
  }
  const course = fieldOf(item, 'course');
  return typeof course === 'string' ? courses.get(course)?.mayCover : undefined;
}

function between(
  test: { readonly from: string; readonly to: string; readonly atLeast?: Length; readonly atMost?: Length },
  item: Item,
  c: Context,
): Truth {
  const from = parseDay(fieldOf(item, test.from));
  const to = parseDay(fieldOf(item, test.to));
  if (from === undefined || to === undefined)
    return { truth: 'unknown', asks: [`field:${item.id}.${from === undefined ? test.from : test.to}`] };
  const after = (length: Length) => {
    const n = resolveNumber(length.n, c, ONE);
    return { lo: addLength(from, n.lo, length.unit), hi: addLength(from, n.hi, length.unit), asks: n.asks };
  };
  const least = test.atLeast && after(test.atLeast);
  const most = test.atMost && after(test.atMost);
  if ((least && to < least.lo) || (most && to > most.hi)) return NO;
  if ((least && to < least.hi) || (most && to > most.lo))
    return { truth: 'unknown', asks: [...(least?.asks ?? []), ...(most?.asks ?? [])] };
  return YES;
}

function dayWithin(
  { field, from, to }: { readonly field: string; readonly from?: DayExpr; readonly to?: DayExpr },
  item: Item,
  c: Context,
): Truth {
  const day = parseDay(fieldOf(item, field));
  if (day === undefined) return { truth: 'unknown', asks: [`field:${item.id}.${field}`] };
  return inWindow(day, { ...(from && { from: resolveDay(from, c) }), ...(to && { to: resolveDay(to, c) }) });
}
