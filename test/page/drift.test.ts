import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readPack } from '../../src/edge/read-pack.js';
import { programmePage } from '../../src/page/page.js';

// A page that differs is written anew by `npm run pages`.
it.each(['lssc', 'cpla'])('docs/programmes/%s.md is what its pack says', (id) => {
  const read = readPack(filesOf(`rules/${id}`));
  if (!read.ok) throw new Error(`rules/${id} does not load`);
  expect(readFileSync(`docs/programmes/${id}.md`, 'utf8')).toBe(programmePage(read.pack));
});
