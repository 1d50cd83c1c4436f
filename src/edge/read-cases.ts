import * as z from 'zod';
import type { CandidateRecord } from '../record.js';
import type { Day } from '../value.js';
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
 * A case with an issue is left out; the others can be run.
 */
export function readCases(files: readonly TextFile[]): {
  readonly cases: readonly Case[];
  readonly issues: readonly Issue[];
} {
  const shared = sharedRecords(files);
  const read = files.filter(({ path }) => /^cases\/.*\.yaml$/.test(path)).map((file) => casesOf(file, shared));
  return { cases: read.flatMap(({ cases }) => cases), issues: inOrder(read.flatMap(({ issues }) => issues)) };
}

function casesOf(file: TextFile, shared: SharedRecords): ReturnType<typeof readCases> {
  const yaml = readYaml(file.text, file.path);
  if (!yaml.ok) return { cases: [], issues: yaml.issues };
  const mount: Mount = { at: [], file: file.path, yaml: yaml.value };
  const result = check(caseList, yaml.value.data);
  if (!result.ok) return { cases: [], issues: result.issues.map((issue) => located(issue, [mount])) };
  const issues: Issue[] = [];
  const cases = result.value.flatMap((each, index): readonly Case[] => {
    const record = caseRecord(each.record ?? {}, file.path, shared);
    if (!record.ok) {
      const below = (issue: Issue) => located({ ...issue, path: [index, 'record', ...issue.path] }, [mount]);
      issues.push(...record.issues.map((issue) => (issue.file === undefined ? below(issue) : issue)));
      return [];
    }
    const { line } = yaml.value.at([index]);
    return [{ name: each.case, file: file.path, line, asOf: each.asOf, record: record.record, expect: each.expect }];
  });
  return { cases, issues };
}

const borrowed = z.object({ ref: optional(text), without: optional(list(text)) });

/** A case's record: the one that it names, with what stands beside laid over it, less what it drops. */
function caseRecord(
  raw: Readonly<Record<string, unknown>>,
  from: string,
  records: SharedRecords,
): ReturnType<typeof recordOf> {
  const { ref: _, without: __, ...above } = raw;
  const read = check(borrowed, raw);
  if (!read.ok) return read;
  const shared = read.value.ref === undefined ? { ok: true as const, data: {} } : records(from, read.value.ref);
  if (!shared.ok) return shared;
  const laid = without(merged(shared.data, above), read.value.without ?? []);
  if (laid.strangers.length > 0) {
    return { ok: false, issues: laid.strangers.map((found) => ({ code: 'unknownEntry', path: ['without'], found })) };
  }
  return recordOf(laid.record);
}

type SharedRecord =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Records by the file from which and the words by which a case names them; each file is read once. */
type SharedRecords = (from: string, ref: string) => SharedRecord;

function sharedRecords(files: readonly TextFile[]): SharedRecords {
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
    const record = read.get(path) ?? sharedRecord(file);
    read.set(path, record);
    return record;
  };
}

function sharedRecord({ path, text: written }: TextFile): SharedRecord {
  const yaml = readYaml(written, path);
  if (!yaml.ok) return yaml;
  const { data } = yaml.value;
  if (isMapping(data)) return { ok: true, data };
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
