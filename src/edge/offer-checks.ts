import type { CourseOption } from '../model/deficiency.js';
import type { Evaluation } from '../model/evaluation.js';
import { money } from './amount-checks.js';
import type { Expectation, ExpectedOffer } from './expectation.js';
import { suggestion } from './suggest.js';

/** What differs from the terms that a case expects of courses which an answer proposes, a line each. */
export function offerChecks({ offered = {} }: Expectation, { deficiencies }: Evaluation): readonly string[] {
  const options = deficiencies.flatMap(({ ways = [] }) => ways.flatMap(({ courses }) => courses));
  return Object.entries(offered).flatMap(([id, wanted]) => {
    const found = options
      .filter(({ courses }) => courses.some((course) => course.id === id))
      .toSorted((a, b) => a.courses.length - b.courses.length)[0];
    if (found) return differences(wanted, found).map((each) => `offered \`${id}\`: ${each}`);
    const hint = suggestion(id, [...new Set(options.flatMap(({ courses }) => courses.map((course) => course.id)))]);
    return [`offered \`${id}\`: no such course is proposed${hint === undefined ? '' : `; ${hint}`}`];
  });
}

function differences({ mayTake, ...wanted }: ExpectedOffer, { price = {}, ...found }: CourseOption): readonly string[] {
  const isSame = mayTake === undefined || mayTake === found.mayTake;
  return [
    ...money(wanted, price),
    ...(isSame ? [] : [`expected mayTake ${mayTake}, found ${found.mayTake ?? 'none'}`]),
  ];
}
