import type { RulePack } from '../pack.js';
import { everyRequirement } from '../walk.js';
import type { Linter, Problem } from './problem.js';

/**
 * A rule under which more evidence can make an answer worse: `lacks`, which one more credential fails, and a score of which the latest
 * counts, which one more try may lower. Everywhere else one more entry never lowers progress. A warning: some texts do ask that.
 */
export const disqualifyingRule = { name: 'disqualifying-rule', codes: [], find } as const satisfies Linter;

function find(pack: RulePack): readonly Problem[] {
  return pack.editions.flatMap((edition, index) =>
    edition.stages.flatMap((stage, at) =>
      everyRequirement(stage.requirement, ['editions', index, 'stages', at, 'requirement']).flatMap(
        ([path, requirement]): readonly Problem[] => {
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
