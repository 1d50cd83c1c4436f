import { type Linter, onlyReading } from './problem.js';

/** A unit that is neither built in nor declared, or an amount in another unit than the total that it stands in. */
export const unknownUnit = {
  name: 'unknown-unit',
  codes: ['unknownUnit', 'wrongUnit'],
  find: onlyReading,
} as const satisfies Linter;
