import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { programmeFolders } from '../../src/cli/programmes.js';
import { readPack } from '../../src/edge/read-pack.js';
import { anchor } from '../../src/page/markdown.js';
import { programmePage } from '../../src/page/page.js';
import { authoredPacks, changed, loaded, withTables } from '../edge/fixtures.js';
import { sample } from './fixtures.js';

/** What a reader sees: neither addresses nor anchors nor comments. */
const seen = (page: string) =>
  page
    .replace(/<!--.*?-->/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<[^>]+>/g, '');

const pack = (id: string) => {
  const read = readPack(filesOf(`rules/${id}`), withTables);
  if (!read.ok) throw new Error(`rules/${id} does not load`);
  return read.pack;
};

/** Packs that are there to be applied. */
const ids = programmeFolders().flatMap((folder) => (folder.includes('overlays') ? [] : [basename(folder)]));

const headings = (page: string, level: string) =>
  page.split('\n').flatMap((line) => (line.startsWith(`${level} `) ? [line.slice(level.length + 1)] : []));

describe('the page of a programme', () => {
  it('has its parts in the order in which one needs them', () => {
    expect(headings(programmePage(sample()), '##')).toEqual([
      'What you need, in order',
      'The competency sets',
      'What counts as evidence',
      'How long you have',
      'Since when the rules hold',
      'What nobody could establish',
      'When the rules were last seen',
      'Sources',
    ]);
  });

  it.each(authoredPacks().map(({ folder }) => folder))('can be made of rules/%s, in plain words', (folder) => {
    const page = programmePage(pack(folder));
    const text = seen(page);
    expect(text).not.toMatch(/\b(unmet|pools?|leaf|nodes?|allocat\w*|undefined|null|NaN|notEstablished)\b|\[object/i);
    expect(text).not.toMatch(/ {2}\.|\.\.|,,|\(\)/);
  });

  it.each(ids)('of %s names nothing by its id', (id) => {
    const rules = pack(id);
    const ids = JSON.stringify(rules.editions).match(/"(?:id|name|source|set)":"[a-z0-9]+(?:-[a-z0-9]+)+"/g) ?? [];
    const text = seen(programmePage(rules));
    const found = [...new Set(ids.map((each) => each.replace(/^.*:"|"$/g, '')))].filter((each) =>
      new RegExp(`(?<![\\w-])${each}(?![\\w-])`).test(text),
    );
    expect(found.filter((each) => !plainWords.includes(each))).toEqual([]);
  });

  it('numbers its sources in the order of first mention, and every number leads to a source', () => {
    const page = programmePage(pack('lssc'));
    const marked = [...page.matchAll(/\]\(#source-(\d+)\)/g)].map(([, n]) => Number(n));
    const first = [...new Set(marked)];
    expect(first).toEqual(first.map((_, i) => i + 1));
    expect([...page.matchAll(/<a id="source-(\d+)">/g)].map(([, n]) => Number(n))).toEqual(first);
  });

  it.each(ids)('of %s has every place to which it links', (id) => {
    const page = programmePage(pack(id));
    const places = [2, 3].flatMap((level) => headings(page, '#'.repeat(level))).map(anchor);
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)]
      .map(([, to]) => to ?? '')
      .filter((to) => !to.startsWith('source-'));
    expect(links.filter((to) => !places.includes(to))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it('names the places in a text beside its source', () => {
    const text = changed('            cite: rules\n', '            cite: { rules: section 4 }\n');
    expect(programmePage(loaded(text))).toContain('Places: section 4.');
  });

  it('is the same whatever the order of keys', () => {
    const text = changed('    writing: { title: Writing }', '    writing: { aliases: [Prose], title: Writing }');
    const other = changed('    writing: { title: Writing }', '    writing: { title: Writing, aliases: [Prose] }');
    expect(programmePage(loaded(text))).toBe(programmePage(loaded(other)));
  });
});

/** Ids that are plain English as well. */
const plainWords = ['self-directed'];
