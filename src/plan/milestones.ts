import type { CompiledRuleset } from '../compile/ruleset.js';
import type { CandidateRecord } from '../model/record.js';
import type { Day } from '../model/value.js';
import type { Candidate } from './candidate.js';
import { FREE } from './price.js';

/**
 * The milestones from whose days a stage and those that it requires are judged, as far as the record gives them none: they come first in
 * every plan. What would decide the stage itself is no step towards it.
 */
export function firstMilestones(ruleset: CompiledRuleset, record: CandidateRecord, stage: string): readonly string[] {
  const stages = requiredBy(ruleset, stage);
  const decides = new Set(ruleset.editions.flatMap((edition) => edition.stages.get(stage)?.stage.settledBy ?? []));
  const governing = ruleset.editions.flatMap((edition) =>
    stages.flatMap((id) => edition.stages.get(id)?.governedBy ?? []),
  );
  const missing = governing.flatMap((name) => missingFor(name, ruleset, record) ?? []);
  return [...new Set(missing)].filter((name) => !decides.has(name)).sort();
}

/** The milestone that would give this one its day; `undefined` where it has one or will have one on a day that is stated. */
function missingFor(name: string, { pack }: CompiledRuleset, record: CandidateRecord): string | undefined {
  const seen = new Set<string>();
  for (let at = name; !seen.has(at); ) {
    seen.add(at);
    const stated = record.milestones?.[at];
    if (stated !== undefined && stated !== 'notYet') return undefined;
    const next = stated === undefined ? pack.milestones[at]?.sameAs : undefined;
    if (next === undefined) return Object.hasOwn(pack.milestones, at) ? at : undefined;
    at = next;
  }
  return undefined;
}

function requiredBy({ editions }: CompiledRuleset, stage: string): readonly string[] {
  const found = new Set([stage]);
  for (const id of found)
    for (const edition of editions) for (const other of edition.stages.get(id)?.stage.requires ?? []) found.add(other);
  return [...found];
}

/** Reaching a milestone. */
export function milestoneStep(id: string, { pack }: CompiledRuleset, record: CandidateRecord, day: Day): Candidate {
  const milestone = pack.milestones[id];
  return {
    id: `milestone:${id}`,
    kind: 'milestone',
    title: milestone?.title ?? id,
    assumes: record.milestones?.[id] === undefined ? ['notYet'] : [],
    price: FREE,
    days: { lo: 0, hi: 0 },
    adds: { milestones: { [id]: day } },
    cite: milestone?.cite ?? [],
    milestone: id,
  };
}
