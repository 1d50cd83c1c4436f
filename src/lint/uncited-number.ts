import { numberCitationIssues } from './number-citation.js';
import type { Linter } from './problem.js';

/**
 * A number of which the pack does not say where it comes from. Without any citation it is an error; with a citation that names no
 * place in its text, a warning: a short text may have no places to name.
 */
export const uncitedNumber = {
  name: 'uncited-number',
  codes: [],
  find: (pack) =>
    numberCitationIssues(pack)
      // One item is also what an evidence asks for that names no number.
      .filter(({ path, found }) => path.at(-1) !== 'count' || found !== 1)
      .map(({ code, path, found, sources }) => ({ code, path, found: String(found), names: sources })),
} as const satisfies Linter;
