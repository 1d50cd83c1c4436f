import { expect, it } from 'vitest';
import { packValues } from '../../src/lint/pack-values.js';
import { standingCounts } from '../../src/lint/standing-counts.js';
import { changed, loaded } from '../edge/fixtures.js';

it('counts each value once, with what stands inside it', () => {
  const before = standingCounts(loaded());
  const text = changed('choose: 1', 'choose: { readings: [{ value: 1, cite: rules }, { value: 2, cite: rules }] }');
  expect(standingCounts(loaded(text))).toEqual({ ...before, established: before.established - 1, disputed: 1 });
});

it.each([
  ['assumed', 'atLeast: 2 years', 'atLeast: { assume: 2 years, because: it is said elsewhere }'],
  ['notEstablished', 'from: 2020-01-01', 'from: { notEstablished: cut, atLeast: 2019-01-01, atMost: 2021-01-01 }'],
  ['dated', 'choose: 1', 'choose: { dated: [{ value: 1 }, { from: 2021-01-01, value: 2 }] }'],
] as const)('knows what is %s', (standing, from, to) => {
  expect(standingCounts(loaded(changed(from, to)))[standing]).toBe(1);
});

it('takes a length, a day or a table for one value, and counts what no citation carries', () => {
  const values = packValues(loaded());
  expect(values.map(({ path }) => path.at(-1))).toEqual(
    expect.arrayContaining(['governedBy', 'from', 'day', 'amount']),
  );
  expect(values.filter(({ path }) => path.at(-1) === 'n')).toEqual([]);
  const { cited, all } = standingCounts(loaded());
  expect(all).toBe(values.length);
  expect(cited).toBeLessThan(all);
});
