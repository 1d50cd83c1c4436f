import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageFiles, pageHome } from '../../src/cli/programmes.js';

const { pages, issues } = pageFiles();

// A page that differs is written anew by `npm run pages`.
it.each(pages)('$file is what the rules say', ({ file, text }) => {
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('every programme has a page, and every page a programme', () => {
  const kept = readdirSync(pageHome, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  expect(issues).toEqual([]);
  expect(pages.map(({ file }) => file).sort()).toEqual(kept.map((name) => join(pageHome, name)).sort());
});
