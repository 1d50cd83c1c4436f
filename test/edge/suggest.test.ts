import { expect, it } from 'vitest';
import { nearest, suggestion } from '../../src/edge/suggest.js';

const known = ['allOf', 'evidence', 'total'];

it.each([
  ['evidense', 'evidence'],
  ['totla', 'total'],
  ['TOTAL', 'total'],
  ['alOf', 'allOf'],
  ['within', undefined],
  ['', undefined],
  ['total'.repeat(100), undefined],
])('takes %j for %j', (word, meant) => expect(nearest(word, known)).toBe(meant));

it('lists what is known where nothing is near and the list is short', () => {
  expect(suggestion('zzzzzz', ['total', 'fact'])).toBe('known: `total`, `fact`');
  expect(suggestion('zzzzzz', Array(40).fill('total'))).toBeUndefined();
  expect(suggestion('zzzzzz', [])).toBeUndefined();
});
