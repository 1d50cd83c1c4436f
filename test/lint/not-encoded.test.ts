import { describe, expect, it } from 'vitest';
import { readNotEncoded } from '../../src/lint/not-encoded.js';

const good = `# What this pack does not say

## Known, not in the pack

Facts that were seen.

| fact | source | why it is not encoded |
| --- | --- | --- |
| A fee of \\| 50 dollars | renewal | no amounts yet |
| **People** | | |
| A roster | [the roster](https://example.org/roster), renewal | no rule |

## Not established

| fact | source | why it is not encoded |
| --- | --- | --- |
| What happens after | https://example.org/faq | no text says it |
`;

describe('reading what a pack leaves out', () => {
  it('finds the rows of both tables', () => {
    const { rows, issues } = readNotEncoded(good, ['renewal']);
    expect(issues).toEqual([]);
    expect(rows.map(({ section, line }) => [section, line])).toEqual([
      ['Known, not in the pack', 9],
      ['Known, not in the pack', 11],
      ['Not established', 17],
    ]);
  });

  it.each([
    ['sectionMissing', '## Not established', '## Not known'],
    ['noTable', '| What happens after | https://example.org/faq | no text says it |\n', ''],
    ['notARow', 'no rule |', 'no rule | and more |'],
    ['notARow', '| What happens', '- What happens'],
    ['notARow', '| fact | source | why it', '| thing | source | why it'],
    ['emptyCell', '| no rule |', '| |'],
    ['unknownSource', '50 dollars | renewal', '50 dollars | a fax'],
    ['unknownSource', '[the roster](https://example.org/roster)', '[the roster](roster.html)'],
  ] as const)('finds %s where %j is %j', (code, from, to) => {
    expect(readNotEncoded(good.replace(from, to), ['renewal']).issues.map((issue) => issue.code)).toContain(code);
  });
});
