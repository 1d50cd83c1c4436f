import type { Ruleset } from '../compile/ruleset.js';
import { evaluate } from '../evaluate.js';
import type { Evaluation } from '../model/evaluation.js';
import type { PackIds, RulePack } from '../model/pack.js';
import { check } from './check.js';
import type { Issue } from './issues.js';
import { parseRecord } from './parse-record.js';
import { plain } from './plain.js';
import { day } from './shapes.js';

/** An evaluation, or everything that is wrong with the record and the day. */
export type EvaluationResult<Ids extends PackIds = PackIds> =
  | { readonly ok: true; readonly evaluation: Evaluation<Ids> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks a record as `parseRecord` does and evaluates it. The day is checked as well: one that cannot be read is an issue at `asOf`.
 * The rules are trusted; `parsePack` checks those that are not.
 *
 * `evaluateJson(pack, JSON.parse(body), { asOf: '2026-02-30' })` is `{ ok: false, issues: [{ code: 'wrongValue', path: ['asOf'], … }] }`.
 */
export function evaluateJson<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: unknown,
  { asOf }: { readonly asOf: unknown },
): EvaluationResult<Ids> {
  const read = parseRecord(record);
  const on = dayOf(asOf);
  if (read.ok && on.ok) return { ok: true, evaluation: evaluate(rules, read.record, { asOf: on.value }) };
  return { ok: false, issues: [...(read.ok ? [] : read.issues), ...(on.ok ? [] : on.issues.map(atAsOf))] };
}

function dayOf(asOf: unknown) {
  const data = plain(asOf);
  return data.ok ? check(day, data.value) : data;
}

function atAsOf(issue: Issue): Issue {
  return { ...issue, path: ['asOf', ...issue.path] };
}
