import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf, packFolders } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { answerAll, randomAnswers } from '../laws/answering.js';

/** A bound on hanging, not on speed. */
const LONGEST = 300_000;
/** Other answers for other cases, the same in every run. */
const tapeOf = (seed: number) => Array.from({ length: 40 }, (_, i) => (seed * 7919 + i * 104_729) % 16_384);

describe('every case whose answer is unknown says what is asked or open, and answering leaves what the rules leave open, in', () => {
  it.each(packFolders('rules'))(
    '%s',
    (folder) => {
      const files = filesOf(folder);
      const read = readFolder(folder, files);
      if (!read.ok) throw new Error(`${folder} does not load`);
      const { cases } = readCases(files);
      expect(cases.length).toBeGreaterThan(0);
      const wrong = cases.flatMap(({ name, record, asOf }, i) => {
        const { problems } = answerAll({ pack: read.pack, record, asOf }, randomAnswers(read.pack, asOf, tapeOf(i)));
        return problems.length === 0 ? [] : [{ name, problems: [...new Set(problems)] }];
      });
      expect(wrong).toStrictEqual([]);
    },
    LONGEST,
  );
});
