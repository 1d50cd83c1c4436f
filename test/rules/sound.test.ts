import { describe, expect, it } from 'vitest';
import { packFolders } from '../../src/cli/folders.js';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';
import { casesOf } from './cases-of.js';

// Law 5 on real rules: drawn packs have only the shapes that their generator thought of.
/** A bound on hanging, not on speed. */
const LONGEST = 300_000;
const OTHER_DAYS = ['2005-06-30', '2012-01-01', '2020-02-29', '2024-12-31', '2030-01-01'];
const MANY = 100;

describe('verify accepts every evaluation of the cases of', () => {
  it.each(packFolders('rules'))(
    '%s, on their own day and on others',
    (folder) => {
      const { pack, cases } = casesOf(folder);
      const rejected = cases.flatMap(({ name, record, asOf }, i) =>
        // Of many cases each on its own day and on one other: every other day comes up often enough.
        [asOf, ...OTHER_DAYS.filter((_, d) => cases.length < MANY || d === i % OTHER_DAYS.length)].flatMap((day) => {
          const result = verify(evaluate(pack, record, { asOf: day }), pack, record);
          return result.ok ? [] : [{ name, day, problems: result.problems.slice(0, 2) }];
        }),
      );
      expect(rejected).toStrictEqual([]);
    },
    LONGEST,
  );
});
