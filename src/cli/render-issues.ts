import pc from 'picocolors';
import { harmless } from '../explain/text.js';
import { type LintIssue, lintRemedy, lintText } from '../lint/lint.js';
import { placeOf } from './print.js';
import { wrapped } from './wrapped.js';

/**
 * An issue for a terminal: its place, severity and code; below it the sentence and, behind an arrow, what to do. Without colour it is
 * the same text; with an endless `width` nothing is wrapped.
 */
export function renderIssue(
  issue: LintIssue,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const colors = pc.createColors(color);
  const { severity, linter, code } = issue;
  const place = harmless(placeOf(issue));
  const tint = severity === 'error' ? colors.red : colors.yellow;
  const head = `${colors.bold(place)}  ${tint(severity)}  ${colors.dim(`${linter}/${code}`)}`;
  const [first = '', ...others] = wrapped(lintRemedy(issue), width - 6);
  const lines = [
    ...wrapped(lintText(issue), width - 4).map((text) => `    ${text}`),
    `    ${colors.cyan('→')} ${first}`,
    ...others.map((text) => `      ${text}`),
  ];
  return [head, ...lines].join('\n');
}

/** How many issues of each severity, in how many packs. */
export function renderCounts(issues: readonly LintIssue[], packs: number): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${count(errors, 'error')}, ${count(issues.length - errors, 'warning')} in ${count(packs, 'pack')}`;
}
