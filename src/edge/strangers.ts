import type { RulePack } from '../model/pack.js';
import type { CandidateRecord } from '../model/record.js';
import type { ListName } from '../model/requirement.js';
import type { Issue } from './issues.js';
import { fieldsOf, listNames } from './item-fields.js';
import { builtInUnits, readAmount } from './phrases.js';
import { ifUnknown } from './reference-names.js';
import { typeIssues } from './reference-tables.js';

/**
 * What a record states that a pack never asks for: milestones, facts, fields, competency sets and units under names that it does not know, and
 * facts of another type than it declares. A record may serve several packs, so this is no error; but a misspelt name, or `yes` for `true`, would
 * leave the answer open or wrong for no visible reason.
 *
 * `strangers(pack, { facts: { diplma: true } })` is one issue with the hint to say `diploma`.
 */
export function strangers(pack: RulePack, record: CandidateRecord): readonly Issue[] {
  const units = [...builtInUnits, ...Object.keys(pack.units ?? {})];
  const measured = (['completions', 'activities'] as const).flatMap((list) =>
    (record[list] ?? []).map(({ amount = '' }, index) => ({
      unit: readAmount(amount)?.unit,
      path: [list, index, 'amount'],
    })),
  );
  return [
    ...Object.keys(record.milestones ?? {}).flatMap((id) =>
      ifUnknown('unknownDay', id, Object.keys(pack.milestones), ['milestones', id]),
    ),
    ...Object.keys(record.facts ?? {}).flatMap((id) =>
      ifUnknown('unknownFact', id, Object.keys(pack.facts), ['facts', id]),
    ),
    ...Object.entries(record.facts ?? {}).flatMap(([id, stated]) =>
      typeIssues(pack, id, Array.isArray(stated) ? stated.map(({ value }) => value) : [stated], ['facts', id]),
    ),
    ...listNames.flatMap((list) => strangeFields(pack, record, list)),
    ...(record.declared ?? []).flatMap((id, index) =>
      ifUnknown('unknownSet', id, Object.keys(pack.framework?.sets ?? {}), ['declared', index]),
    ),
    ...measured.flatMap(({ unit, path }) => (unit === undefined ? [] : ifUnknown('unknownUnit', unit, units, path))),
  ];
}

/** Fields of entries that no list of the pack has, each told once. */
function strangeFields(pack: RulePack, record: CandidateRecord, list: ListName): readonly Issue[] {
  const stated = (record[list] ?? []).flatMap(({ fields = {} }, index) =>
    Object.keys(fields).map((name) => ({ name, path: [list, index, 'fields', name] })),
  );
  return stated
    .filter(({ name }, index) => stated.findIndex((each) => each.name === name) === index)
    .flatMap(({ name, path }) => ifUnknown('unknownField', name, fieldsOf(pack, list), path));
}
