import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Issue, Path } from './issues.js';

/** A text that could be read. */
export interface YamlFile {
  /** Plain data: mappings, lists, text, numbers, booleans, `null`. Days stay text. */
  readonly data: unknown;
  /** Where the value at a path stands, or its key; a path that leads nowhere gives the nearest place above. */
  readonly at: (path: Path, what?: 'value' | 'key') => Place;
}

/** A place in a text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Far more than any rule needs, and little enough for every reader's stack. */
const deepest = 100;
const widestIndent = 400;

/** Whether a text nests deeper than readers can follow; asked of the tokens, before anything recurses. */
function tooDeep(text: string): boolean {
  let [depth, onLine, scalar] = [0, 0, false];
  for (const token of new Lexer().lex(text)) {
    if (scalar) scalar = false;
    else if (token === '\u001f') scalar = true;
    else if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (depth === 0 && (token === '-' || token === '?' || token === ':')) onLine += 1;
    else if (/^\r?\n$/.test(token)) onLine = 0;
    if (depth > deepest || onLine > deepest * 4 || (/^ +$/.test(token) && token.length > widestIndent)) return true;
  }
  return false;
}

/**
 * Reads YAML 1.2 with its core schema; JSON is YAML. No tags of its own, no merge keys, unique text keys, few aliases.
 *
 * `readYaml('due: 2026-11-22', 'pack.yaml')` has the data `{ due: '2026-11-22' }`.
 */
export function readYaml(
  text: string,
  file: string,
): { readonly ok: true; readonly value: YamlFile } | { readonly ok: false; readonly issues: readonly Issue[] } {
  if (tooDeep(text)) return { ok: false, issues: [{ code: 'tooDeep', path: [], file, line: 1, column: 1 }] };
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const issue = (message: string, offset: number): Issue => {
    const found = (message[0] ?? '').toLowerCase() + message.slice(1);
    return { code: 'unreadable', path: [], expected: 'YAML', found, file, ...place(offset) };
  };
  const issues = [...document.errors, ...document.warnings].map(({ message, pos }) => issue(message, pos[0]));
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      issues.push(issue(`the alias *${alias.source} names nothing above it`, alias.range?.[0] ?? 0));
    },
  });
  if (issues.length > 0) return { ok: false, issues };
  try {
    const at: YamlFile['at'] = (path, what = 'value') => place(offsetOf(document.contents, path, what, document));
    return { ok: true, value: { data: document.toJS({ maxAliasCount: 100 }), at } };
  } catch {
    return { ok: false, issues: [issue('its aliases stand for too much', 0)] };
  }
}

type Source = ReturnType<typeof parseDocument>;

/** Where in the text the value at a path begins, or as much of the path as exists. */
function offsetOf(top: Node | null, path: Path, what: 'value' | 'key', source: Source): number {
  let [node, offset] = [top, top?.range?.[0] ?? 0];
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(source) ?? null;
    let next: unknown;
    if (isSeq(node)) next = node.items[Number(step)];
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      const last = index === path.length - 1;
      next = last && what === 'key' ? pair?.key : (pair?.value ?? pair?.key);
    }
    if (next === undefined || next === null) return offset;
    node = next as Node;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}
