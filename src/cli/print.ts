import { type Issue, issueText } from '../edge/issues.js';
import { english, type Language } from './messages.js';

/** Exit codes: what was asked holds, it does not, or it could not be asked. */
export const exit = { good: 0, bad: 1, input: 2 } as const;

/** A line of the answer. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line beside the answer. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Where an issue is, as far as that is known: `pack.yaml:3:5`; in a table the cell as a spreadsheet calls it, `courses.csv:C7`. */
export function placeOf({ file = '', line, column }: Pick<Issue, 'file' | 'line' | 'column'>): string {
  if (file.endsWith('.csv') && line !== undefined && column !== undefined) return `${file}:${lettersOf(column)}${line}`;
  return [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
}

/** A column as spreadsheets count: A to Z, then AA. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + last : last;
}

/** Each issue on a line of its own, `file:line:column  sentence`, as far as its place is known. */
export function complainOf(issues: readonly Issue[], { issues: messages }: Language = english): void {
  for (const issue of issues) {
    const place = placeOf(issue);
    const text = issueText(issue, { messages });
    complain(place === '' ? text : `${place}  ${text}`);
  }
}

/** Whether the answer may have colours: a terminal reads it and nobody said no. */
export function mayColor(asked: boolean): boolean {
  return asked && process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
}

/** How wide an answer may be: as wide as the terminal, up to what is still read with ease; 80 columns where there is none. */
export function columns(): number {
  return Math.min(process.stdout.columns || 80, 100);
}
