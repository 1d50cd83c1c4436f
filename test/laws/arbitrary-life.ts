import type fc from 'fast-check';
import type { Edition, RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Requirement } from '../../src/model/requirement.js';
import type { Case } from './arbitrary.js';
import { pack } from './arbitrary-pack.js';
import { record } from './arbitrary-record.js';
import { withStandings } from './arbitrary-standings.js';
import type { Draw } from './draw.js';
import { drawn } from './draw.js';

/** Cases so small that ten years of them can be evaluated day by day: the requirements of `cases`, one or two at a time. */
export function lives(): fc.Arbitrary<Case> {
  return drawn(LENGTH, (d): Case => {
    const asOf = '2025-06-15';
    const uncertain = d.chance(30);
    const rules = pack(d, asOf, { nonMonotone: true }, uncertain);
    const tabled = withStandings(d, asOf, small(d, rules), uncertain);
    return { asOf, pack: tabled, record: few(d, record(d, asOf, uncertain)) };
  });
}

const LENGTH = 1200;

/** One stage of the pack, or two, with two of its requirements. */
function small(d: Draw, rules: RulePack): RulePack {
  const keep = d.one([['award'], ['award'], ['award'], ['entry', 'award'], ['award', 'renewal']]);
  const { amounts: _, ...rest } = rules;
  const editions = rest.editions.map((edition): Edition => {
    const stages = edition.stages.filter(({ id }) => id === 'award' || keep.includes(id));
    return {
      ...edition,
      stages: stages.map((stage) => ({
        ...stage,
        ...(stage.requires && { requires: stage.requires.filter((id) => keep.includes(id)) }),
        requirement: trimmed(stage.requirement),
      })),
    };
  });
  return { ...rest, editions };
}

function trimmed(requirement: Requirement): Requirement {
  if (requirement.kind === 'allOf') return { ...requirement, of: requirement.of.slice(0, 2).map(trimmed) };
  if (requirement.kind !== 'choose') return requirement;
  return { ...requirement, choose: 1, from: requirement.from.slice(0, 2).map(trimmed) };
}

function few(d: Draw, stated: CandidateRecord): CandidateRecord {
  const some = <T>(list: readonly T[] | undefined): readonly T[] => (list ?? []).slice(0, d.one([1, 2, 3]));
  return {
    ...stated,
    completions: some(stated.completions),
    reviews: some(stated.reviews),
    activities: some(stated.activities),
  };
}
