import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issue } from '../edge/issues.js';
import { parsePack } from '../edge/parse-pack.js';
import { type PackResult, readPack, type TextFile } from '../edge/read-pack.js';
import { readYaml } from '../edge/yaml.js';
import { filesOf } from './folders.js';

/** Where the packs lie that come with the program: beside it. */
const shipped = fileURLToPath(new URL('./rules/', import.meta.url));

/** A pack, or what is wrong with it, where the place of each issue is a path from here. */
export function findPack(name: string): PackResult {
  const folder = folderOf(name);
  if (folder !== undefined) return readFolder(folder, filesOf(folder));
  const file = name.endsWith('.json') ? name : join(shipped, `${name}.json`);
  if (!existsSync(file)) {
    const hint = 'a pack is an id, a folder with a `pack.yaml`, or a `.json` file';
    return { ok: false, issues: [{ code: 'missingFile', path: [], found: name, hint }] };
  }
  return readJson(readFileSync(file, 'utf8'), file);
}

/** The folder that a name means: a folder itself, or that of an id below `rules/`. */
export function folderOf(name: string): string | undefined {
  const folders = [name, join('rules', name)];
  return folders.find((folder) => existsSync(join(folder, 'pack.yaml')) && statSync(folder).isDirectory());
}

/** Reads the files of a folder. Right below `rules/` its name must be the pack's id, since that is how it is found. */
export function readFolder(folder: string, files: readonly TextFile[]): PackResult {
  const result = readPack(files);
  if (!result.ok) return { ok: false, issues: inFolder(folder, result.issues) };
  const name = basename(resolve(folder));
  if (result.pack.id === name || basename(dirname(resolve(folder))) !== 'rules') return result;
  const found = result.pack.id;
  const issue: Issue = { code: 'wrongId', path: ['id'], expected: `\`${name}\`, as the folder is`, found };
  const text = files.find(({ path }) => path === 'pack.yaml')?.text ?? '';
  const yaml = readYaml(text, 'pack.yaml');
  const place = yaml.ok ? yaml.value.at(issue.path) : {};
  return { ok: false, issues: inFolder(folder, [{ ...issue, file: 'pack.yaml', ...place }]) };
}

/** Issues with the folder before their file. */
export function inFolder(folder: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, file: join(folder, issue.file ?? '') }));
}

function readJson(text: string, file: string): PackResult {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const result = parsePack(yaml.value.data);
  if (result.ok) return result;
  return { ok: false, issues: result.issues.map((issue) => ({ ...issue, file, ...yaml.value.at(issue.path) })) };
}
