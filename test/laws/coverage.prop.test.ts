import fc from 'fast-check';
import { it } from 'vitest';
import { evaluate } from '../../src/evaluate.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { witness } from './witness.js';

// A law that no case tests proves nothing: the cases of the laws say everything that an evaluation can say, and often.

it(
  'the cases reach every status in three of a hundred findings, and every reason, refusal and kind of exception fifty times',
  () => {
    const { see, report } = witness('the cases of the laws');
    for (const { pack, record, asOf } of fc.sample(cases(), settings(1200, 1200)))
      see(evaluate(pack, record, { asOf }));
    report();
  },
  LONGEST,
);
