import { evaluateJson } from '../../src/edge/evaluate-json.js';
import { type Issue, issueText } from '../../src/edge/issues.js';
import { parsePack } from '../../src/edge/parse-pack.js';
import { parseRecord, readRecord } from '../../src/edge/parse-record.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { RulePack } from '../../src/model/pack.js';
import { loaded } from '../edge/fixtures.js';
import { type Document, record } from './documents.js';

/** What a reader makes of a document: nothing wrong, or issues. A text is given a place for each of them. */
export interface Reader {
  readonly name: string;
  readonly of: 'value' | 'text';
  readonly read: (input: unknown) => readonly Issue[];
}

const issuesOf = (result: { readonly ok: boolean; readonly issues?: readonly Issue[] }): readonly Issue[] => {
  if (result.ok) return [];
  if (result.issues === undefined || result.issues.length === 0) throw new Error('refused without an issue');
  return result.issues;
};

/** What was accepted as a pack can be evaluated. */
function packIssues(result: ReturnType<typeof readPack>): readonly Issue[] {
  if (result.ok) evaluate(result.pack, record as Parameters<typeof evaluate>[1], { asOf: '2026-11-22' });
  return issuesOf(result);
}

/** A case that names a record in another file. */
const oneCase = {
  path: 'cases/named.yaml',
  text: '- { case: A, asOf: 2026-11-22, record: { ref: ../records/a.yaml }, expect: { x: met } }',
};

/** Everything that reads what somebody else wrote. */
export function readers(pack: RulePack = loaded()): readonly Reader[] {
  const lines = (text: unknown) => String(text);
  return [
    { name: 'parsePack', of: 'value', read: (input) => packIssues(parsePack(input)) },
    { name: 'parseRecord', of: 'value', read: (input) => issuesOf(parseRecord(input)) },
    { name: 'evaluateJson', of: 'value', read: (input) => issuesOf(evaluateJson(pack, input, { asOf: '2026-11-22' })) },
    { name: 'evaluateJson, day', of: 'value', read: (input) => issuesOf(evaluateJson(pack, record, { asOf: input })) },
    { name: 'readPack', of: 'text', read: (text) => packIssues(readPack([{ path: 'pack.yaml', text: lines(text) }])) },
    { name: 'readRecord', of: 'text', read: (text) => issuesOf(readRecord(lines(text), 'pack.yaml')) },
    {
      name: 'readCases',
      of: 'text',
      read: (text) => readCases([{ path: 'cases/a.yaml', text: lines(text) }]).issues,
    },
    {
      name: 'readCases, record',
      of: 'text',
      read: (text) => readCases([oneCase, { path: 'records/a.yaml', text: lines(text) }]).issues,
    },
  ];
}

/** What is wrong with how a document was refused: nothing, or in which way an issue is unclear. */
export function unclear(issues: readonly Issue[], of: Reader['of']): string | undefined {
  for (const issue of issues) {
    const text = issueText(issue);
    const told = JSON.stringify(issue);
    if (!/^\S.{9,999}$/.test(text)) return `no sentence, or one without end: ${told.slice(0, 300)}`;
    if (/ be undefined|\[object|\p{Cc}|\p{Cs}/u.test(text)) return `not for people: ${told.slice(0, 300)}`;
    if (issue.path.length > 110) return `a path without end: ${told.slice(0, 300)}`;
    if (of === 'text' && issue.code !== 'more' && !(Number(issue.line) >= 1 && Number(issue.column) >= 1))
      return `without a place: ${told.slice(0, 300)}`;
  }
  return undefined;
}

/** The data or the text of a document, as a reader wants it; none if it has none. */
export function inputFor({ of }: Reader, document: Document): { readonly input: unknown } | undefined {
  if (of === 'value') return 'value' in document ? { input: document.value } : undefined;
  return document.text === undefined ? undefined : { input: document.text };
}
