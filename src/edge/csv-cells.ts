import type { CellKind } from './csv-columns.js';

/** The type that a pack declares for a fact, or for a field of the entries of a list; `undefined` for what it does not declare. */
export type DeclaredType = (of: 'fact' | 'field', id: string, row: Readonly<Record<string, string>>) => unknown;

/** What a cell says in YAML's data. A text that is not what was hoped for stays as it is: whoever checks it knows what to say. */
export function cellValue(text: string, kind: CellKind, declared: (of: 'fact' | 'field') => unknown): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'sentences':
      return [text];
    case 'number':
      return numberOr(text);
    case 'list':
      return entriesOf(text);
    case 'cite':
      return entriesOf(text).map(citation);
    case 'spans':
      return entriesOf(text).map(span);
    case 'fact':
    case 'field':
      return typed(text, declared(kind));
  }
}

/** What stands between semicolons; one that belongs to the text has a `\` before it. */
function entriesOf(text: string): readonly string[] {
  const entries = text.split(/(?<!\\);/).map((entry) => entry.replaceAll('\\;', ';').trim());
  return entries.filter((entry) => entry !== '');
}

/** `rules: page 3` is the citation `rules` with a place in it; without a place it is the id alone. */
function citation(entry: string): unknown {
  const [, source = '', place = ''] = /^(\S+): (.*)$/s.exec(entry) ?? [];
  return source === '' ? entry : Object.fromEntries([[source, place]]);
}

/** `2024-01-01 until 2026-01-01`, or the first day alone. */
function span(entry: string): unknown {
  const [from, until] = entry.split(/\s+until\s+/);
  return until === undefined ? { from } : { from, until };
}

function numberOr(text: string): unknown {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** By the declared type; several values between semicolons are a list, and spreadsheets shout `TRUE`. */
function typed(text: string, type: unknown): unknown {
  const one = (entry: string): unknown => {
    if (type === 'number') return numberOr(entry);
    const word = entry.toLowerCase();
    return type === 'boolean' && (word === 'true' || word === 'false') ? word === 'true' : entry;
  };
  const entries = entriesOf(text).map(one);
  return entries.length === 1 && type !== 'list' ? entries[0] : entries;
}
