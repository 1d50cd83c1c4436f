import type { Path } from '../edge/issues.js';
import type { RulePack } from '../model/pack.js';
import type { ExperienceRequirement, ListName, Part, Requirement } from '../model/requirement.js';
import type { FieldTest } from '../model/rule-tests.js';
import { mayHold, mayPass } from './can-pass.js';
import { numberBounds } from './number-bounds.js';
import type { Problem } from './problem.js';

/** Tests of a requirement, or of a part of it, that no entry of a record can pass together. */
export function impossibleTests(pack: RulePack, requirement: Requirement, path: Path): readonly Problem[] {
  const never = (where: readonly FieldTest[], lists: readonly ListName[]) => !mayPass(pack, lists, [{ pass: where }]);
  const problem = (id: string, at: Path): Problem => ({ code: 'noItemPasses', path: [...path, ...at], found: id });
  const { id } = requirement;
  switch (requirement.kind) {
    case 'evidence':
      return never(requirement.where, [requirement.from]) ? [problem(id, ['where'])] : [];
    case 'holds':
      return never([oneOf('credential', requirement.credential), ...(requirement.where ?? [])], ['credentials'])
        ? [problem(id, ['where'])]
        : [];
    case 'attestation': {
      const { about, by, where = [] } = requirement;
      const asked: readonly FieldTest[] = [{ test: 'is', field: 'about', value: about }, oneOf('by', by), ...where];
      return never(asked, ['attestations']) ? [problem(id, ['where'])] : [];
    }
    case 'total':
    case 'experience': {
      const lists = requirement.kind === 'total' ? requirement.from : (['experience'] as const);
      if (never(requirement.where, lists)) return [problem(id, ['where'])];
      return (requirement.parts ?? []).flatMap((part, index): readonly Problem[] => {
        if (!never([...requirement.where, ...part.where], lists)) return [];
        return [{ ...problem(part.id, ['parts', index, 'where']), ...(isNeeded(part) ? {} : { code: 'emptyPart' }) }];
      });
    }
    case 'fact':
      return !mayHold(pack, requirement.tests)
        ? [{ code: 'factsContradict', path: [...path, 'tests'], found: id }]
        : [];
    case 'allOf':
    case 'choose':
    case 'lacks':
    case 'score':
    case 'milestone':
    case 'notEstablished':
    case 'eachPeriod':
    case 'set':
      return [];
  }
}

/** Whether a part asks for anything; one that is only a ceiling does not. */
function isNeeded(part: Part | NonNullable<ExperienceRequirement['parts']>[number]): boolean {
  if ('kind' in part && part.kind === 'covers') return true;
  return part.atLeast !== undefined && numberBounds(part.atLeast).lo > 0;
}

/** A condition that holds for nobody, so that its requirement applies to nobody. */
export function neverApplies(pack: RulePack, requirement: Requirement, path: Path): readonly Problem[] {
  const { appliesWhen, id } = requirement;
  if (appliesWhen === undefined || mayHold(pack, appliesWhen)) return [];
  return [{ code: 'neverApplies', path: [...path, 'appliesWhen'], found: id }];
}

/** Courses that nobody may take. */
export function openToNobody(pack: RulePack): readonly Problem[] {
  const { providers = {}, courses = [] } = pack.catalogue ?? {};
  const terms = [
    ...Object.entries(providers).map(([id, { openTo }]) => ({ id, openTo, at: ['providers', id] })),
    ...courses.map(({ id, openTo }, index) => ({ id, openTo, at: ['courses', index] })),
  ];
  return terms.flatMap(({ id, openTo, at }): readonly Problem[] =>
    openTo === undefined || mayHold(pack, openTo)
      ? []
      : [{ code: 'openToNobody', path: ['catalogue', ...at, 'openTo'], found: id }],
  );
}

const oneOf = (field: string, values: readonly string[]): FieldTest => ({ test: 'oneOf', field, values });
