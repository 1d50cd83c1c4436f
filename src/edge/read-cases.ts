import * as z from 'zod';
import type { RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import type { Day } from '../model/value.js';
import { caseList } from './case-schema.js';
import { check } from './check.js';
import type { Expectation } from './expectation.js';
import type { Issue } from './issues.js';
import { located, type Mount } from './locate.js';
import { merged, without } from './merged.js';
import { inOrder, type TextFile } from './pack-files.js';
import { recordOf } from './parse-record.js';
import { isMapping, shown } from './plain-data.js';
import { list, optional, text } from './shapes.js';
import { strangers } from './strangers.js';
import { suggestion } from './suggest.js';
import { readYaml } from './yaml.js';

/** A record, a day, and what must be answered. */
export interface Case {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly asOf: Day;
  readonly record: CandidateRecord;
  readonly expect: Expectation;
}

/**
 * The cases in the files of a pack's folder: those below `cases/`, with the records that they name put in.
 * A case with an issue is left out; the others can be run. Of records that state what `pack` never asks for, that is told as well, if a pack is given.
 */
export function readCases(
  files: readonly TextFile[],
  { pack }: { readonly pack?: RulePack } = {},
): {
  readonly cases: readonly Case[];
  readonly issues: readonly Issue[];
} {
  const unasked = (record: CandidateRecord) => (pack === undefined ? [] : strangers(pack, record));
  const shared = sharedRecords(files, unasked);
  const read = files.filter(({ path }) => /^cases\/.*\.yaml$/.test(path)).map((file) => casesOf(file, shared, unasked));
  return { cases: read.flatMap(({ cases }) => cases), issues: once(inOrder(read.flatMap(({ issues }) => issues))) };
}

/** What is wrong with a shared record is found by every case that names it. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => seen.size < seen.add(JSON.stringify(issue)).size);
}

function casesOf(file: TextFile, shared: SharedRecords, unasked: Unasked): ReturnType<typeof readCases> {
  const yaml = readYaml(file.text, file.path);
  if (!yaml.ok) return { cases: [], issues: yaml.issues };
  const mount: Mount = { at: [], file: file.path, yaml: yaml.value };
  const result = check(caseList, yaml.value.data);
  if (!result.ok) return { cases: [], issues: result.issues.map((issue) => located(issue, [mount])) };
  const issues: Issue[] = [];
  const cases = result.value.flatMap((each, index): readonly Case[] => {
    const record = caseRecord(each.record ?? {}, file.path, shared, unasked);
    const below = (issue: Issue) => located({ ...issue, path: [index, 'record', ...issue.path] }, [mount]);
    issues.push(...record.issues.map((issue) => (issue.file === undefined ? below(issue) : issue)));
    if (!record.ok) return [];
    const { line } = yaml.value.at([index]);
    return [{ name: each.case, file: file.path, line, asOf: each.asOf, record: record.record, expect: each.expect }];
  });
  return { cases, issues };
}

const borrowed = z.object({ ref: optional(text), without: optional(list(text)) });

/** A record that may be evaluated, with what its pack never asks for, or everything that is wrong with it. */
type CaseRecord =
  | { readonly ok: true; readonly record: CandidateRecord; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a record states that nobody asks for. */
type Unasked = (record: CandidateRecord) => readonly Issue[];

/** A case's record: the one that it names, with what stands beside laid over it, less what it drops. */
function caseRecord(
  raw: Readonly<Record<string, unknown>>,
  from: string,
  records: SharedRecords,
  unasked: Unasked,
): CaseRecord {
  const { ref: _, without: __, ...above } = raw;
  const read = check(borrowed, raw);
  if (!read.ok) return read;
  const shared =
    read.value.ref === undefined
      ? { ok: true as const, data: {}, own: new Map<string, Issue>() }
      : records(from, read.value.ref);
  if (!shared.ok) return shared;
  const laid = without(merged(shared.data, above), read.value.without ?? []);
  if (laid.strangers.length > 0) {
    return { ok: false, issues: laid.strangers.map((found) => ({ code: 'unknownEntry', path: ['without'], found })) };
  }
  // What is wrong with the shared record is told there, not in each case that names it.
  const told = (issue: Issue) => toldThere(issue, shared.own);
  const record = recordOf(laid.record);
  if (!record.ok) return { ok: false, issues: record.issues.map(told) };
  return { ...record, issues: unasked(record.record).map(told) };
}

/** What an issue says, of which place; and of which key of which list, since in the record of a case the places of entries may be others. */
const sayingsOf = ({ code, found, expected, path }: Issue): readonly string[] =>
  [path, [path[0], path.at(-1)]].map((place) => JSON.stringify([code, found, expected, place]));

/** What is wrong with a shared record by itself, by what it says. */
type OwnIssues = ReadonlyMap<string, Issue>;

/** The issue of a case's record, as that of the shared record where it is one. */
function toldThere(issue: Issue, own: OwnIssues): Issue {
  const [exactly = '', nearly = ''] = sayingsOf(issue);
  return own.get(exactly) ?? own.get(nearly) ?? issue;
}

type SharedRecord =
  | { readonly ok: true; readonly data: unknown; readonly own: OwnIssues }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Records by the file from which and the words by which a case names them; each file is read once. */
type SharedRecords = (from: string, ref: string) => SharedRecord;

function sharedRecords(files: readonly TextFile[], unasked: Unasked): SharedRecords {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const records = files.map(({ path }) => path).filter((path) => path.startsWith('records/'));
  const read = new Map<string, SharedRecord>();
  return (from, ref) => {
    const path = resolve(from, ref);
    const file = byPath.get(path);
    if (file === undefined) {
      const hint = suggestion(
        ref,
        records.map((each) => `../${each}`),
      );
      const issue: Issue = {
        code: 'unknownRecord',
        path: ['ref'],
        found: ref,
        ...(hint === undefined ? {} : { hint }),
      };
      return { ok: false, issues: [issue] };
    }
    const record = read.get(path) ?? sharedRecord(file, unasked);
    read.set(path, record);
    return record;
  };
}

function sharedRecord({ path, text: written }: TextFile, unasked: Unasked): SharedRecord {
  const yaml = readYaml(written, path);
  if (!yaml.ok) return yaml;
  const { data } = yaml.value;
  if (isMapping(data)) {
    const read = recordOf(data);
    const mount: Mount = { at: [], file: path, yaml: yaml.value };
    const issues = read.ok ? unasked(read.record) : read.issues;
    const own = issues.flatMap((issue) => sayingsOf(issue).map((says) => [says, located(issue, [mount])] as const));
    return { ok: true, data, own: new Map(own) };
  }
  const found = shown(data) ?? '';
  return {
    ok: false,
    issues: [{ code: 'wrongType', path: [], expected: 'a mapping', found, file: path, line: 1, column: 1 }],
  };
}

/** A path beside a file: `resolve('cases/a.yaml', '../records/b.yaml')` is `records/b.yaml`. */
function resolve(from: string, ref: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of ref.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
