import type { Issue, Path } from './issues.js';
import { limits } from './limits.js';
import { shown } from './plain-data.js';

/** What is wrong with a number, if anything: JSON holds no infinity, and tells `-0` from `0` only sometimes. */
export function numberIssue(value: number, path: Path): Issue | undefined {
  const found = Object.is(value, -0) ? '-0' : String(value);
  if (found === '-0') return { code: 'wrongNumber', path, expected: 'a number', found, hint: 'write `0`' };
  if (!Number.isFinite(value)) return { code: 'wrongNumber', path, expected: 'a number', found };
  if (value !== 0 && Math.abs(value) < 1e-6)
    return { code: 'wrongNumber', path, expected: 'a number of at most 6 decimals', found };
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return undefined;
  return { code: 'wrongNumber', path, expected: 'a number of at most 15 digits before the point', found };
}

/** Control characters but tab and line ends, and halves of characters: nobody can have meant them, and few programs pass them on. */
const unreadable = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** What is wrong with a text, if anything: too long, or with characters that are none. */
export function textIssue(value: string, path: Path, longest: number): Issue | undefined {
  if (value.length > longest) return tooLong(path, longest, value.length);
  if (!unreadable.test(value)) return undefined;
  return { code: 'wrongText', path, found: shown(escaped(value)) ?? '', hint: 'write it without them' };
}

/** A text with such characters as JSON may write them: `\\u001b`. */
function escaped(value: string): string {
  // As many as are shown, and more.
  return value
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cs}]/gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text, or a file, with too many characters. */
export function tooLong(path: Path, longest: number, length: number): Issue {
  const expected = `at most ${longest} characters`;
  return { code: 'tooLong', path, expected, found: String(length), hint: 'shorten it or split it' };
}

/** Too many things in one place. */
export function tooMany(path: Path, most: number, things: string): Issue {
  return { code: 'tooMany', path, expected: `at most ${most} ${things}`, hint: 'split it into several' };
}

/** Issues, as many as can be told at once; the last then says how many more there are. */
export function atMost(issues: readonly Issue[]): readonly Issue[] {
  const more = issues.length - limits.issues;
  if (more <= 0) return issues;
  return [...issues.slice(0, limits.issues), moreIssue(more)];
}

/** That there are so many further issues. */
export function moreIssue(more: number): Issue {
  return { code: 'more', path: [], found: String(more) };
}
