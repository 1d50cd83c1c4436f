import { type Linter, onlyReading } from './problem.js';

/** One id for two things of which an answer speaks: two requirements of an edition, a part and a stage, two courses. */
export const duplicateId = {
  name: 'duplicate-id',
  codes: ['duplicateId'],
  find: onlyReading,
} as const satisfies Linter;
