import { type Linter, onlyReading } from './problem.js';

/**
 * Edits of an overlay that do not lie on its base: they hit nothing, expect something else, change nothing, or may not be made. Found by
 * laying the overlay over its base; a pack by itself has none of them.
 */
export const overlay = {
  name: 'overlay',
  codes: [
    ...(['hitsNothing', 'notExpected', 'changesNothing', 'alreadyThere', 'collides', 'noPlace', 'noField'] as const),
    ...(['unitDiffers', 'fixed', 'notProvablyTighter', 'leavesTooFew', 'citationDiffers', 'sameId'] as const),
    ...(['baseMissing', 'versionDiffers'] as const),
  ],
  find: onlyReading,
} as const satisfies Linter;
