import { expect, it } from 'vitest';
import { programmePage } from '../../src/page/page.js';
import { packWith } from '../life/pack.js';

/** A section of the page of the certificate of the standings, line by line. */
function sectionOf(pack = packWith()): readonly string[] {
  const [, section = ''] = programmePage(pack).split('## Where you may stand\n');
  return (
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? []
  );
}

it('a page says where one may stand, in the pack’s order and under the programme’s names', () => {
  const rows = sectionOf();
  expect(rows.slice(2, 11).map((row) => row.split(' | ').slice(0, 2).join(': '))).toEqual([
    '| Withdrawn: It was taken away.',
    '| Lapsed: It is over.',
    '| Expired, can still be renewed: It has ended and can be renewed.',
    '| Renew now: It can be renewed.',
    '| Certified: It is held.',
    '| Complete, not yet certified: All is shown.',
    '| Candidacy ended: The time is over.',
    '| Candidate: She is on her way.',
    '| Nothing has begun: Nothing has begun.',
  ]);
});

it('a page says how long a credential is held and when it can be renewed', () => {
  expect(
    sectionOf()
      .slice(-2)
      .map((row) => row.split(' | ').slice(0, 3).join(': ')),
  ).toEqual([
    '| Certification, from the day of “certificate”: Expiry: From opening through grace',
    '| Certification, renewed, from the day of “renewal”: Next expiry: From next opening through next grace',
  ]);
});

it('a page of a pack without them has no such section', () => {
  const { standings: _, terms: __, ...without } = packWith();
  expect(programmePage(without)).not.toContain('Where you may stand');
});
