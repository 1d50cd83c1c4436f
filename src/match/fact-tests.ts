import { inBand } from '../compile/units.js';
import type { FactTest } from '../model/rule-tests.js';
import { type Context, readFact, resolveDay } from './context.js';
import { every, NO, not, some, type Truth, YES } from './truth.js';

/** Tests of stated facts. */

/** Whether all tests on facts pass: `no` as soon as one certainly fails. */
export function testFacts(tests: readonly FactTest[], c: Context): Truth {
  return every(tests.map((test) => testFact(test, c)));
}

function testFact(test: FactTest, c: Context): Truth {
  if (test.test === 'any') return some(test.of.map((all) => testFacts(all, c)));
  if (test.test === 'not') return not(testFacts(test.of, c));
  const { value, asks } = readFact(test.fact, c, test.on ? resolveDay(test.on, c) : c.stageDay);
  if (value === undefined) return { truth: 'unknown', asks };
  switch (test.test) {
    case 'is':
      return value === test.value ? YES : NO;
    case 'oneOf':
      return test.values.includes(value as string | number) ? YES : NO;
    case 'noneOf':
      return test.values.includes(value as string | number) ? NO : YES;
    case 'number':
      return typeof value === 'number' && inBand(value, test.band) ? YES : NO;
  }
}
