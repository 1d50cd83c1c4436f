import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf, packFolders } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { evaluate } from '../../src/evaluate.js';
import { verify } from '../../src/verify.js';

// Law 5 on real rules: drawn packs have only the shapes that their generator thought of.
/** A bound on hanging, not on speed. */
const LONGEST = 300_000;
const OTHER_DAYS = ['2005-06-30', '2012-01-01', '2020-02-29', '2024-12-31', '2030-01-01'];
const MANY = 100;

describe('verify accepts every evaluation of the cases of', () => {
  it.each(packFolders('rules'))(
    '%s, on their own day and on others',
    (folder) => {
      const files = filesOf(folder);
      const read = readFolder(folder, files);
      if (!read.ok) throw new Error(`${folder} does not load`);
      const { cases } = readCases(files);
      expect(cases.length).toBeGreaterThan(0);
      const rejected = cases.flatMap(({ name, record, asOf }, i) =>
        // Of many cases each on its own day and on one other: every other day comes up often enough.
        [asOf, ...OTHER_DAYS.filter((_, d) => cases.length < MANY || d === i % OTHER_DAYS.length)].flatMap((day) => {
          const result = verify(evaluate(read.pack, record, { asOf: day }), read.pack, record);
          return result.ok ? [] : [{ name, day, problems: result.problems.slice(0, 2) }];
        }),
      );
      expect(rejected).toStrictEqual([]);
    },
    LONGEST,
  );
});
