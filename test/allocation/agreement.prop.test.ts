import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestOf } from './best.js';
import { byBruteForce } from './brute-force.js';
import { integerProgram } from './integer-program.js';
import { small } from './small.js';

// Two oracles that share no way of finding the best: what they agree on, an engine is measured by.

it.each([false, true])(
  'the integer program finds what trying everything finds, with pools that do more: %s',
  async (extended) => {
    const program = await integerProgram();
    const numRuns = Number(process.env.LAW_RUNS ?? 100);
    fc.assert(
      fc.property(small({ extended }), (instance) => {
        const [a, b] = [bestOf(instance, byBruteForce), bestOf(instance, program)];
        expect(b.status).toBe(a.status);
        for (const view of ['earned', 'withInProgress', 'withPlanned'] as const)
          expect(b[view]).toBeCloseTo(a[view], 9);
      }),
      { seed: 20261122, numRuns },
    );
  },
);
