import type { Conflict } from '../model/contest-finding.js';
import type { ConflictFacts } from './facts.js';
import { type Draft, type Lookup, marks } from './lookup.js';
import { difference } from './words.js';

/** Requirements of a stage that cannot all be met with what there is, each group with what it lacks and what would be enough. */
export function conflictLines(lookup: Lookup, stage: string, indent: number): readonly Draft[] {
  const { conflicts } = lookup.messages;
  const found = lookup.stages.find(({ id }) => id === stage)?.conflicts ?? [];
  return found.map((conflict): Draft => {
    const facts = factsOf(lookup, conflict);
    return {
      mark: marks.unmet,
      text: conflicts.line(facts),
      indent,
      details: [conflicts.because(facts), conflicts.remedy(facts)],
      cite: conflict.requirements.flatMap((id) => lookup.finding(id)?.cite ?? []),
    };
  });
}

/** A title that several share is said once. */
function factsOf(lookup: Lookup, { requirements, items, need, have }: Conflict): ConflictFacts {
  return {
    requirements: [...new Set(requirements.map((id) => lookup.label(id)))],
    items: [...new Set(items.map((id) => lookup.itemTitle(id)))],
    need,
    have,
    short: difference(need, have),
  };
}
