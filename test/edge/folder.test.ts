import { issueText, readPack } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { packText } from './fixtures.js';

/** What is wrong with files, a line for each issue. */
function wrong(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  const result = readPack([{ path: 'pack.yaml', text: packText }, ...files]);
  return result.ok ? [] : result.issues.map((issue) => `${issue.file ?? ''}:${issue.line ?? ''} ${issueText(issue)}`);
}

describe('a folder of too much', () => {
  const filler = (length: number) => `#${' '.repeat(length - 1)}`;

  it('in one file is refused for that file', () => {
    expect(wrong([{ path: 'notes.yaml', text: filler(500_001) }])).toEqual([
      'notes.yaml:1 the whole is too long, expected at most 500000 characters, found `500001`; shorten it or split it',
    ]);
  });

  it('in all files together is refused before any is read', () => {
    const files = [1, 2, 3].map((n) => ({ path: `editions/e${n}.yaml`, text: filler(400_000) }));
    expect(wrong(files)).toEqual([
      expect.stringMatching(/^: the whole is too long, expected at most 1000000 characters, found `120\d{4}`; /),
    ]);
  });

  it('in files that are too many is refused', () => {
    const files = Array.from({ length: 1000 }, (_, n) => ({ path: `editions/e${n}.yaml`, text: '' }));
    expect(wrong(files)).toEqual([expect.stringMatching(/^: the whole holds too much, expected at most 1000 files; /)]);
  });

  it('in cases and records, which are no part of the pack, is left to those who read them', () => {
    expect(wrong([{ path: 'cases/a.yaml', text: filler(2_000_000) }])).toEqual([]);
  });
});

describe('issues without number', () => {
  it('are told until there are 500, and then counted', () => {
    const amounts = Array.from({ length: 700 }, (_, n) => `f${n}: { title: F }\n`).join('');
    const issues = wrong([{ path: 'amounts.yaml', text: amounts }]);
    expect(issues).toHaveLength(501);
    expect(issues[0]).toMatch(/^amounts.yaml:1 /);
    expect(issues.at(-1)).toMatch(/^: further problems are not listed: `\d+`$/);
  });
});
