import { join } from 'node:path';
import { runCase } from '../edge/cases.js';
import { issueText } from '../edge/issues.js';
import { readCases } from '../edge/read-cases.js';
import { strangers } from '../edge/strangers.js';
import { evaluate } from '../evaluate.js';
import type { RegistryData } from '../model/registry.js';
import { folderOf, inFolder, readFolder } from './find-pack.js';
import { filesOf, misnamed, packFolders } from './folders.js';
import { english, type Language } from './messages.js';
import { placeTitles } from './place-titles.js';
import { complain, complainOf, exit, say } from './print.js';
import { registryIn } from './registry-in.js';
import { failedOf, type PackRun, passedOf, reportRuns } from './test-report.js';

const REGISTRY = join('rules', 'registry.yaml');

/** A pack whose cases were run, or what kept them from it: a line to say at the end, where there is one. */
type Attempt = PackRun | { readonly lost: string | undefined };

/**
 * Runs the cases of packs, by default of every pack below `rules/`, and prints the counts by place, in the last line those of all.
 * A pack or a file of cases that does not load counts as a failure. Returns the exit code: 2 if nothing could be run.
 */
export function testCommand(
  names: readonly string[],
  { verbose = false }: { readonly verbose?: boolean },
  language: Language = english,
): number {
  const registry = registryIn(REGISTRY);
  const attempts =
    names.length > 0
      ? names.flatMap((name) => tryNamed(name, registry, language))
      : packFolders('rules').map((folder) => tryFolder(folder, registry, language));
  const runs = attempts.filter((attempt) => 'pack' in attempt);
  const lost = attempts.filter((attempt) => 'lost' in attempt);
  reportRuns(runs, { verbose, language, places: placeTitles(REGISTRY) });
  for (const { lost: line } of lost) if (line !== undefined) say(line);
  const passed = runs.reduce((sum, { outcomes }) => sum + passedOf(outcomes), 0);
  const failed = runs.reduce((sum, run) => sum + failedOf(run), lost.length);
  say(language.commands.total(passed, failed));
  if (runs.every(({ outcomes }) => outcomes.length === 0)) return exit.input;
  return failed > 0 ? exit.bad : exit.good;
}

/** A pack by id or folder; a folder without a pack of its own stands for those below it. */
function tryNamed(name: string, registry: RegistryData | undefined, language: Language): readonly Attempt[] {
  const folder = folderOf(name);
  if (folder !== undefined) return [tryFolder(folder, registry, language)];
  const below = packFolders(name);
  if (below.length > 0) return below.map((each) => tryFolder(each, registry, language));
  complain(language.commands.noPack(name, misnamed(name)));
  return [{ lost: undefined }];
}

function tryFolder(folder: string, registry: RegistryData | undefined, language: Language): Attempt {
  const files = filesOf(folder);
  const pack = readFolder(folder, files);
  const { cases, issues } = readCases(files);
  const problems = [...(pack.ok ? [] : pack.issues), ...inFolder(folder, issues)];
  complainOf(problems, language);
  if (!pack.ok) return { lost: language.commands.doesNotLoad(folder, problems.length) };
  const outcomes = cases.map((each) => ({
    ...runCase(pack.pack, each, evaluate, registry),
    place: `${each.file}:${each.line}`,
    notes: strangers(pack.pack, each.record).map((issue) =>
      language.commands.note(issueText(issue, { messages: language.issues })),
    ),
  }));
  return { folder, pack: pack.pack, outcomes, unread: new Set(issues.map(({ file }) => file)).size };
}
