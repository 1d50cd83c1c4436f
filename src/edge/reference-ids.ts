import type { RulePack } from '../model/pack.js';
import { findingIds } from './ids.js';
import type { Issue, Path } from './issues.js';

/** An id in its place. */
interface Named {
  readonly id: string;
  readonly path: Path;
  readonly thing: string;
}

/** The later of two uses of one id. */
function twice(uses: readonly Named[]): readonly Issue[] {
  const first = new Map<string, string>();
  return uses.flatMap(({ id, path, thing }): readonly Issue[] => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, thing);
      return [];
    }
    return [{ code: 'duplicateId', path, found: id, expected: other }];
  });
}

const named = (things: readonly { readonly id: string }[], path: Path, thing: string): readonly Named[] =>
  things.map(({ id }, index) => ({ id, path: [...path, index], thing }));

/** Ids given twice, and stages that need exactly one main one. */
export function idIssues(pack: RulePack): readonly Issue[] {
  const { courses = [], bundles = [] } = pack.catalogue ?? {};
  return [
    ...twice(named(pack.editions, ['editions'], 'an edition')),
    ...twice([
      ...named(courses, ['catalogue', 'courses'], 'a course'),
      ...named(bundles, ['catalogue', 'bundles'], 'a bundle'),
    ]),
    ...pack.editions.flatMap((edition, index) => {
      const path = ['editions', index];
      const inEdition = findingIds(edition).map((use) => ({ ...use, path: [...path, ...use.path] }));
      const main = edition.stages.filter((stage) => stage.main).map(({ id }) => id);
      const mainStage: readonly Issue[] =
        main.length === 1
          ? []
          : [
              {
                code: 'mainStage',
                path: [...path, 'stages'],
                expected: 'one stage with `main: true`',
                found: main.join(', ') || 'none',
              },
            ];
      return [
        ...twice(named(edition.methods ?? [], [...path, 'methods'], 'a way to meet a set')),
        ...twice(inEdition),
        ...mainStage,
        ...inBoth(Object.keys(edition.days ?? {}), pack, [...path, 'days']),
      ];
    }),
    ...inTwoStages(pack),
  ];
}

/** An id stays in its stage from edition to edition: an answer speaks of it once, whichever edition governs each stage. */
function inTwoStages(pack: RulePack): readonly Issue[] {
  const first = new Map<string, { readonly stage: string; readonly edition: number }>();
  return pack.editions.flatMap((edition, index) =>
    findingIds(edition).flatMap(({ id, path }): readonly Issue[] => {
      const stage = edition.stages[Number(path[1])]?.id ?? '';
      const before = first.get(id) ?? { stage, edition: index };
      first.set(id, before);
      // Twice in one edition is told as that.
      if (before.stage === stage || before.edition === index) return [];
      const expected = `something in the stage \`${before.stage}\` of an earlier edition`;
      return [{ code: 'duplicateId', path: ['editions', index, ...path], found: id, expected }];
    }),
  );
}

/** A named day must not hide a milestone. */
function inBoth(days: readonly string[], pack: RulePack, path: Path): readonly Issue[] {
  const milestones = ['asOf', ...Object.keys(pack.milestones)];
  return days.flatMap((id): readonly Issue[] =>
    milestones.includes(id) ? [{ code: 'duplicateId', path: [...path, id], found: id, expected: 'a milestone' }] : [],
  );
}
