import { describe, expect, it } from 'vitest';
import type { DayExpr, NumberExpr, Value, Window } from '../../src/model/value.js';
import { marks, unmarked } from '../../src/page/cite-marks.js';
import { dayWords, onDayWords, windowWords } from '../../src/page/day-words.js';
import { inside } from '../../src/page/names.js';
import { amountWords, boundsWords, lengthWords, numberWords, numeral } from '../../src/page/number-words.js';
import { valueWords } from '../../src/page/value-words.js';
import { sampleNames } from './fixtures.js';

const names = sampleNames();
const applied: DayExpr = { kind: 'named', name: 'applied' };
const years = (n: number, kind: 'before' | 'after', of: DayExpr): DayExpr => ({
  kind,
  length: { n, unit: 'years' },
  of,
});

describe('a day in words', () => {
  const forms: { readonly [K in DayExpr['kind']]: readonly [DayExpr & { readonly kind: K }, string] } = {
    day: [{ kind: 'day', day: '2026-11-22' }, '22 November 2026'],
    named: [{ kind: 'named', name: 'expiry' }, 'expiry'],
    before: [{ kind: 'before', length: { n: 1, unit: 'years' }, of: applied }, '1 year before application'],
    after: [{ kind: 'after', length: { n: 30, unit: 'days' }, of: applied }, '30 days after application'],
    laterOf: [
      { kind: 'laterOf', of: [applied, { kind: 'named', name: 'hired' }] },
      'the later of application and start',
    ],
    earlierOf: [
      { kind: 'earlierOf', of: [applied, { kind: 'named', name: 'hired' }] },
      'the earlier of application and start',
    ],
    firstAfter: [{ kind: 'firstAfter', calendar: 'exam', of: applied }, 'the first exam after application'],
    endOfMonth: [{ kind: 'endOfMonth', of: applied }, 'the end of the month of application'],
    yearly: [{ kind: 'yearly', month: 6, day: 30, of: applied }, 'the first 30 June on or after application'],
    weekday: [
      { kind: 'weekday', weekday: 5, nth: 1, month: 8, of: { kind: 'named', name: 'asOf' } },
      'the first Friday of August on or after the day of the question',
    ],
  };

  it.each(Object.entries(forms))('%s', (_, [expr, words]) => {
    expect(dayWords(expr, names)).toBe(words);
  });

  it('says of the end of a month how far it lies away', () => {
    expect(dayWords({ kind: 'endOfMonth', of: years(5, 'after', applied) }, names)).toBe(
      'the end of the month that lies 5 years after application',
    );
  });

  it('takes its preposition', () => {
    expect(onDayWords(applied, names)).toBe('on the day of application');
    expect(onDayWords({ kind: 'day', day: '2026-11-22' }, names)).toBe('on 22 November 2026');
  });
});

describe('a title inside a sentence', () => {
  it.each([
    ['Application', 'application'],
    ['MLS or higher', 'MLS or higher'],
    ['January 1 of the year', 'January 1 of the year'],
  ])('%s', (title, words) => {
    expect(inside(title)).toBe(words);
  });
});

describe('a period in words', () => {
  it.each<readonly [Window, string | undefined]>([
    [{}, undefined],
    [{ from: years(5, 'before', applied), to: applied }, 'in the 5 years before application'],
    [{ from: applied, to: years(4, 'after', applied) }, 'in the 4 years after application'],
    [{ from: applied }, 'from application on'],
    [{ to: applied }, 'up to application'],
    [{ from: applied, to: { kind: 'named', name: 'expiry' } }, 'from application to expiry'],
    [
      { from: { standing: 'assumed', value: applied, because: 'so' }, to: { kind: 'named', name: 'expiry' } },
      'from application (assumed) to expiry',
    ],
  ])('%j', (window, words) => {
    expect(windowWords(window, names)).toBe(words);
  });
});

describe('a length, an amount, a number in words', () => {
  it.each([
    ['days', 1, '1 day'],
    ['weeks', 2, '2 weeks'],
    ['months', 12, '12 months'],
    ['years', 1, '1 year'],
  ] as const)('%s', (unit, n, words) => {
    expect(lengthWords({ n, unit }, names)).toBe(words);
  });

  it.each([
    [1820, 'hours', '1,820 hours'],
    [0.5, 'credits', '0.5 credits'],
    [1, 'contact-hours', '1 contact hour'],
    [1, 'quarter-credits', '1 quarter credit'],
    [350, 'USD', '$350'],
    [1234567.5, 'hours', '1,234,567.5 hours'],
  ] as const)('%j %s', (n, unit, words) => {
    expect(amountWords(n, unit)).toBe(words);
  });

  const byFact: NumberExpr = {
    kind: 'byFact',
    fact: 'population',
    table: [
      { under: 3000, value: 1 },
      { atLeast: 3000, value: 2 },
    ],
  };
  const byKey: NumberExpr = {
    kind: 'byFact',
    fact: 'diploma',
    table: [
      { is: true, value: 4 },
      { is: false, value: 7 },
    ],
  };
  const steps: NumberExpr = {
    kind: 'steps',
    of: 'population',
    base: 12,
    over: 500000,
    each: 50000,
    add: 1,
    round: 'down',
  };

  it.each<readonly [NumberExpr, string]>([
    [1820, '1,820'],
    [byFact, '1 where “Population” is under 3,000 and 2 where it is at least 3,000'],
    [byKey, '4 where “Diploma” is yes and 7 where it is no'],
    [steps, '12, and 1 more for each 50,000 of “Population” above 500,000 (only full steps count)'],
    [{ ...steps, round: 'up' }, '12, and 1 more for each 50,000 of “Population” above 500,000 (a step begun counts)'],
  ])('%j', (expr, words) => {
    expect(numberWords(expr, names)).toBe(words);
  });

  it('what a fact states, where a number is nothing else', () => {
    const same: NumberExpr = { ...steps, base: 0, over: 0, each: 1, add: 1 };
    expect(numberWords(same, names)).toBe('what “Population” states');
    expect(numberWords({ ...same, add: 2 }, names)).toContain('and 2 more for each 1');
  });

  it('bands name every end', () => {
    expect(boundsWords({ atLeast: 20, under: 45 })).toBe('at least 20 and under 45');
    expect(boundsWords({ over: 20, atMost: 4500 })).toBe('more than 20 and at most 4,500');
  });
});

describe('how well a value is known, in words', () => {
  const cite = [{ source: 'rules', at: 'part 1' }];
  const standings: readonly (readonly [string, Value<number>, string])[] = [
    ['established', 12, '12'],
    ['assumed', { standing: 'assumed', value: 12, because: 'so' }, '12 (assumed)'],
    [
      'disputed',
      {
        standing: 'disputed',
        readings: [
          { value: 16, cite },
          { value: 14, cite },
        ],
      },
      '16 or 14 (the sources disagree)',
    ],
    ['notEstablished', { standing: 'notEstablished', because: 'cut' }, 'a number that no source gives'],
    [
      'notEstablished',
      { standing: 'notEstablished', because: 'cut', atLeast: 12 },
      'a number that no source gives (at least 12)',
    ],
    [
      'notEstablished',
      { standing: 'notEstablished', because: 'cut', atMost: 12 },
      'a number that no source gives (at most 12)',
    ],
    [
      'notEstablished',
      { standing: 'notEstablished', because: 'cut', atLeast: 3, atMost: 12 },
      'a number that no source gives (between 3 and 12)',
    ],
    [
      'dated',
      { standing: 'dated', values: [{ value: 50 }, { from: '2010-01-01', value: 55 }] },
      'at first 50; from 1 January 2010 on: 55',
    ],
  ];

  it.each(standings)('%s: %j', (_, value, words) => {
    expect(unmarked(valueWords(value, numeral, 'number'))).toBe(words);
  });

  it('marks each reading with its own sources', () => {
    const [, , [, value]] = standings as unknown as readonly [unknown, unknown, readonly [string, Value<number>]];
    expect(valueWords(value, numeral, 'number')).toBe(`16${marks(cite)} or 14${marks(cite)} (the sources disagree)`);
  });

  it('has other words for the bounds of a day', () => {
    const day: Value<string> = { standing: 'notEstablished', because: 'cut', atLeast: '2013-01-01' };
    expect(valueWords(day, String, 'day')).toBe('a day that no source gives (not before 2013-01-01)');
  });
});
