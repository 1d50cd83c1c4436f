import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintFiles, lintRemedy, lintText } from '../../src/lint/lint.js';
import { foldersIn, packWith, textOf } from './packs.js';

const names = foldersIn('broken');

it('the pack that is to be broken is sound', () => {
  expect(lintFiles(packWith('sound'))).toEqual([]);
});

it('there are at least 25 broken packs, each broken in its own way', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});

describe('a pack with one thing wrong:', () => {
  it.each(names)('%s', (name) => {
    const issues = lintFiles(packWith(`broken/${name}`));
    const found = issues.map((issue) => {
      const { code, file, line, column } = issue;
      return { code, file, line, column, remedy: lintRemedy(issue) };
    });
    expect(found).toEqual([parse(textOf(`broken/${name}/expected.yaml`))]);
  });
});

it.each(names)('what is said of %s is one sentence in lower case, without a full stop', (name) => {
  const [issue] = lintFiles(packWith(`broken/${name}`));
  if (issue === undefined) throw new Error(`nothing is said of ${name}`);
  for (const text of [lintText(issue), lintRemedy(issue)]) {
    expect(text).toMatch(/^[^A-Z]/);
    expect(text).not.toMatch(/\.$|undefined|\n/);
  }
});
