import { type Issue, issueText } from '../edge/issues.js';
import { inOrder } from '../edge/pack-files.js';
import { readCases } from '../edge/read-cases.js';
import { openPack, type ReadOptions, type TextFile } from '../edge/read-pack.js';
import type { RulePack } from '../model/pack.js';
import { linterOf, linters } from './linters.js';
import type { LinterName, Problem } from './problem.js';
import { readingRemedies, type Severity, sentences } from './sentences.js';

export type { ProblemCode } from './problem.js';
export type { LinterName, Problem, Severity };

interface Told {
  readonly linter: LinterName;
  readonly severity: Severity;
}

/** An issue of reading, under the name of a linter. */
export interface ReadingIssue extends Issue, Told {}

/** A problem of a pack that could be read. */
export interface PackIssue extends Problem, Told, Pick<Issue, 'file' | 'line' | 'column'> {}

/** What a linter says about a place of a pack; `lintText` makes the sentence, `lintRemedy` says what to do. */
export type LintIssue = ReadingIssue | PackIssue;

/**
 * What the linters find in a pack that `parsePack` or `readPack` has read, by linter. Places are paths of the canonical form.
 * `files` may have what stands beside the pack, such as its `NOT-ENCODED.md`.
 *
 * `lint(pack)` is empty for a sound pack.
 */
export function lint(pack: RulePack, files: readonly TextFile[] = []): readonly PackIssue[] {
  return linters.flatMap(({ name, find }) =>
    find(pack, files).map(
      (problem): PackIssue => ({ linter: name, severity: sentences[problem.code].severity, ...problem }),
    ),
  );
}

/**
 * What the linters find in the files of a pack's folder, its cases and their records included, with file, line and column, in the order
 * of reading; paths are those of what the author wrote. A record of a case may state nothing that the pack does not declare. Where a pack cannot be read, only that is told of it. What is written once and
 * used in several editions is told once. `options` are those of `readPack`.
 */
export function lintFiles(files: readonly TextFile[], options: ReadOptions = {}): readonly LintIssue[] {
  const opened = openPack(files, options);
  const cases = readCases(files, opened.ok ? { pack: opened.pack } : {}).issues.map(ofReading);
  if (!opened.ok) return inOrder([...opened.issues.map(ofReading), ...cases]);
  const placed = (issue: PackIssue): PackIssue => {
    if (issue.file !== undefined) return issue;
    const { found, ...rest } = issue;
    return isOwnPlace(issue) ? { ...opened.placed(rest), found } : opened.placed(issue);
  };
  return inOrder<LintIssue>([...distinct(lint(opened.pack, files).map(placed)), ...cases]);
}

const ownPlaces: readonly unknown[] = ['where', 'appliesWhen', 'tests', 'within', 'earnedWithin', 'until'];

/** Whether the path leads to what an issue is about; elsewhere it leads to what has the name or the number that was found. */
const isOwnPlace = ({ path }: PackIssue) => ownPlaces.includes(path.at(-1));

/** An issue of reading under the name of its linter. */
export function ofReading(issue: Issue): ReadingIssue {
  return { ...issue, linter: linterOf(issue.code), severity: 'error' };
}

/**
 * An issue as one sentence without a full stop.
 *
 * `lintText(issue)` may be "the window of `hours` closes before it opens".
 */
export function lintText(issue: LintIssue): string {
  if (isProblem(issue)) return sentences[issue.code].says(issue);
  const { hint: _, ...rest } = issue;
  return issueText(rest);
}

/** What to do about an issue, as a clause. */
export function lintRemedy(issue: LintIssue): string {
  return isProblem(issue) ? sentences[issue.code].remedy : (issue.hint ?? readingRemedies[issue.code]);
}

const isProblem = (issue: LintIssue): issue is PackIssue => Object.hasOwn(sentences, issue.code);

function distinct(issues: readonly PackIssue[]): readonly PackIssue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = [issue.file, issue.line, issue.column, issue.code, lintText(issue)].join('\n');
    return seen.size < seen.add(key).size;
  });
}
