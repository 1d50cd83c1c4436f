import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from './blocks.js';

/** A text without its code. */
const prose = (text: string) => text.replace(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, '').replace(/`[^`\n]*`/g, '');

/** The names under which places of a page can be linked to: its headings, and what it names itself. */
const anchors = (text: string): readonly string[] => {
  const titles = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase());
  const named = [...text.matchAll(/<a (?:id|name)="([^"]+)">/g)].map(([, name = '']) => name);
  return [...titles.map((title) => title.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')), ...named];
};

/** The links of a page to places in this repository that lead nowhere. */
function broken(file: string, text: string): readonly string[] {
  const known = new Map<string, readonly string[]>();
  const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const to = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(to)) return true;
    if (anchor === undefined) return false;
    const names = known.get(to) ?? anchors(readFileSync(to, 'utf8'));
    known.set(to, names);
    return !names.includes(anchor);
  });
}

describe('the links of', () => {
  it.each(documents())('%s lead somewhere', (file) => {
    expect(broken(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('a page are followed, to the heading', () => {
    const text =
      '[a](docs/spec.md#silence) [b](docs/spec.md#noise) [c](nowhere.md) [d](https://example.org) `[e](code.md)`';
    expect(broken('README.md', text)).toEqual(['docs/spec.md#noise', 'nowhere.md']);
  });
});
