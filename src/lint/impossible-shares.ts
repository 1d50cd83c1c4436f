import type { Path } from '../edge/issues.js';
import type { ReviewRule } from '../model/review-rule.js';
import { numberBounds } from './number-bounds.js';
import type { Problem } from './problem.js';

/** A rule for reviews whose shares no ratings can have together: they ask for more than the whole, or allow less than it. */
export function impossibleShares(id: string, rule: ReviewRule, path: Path): readonly Problem[] {
  const shares = rule.ratings.map((rating) => {
    const tests = rule.passes.filter((pass) => pass.rating === rating);
    const least = tests.flatMap(({ atLeast }) => (atLeast === undefined ? [] : [numberBounds(atLeast).lo]));
    const most = tests.flatMap(({ atMost }) => (atMost === undefined ? [] : [numberBounds(atMost).hi]));
    return { least: Math.max(0, ...least), most: Math.min(100, ...most) };
  });
  const least = shares.reduce((sum, share) => sum + share.least, 0);
  const most = shares.reduce((sum, share) => sum + share.most, 0);
  if (least <= 100 && most >= 100 && shares.every((share) => share.least <= share.most)) return [];
  return [{ code: 'sharesContradict', path: [...path, 'passes'], found: id }];
}
