import { describe, expect, it } from 'vitest';
import { packFolders } from '../../src/cli/folders.js';
import { answerAll, randomAnswers } from '../laws/answering.js';
import { casesOf } from './cases-of.js';

/** A bound on hanging, not on speed. */
const LONGEST = 300_000;
/** Other answers for other cases, the same in every run. */
const tapeOf = (seed: number) => Array.from({ length: 40 }, (_, i) => (seed * 7919 + i * 104_729) % 16_384);

describe('every case whose answer is unknown says what is asked or open, and answering leaves what the rules leave open, in', () => {
  it.each(packFolders('rules'))(
    '%s',
    (folder) => {
      const { pack, cases } = casesOf(folder);
      const wrong = cases.flatMap(({ name, record, asOf }, i) => {
        const { problems } = answerAll({ pack, record, asOf }, randomAnswers(pack, asOf, tapeOf(i)));
        return problems.length === 0 ? [] : [{ name, problems: [...new Set(problems)] }];
      });
      expect(wrong).toStrictEqual([]);
    },
    LONGEST,
  );
});
