import { canonicalPack } from './canonical-pack.js';
import { check } from './check.js';
import { plain } from './plain.js';
import { atMost } from './plain-values.js';
import type { PackResult } from './read-pack.js';
import { referenceIssues } from './references.js';

/**
 * Checks plain data as a pack in its canonical form, such as a built `<id>.json`: known keys only, and every name declared.
 *
 * `parsePack({})` lists every key that is missing.
 */
export function parsePack(input: unknown): PackResult {
  const data = plain(input);
  if (!data.ok) return data;
  const result = check(canonicalPack, data.value);
  if (!result.ok) return result;
  const issues = atMost(referenceIssues(result.value));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, pack: result.value };
}
