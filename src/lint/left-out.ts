import { readNotEncoded } from './not-encoded.js';
import type { Linter } from './problem.js';

/** The file beside a pack that says what the pack leaves out. */
export const notEncodedFile = 'NOT-ENCODED.md';

/**
 * A `NOT-ENCODED.md` that is not what it should be: two tables of facts that the pack leaves out, each with a source and a reason. A
 * pack need not have one.
 */
export const leftOut = {
  name: 'not-encoded',
  codes: [],
  find: (pack, files) =>
    files
      .filter(({ path }) => path === notEncodedFile)
      .flatMap(({ path, text }) =>
        readNotEncoded(text, Object.keys(pack.citations)).issues.map((issue) => ({ ...issue, path: [], file: path })),
      ),
} as const satisfies Linter;
