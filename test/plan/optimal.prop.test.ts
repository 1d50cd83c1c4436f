import { expect, it } from 'vitest';
import { compareWithTryingAll, describeTally } from './compare.js';

it('no subset of what could be done is better than the plan, by each objective, on 2,000 instances', () => {
  const tally = compareWithTryingAll(2000);
  process.stdout.write(`${describeTally(tally)}\n`);
  expect(tally.instances).toBe(2000);
  expect(tally.outcomes.planned).toBeGreaterThan(3000);
  expect(tally.outcomes.impossible).toBeGreaterThan(100);
  expect(tally.sizes[4]).toBeGreaterThan(100);
});
