import { same } from '../base/same.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import type { Bounds } from '../model/value.js';

type Test = FieldTest | FactTest;

/** Whether whatever passes the one tests passes the others too: each of those is one of these, or one of these implies it. */
export function narrower(now: readonly Test[], before: readonly Test[]): boolean {
  return before.every((old) => now.some((test) => implies(test, old)));
}

function implies(now: Test, old: Test): boolean {
  if (same(now, old)) return true;
  if (now.test === 'any' && old.test === 'any') {
    const alternatives: readonly unknown[] = old.of;
    return now.of.every((each) => alternatives.some((other) => same(each, other)));
  }
  if (!same(subject(now), subject(old))) return false;
  if (now.test === 'number' && old.test === 'number') return within(now.band, old.band);
  if (now.test === 'noneOf' && old.test === 'noneOf') return old.values.every((value) => now.values.includes(value));
  const [wanted, allowed] = [valuesOf(now), valuesOf(old)];
  return wanted !== undefined && allowed !== undefined && wanted.every((value) => allowed.includes(value));
}

/** What a test looks at: a field, or a fact on its day; `undefined` for tests that are only ever compared whole. */
function subject(test: Test): unknown {
  if (test.test !== 'is' && test.test !== 'oneOf' && test.test !== 'noneOf' && test.test !== 'number') return test;
  return 'field' in test ? { field: test.field } : { fact: test.fact, on: test.on ?? null };
}

function valuesOf(test: Test): readonly (string | number | boolean)[] | undefined {
  if (test.test === 'is') return [test.value];
  return test.test === 'oneOf' ? test.values : undefined;
}

/** Whether a band of numbers lies in another. */
function within(now: Bounds, old: Bounds): boolean {
  const { atLeast = Number.NEGATIVE_INFINITY, over = Number.NEGATIVE_INFINITY } = now;
  const { atMost = Number.POSITIVE_INFINITY, under = Number.POSITIVE_INFINITY } = now;
  const [lo, hi] = [Math.max(atLeast, over), Math.min(atMost, under)];
  return (
    (old.atLeast === undefined || lo >= old.atLeast) &&
    (old.over === undefined || lo > old.over || over >= old.over) &&
    (old.atMost === undefined || hi <= old.atMost) &&
    (old.under === undefined || hi < old.under || under <= old.under)
  );
}
