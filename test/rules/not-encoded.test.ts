import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { withTables } from '../edge/fixtures.js';

// What a pack leaves out has a source as well: a link, or a citation of the pack in backquotes.
describe.each(['lssc', 'cpla'])('rules/%s/NOT-ENCODED.md', (id) => {
  const read = readPack(filesOf(`rules/${id}`), withTables);
  if (!read.ok) throw new Error(`${id} does not load`);
  const citations = Object.keys(read.pack.citations);
  const rows = readFileSync(`rules/${id}/NOT-ENCODED.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, fact = '']) => fact !== 'fact' && fact !== '---' && !fact.startsWith('**'));

  it('has rows of three cells', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((cells) => cells.length !== 5)).toStrictEqual([]);
  });

  it.each(rows.map(([, fact, source, reason]) => ({ fact, source, reason })))('gives a source for: $fact', (row) => {
    const { fact = '', source = '', reason = '' } = row;
    const ids = [...source.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const links = [...source.matchAll(/\]\(https?:\/\/[^)\s]+\)/g)];
    expect(ids.filter((each) => !citations.includes(each))).toStrictEqual([]);
    expect(ids.length + links.length).toBeGreaterThan(0);
    for (const cell of [fact, reason]) expect(cell).toMatch(/\.$/);
  });
});
