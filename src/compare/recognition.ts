import type { Evaluation } from '../model/evaluation.js';
import type { RulePack } from '../model/pack.js';
import type { AcceptanceFinding } from '../model/portability.js';
import type { RefusalReason } from '../model/use.js';

/** The credentials that a pack's own authority grants or renews: nobody has to accept these. */
export function ownCredentials({ editions }: RulePack): ReadonlySet<string> {
  return new Set(
    editions.flatMap(({ stages }) => stages.flatMap(({ grants, holds }) => [grants ?? [], holds ?? []].flat())),
  );
}

/**
 * What a pack's requirements say of a credential, where they settle it: it counts for one of them, as under an agreement or where a degree
 * is asked for, or one that would take it refuses it for its days. A credential that no requirement asks for is not thereby refused.
 */
export function acceptedByRules(
  item: string,
  { allocation, unallocated }: Evaluation,
): Pick<AcceptanceFinding, 'is' | 'because' | 'requirements'> | undefined {
  const uses = allocation.filter((use) => use.item === item);
  const counts = uses.filter(({ certain }) => certain);
  if (uses.length > 0) {
    const requirements = unique((counts.length > 0 ? counts : uses).map(({ requirement }) => requirement));
    return counts.length > 0
      ? { is: 'accepted', because: 'rules', requirements }
      : { is: 'unknown', because: 'rulesUndecided', requirements };
  }
  const refusals = unallocated.filter((each) => each.item === item && each.requirement !== undefined);
  const settled = refusals.flatMap(({ reason, requirement }) => {
    const is = SETTLES[reason];
    return is === undefined || requirement === undefined ? [] : [{ is, requirement }];
  });
  const is = settled.some((each) => each.is === 'accepted') ? 'accepted' : 'notAccepted';
  const requirements = unique(settled.flatMap((each) => (each.is === is ? [each.requirement] : [])));
  return settled.length > 0 ? { is, because: 'rules', requirements } : undefined;
}

/** The refusals that say something of the credential: it would count and is not needed, or it does not because of its days. */
const SETTLES: Readonly<Partial<Record<RefusalReason, 'accepted' | 'notAccepted'>>> = {
  alreadyFull: 'accepted',
  takenElsewhere: 'accepted',
  outsideWindow: 'notAccepted',
  late: 'notAccepted',
};

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
