import type { RegistryData } from '../model/registry.js';
import { check } from './check.js';
import type { Issue } from './issues.js';
import { authoredIssue, located, type Placed } from './locate.js';
import { inOrder } from './pack-files.js';
import { plain } from './plain.js';
import { atMost } from './plain-values.js';
import { registryIssues } from './registry-names.js';
import { authoredRegistry, canonicalRegistry } from './registry-schema.js';
import { readYaml } from './yaml.js';

/** A registry, or everything that is wrong with it. */
export type RegistryResult =
  | { readonly ok: true; readonly registry: RegistryData }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks plain data as a registry in its canonical form, such as the built `registry.json`: known keys only, and every name that an entry
 * uses is there.
 *
 * `parseRegistry({})` lists every key that is missing.
 */
export function parseRegistry(input: unknown): RegistryResult {
  const data = plain(input);
  if (!data.ok) return data;
  const result = check(canonicalRegistry, data.value);
  if (!result.ok) return result;
  const issues = atMost(registryIssues(result.value));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, registry: result.value };
}

/** Reads the text of a `registry.yaml`; issues carry the file, line and column. Names are looked up once all else could be read. */
export function readRegistry(text: string, file: string): RegistryResult {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const { data } = yaml.value;
  const at = <I extends Placed>(issue: I): I => located(issue, [{ at: [], file, yaml: yaml.value }]);
  const result = check(authoredRegistry, data);
  if (!result.ok) return { ok: false, issues: inOrder(result.issues.map(at)) };
  const registry = result.value;
  // Only citations are written otherwise than they are read.
  const moved = (issue: Issue) => (issue.code === 'unknownCitation' ? authoredIssue(issue, registry, data) : issue);
  const issues = atMost(registryIssues(registry)).map((issue) => at(moved(issue)));
  return issues.length > 0 ? { ok: false, issues: inOrder(issues) } : { ok: true, registry };
}
