import type { Course, CourseTerms } from '../model/catalogue.js';
import type { RulePack } from '../model/pack.js';
import type { Issue, Path } from './issues.js';
import { moneyIssues } from './reference-amounts.js';
import { ifUnknown, knownIn, namesIn } from './reference-names.js';
import { tableIssues } from './reference-tables.js';
import { suggestion } from './suggest.js';

/** What is wrong with a catalogue: names that nothing declares, and terms that nothing can mean. */
export function catalogueIssues(pack: RulePack): readonly Issue[] {
  return pack.catalogue === undefined ? [] : [...namesOf(pack), ...termsIssues(pack)];
}

function namesOf(pack: RulePack): readonly Issue[] {
  const known = knownIn(pack);
  const { providers = {}, courses = [], bundles = [] } = pack.catalogue ?? {};
  const sets = Object.keys(pack.framework?.sets ?? {});
  const offered = courses.map(({ id }) => id);
  const covered = (covers: readonly string[] | undefined, path: Path) =>
    (covers ?? []).flatMap((set, index) => ifUnknown('unknownSet', set, sets, [...path, 'covers', index]));
  return [
    ...namesIn(providers, known, ['catalogue', 'providers']),
    ...courses.flatMap(({ fields: _, ...course }, index) => {
      const path = ['catalogue', 'courses', index];
      const named = providerIssues(course, Object.keys(providers), path);
      return [...namesIn(course, known, path), ...covered(course.covers, path), ...named];
    }),
    ...bundles.flatMap((bundle, index) => {
      const path = ['catalogue', 'bundles', index];
      const parts = bundle.courses.flatMap((id, at) =>
        ifUnknown('unknownCourse', id, offered, [...path, 'courses', at]),
      );
      return [...namesIn(bundle, known, path), ...covered(bundle.covers, path), ...parts];
    }),
  ];
}

/** Prices out of order, and tests that the type of a fact cannot pass. */
function termsIssues(pack: RulePack): readonly Issue[] {
  const { providers = {}, courses = [] } = pack.catalogue ?? {};
  const terms = [
    ...Object.entries(providers).map(([id, each]) => [each, ['catalogue', 'providers', id]] as const),
    ...courses.map((each, index) => [each, ['catalogue', 'courses', index]] as const),
  ];
  return terms.flatMap(([{ openTo, price }, path]: readonly [CourseTerms, Path]) => [
    ...tableIssues({ openTo, price }, pack, path),
    ...(price === undefined ? [] : moneyIssues(price.amount, [...path, 'price', 'amount'])),
  ]);
}

/** A title has a capital or a space in it; what has neither is meant as the id of a provider, once there are any. */
function providerIssues({ provider }: Pick<Course, 'provider'>, ids: readonly string[], path: Path): readonly Issue[] {
  if (ids.length === 0 || ids.includes(provider) || !/^[a-z0-9:._-]+$/.test(provider)) return [];
  const hint = suggestion(provider, ids.toSorted());
  const issue: Issue = { code: 'wrongValue', path: [...path, 'provider'], expected: 'a provider', found: provider };
  return [hint === undefined ? issue : { ...issue, hint }];
}
