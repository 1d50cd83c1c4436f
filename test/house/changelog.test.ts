import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const room = mkdtempSync(join(tmpdir(), 'certifiable-changelog-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Writes packs and a changelog, and answers what the tool makes of the changelog. */
function written(packs: Readonly<Record<string, string>>, changelog: string): string {
  rmSync(join(room, 'rules'), { recursive: true, force: true });
  for (const [id, version] of Object.entries(packs)) {
    mkdirSync(join(room, 'rules', id), { recursive: true });
    writeFileSync(join(room, 'rules', id, 'pack.yaml'), `format: 1\nid: ${id}\nversion: ${version}\n`);
  }
  writeFileSync(join(room, 'CHANGELOG.md'), changelog);
  execFileSync(process.execPath, [join(root, 'test/tools/changelog.mjs')], { cwd: room });
  return readFileSync(join(room, 'CHANGELOG.md'), 'utf8');
}

describe('the changelog', () => {
  it('has three numbers for the newest version, and keeps those of the older ones', () => {
    const first = written({ a: '0.1.0', b: '2.0.0' }, '# x\n\n## 0.1.0\n\n### Minor Changes\n\n- one\n');
    expect(first).toBe('# x\n\n## 0.1.0\n\nRule format 1. Packs: a 0.1.0, b 2.0.0.\n\n### Minor Changes\n\n- one\n');
    const second = first.replace('# x\n\n', '# x\n\n## 0.2.0\n\n### Patch Changes\n\n- two\n\n');
    expect(written({ a: '0.1.1' }, second)).toBe(
      second.replace('## 0.2.0\n\n', '## 0.2.0\n\nRule format 1. Packs: a 0.1.1.\n\n'),
    );
  });

  it('has them once, however often they are written', () => {
    const once = written({ a: '0.1.0' }, '# x\n\n## 1.0.0\n\n- one\n');
    expect(written({ a: '0.1.0' }, once)).toBe(once);
  });
});

/** What is wrong with a changeset: it must say which number moves, and why. */
function faults(text: string): readonly string[] {
  const [before, head = '', body = ''] = text.split(/^---\n/m);
  const read: unknown = before === '' ? parse(head) : undefined;
  const moves = /^\{"certifiable":"(major|minor|patch)"\}$/.test(JSON.stringify(read) ?? '');
  return [...(moves ? [] : ['which number']), ...(/\w{3}.*\.$/s.test(body.trim()) ? [] : ['why'])];
}

describe('every changeset', () => {
  const folder = join(root, '.changeset');

  it('says which number moves, and why', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
    const wrong = files.filter((file) => faults(readFileSync(join(folder, file), 'utf8')).length > 0);
    expect(wrong).toEqual([]);
  });

  it.each([
    ["---\n'certifiable': minor\n---\n\nOne more.\n", []],
    ["---\n'certifiable': huge\n---\n\nOne more.\n", ['which number']],
    ["---\n'other': minor\n---\n\nOne more.\n", ['which number']],
    ["---\n'certifiable': patch\n---\n", ['why']],
    ['One more.', ['which number', 'why']],
  ])('would be read: %j', (text, found) => expect(faults(text)).toEqual(found));
});
