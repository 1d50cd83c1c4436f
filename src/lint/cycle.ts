import { type Linter, onlyReading } from './problem.js';

/** Something defined by itself: milestones, named days and units, stages that require each other, and pools that lie in each other. */
export const cycle = { name: 'cycle', codes: ['circular'], find: onlyReading } as const satisfies Linter;
