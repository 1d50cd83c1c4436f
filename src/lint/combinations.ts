import { namedIn } from '../compile/assessments.js';
import { disputes, MOST_COMBINATIONS } from '../compile/readings.js';
import type { Edition, RulePack, Stage } from '../model/pack.js';
import type { Linter, Problem } from './problem.js';

/**
 * A stage whose disputed values have more combinations of readings than the engine evaluates. It refuses such a pack; fewer
 * combinations are evaluated one by one.
 */
export const combinations = { name: 'combinations', codes: [], find } as const satisfies Linter;

function find(pack: RulePack): readonly Problem[] {
  return pack.editions.flatMap((edition, index) =>
    edition.stages.flatMap((stage, at): readonly Problem[] => {
      const many = disputesOf(pack, edition, stage).reduce((product, { readings }) => product * readings.length, 1);
      if (many <= MOST_COMBINATIONS) return [];
      const path = ['editions', index, 'stages', at];
      return [
        { code: 'tooManyReadings', path, found: stage.id, expected: String(MOST_COMBINATIONS), names: [String(many)] },
      ];
    }),
  );
}

/** The disputed values on which a stage may hang: its own, and those of the days, ways, reviews and agreements of its edition. */
function disputesOf(pack: RulePack, edition: Edition, stage: Stage) {
  const own = namedIn(stage.requirement);
  const { reviews, agreements } = own.sets ? namedIn([stage.requirement, edition.methods]) : own;
  return disputes([
    [...reviews].map((id) => edition.reviews?.[id]),
    [stage.requirement, edition.days, edition.approval],
    [...agreements].map((id) => pack.agreements?.[id]),
  ]);
}
