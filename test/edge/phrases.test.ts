import { describe, expect, it } from 'vitest';
import { readAmount, readDay, readLength, readRange, readWindow } from '../../src/edge/phrases.js';
import { isDay } from '../../src/edge/real-day.js';

const named = (name: string) => ({ kind: 'named', name });
const later = (n: number, unit: string, of: unknown) => ({ kind: 'after', length: { n, unit }, of });

describe('a phrase for a day', () => {
  it.each([
    ['2026-11-22', { kind: 'day', day: '2026-11-22' }],
    ['2024-02-29', { kind: 'day', day: '2024-02-29' }],
    ['enrolled', named('enrolled')],
    ['asOf', named('asOf')],
    ['exam-passed', named('exam-passed')],
    ['4 years after enrolled', later(4, 'years', named('enrolled'))],
    ['1 year after enrolled', later(1, 'years', named('enrolled'))],
    ['0 days after enrolled', later(0, 'days', named('enrolled'))],
    [
      '5 years before 2026-01-31',
      { kind: 'before', length: { n: 5, unit: 'years' }, of: { kind: 'day', day: '2026-01-31' } },
    ],
    ['1 month after 2 weeks after hired', later(1, 'months', later(2, 'weeks', named('hired')))],
    [
      'later of 6 months after hired and first exam after hired',
      {
        kind: 'laterOf',
        of: [later(6, 'months', named('hired')), { kind: 'firstAfter', calendar: 'exam', of: named('hired') }],
      },
    ],
    ['earlier of hired and applied', { kind: 'earlierOf', of: [named('hired'), named('applied')] }],
    [
      'earlier of later of a and b and c',
      { kind: 'earlierOf', of: [{ kind: 'laterOf', of: [named('a'), named('b')] }, named('c')] },
    ],
    ['first exam after hired', { kind: 'firstAfter', calendar: 'exam', of: named('hired') }],
    ['end of month of 5 years after approved', { kind: 'endOfMonth', of: later(5, 'years', named('approved')) }],
    ['first June 30 on or after issued', { kind: 'yearly', month: 6, day: 30, of: named('issued') }],
    ['first Friday of August on or after asOf', { kind: 'weekday', weekday: 5, nth: 1, month: 8, of: named('asOf') }],
    ['third Monday of May on or after asOf', { kind: 'weekday', weekday: 1, nth: 3, month: 5, of: named('asOf') }],
  ])('%s', (text, day) => expect(readDay(text)).toEqual(day));

  it.each([
    ...['2026-02-29', '2026-13-01', '2026-1-1', '22.11.2026', '', ' ', 'two words', '4 yeers after enrolled'],
    ...[
      '4 years',
      '4 years since enrolled',
      'four years after enrolled',
      '-4 years after enrolled',
      '1.5 years after x',
    ],
    ...[
      '2 year after enrolled',
      '4  years after enrolled',
      '4 years after enrolled ',
      '4 years after',
      'after enrolled',
    ],
    ...[
      'later of hired',
      'later of hired or applied',
      'later of hired and',
      'later',
      'end of month',
      'first after hired',
    ],
    ...['second exam after hired', 'first June 31 on or after issued', 'first February 29 on or after issued'],
    ...['first June 30 after issued', 'second June 30 on or after x', 'first friday of August on or after asOf'],
    ...['fifth Friday of August on or after asOf', 'first Friday of Augst on or after asOf', 'hired and applied'],
    '99999999999999999999 years after hired',
  ])('refuses %j', (text) => expect(readDay(text)).toBeUndefined());

  it('takes time in the length of the text only', () => {
    expect(readDay('later of '.repeat(100_000))).toBeUndefined();
  });
});

describe('a length', () => {
  it.each([
    ['30 days', { n: 30, unit: 'days' }],
    ['2 weeks', { n: 2, unit: 'weeks' }],
    ['12 months', { n: 12, unit: 'months' }],
    ['1 year', { n: 1, unit: 'years' }],
  ])('%s', (text, length) => expect(readLength(text)).toEqual(length));

  it.each(['4 hours', '0.5 years', 'years', '2 year', '4years', '4 Years'])('refuses %j', (text) =>
    expect(readLength(text)).toBeUndefined(),
  );
});

describe('a window', () => {
  it('looks back from its anchor', () => {
    expect(readWindow('5 years before applied')).toEqual({
      from: { kind: 'before', length: { n: 5, unit: 'years' }, of: named('applied') },
      to: named('applied'),
    });
  });

  it('looks ahead from its anchor', () => {
    expect(readWindow('4 years after enrolled')).toEqual({
      from: named('enrolled'),
      to: later(4, 'years', named('enrolled')),
    });
  });

  it.each(['applied', '2026-11-22', 'end of month of applied', '5 years'])('refuses %j', (text) =>
    expect(readWindow(text)).toBeUndefined(),
  );
});

describe('an amount', () => {
  it.each([
    ['1820 hours', { n: 1820, unit: 'hours' }],
    ['0.5 credits', { n: 0.5, unit: 'credits' }],
    ['1 hour', { n: 1, unit: 'hours' }],
    ['1 contact-hours', { n: 1, unit: 'contact-hours' }],
    ['0 credits', { n: 0, unit: 'credits' }],
  ])('%s', (text, amount) => expect(readAmount(text)).toEqual(amount));

  it.each(['1,820 hours', '+1 hours', '1e3 hours', '.5 hours', '01 hours', 'hours', '5', '5 Hours', '5 two words'])(
    'refuses %j',
    (text) => expect(readAmount(text)).toBeUndefined(),
  );
});

describe('a range of codes', () => {
  it('has a prefix and two numbers', () => {
    expect(readRange('HIST 2000-4999')).toEqual({ prefix: 'HIST', from: 2000, to: 4999 });
    expect(readRange('LIB SCI 5-5')).toEqual({ prefix: 'LIB SCI', from: 5, to: 5 });
  });

  it.each(['HIST', 'HIST 2000', '2000-4999', 'HIST 4999-2000', 'HIST 2000 - 4999'])('refuses %j', (text) =>
    expect(readRange(text)).toBeUndefined(),
  );
});

it('knows the days of the calendar', () => {
  expect(['2000-02-29', '2024-02-29', '2026-12-31', '0001-01-01'].map(isDay)).toEqual([true, true, true, true]);
  expect(['1900-02-29', '2026-04-31', '0000-01-01', '2026-00-10', '2026-01-00'].map(isDay)).toEqual(
    Array(5).fill(false),
  );
});
