import { type CaseOutcome, runCase } from '../edge/cases.js';
import { issueText } from '../edge/issues.js';
import { readCases } from '../edge/read-cases.js';
import { strangers } from '../edge/strangers.js';
import { evaluate } from '../evaluate.js';
import type { Status } from '../outcome.js';
import { folderOf, inFolder, readFolder } from './find-pack.js';
import { filesOf, misnamed, packFolders } from './folders.js';
import { english, type Language, type StatusCounts } from './messages.js';
import { complain, complainOf, exit, say } from './print.js';

/** What running the cases of packs came to; what does not load is a failure, but was not run. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unread: number;
}

/** How to tell it. */
interface How {
  readonly verbose: boolean;
  readonly language: Language;
}

/**
 * Runs the cases of packs, by default of every pack below `rules/`, and prints the counts, in the last line those of all.
 * A pack or a file of cases that does not load counts as a failure. Returns the exit code: 2 if nothing could be run.
 */
export function testCommand(
  names: readonly string[],
  { verbose = false }: { readonly verbose?: boolean },
  language: Language = english,
): number {
  const how: How = { verbose, language };
  const tallies = names.length > 0 ? names.map((name) => testNamed(name, how)) : testAll(packFolders('rules'), how);
  const total = tallies.reduce(add, { passed: 0, failed: 0, unread: 0 });
  const failed = total.failed + total.unread;
  say(language.commands.total(total.passed, failed));
  if (total.passed + total.failed === 0) return exit.input;
  return failed > 0 ? exit.bad : exit.good;
}

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  unread: a.unread + b.unread,
});

const testAll = (folders: readonly string[], how: How) => folders.map((folder) => testFolder(folder, how));

/** A pack by id or folder; a folder without a pack of its own stands for those below it. */
function testNamed(name: string, how: How): Tally {
  const folder = folderOf(name);
  if (folder !== undefined) return testFolder(folder, how);
  const below = packFolders(name);
  if (below.length > 0) return testAll(below, how).reduce(add);
  complain(how.language.commands.noPack(name, misnamed(name)));
  return { passed: 0, failed: 0, unread: 1 };
}

function testFolder(folder: string, how: How): Tally {
  const { language } = how;
  const files = filesOf(folder);
  const pack = readFolder(folder, files);
  const { cases, issues } = readCases(files);
  const problems = [...(pack.ok ? [] : pack.issues), ...inFolder(folder, issues)];
  complainOf(problems, language);
  if (!pack.ok) {
    say(language.commands.doesNotLoad(folder, problems.length));
    return { passed: 0, failed: 0, unread: 1 };
  }
  const outcomes = cases.map((each) => ({
    ...runCase(pack.pack, each, evaluate),
    place: `${each.file}:${each.line}`,
    notes: strangers(pack.pack, each.record).map((issue) =>
      language.commands.note(issueText(issue, { messages: language.issues })),
    ),
  }));
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const unread = new Set(issues.map(({ file }) => file)).size;
  say(language.commands.folder(folder, passed, outcomes.length - passed + unread, statusesOf(outcomes)));
  for (const outcome of outcomes) report(folder, outcome, how);
  return { passed, failed: outcomes.length - passed, unread };
}

function statusesOf(outcomes: readonly CaseOutcome[]): StatusCounts {
  const counts = new Map<Status, number>();
  for (const { status } of outcomes) if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts];
}

function report(
  folder: string,
  outcome: CaseOutcome & { readonly place: string; readonly notes: readonly string[] },
  { verbose, language: { commands } }: How,
): void {
  if (outcome.passed && !verbose) return;
  say(`  ${outcome.passed ? commands.passed : commands.failed}  ${outcome.name}`);
  if (outcome.passed) return;
  say(`          ${folder}/${outcome.place}`);
  // What the pack does not know may be why.
  for (const line of [...outcome.failures, ...outcome.notes]) say(`          ${line}`);
}
