import type * as z from 'zod';
import { withoutEchoes } from './echoes.js';
import type { Issue, Path } from './issues.js';
import { limits } from './limits.js';
import { shown } from './plain-data.js';
import { moreIssue } from './plain-values.js';
import { type Problem, parsing } from './shapes.js';
import { keyHint, suggestion, yesHint } from './suggest.js';

/** A value, or everything that is wrong with the input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads an unknown value with a schema. Total: whatever comes in, it returns. */
export function check<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  try {
    const result = schema.safeParse(input, parsing);
    if (result.success) return { ok: true, value: result.data };
    return { ok: false, issues: withoutEchoes(told(result.error.issues), result.error.issues) };
  } catch (error) {
    // Nesting without end is the one thing that a schema cannot report.
    if (error instanceof RangeError) return { ok: false, issues: [{ code: 'tooDeep', path: [] }] };
    throw error;
  }
}

/** As many issues as are told; the rest is counted only, since a hint for each would take long. */
function told(found: readonly z.core.$ZodIssue[]): readonly Issue[] {
  const issues: Issue[] = [];
  let more = 0;
  for (const issue of found) {
    const room = limits.issues - issues.length;
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (room <= 0) more += Math.max(1, keys.length);
    else
      issues.push(...issuesOf(keys.length > room ? ({ ...issue, keys: keys.slice(0, room) } as typeof issue) : issue));
    if (room > 0) more += Math.max(0, keys.length - room);
  }
  return more === 0 ? issues : [...issues, moreIssue(more)];
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

function issuesOf(issue: z.core.$ZodIssue): readonly Issue[] {
  const path = issue.path as Path;
  const found = shown(issue.input);
  const seen = found === undefined ? {} : { found };
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        return { code: 'unknownKey', path: [...path, key], found: key, ...keyHint(key, issue.message.split(' ')) };
      });
    case 'custom': {
      const { code, ...params } = issue.params as unknown as Problem;
      const none = code === 'exactlyOne' && params.found === 'none' ? { hint: 'add one of them' } : {};
      return [{ ...seen, ...none, ...params, code, path }];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const hint = typeof issue.input === 'string' ? suggestion(issue.input, values) : undefined;
      const expected = oneOf(values);
      return [withFound({ path, expected, ...(hint?.startsWith('did') ? { hint } : {}) }, 'wrongValue', found)];
    }
    case 'invalid_type': {
      const scalar = typeof issue.input === 'number' || typeof issue.input === 'boolean';
      const quoted = issue.expected === 'string' && scalar ? { hint: 'in quotes it is text' } : {};
      const hint = issue.expected === 'boolean' ? yesHint(issue.input) : quoted;
      return [withFound({ path, expected: words[issue.expected] ?? issue.expected, ...hint }, 'wrongType', found)];
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ code: 'empty', path, expected: 'text' }];
      if (issue.origin === 'array') {
        const expected = Number(issue.minimum) > 1 ? `a list of at least ${issue.minimum}` : 'a list with entries';
        return [
          found === '[]' ? { code: 'empty', path, expected } : withFound({ path, expected }, 'wrongValue', found),
        ];
      }
      return [
        withFound(
          { path, expected: `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}` },
          'wrongValue',
          found,
        ),
      ];
    case 'too_big':
      return [withFound({ path, expected: `at most ${issue.maximum}` }, 'wrongValue', found)];
    default:
      return [withFound({ path, expected: 'another value' }, 'wrongValue', found)];
  }
}

function withFound(facts: Omit<Issue, 'code'>, code: 'wrongType' | 'wrongValue', found: string | undefined): Issue {
  return found === undefined ? { ...facts, code: 'missing' } : { ...facts, code, found };
}

/** Words in a row: `a`, `b` or `c`. */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}
