import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Oracle } from './best.js';
import { byBruteForce } from './brute-force.js';
import { compare } from './compare.js';
import { degrees } from './degree.js';
import { EXTENDED, MOST_CUT } from './expected.js';
import { hard } from './hard.js';
import type { Instance } from './instance.js';
import { integerProgram } from './integer-program.js';
import { small } from './small.js';

// What is said to be optimal is, as oracles find it that share nothing with the engine; what was cut never says worse than the truth.

const program = await integerProgram();

describe.each(EXTENDED)('with pools that do more: %s', (extended) => {
  it('small contests of every kind', () => {
    expect(cutIn(small({ extended }), byBruteForce, 300)).toBeLessThanOrEqual(MOST_CUT.small);
  });

  it('degrees with up to 25 contested items', () => {
    expect(cutIn(degrees({ extended }), program, 40)).toBeLessThanOrEqual(MOST_CUT.degrees);
  });

  it('contests that nothing quick decides', () => {
    cutIn(hard({ extended }), program, 15);
  });
});

/** Compares so many instances, and tells which share of them was cut. */
function cutIn(instances: fc.Arbitrary<Instance>, oracle: Oracle, runs: number): number {
  const numRuns = Number(process.env.LAW_RUNS ?? runs);
  let cut = 0;
  fc.assert(
    fc.property(instances, (instance) => {
      const { optimal, wrong } = compare(instance, oracle);
      expect(wrong).toEqual([]);
      if (!optimal) cut += 1;
    }),
    { seed: 20261122, numRuns },
  );
  return cut / numRuns;
}
