import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { cases, settings } from './arbitrary.js';

// Law 5: `verify` accepts every evaluation.

it('every evaluation follows from its own allocation', () => {
  fc.assert(
    fc.property(cases(), ({ pack, record, asOf }) => {
      expect(verify(evaluate(pack, record, { asOf }), pack, record)).toStrictEqual({ ok: true });
    }),
    settings(200),
  );
}, 60_000);
