import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Result } from '../edge/check.js';
import { readCsv } from '../edge/csv.js';
import type { Issue } from '../edge/issues.js';
import { layOver } from '../edge/lay-over.js';
import { parseTexts, withTexts } from '../edge/pack-texts.js';
import { openOverlay } from '../edge/parse-overlay.js';
import { parsePack } from '../edge/parse-pack.js';
import { isMapping } from '../edge/plain-data.js';
import { type PackResult, readPack, type TextFile } from '../edge/read-pack.js';
import { readYaml } from '../edge/yaml.js';
import type { RulePack } from '../model/pack.js';
import type { Overlay } from '../overlay/overlay.js';
import { filesOf, isRules, misnamed } from './folders.js';
import { shipped } from './known.js';

/** A pack, or what is wrong with it, where the place of each issue is a path from here. */
export function findPack(name: string): PackResult {
  const folder = folderOf(name);
  if (folder !== undefined) return readFolder(folder, filesOf(folder));
  const file = name.endsWith('.json') ? name : join(shipped, `${name}.json`);
  if (!existsSync(file)) {
    const meant = misnamed(name);
    const hint =
      meant === undefined
        ? 'a pack is an id, a folder with a `pack.yaml` or an `overlay.yaml`, or a `.json` file'
        : `rename its file \`${meant}\` to \`pack.yaml\``;
    return { ok: false, issues: [{ code: 'missingFile', path: [], found: name, hint }] };
  }
  return readBuilt(file);
}

/** The folder that a name means: a folder itself, or that of an id below `rules/` or `rules/overlays/`. */
export function folderOf(name: string): string | undefined {
  const folders = [name, join('rules', name), join('rules', 'overlays', name)];
  return folders.find((folder) => isRules(folder) && statSync(folder).isDirectory());
}

/** Reads the files of a folder; an overlay is read with what it extends and laid over it. */
export function readFolder(folder: string, files: readonly TextFile[]): PackResult {
  const result = hasOverlay(files) ? readOverlaid(folder, files) : readPack(files, { csv: readCsv });
  const issues = result.ok ? nameIssues(folder, files) : result.issues;
  return issues.length > 0 ? { ok: false, issues: inFolder(folder, issues) } : result;
}

/** Whether files of a folder are those of an overlay. */
export const hasOverlay = (files: readonly TextFile[]) => files.some(({ path }) => path === 'overlay.yaml');

/** An overlay, what it lies on, and the pack that it makes of it. */
export interface Overlaid {
  readonly ok: true;
  readonly overlay: Overlay;
  readonly base: RulePack;
  readonly pack: RulePack;
}

/** Reads an overlay and lays it over what it extends, which is found beside it or by its id. */
export function readOverlaid(
  folder: string,
  files: readonly TextFile[],
  above: readonly string[] = [],
): Overlaid | { readonly ok: false; readonly issues: readonly Issue[] } {
  const opened = openOverlay(files);
  if (!opened.ok) return opened;
  const { id } = opened.overlay.extends;
  const wrong = (code: 'baseMissing' | 'circular') =>
    ({ ok: false, issues: [opened.at<Issue>({ code, path: ['extends', 'id'], found: id })] }) as const;
  if (above.includes(opened.overlay.id)) return wrong('circular');
  const lower = lowerFolder(folder, id);
  const found = lower === undefined ? findPack(id) : readLower(lower, [...above, opened.overlay.id]);
  if (!found.ok) return found.issues.some(({ code }) => code === 'missingFile') ? wrong('baseMissing') : found;
  const laid = layOver(found.pack, [opened]);
  return laid.ok ? { ok: true, overlay: opened.overlay, base: found.pack, pack: laid.pack } : laid;
}

/** The folder of what an overlay extends, if it has one: beside the overlay, or that of the id. */
export function lowerFolder(folder: string, id: string): string | undefined {
  const beside = join(folder, '..', id);
  return isRules(beside) ? beside : folderOf(id);
}

function readLower(folder: string, above: readonly string[]): PackResult {
  const files = filesOf(folder);
  const result = hasOverlay(files) ? readOverlaid(folder, files, above) : readPack(files, { csv: readCsv });
  return result.ok ? result : { ok: false, issues: inFolder(folder, result.issues) };
}

/** Right below `rules/` and `rules/overlays/` a folder's name must be the id, since that is how it is found. */
export function nameIssues(folder: string, files: readonly TextFile[]): readonly Issue[] {
  const name = basename(resolve(folder));
  const file = hasOverlay(files) ? 'overlay.yaml' : 'pack.yaml';
  const yaml = readYaml(files.find(({ path }) => path === file)?.text ?? '', file);
  const shelf = basename(dirname(resolve(folder)));
  if (!yaml.ok || (shelf !== 'rules' && shelf !== 'overlays')) return [];
  const found = isMapping(yaml.value.data) ? yaml.value.data.id : undefined;
  if (typeof found !== 'string' || found === name) return [];
  const expected = `\`${name}\`, as the folder is`;
  return [{ code: 'wrongId', path: ['id'], expected, found, file, ...yaml.value.at(['id']) }];
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
