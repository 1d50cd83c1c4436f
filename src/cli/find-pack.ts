import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../edge/check.js';
import { readCsv } from '../edge/csv.js';
import type { Issue } from '../edge/issues.js';
import { parseTexts, withTexts } from '../edge/pack-texts.js';
import { parsePack } from '../edge/parse-pack.js';
import { isMapping } from '../edge/plain-data.js';
import { type PackResult, readPack, type TextFile } from '../edge/read-pack.js';
import { readYaml } from '../edge/yaml.js';
import type { RulePack } from '../pack.js';
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
  return readBuilt(file);
}

/** The folder that a name means: a folder itself, or that of an id below `rules/`. */
export function folderOf(name: string): string | undefined {
  const folders = [name, join('rules', name)];
  return folders.find((folder) => existsSync(join(folder, 'pack.yaml')) && statSync(folder).isDirectory());
}

/** Reads the files of a folder. */
export function readFolder(folder: string, files: readonly TextFile[]): PackResult {
  const result = readPack(files, { csv: readCsv });
  const issues = result.ok ? nameIssues(folder, files) : result.issues;
  return issues.length > 0 ? { ok: false, issues: inFolder(folder, issues) } : result;
}

/** Right below `rules/` a folder's name must be the pack's id, since that is how it is found. */
export function nameIssues(folder: string, files: readonly TextFile[]): readonly Issue[] {
  const name = basename(resolve(folder));
  const yaml = readYaml(files.find(({ path }) => path === 'pack.yaml')?.text ?? '', 'pack.yaml');
  if (!yaml.ok || basename(dirname(resolve(folder))) !== 'rules') return [];
  const found = isMapping(yaml.value.data) ? yaml.value.data.id : undefined;
  if (typeof found !== 'string' || found === name) return [];
  const expected = `\`${name}\`, as the folder is`;
  return [{ code: 'wrongId', path: ['id'], expected, found, file: 'pack.yaml', ...yaml.value.at(['id']) }];
}

/** Issues with the folder before their file. */
export function inFolder<I extends { readonly file?: string }>(folder: string, issues: readonly I[]): readonly I[] {
  return issues.map((issue) => ({ ...issue, file: join(folder, issue.file ?? '') }));
}

/** A built pack, with its long texts if those lie where `certifiable build` writes them. */
function readBuilt(file: string): PackResult {
  const built = readJson(file, (data): Result<RulePack> => {
    const result = parsePack(data);
    return result.ok ? { ok: true, value: result.pack } : result;
  });
  if (!built.ok) return built;
  const beside = join(dirname(file), basename(file, '.json'), 'texts.json');
  if (!existsSync(beside)) return { ok: true, pack: built.value };
  const texts = readJson(beside, parseTexts);
  return texts.ok ? { ok: true, pack: withTexts(built.value, texts.value) } : texts;
}

function readJson<T>(file: string, parse: (data: unknown) => Result<T>): Result<T> {
  const yaml = readYaml(readFileSync(file, 'utf8'), file);
  if (!yaml.ok) return yaml;
  const result = parse(yaml.value.data);
  if (result.ok) return result;
  return { ok: false, issues: result.issues.map((issue) => ({ ...issue, file, ...yaml.value.at(issue.path) })) };
}
