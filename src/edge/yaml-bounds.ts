import { Lexer } from 'yaml';
import type { Issue } from './issues.js';
import { limits } from './limits.js';
import { tooLong, tooMany } from './plain-values.js';

/** What is wrong, and at which character of the text. */
export interface Fault {
  readonly issue: Issue;
  readonly offset: number;
}

/** What comes before a scalar's own token. */
const scalarNext = '\u001f';

/**
 * The first place at which a text asks for more than may be read; asked of the tokens alone, before anything recurses or looks up.
 *
 * `tooMuch('[[[…')` with more than a hundred brackets is `tooDeep` at the bracket that is one too many.
 */
export function tooMuch(text: string): Fault | undefined {
  if (text.length > limits.textLength) return { issue: tooLong([], limits.textLength, text.length), offset: 0 };
  let [tokens, marks, brackets, dashes, offset, scalar, last] = [0, 0, 0, 0, 0, false, ''];
  for (const token of new Lexer().lex(text)) {
    // What a text without quotes begins with means nothing.
    const first = scalar ? 'a' : (token[0] ?? '');
    tokens += 1;
    if (scalar) scalar = false;
    else if (token === scalarNext) scalar = true;
    else if (first === '[' || first === '{') brackets += 1;
    else if (first === ']' || first === '}') brackets -= 1;
    else if (first === '&' || first === '*' || first === '!') marks += 1;
    else if (brackets === 0 && /^[-?:]$/.test(token)) dashes += 1;
    else if (/^\r?\n$/.test(token)) dashes = 0;
    const issue =
      stray(last, first) ?? beyond({ tokens, marks, brackets, dashes, indent: /^ +$/.test(token) ? token.length : 0 });
    if (issue !== undefined) return { issue, offset };
    if (!/^[\s#]/.test(token)) last = first;
    if (token !== scalarNext && !controls.has(token)) offset += token.length;
  }
  return undefined;
}

/** Tokens that stand for no character: the start of a document, and the end of what was left open. */
const controls: ReadonlySet<string> = new Set(['\u0002', '\u0018']);

/** A sign that never stands where it does: left to the parser, each costs as much as a hundred others. */
function stray(last: string, next: string): Issue | undefined {
  const comma = next === ',' && (last === ',' || last === '[' || last === '{');
  const quotes = (next === '"' || next === "'") && (last === '"' || last === "'");
  if (!comma && !quotes) return undefined;
  const found = comma ? 'a comma follows nothing' : 'two texts in quotes follow each other';
  return { code: 'unreadable', path: [], expected: 'YAML', found };
}

type Counts = Readonly<Record<'tokens' | 'marks' | 'brackets' | 'dashes' | 'indent', number>>;

function beyond({ tokens, marks, brackets, dashes, indent }: Counts): Issue | undefined {
  if (tokens > limits.tokens) return tooMany([], limits.tokens, 'words and signs');
  if (marks > limits.marks) return tooMany([], limits.marks, 'anchors, aliases and tags');
  if (brackets < 0) return { code: 'unreadable', path: [], expected: 'YAML', found: 'a bracket closes nothing' };
  if (brackets > limits.depth || dashes > limits.depth * 4 || indent > limits.indent)
    return { code: 'tooDeep', path: [] };
  return undefined;
}
