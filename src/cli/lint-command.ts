import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../edge/csv.js';
import { parsePack } from '../edge/parse-pack.js';
import { readCases } from '../edge/read-cases.js';
import type { TextFile } from '../edge/read-pack.js';
import { readYaml } from '../edge/yaml.js';
import { notEncodedFile } from '../lint/left-out.js';
import { type LintIssue, lint, lintFiles, lintRemedy, lintText, ofReading } from '../lint/lint.js';
import { folderOf, inFolder, nameIssues, readFolder } from './find-pack.js';
import { filesOf, packFolders } from './folders.js';
import { complain, exit, mayColor, say } from './print.js';
import { renderCounts, renderIssue } from './render-issues.js';

/** The options of `certifiable lint`. */
export interface LintOptions {
  readonly json?: boolean;
  readonly color: boolean;
}

/** Text that is no YAML: of such a pack nobody can say whether it is sound. */
const unreadable: readonly string[] = ['unreadable', 'tooDeep', 'missingFile'];

/**
 * Prints what the linters find in packs, by default in every pack below `rules/`, one place after the other. Returns the exit code: 1 if
 * there is an error, 2 if a pack cannot be read at all. Warnings alone are good.
 */
export function lintCommand(names: readonly string[], { json = false, color }: LintOptions): number {
  const targets = (names.length > 0 ? names : packFolders('rules')).map((name) => ({ name, places: placesOf(name) }));
  const strangers = targets.filter(({ places }) => places.length === 0);
  for (const { name } of strangers)
    complain(
      `there is no pack \`${name}\`; a pack is a folder with a \`pack.yaml\`, its id below \`rules\`, or a \`.json\` file`,
    );
  if (targets.length === 0) complain('there is no pack below `rules`');
  const places = targets.flatMap((target) => target.places);
  const issues = places.flatMap(lintPlace);
  if (json) say(JSON.stringify(issues.map(asJson), null, 2));
  else {
    const width = process.stdout.isTTY ? (process.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
    for (const issue of issues) say(renderIssue(issue, { color: mayColor(color), width }));
    if (places.length > 0) say(renderCounts(issues, places.length));
  }
  if (strangers.length > 0 || places.length === 0) return exit.input;
  if (issues.some(({ code }) => unreadable.includes(code))) return exit.input;
  return issues.some(({ severity }) => severity === 'error') ? exit.bad : exit.good;
}

/** The folders, or the file, that a name stands for; a folder without a pack of its own stands for those below it. */
function placesOf(name: string): readonly string[] {
  const folder = folderOf(name);
  if (folder !== undefined) return [folder];
  return name.endsWith('.json') ? (existsSync(name) ? [name] : []) : packFolders(name);
}

function lintPlace(place: string): readonly LintIssue[] {
  if (place.endsWith('.json')) return lintJson(readFileSync(place, 'utf8'), place);
  if (existsSync(join(place, 'overlay.yaml'))) return lintOverlay(place);
  const files = filesToLint(place);
  return inFolder<LintIssue>(place, [
    ...nameIssues(place, files).map(ofReading),
    ...lintFiles(files, { csv: readCsv }),
  ]);
}

/** What is wrong with an overlay, by itself, with what it lies on, and in its cases. The pack below it is linted by itself. */
function lintOverlay(place: string): readonly LintIssue[] {
  const files = filesOf(place);
  const read = readFolder(place, files);
  const cases = inFolder(place, readCases(files, read.ok ? { pack: read.pack } : {}).issues);
  return [...(read.ok ? [] : read.issues), ...cases].map(ofReading);
}

/** The files of a pack's folder of which a linter has something to say. */
export function filesToLint(folder: string): readonly TextFile[] {
  const notes = join(folder, notEncodedFile);
  const beside = existsSync(notes) ? [{ path: notEncodedFile, text: readFileSync(notes, 'utf8') }] : [];
  return [...filesOf(folder), ...beside];
}

/** A built pack, whose canonical form is its text. */
function lintJson(text: string, file: string): readonly LintIssue[] {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml.issues.map(ofReading);
  const read = parsePack(yaml.value.data);
  const issues: readonly LintIssue[] = read.ok ? lint(read.pack) : read.issues.map(ofReading);
  return issues.map((issue) => ({ ...issue, file, ...yaml.value.at(issue.path) }));
}

function asJson(issue: LintIssue) {
  return { ...issue, says: lintText(issue), remedy: lintRemedy(issue) };
}
