import type { RulePack } from '../pack.js';
import type { CandidateRecord } from '../record.js';
import type { Issue } from './issues.js';
import { builtInUnits, readAmount } from './phrases.js';
import { ifUnknown } from './reference-names.js';

/**
 * What a record states that a pack never asks for: milestones, facts, competency sets and units under names that it does not know. A record may
 * serve several packs, so this is no error; but a misspelt name would leave the answer open for no visible reason.
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
    ...(record.declared ?? []).flatMap((id, index) =>
      ifUnknown('unknownSet', id, Object.keys(pack.framework?.sets ?? {}), ['declared', index]),
    ),
    ...measured.flatMap(({ unit, path }) => (unit === undefined ? [] : ifUnknown('unknownUnit', unit, units, path))),
  ];
}
