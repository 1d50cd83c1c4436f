import { expect, it } from 'vitest';
import { moneyLeft } from '../../src/explain/money-left.js';
import type { AmountFinding } from '../../src/model/amount-finding.js';

const usd = (n: number) => ({ n, d: 1, unit: 'USD' });
const finding = (more: Partial<AmountFinding>): AmountFinding => ({
  title: 'Money',
  kind: 'award',
  standing: 'open',
  cite: [],
  ...more,
});
const fee = (more: Partial<AmountFinding>) => finding({ kind: 'fee', standing: 'due', ...more });
const award = (n: number, more: Partial<AmountFinding> = {}) => finding({ amount: usd(n), towards: 'fee', ...more });

it('of awards that exclude each other the largest is taken off, and of others all are', () => {
  const both = { small: award(100, { oneOf: 'spring' }), large: award(175, { oneOf: 'spring' }), more: award(25) };
  expect(moneyLeft({ fee: fee({ amount: usd(325) }), ...both })).toStrictEqual([
    { fee: 'fee', awards: ['small', 'large', 'more'], amount: usd(125) },
  ]);
});

it('awards of two groups add up, also where one is named like a group', () => {
  const awards = {
    a: award(10, { oneOf: 'b' }),
    b: award(20),
    c: award(30, { oneOf: 'd' }),
    d: award(5, { oneOf: 'd' }),
  };
  expect(moneyLeft({ fee: fee({ amount: usd(100) }), ...awards })).toMatchObject([{ amount: usd(40) }]);
});

it('a fee that lies between two leaves what lies between two', () => {
  const between = fee({ atLeast: usd(325), atMost: usd(350) });
  expect(moneyLeft({ fee: between, half: award(175) })).toMatchObject([{ atLeast: usd(150), atMost: usd(175) }]);
  const upTo = finding({ towards: 'fee', atMost: usd(175) });
  expect(moneyLeft({ fee: fee({ amount: usd(325) }), upTo })).toMatchObject([{ atLeast: usd(150), atMost: usd(325) }]);
  expect(moneyLeft({ fee: fee({}), half: award(175) })).toStrictEqual([{ fee: 'fee', awards: ['half'] }]);
});

it('nobody is paid for paying', () => {
  expect(moneyLeft({ fee: fee({ amount: usd(100) }), half: award(175) })).toMatchObject([{ amount: usd(0) }]);
});

it.each(['closed', 'notYetOpen', 'unknown', 'doesNotApply'] as const)(
  'an award that is %s takes nothing off',
  (standing) => {
    expect(moneyLeft({ fee: fee({ amount: usd(100) }), half: award(50, { standing }) })).toStrictEqual([]);
  },
);

it('nothing is left of a fee that is not due, and an award for another lowers none', () => {
  expect(moneyLeft({ fee: fee({ standing: 'doesNotApply' }), half: award(50) })).toStrictEqual([]);
  expect(moneyLeft({ fee: fee({ amount: usd(100) }), half: award(50, { towards: 'other' }) })).toStrictEqual([]);
});
