import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord, GrantedException } from '../../src/model/record.js';
import type { ListName, Requirement } from '../../src/model/requirement.js';
import type { Day } from '../../src/model/value.js';
import type { Draw } from './draw.js';
import { dayNear } from './words.js';

/** A few exceptions of any kind: most in force and of the board, about requirements of the pack and items of the record. */
export function exceptions(d: Draw, asOf: Day, pack: RulePack, record: CandidateRecord): readonly GrantedException[] {
  const all = pack.editions.flatMap(({ stages }) => stages.flatMap(({ requirement }) => below(requirement)));
  return d.many(1, 5, (i) => exception(d, `x${i}`, asOf, all, record));
}

function exception(
  d: Draw,
  id: string,
  asOf: Day,
  requirements: readonly Requirement[],
  record: CandidateRecord,
): GrantedException {
  const granted = {
    id,
    by: d.chance(6) ? 'chair' : 'board',
    reason: 'hardship',
    granted: dayNear(d, asOf, d.chance(6) ? 'future' : 'past'),
    ...(d.chance(14) && { expires: dayNear(d, asOf) }),
  };
  const kind = d.weighted({ waiver: 24, alsoAccept: 24, substitution: 8, applyHere: 22, exclude: 10, adjustment: 12 });
  const fitting = requirements.filter((one) => fits(kind, one));
  const target = d.one(fitting.length > 0 && !d.chance(8) ? fitting : requirements);
  const requirement = d.chance(5) ? 'nothing' : target.id;
  const items = listsOf(target).flatMap((list) => (record[list] ?? []).map((entry) => entry.id));
  const item = d.chance(4) ? 'nothing' : (d.one(items) ?? 'nothing');
  switch (kind) {
    case 'waiver':
      return { ...granted, kind, requirement };
    case 'alsoAccept':
    case 'substitution':
    case 'applyHere':
      return { ...granted, kind, requirement, item };
    case 'exclude':
      return { ...granted, kind, item, ...(d.chance(50) && { requirement }) };
    case 'adjustment':
      return {
        ...granted,
        kind,
        requirement,
        ...(d.chance(50) ? { due: dayNear(d, asOf) } : { atLeast: d.one([1, 2, 3, 0.5]) }),
      };
  }
}

/** Whether an exception of that kind may well have an effect on the requirement. */
function fits(kind: GrantedException['kind'], r: Requirement): boolean {
  switch (kind) {
    case 'alsoAccept':
    case 'applyHere':
      return r.kind === 'evidence' || r.kind === 'total' || r.kind === 'set';
    case 'adjustment':
      return r.due !== undefined || ['choose', 'evidence', 'total', 'experience', 'score'].includes(r.kind);
    case 'waiver':
    case 'substitution':
    case 'exclude':
      return true;
  }
}

/** The lists in which an item for it is looked for. */
function listsOf(r: Requirement): readonly ListName[] {
  switch (r.kind) {
    case 'evidence':
      return [r.from];
    case 'total':
      return r.from;
    case 'set':
      return ['completions', 'completions', 'reviews'];
    case 'experience':
      return ['experience'];
    case 'holds':
    case 'lacks':
      return ['credentials', 'completions'];
    case 'score':
      return ['scores'];
    case 'attestation':
      return ['attestations', 'reviews'];
    case 'allOf':
    case 'choose':
    case 'milestone':
    case 'fact':
    case 'eachPeriod':
    case 'notEstablished':
      return ['completions', 'activities', 'credentials', 'experience'];
  }
}

function below(r: Requirement): readonly Requirement[] {
  const alternative = r.unless ? below(r.unless) : [];
  const children =
    r.kind === 'allOf' ? r.of : r.kind === 'choose' ? r.from : r.kind === 'eachPeriod' ? [r.requirement] : [];
  return [r, ...alternative, ...children.flatMap(below)];
}
