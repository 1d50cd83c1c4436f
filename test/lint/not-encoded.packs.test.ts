import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { readNotEncoded } from '../../src/lint/not-encoded.js';
import { programmeFolders } from './packs.js';

it.each(programmeFolders())('rules/%s lists what it leaves out, each with a source and a reason', (id) => {
  const folder = `rules/${id}`;
  const read = readFolder(folder, filesOf(folder));
  if (!read.ok) throw new Error(`${folder} does not load`);
  const file = `${folder}/NOT-ENCODED.md`;
  const { rows, issues } = readNotEncoded(
    existsSync(file) ? readFileSync(file, 'utf8') : '',
    Object.keys(read.pack.citations),
  );
  expect(issues).toEqual([]);
  expect(rows.length).toBeGreaterThan(0);
});
