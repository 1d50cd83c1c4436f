import * as z from 'zod';
import type { CandidateRecord } from '../record.js';
import type { Day } from '../value.js';
import { caseList } from './case-schema.js';
import { check } from './check.js';
import type { Expectation } from './expectation.js';
import type { Issue, Path } from './issues.js';
import { located, type Mount } from './locate.js';
import { overlay, without } from './overlay.js';
import { inOrder, type TextFile } from './pack-files.js';
import { parseRecord } from './parse-record.js';
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
  const read = files.filter(({ path }) => /^cases\/.*\.yaml$/.test(path)).map((file) => casesOf(file, files));
  return { cases: read.flatMap(({ cases }) => cases), issues: inOrder(read.flatMap(({ issues }) => issues)) };
}

function casesOf(file: TextFile, files: readonly TextFile[]): ReturnType<typeof readCases> {
  const yaml = readYaml(file.text, file.path);
  if (!yaml.ok) return { cases: [], issues: yaml.issues };
  const mount: Mount = { at: [], file: file.path, yaml: yaml.value };
  const result = check(caseList, yaml.value.data);
  if (!result.ok) return { cases: [], issues: result.issues.map((issue) => located(issue, [mount])) };
  const issues: Issue[] = [];
  const cases = result.value.flatMap((each, index): readonly Case[] => {
    const record = recordOf(each.record ?? {}, file, files);
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
function recordOf(
  raw: Readonly<Record<string, unknown>>,
  file: TextFile,
  files: readonly TextFile[],
): ReturnType<typeof parseRecord> {
  const { ref: _, without: __, ...above } = raw;
  const read = check(borrowed, raw);
  if (!read.ok) return read;
  const shared =
    read.value.ref === undefined ? { ok: true as const, data: {} } : sharedRecord(read.value.ref, file, files);
  if (!shared.ok) return shared;
  const laid = without(overlay(shared.data, above), read.value.without ?? []);
  if (laid.strangers.length > 0) {
    return { ok: false, issues: laid.strangers.map((found) => ({ code: 'unknownEntry', path: ['without'], found })) };
  }
  return parseRecord(laid.record);
}

function sharedRecord(
  ref: string,
  file: TextFile,
  files: readonly TextFile[],
): { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const path = resolve(file.path, ref);
  const shared = files.find((each) => each.path === path);
  const at: Path = ['ref'];
  if (shared === undefined) {
    const records = files.map((each) => each.path).filter((each) => each.startsWith('records/'));
    const hint = suggestion(
      ref,
      records.map((each) => `../${each}`),
    );
    return {
      ok: false,
      issues: [{ code: 'unknownRecord', path: at, found: ref, ...(hint === undefined ? {} : { hint }) }],
    };
  }
  const yaml = readYaml(shared.text, shared.path);
  if (!yaml.ok) return yaml;
  const { data } = yaml.value;
  if (isMapping(data)) return { ok: true, data };
  return {
    ok: false,
    issues: [
      { code: 'wrongType', path: [], expected: 'a mapping', found: shown(data) ?? '', file: path, line: 1, column: 1 },
    ],
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
