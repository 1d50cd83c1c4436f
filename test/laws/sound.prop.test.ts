import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { witness } from './witness.js';

// Law 5: `verify` accepts every evaluation.

it(
  'every evaluation follows from its own allocation',
  () => {
    const { see, report } = witness('law 5, sound');
    fc.assert(
      fc.property(cases(), ({ pack, record, asOf }) => {
        expect(verify(see(evaluate(pack, record, { asOf })), pack, record)).toStrictEqual({ ok: true });
      }),
      settings(200),
    );
    report();
  },
  LONGEST,
);
