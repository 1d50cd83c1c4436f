import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { sorted } from './compared.js';
import { shuffledPack, shuffledRecord } from './shuffled.js';
import { witness } from './witness.js';

// Law 2: position never matters.

it(
  'the order of the entries of a record changes nothing',
  () => {
    fc.assert(
      fc.property(cases(), fc.nat(1000), ({ pack, record, asOf }, seed) => {
        expect(evaluate(pack, shuffledRecord(record, seed), { asOf })).toStrictEqual(evaluate(pack, record, { asOf }));
      }),
      settings(70),
    );
  },
  LONGEST,
);

it(
  'the order of editions, stages, requirements, parts and courses changes nothing but the order of the answer',
  () => {
    const { see, report } = witness('law 2, order-free');
    fc.assert(
      fc.property(cases(), fc.nat(1000), ({ pack, record, asOf }, seed) => {
        const evaluation = see(evaluate(pack, record, { asOf }));
        expect(sorted(evaluate(shuffledPack(pack, seed), record, { asOf }))).toStrictEqual(sorted(evaluation));
      }),
      settings(70),
    );
    report();
  },
  LONGEST,
);
