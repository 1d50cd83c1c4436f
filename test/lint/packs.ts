import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesToLint } from '../../src/cli/lint-command.js';
import type { TextFile } from '../../src/edge/read-pack.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The sound pack with those of its files replaced that a folder has. */
export function packWith(folder: string): readonly TextFile[] {
  const own = filesToLint(join(here, folder)).filter(({ path }) => path !== 'expected.yaml');
  const kept = filesToLint(join(here, 'sound')).filter(({ path }) => !own.some((file) => file.path === path));
  return [...kept, ...own];
}

/** The folders in a folder of the fixtures, by name. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(here, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A text of the fixtures. */
export function textOf(path: string): string {
  if (!existsSync(join(here, path))) throw new Error(`the fixtures have no ${path}`);
  return readFileSync(join(here, path), 'utf8');
}

/** The packs of programmes, directly below `rules`; what shows constructs, and overlays, stand a folder deeper. */
export function programmeFolders(): readonly string[] {
  return readdirSync('rules').filter((name) => existsSync(join('rules', name, 'pack.yaml')));
}
