import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { TextFile } from '../edge/read-pack.js';

/** A folder's own files, without those of packs in folders below it, sorted by path. */
export function filesOf(folder: string): readonly TextFile[] {
  const walk = (at: string): readonly string[] =>
    entriesOf(at).flatMap(({ name, isFolder }) => {
      const path = join(at, name);
      if (!isFolder) return [path];
      return isRules(path) ? [] : walk(path);
    });
  return walk(folder)
    .filter((path) => /\.(yaml|yml|json|csv)$/.test(path))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

/** Whether a folder is that of a pack or of an overlay. */
export function isRules(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml')) || existsSync(join(folder, 'overlay.yaml'));
}

/** Every folder at or below one that is that of a pack or of an overlay, sorted by path. */
export function packFolders(top: string): readonly string[] {
  if (!existsSync(top)) return [];
  const here = isRules(top) ? [top] : [];
  const below = entriesOf(top).filter(({ isFolder }) => isFolder);
  return [...here, ...below.flatMap(({ name }) => packFolders(join(top, name)))];
}

/** A file of a folder that was meant to be its `pack.yaml`, such as `pack.yml` or `pack.yaml.txt`. */
export function misnamed(folder: string): string | undefined {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  return readdirSync(folder).find((name) => /^pack\.(ya?ml|json|txt)(\.\w+)?$/i.test(name));
}

/** What lies in a folder, by name; nothing that is hidden or installed. */
export function entriesOf(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
