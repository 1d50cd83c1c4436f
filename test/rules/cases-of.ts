import { expect } from 'vitest';
import { readFolder } from '../../src/cli/find-pack.js';
import { filesOf } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';

/** The pack of a folder and its cases, of which there is at least one. */
export function casesOf(folder: string) {
  const files = filesOf(folder);
  const read = readFolder(folder, files);
  if (!read.ok) throw new Error(`${folder} does not load`);
  const { cases } = readCases(files);
  expect(cases.length).toBeGreaterThan(0);
  return { pack: read.pack, cases };
}
