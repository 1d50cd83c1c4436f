import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { decide, evaluate } from '../../src/evaluate.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { witness } from './witness.js';

// Law 1: deeply equal arguments give deeply equal answers, and none is changed.

it(
  'equal arguments give equal answers, whether the same objects, copies, a compiled pack or frozen ones',
  () => {
    const { see, report } = witness('law 1, pure');
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        const before = JSON.stringify({ pack, record });
        const first = see(evaluate(pack, record, { asOf }));
        expect(evaluate(pack, record, { asOf })).toStrictEqual(first);
        expect(JSON.stringify({ pack, record })).toBe(before);
        const copy = deepFreeze(structuredClone({ pack, record }));
        expect(evaluate(compile(copy.pack), copy.record, { asOf })).toStrictEqual(first);
      }),
      settings(70),
    );
    report();
  },
  LONGEST,
);

it(
  'an evaluation is plain JSON and says the same statuses as a decision',
  () => {
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        const evaluation = evaluate(pack, record, { asOf });
        expect(JSON.parse(JSON.stringify(evaluation))).toStrictEqual(evaluation);
        const decision = decide(pack, record, { asOf });
        expect(decision.status).toBe(evaluation.status);
        for (const [id, status] of Object.entries(decision.requirements))
          expect(status).toBe(evaluation.findings[id]?.status);
      }),
      settings(70),
    );
  },
  LONGEST,
);

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
