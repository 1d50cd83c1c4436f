import type { Path } from '../edge/issues.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { DayExpr, Value } from '../model/value.js';
import { closed, impossibleDays } from './impossible-days.js';
import { impossibleShares } from './impossible-shares.js';
import { impossibleSums } from './impossible-sums.js';
import { impossibleTests, neverApplies, openToNobody } from './impossible-tests.js';
import { numberBounds } from './number-bounds.js';
import type { Linter, Problem } from './problem.js';

/**
 * A requirement that nothing can meet, whatever a record says: tests that exclude each other, minima above maxima or ceilings, days
 * between which no day lies. Only what is proven is told, at the deepest place, with the requirements above that it makes impossible.
 * Exceptions that an authority grants are not reckoned with. That no course of the catalogue covers a set proves nothing, since a
 * completion may state what it covers.
 */
export const impossibleRequirement = {
  name: 'impossible-requirement',
  codes: ['chooseRange'],
  find: (pack) => [
    ...Object.entries(pack.agreements ?? {}).flatMap(([id, { earnedWithin }]): readonly Problem[] =>
      earnedWithin && closed(earnedWithin, {})
        ? [{ code: 'windowClosed', path: ['agreements', id, 'earnedWithin'], found: id }]
        : [],
    ),
    ...openToNobody(pack),
    ...pack.editions.flatMap((edition, index) => inEdition(pack, edition, ['editions', index])),
  ],
} as const satisfies Linter;

function inEdition(pack: RulePack, edition: Edition, path: Path): readonly Problem[] {
  const reviews = Object.entries(edition.reviews ?? {}).flatMap(([id, rule]) =>
    impossibleShares(id, rule, [...path, 'reviews', id]),
  );
  const methods = (edition.methods ?? []).flatMap(({ id, says, requirement }, index) => {
    const at = [...path, 'methods', index, 'requirement'];
    return problemsOf(look({ ...requirement, id, says }, at, { pack, edition, dues: [] }));
  });
  const stages = edition.stages.flatMap(({ requirement }, index) =>
    problemsOf(look(requirement, [...path, 'stages', index, 'requirement'], { pack, edition, dues: [] })),
  );
  return [...reviews, ...methods, ...stages];
}

interface Around {
  readonly pack: RulePack;
  readonly edition: Edition;
  /** Last days of what stands above. */
  readonly dues: readonly Value<DayExpr>[];
}

/** What a look at a requirement finds; without reasons why nothing meets it, something may. */
interface Look {
  readonly reasons: readonly Problem[];
  readonly others: readonly Problem[];
}

const problemsOf = ({ reasons, others }: Look): readonly Problem[] => [...reasons, ...others];
const isImpossible = ({ reasons }: Look): boolean => reasons.length > 0;

/** A requirement together with what may stand in for it. */
function look(requirement: Requirement, path: Path, around: Around): Look {
  const { due, unless, recognised = [] } = requirement;
  const inner = due === undefined ? around : { ...around, dues: [...around.dues, due] };
  // A last day of what may be recognised does not bind the credential.
  const instead = unless ? [look(unless, [...path, 'unless'], recognised.length > 0 ? around : inner)] : [];
  const groups = recognised.map(({ remaining = [] }, group) => {
    const children = remaining.map((child, at) =>
      below(child, [...path, 'recognised', group, 'remaining', at], around),
    );
    return needed(children);
  });
  const ways = [...instead, ...groups];
  const isAlone = ways.length === 0;
  // Beside another way the id is that of the choice, and the requirement itself stands below.
  const choice = requirement.recognisedAs ?? requirement.id;
  const id = isAlone || choice !== requirement.id ? requirement.id : `${requirement.id}.itself`;
  const all = [own({ ...requirement, id }, path, inner), ...ways];
  const never = neverApplies(around.pack, requirement, path);
  const others = [...all.flatMap((way) => way.others), ...never];
  const reasons = all.flatMap((way) => way.reasons);
  if (!all.every(isImpossible)) return { reasons: [], others: [...reasons, ...others] };
  return isAlone ? { reasons, others } : blocking({ id: choice }, { reasons, others });
}

/** A requirement by itself. */
function own(requirement: Requirement, path: Path, around: Around): Look {
  const { pack, edition, dues } = around;
  const days = edition.days ?? {};
  switch (requirement.kind) {
    case 'allOf':
      return blocking(requirement, needed(requirement.of.map((child, i) => below(child, [...path, 'of', i], around))));
    case 'choose': {
      const children = requirement.from.map((child, i) => below(child, [...path, 'from', i], around));
      return blocking(requirement, enough(requirement, children));
    }
    case 'eachPeriod': {
      const child = needed([below(requirement.requirement, [...path, 'requirement'], around)]);
      const { reasons, others } = blocking(requirement, child);
      return { reasons: [...reasons, ...impossibleDays(requirement, path, days, dues)], others };
    }
    case 'set': {
      const reasons: readonly Problem[] = [{ code: 'noWayToSet', path, found: requirement.set }];
      return { reasons: edition.methods === undefined ? reasons : [], others: [] };
    }
    case 'evidence':
    case 'total':
    case 'experience':
    case 'holds':
    case 'lacks':
    case 'score':
    case 'attestation':
    case 'milestone':
    case 'notEstablished':
    case 'fact': {
      const problems = [
        ...impossibleTests(pack, requirement, path),
        ...impossibleSums(pack, requirement, path),
        ...impossibleDays(requirement, path, days, dues),
      ];
      const isReason = ({ code }: Problem) => code !== 'emptyPart';
      return { reasons: problems.filter(isReason), others: problems.filter((each) => !isReason(each)) };
    }
  }
}

/** A requirement below another; where it may not apply, the other can do without it. */
interface Below extends Look {
  readonly conditional: boolean;
}

const below = (child: Requirement, path: Path, around: Around): Below => ({
  ...look(child, path, around),
  conditional: child.appliesWhen !== undefined,
});

/** All of them: one that always applies and cannot be met is reason enough. */
function needed(children: readonly Below[]): Look {
  const stands = (child: Below) => isImpossible(child) && !child.conditional;
  return {
    reasons: children.filter(stands).flatMap(({ reasons }) => reasons),
    others: children.flatMap((child) => (stands(child) ? child.others : problemsOf(child))),
  };
}

/** So many of them: too few are left of which nothing is known to be impossible. */
function enough(
  { choose, orAllApplicable = false }: Extract<Requirement, { kind: 'choose' }>,
  children: readonly Below[],
): Look {
  const possible = children.filter((child) => !isImpossible(child)).length;
  // Those that do not apply may leave fewer to choose from, and then fewer are enough.
  const mayNeedFewer = orAllApplicable && children.some(({ conditional }) => conditional);
  const others = children.flatMap((child) => child.others);
  const reasons = children.flatMap((child) => child.reasons);
  const isReason = !mayNeedFewer && possible < numberBounds(choose).lo;
  return isReason ? { reasons, others } : { reasons: [], others: [...reasons, ...others] };
}

/** Whatever makes a requirement impossible says so. */
function blocking({ id }: Pick<Requirement, 'id'>, { reasons, others }: Look): Look {
  return { reasons: reasons.map((each) => ({ ...each, blocks: [...(each.blocks ?? []), id] })), others };
}
