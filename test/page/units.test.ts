import { expect, it } from 'vitest';
import type { UnitDeclaration } from '../../src/model/pack.js';
import { unitSentences } from '../../src/page/units.js';

const kinds: { readonly [K in UnitDeclaration['kind']]: readonly [UnitDeclaration, readonly string[]] } = {
  base: [{ kind: 'base', parts: 2 }, []],
  is: [{ kind: 'is', amount: { n: 15, unit: 'contact-hours' } }, ['1 semester credit is 15 contact hours.']],
  bands: [
    {
      kind: 'bands',
      parts: 2,
      minutes: [
        { atLeast: 20, under: 45, value: { n: 0.5, unit: 'credits' } },
        { atLeast: 45, under: 90, value: { n: 1, unit: 'credits' } },
        { atLeast: 90, under: 120, value: { standing: 'notEstablished', because: 'the table is cut' } },
        {
          atLeast: 120,
          value: { standing: 'notEstablished', because: 'the page is cut', atMost: { n: 3, unit: 'credits' } },
        },
      ],
    },
    [
      'A session of at least 20 and under 45 minutes is 0.5 credits.',
      'A session of at least 45 and under 90 minutes is 1 credit.',
      'A session of at least 90 and under 120 minutes is worth an amount that is not established: the table is cut.',
      'A session of at least 120 minutes is worth at most 3 credits, and an amount that is not established: the page is cut.',
    ],
  ],
};

it.each(Object.entries(kinds))('a unit that is %s', (_, [unit, sentences]) => {
  expect(unitSentences('semester-credits', unit)).toEqual(sentences);
});
