import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { FAMILIES } from './families.js';
import { AS_OF, packOf, recordOf, STAGE } from './packs.js';

// What is too hard for the steps that a search may take: forty amounts of many sizes that just fill two totals, if they fit.

const family = FAMILIES.find(({ name }) => name === 'packing amounts');
const instance = family?.make(40);
if (!instance) throw new Error('expected packing amounts');
const [pack, record] = [packOf(instance), recordOf(instance)];
const evaluation = evaluate(pack, record, { asOf: AS_OF });
const stage = evaluation.stages[STAGE];

it('is unknown and never unmet, because a better way may exist', () => {
  expect(stage).toMatchObject({ status: 'unknown', reason: 'searchCut', optimal: false });
  expect(evaluation.findings[stage?.requirement ?? '']).toMatchObject({ status: 'unknown', reason: 'searchCut' });
});

it('has progress between what was found and what cannot be passed', () => {
  const { earned, earnedAtMost } = stage?.progress ?? {};
  expect((earned?.n ?? 0) / (earned?.d ?? 1)).toBeGreaterThan(0.9);
  expect(earnedAtMost).toEqual({ n: 1, d: 1 });
});

it('says so of its contest, claims no conflict, and is accepted by the checker', () => {
  expect(stage?.contests).toMatchObject([{ proof: 'none' }]);
  expect(stage?.conflicts).toBeUndefined();
  expect(verify(evaluation, pack, record)).toEqual({ ok: true });
});

it('comes out the same again', () => {
  expect(evaluate(pack, record, { asOf: AS_OF })).toEqual(evaluation);
});
