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

/** Each issue on a line of its own, `file:line:column  sentence`, as far as its place is known. */
export function complainOf(issues: readonly Issue[], { issues: messages }: Language = english): void {
  for (const issue of issues) {
    const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined && part !== '').join(':');
    const text = issueText(issue, { messages });
    complain(place === '' ? text : `${place}  ${text}`);
  }
}

/** Whether the answer may have colours: a terminal reads it and nobody said no. */
export function mayColor(asked: boolean): boolean {
  return asked && process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
}
