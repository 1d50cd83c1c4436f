import { expect, it } from 'vitest';
import { compareWithTryingAll } from './compare.js';

it('no subset of what could be done is better than the plan', () => {
  const { instances, outcomes } = compareWithTryingAll(60);
  expect(instances).toBe(60);
  expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(['alreadyMet', 'impossible', 'planned']));
});
