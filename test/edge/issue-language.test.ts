import { expect, it } from 'vitest';
import { enIssues, type Issue, type IssueCode, issueText } from '../../src/edge/issues.js';
import { readPack } from '../../src/edge/read-pack.js';
import { accent, pseudo } from '../explain/pseudo.js';
import { changed, oneFile } from './fixtures.js';

const codes = Object.keys(enIssues.sentences) as IssueCode[];
const outside = (text: string) => text.replace(/`[^`]*`/g, '').match(/[A-Za-z]+/g) ?? [];

/** One issue of each code, as full and as empty as it can be. */
const issues = codes.flatMap((code): readonly Issue[] => [
  {
    code,
    path: ['stages', 0, 'title'],
    expected: 'a day after `2026-11-22`',
    found: 'soon',
    hint: 'did you mean `now`',
  },
  { code, path: [] },
]);

it('no sentence about an issue lives outside the catalogue', () => {
  const { messages, said, paths } = pseudo(enIssues);
  const texts = issues.map((issue) => issueText(issue, { messages }));
  expect(texts.filter((text) => outside(text).length > 0)).toEqual([]);
  expect(paths.filter((path) => !said.has(path))).toEqual([]);
  expect(paths.length).toBeGreaterThan(codes.length);
});

it('a language has its own words for what is expected and what to do', () => {
  const result = readPack(oneFile(changed('from: 2020-01-01', 'from: 2020-02-30')));
  const phrases: Readonly<Record<string, string>> = { 'a day': 'ein Tag' };
  const messages = {
    ...enIssues,
    phrase: (english: string) => phrases[english] ?? accent(english),
  };
  const [text] = result.ok ? [] : result.issues.map((issue) => issueText(issue, { messages }));
  expect(text).toBe(
    '`from` must be ein Tag, found `2020-02-30`; ⟦á đáý íš ŵŕíŧŧéñ ĺíķé `2026-11-22` áñđ šŧáñđš íñ ŧĥé çáĺéñđáŕ⟧',
  );
});

it('a list of issues can be mapped', () => {
  const [issue = { code: 'tooDeep', path: [] }] = issues;
  // @ts-expect-error the position in the list is no option, but in plain JavaScript it is passed all the same
  expect([issue].map(issueText)).toEqual([issueText(issue)]);
});
