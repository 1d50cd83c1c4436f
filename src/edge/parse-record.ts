import { contradicts, overlap } from '../base/contradiction.js';
import type { CandidateRecord } from '../model/record.js';
import { check } from './check.js';
import type { Issue } from './issues.js';
import { located } from './locate.js';
import { inOrder } from './pack-files.js';
import { plain } from './plain.js';
import { atMost } from './plain-values.js';
import { recordSchema } from './record-schema.js';
import { readYaml } from './yaml.js';

/** A record that may be evaluated, or everything that is wrong with it. */
export type RecordResult =
  | { readonly ok: true; readonly record: CandidateRecord }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks plain data as a record: known keys only, real days, every id once, no two exceptions that contradict each other.
 *
 * `parseRecord({ facts: { diploma: true } })` is `{ ok: true, record: { facts: { diploma: true } } }`.
 */
export function parseRecord(input: unknown): RecordResult {
  const data = plain(input);
  return data.ok ? recordOf(data.value) : data;
}

/** Checks as a record what is known to be plain data. */
export function recordOf(data: unknown): RecordResult {
  const result = check(recordSchema, data);
  if (!result.ok) return result;
  const issues = atMost([...repeatedIds(result.value), ...contradictions(result.value)]);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, record: result.value };
}

/** Reads the text of a record, YAML or JSON; issues carry the file, line and column. */
export function readRecord(text: string, file: string): RecordResult {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const result = recordOf(yaml.value.data);
  if (result.ok) return result;
  const mount = { at: [], file, yaml: yaml.value };
  return { ok: false, issues: inOrder(result.issues.map((issue) => located(issue, [mount]))) };
}

const lists = [
  ...(['completions', 'reviews', 'experience', 'credentials', 'scores', 'attestations', 'activities'] as const),
  'exceptions',
] as const;

function repeatedIds(record: CandidateRecord): readonly Issue[] {
  const seen = new Set<string>();
  return lists.flatMap((name) =>
    (record[name] ?? []).flatMap(({ id }, index): readonly Issue[] => {
      if (seen.has(id))
        return [{ code: 'duplicateId', path: [name, index, 'id'], found: id, expected: 'another entry' }];
      seen.add(id);
      return [];
    }),
  );
}

/** The later of two exceptions, in the order of the list, that contradict each other while both are in force. */
function contradictions({ exceptions = [] }: CandidateRecord): readonly Issue[] {
  return exceptions.flatMap((one, index): readonly Issue[] => {
    const other = exceptions.slice(0, index).find((before) => contradicts(before, one) && overlap(before, one));
    if (!other) return [];
    return [
      {
        code: 'contradiction',
        path: ['exceptions', index],
        found: `${one.kind} ${one.id}`,
        expected: `${other.kind} ${other.id}`,
        hint: 'keep one of them, or let the earlier expire before the later is granted',
      },
    ];
  });
}
