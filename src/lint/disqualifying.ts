import { everyRequirement } from '../base/walk.js';
import type { RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { Linter, Problem } from './problem.js';

/**
 * A rule under which more evidence can make an answer worse: `lacks`, which one more credential fails, and a score of which the latest
 * counts, which one more try may lower. Everywhere else one more entry never lowers progress. A warning: some texts do ask that, and
 * whoever names the place where the text says so, beside the requirement itself, is not warned.
 */
export const disqualifyingRule = { name: 'disqualifying-rule', codes: [], find } as const satisfies Linter;

function find(pack: RulePack): readonly Problem[] {
  return pack.editions.flatMap((edition, index) =>
    edition.stages.flatMap((stage, at) =>
      everyRequirement(stage.requirement, ['editions', index, 'stages', at, 'requirement']).flatMap(
        ([path, requirement]): readonly Problem[] => {
          if (namesItsPlace(requirement)) return [];
          const { id } = requirement;
          if (requirement.kind === 'lacks')
            return [{ code: 'heldDisqualifies', path, found: id, names: requirement.credential }];
          if (requirement.kind !== 'score' || requirement.take !== 'latest') return [];
          return [{ code: 'latestDisqualifies', path, found: id, names: [requirement.exam] }];
        },
      ),
    ),
  );
}

/** A citation from above is of the rules around it and may say nothing of what disqualifies; only its own is asked. */
const namesItsPlace = ({ cite = [] }: Requirement) => cite.some(({ at }) => at !== undefined);
