import type fc from 'fast-check';
import type { Oracle } from './best.js';
import { byBruteForce } from './brute-force.js';
import { degrees } from './degree.js';
import { MOST_CUT } from './expected.js';
import { hard } from './hard.js';
import type { Instance } from './instance.js';
import { integerProgram } from './integer-program.js';
import { small } from './small.js';

/** Instances of one kind, drawn from a seed, with the oracle that knows their best. */
export interface DrawnFamily {
  readonly name: 'small' | 'degrees' | 'hard';
  readonly instances: (extended: boolean) => fc.Arbitrary<Instance>;
  readonly oracle: Oracle;
  /** The greatest share of them that may be cut. */
  readonly mostCut: number;
}

/** All of them, in the order of how hard they are. */
export async function drawnFamilies(): Promise<readonly DrawnFamily[]> {
  const program = await integerProgram();
  return [
    { name: 'small', instances: (extended) => small({ extended }), oracle: byBruteForce, mostCut: MOST_CUT.small },
    { name: 'degrees', instances: (extended) => degrees({ extended }), oracle: program, mostCut: MOST_CUT.degrees },
    { name: 'hard', instances: (extended) => hard({ extended }), oracle: program, mostCut: 1 },
  ];
}
