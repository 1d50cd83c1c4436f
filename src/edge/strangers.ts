import type { RulePack } from '../pack.js';
import type { CandidateRecord } from '../record.js';
import type { Issue } from './issues.js';
import { ifUnknown } from './reference-names.js';

/**
 * What a record states that a pack never asks for: milestones, facts and competency sets under names that it does not know. A record may
 * serve several packs, so this is no error; but a misspelt name would leave the answer open for no visible reason.
 *
 * `strangers(pack, { facts: { diplma: true } })` is one issue with the hint to say `diploma`.
 */
export function strangers(pack: RulePack, record: CandidateRecord): readonly Issue[] {
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
  ];
}
