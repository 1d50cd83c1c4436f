import { type CaseOutcome, runCase } from '../edge/cases.js';
import { readCases } from '../edge/read-cases.js';
import { evaluate } from '../evaluate.js';
import { folderOf, inFolder, readFolder } from './find-pack.js';
import { filesOf, packFolders } from './folders.js';
import { complain, complainOf, exit, say } from './print.js';

/** What running the cases of packs came to; what does not load is a failure, but was not run. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly unread: number;
}

/**
 * Runs the cases of packs, by default of every pack below `rules/`, and prints the counts, in the last line those of all.
 * A pack or a file of cases that does not load counts as a failure. Returns the exit code: 2 if nothing could be run.
 */
export function testCommand(names: readonly string[], { verbose = false }: { readonly verbose?: boolean }): number {
  const tallies =
    names.length > 0 ? names.map((name) => testNamed(name, verbose)) : testAll(packFolders('rules'), verbose);
  const total = tallies.reduce(add, { passed: 0, failed: 0, unread: 0 });
  const failed = total.failed + total.unread;
  say(`${total.passed} cases passed, ${failed} failed`);
  if (total.passed + total.failed === 0) return exit.input;
  return failed > 0 ? exit.bad : exit.good;
}

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  unread: a.unread + b.unread,
});

const testAll = (folders: readonly string[], verbose: boolean) => folders.map((folder) => testFolder(folder, verbose));

/** A pack by id or folder; a folder without a pack of its own stands for those below it. */
function testNamed(name: string, verbose: boolean): Tally {
  const folder = folderOf(name);
  if (folder !== undefined) return testFolder(folder, verbose);
  const below = packFolders(name);
  if (below.length > 0) return testAll(below, verbose).reduce(add);
  complain(`there is no pack \`${name}\`; a pack is a folder with a \`pack.yaml\`, or its id below \`rules\``);
  return { passed: 0, failed: 0, unread: 1 };
}

function testFolder(folder: string, verbose: boolean): Tally {
  const files = filesOf(folder);
  const pack = readFolder(folder, files);
  const { cases, issues } = readCases(files);
  const problems = [...(pack.ok ? [] : pack.issues), ...inFolder(folder, issues)];
  complainOf(problems);
  if (!pack.ok) {
    say(`${folder}: does not load, ${problems.length} ${problems.length === 1 ? 'issue' : 'issues'}`);
    return { passed: 0, failed: 0, unread: 1 };
  }
  const outcomes = cases.map((each) => ({ ...runCase(pack.pack, each, evaluate), place: `${each.file}:${each.line}` }));
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const unread = new Set(issues.map(({ file }) => file)).size;
  say(`${folder}: ${passed} passed, ${outcomes.length - passed + unread} failed`);
  for (const outcome of outcomes) report(folder, outcome, verbose);
  return { passed, failed: outcomes.length - passed, unread };
}

function report(folder: string, outcome: CaseOutcome & { readonly place: string }, verbose: boolean): void {
  if (outcome.passed && !verbose) return;
  say(`  ${outcome.passed ? 'passed' : 'FAILED'}  ${outcome.name}`);
  if (outcome.passed) return;
  say(`          ${folder}/${outcome.place}`);
  for (const failure of outcome.failures) say(`          ${failure}`);
}
