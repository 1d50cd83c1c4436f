import { namedIn } from '../compile/assessments.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { ReviewRule } from '../model/review-rule.js';
import type { Issue, Path } from './issues.js';
import { ifUnknown } from './reference-names.js';

/** Names of agreements, rules for reviews, ratings and versions of the framework that nothing declares. */
export function assessmentIssues(pack: RulePack): readonly Issue[] {
  const { framework, editions } = pack;
  const sets = Object.keys(framework?.sets ?? {});
  const earlier = Object.entries(framework?.earlier ?? {}).flatMap(([version, { sets: known }]) =>
    Object.keys(known).flatMap((set) =>
      ifUnknown('unknownSet', set, sets, ['framework', 'earlier', version, 'sets', set]),
    ),
  );
  return [...earlier, ...editions.flatMap((edition, index) => inEdition(pack, edition, ['editions', index]))];
}

function inEdition(pack: RulePack, edition: Edition, path: Path): readonly Issue[] {
  const { reviews = {}, framework: version } = edition;
  const named = namedIn([edition.methods, edition.stages]);
  const versions = pack.framework ? [pack.framework.version, ...Object.keys(pack.framework.earlier ?? {})] : [];
  return [
    ...(version === undefined ? [] : ifUnknown('unknownVersion', version, versions, [...path, 'framework'])),
    ...[...named.agreements].flatMap((id) =>
      ifUnknown('unknownAgreement', id, Object.keys(pack.agreements ?? {}), [...path, 'stages']),
    ),
    ...[...named.reviews].flatMap((id) => ifUnknown('unknownReview', id, Object.keys(reviews), [...path, 'reviews'])),
    ...Object.entries(reviews).flatMap(([id, rule]) => ratingIssues(rule, [...path, 'reviews', id])),
  ];
}

function ratingIssues({ ratings, merge, supplement, passes }: ReviewRule, path: Path): readonly Issue[] {
  const known = (rating: string, at: Path) => ifUnknown('unknownRating', rating, ratings, [...path, ...at]);
  return [
    ...merge.flatMap(({ of, is }, index) => [
      ...of.flatMap((rating, side) => known(rating, ['merge', index, 'of', side])),
      ...known(is, ['merge', index, 'is']),
    ]),
    ...(supplement?.for ?? []).flatMap((rating, index) => known(rating, ['supplement', 'for', index])),
    ...passes.flatMap(({ rating }, index) => known(rating, ['passes', index, 'rating'])),
  ];
}
