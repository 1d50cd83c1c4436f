import type { Evaluation } from '../model/evaluation.js';
import { check } from './check.js';
import { evaluationSchema } from './evaluation-schema.js';
import type { Issue } from './issues.js';
import { plain } from './plain.js';

/** An evaluation, or everything that keeps data from being one. */
export type ParsedEvaluation =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks plain data as an evaluation, such as one that was stored: known keys only, real days, known codes. Whether it is right is
 * another question, which `verify` answers.
 *
 * `parseEvaluation(JSON.parse(serialize(evaluation)))` is `{ ok: true, evaluation }`, deeply equal.
 */
export function parseEvaluation(input: unknown): ParsedEvaluation {
  const data = plain(input);
  if (!data.ok) return data;
  const result = check(evaluationSchema, data.value);
  return result.ok ? { ok: true, evaluation: result.value } : result;
}
