import type { Requirement } from '../model/requirement.js';

/** Keys of mappings and positions in lists. */
export type Path = readonly (string | number)[];

/** The requirements right below one, each with its place. */
export function below(requirement: Requirement): readonly (readonly [Path, Requirement])[] {
  const remaining = (requirement.recognised ?? []).flatMap((group, index) =>
    (group.remaining ?? []).map((child, at): readonly [Path, Requirement] => [
      ['recognised', index, 'remaining', at],
      child,
    ]),
  );
  const instead = requirement.unless ? [[['unless'], requirement.unless] as const] : [];
  return [...childrenOf(requirement), ...instead, ...remaining];
}

function childrenOf(requirement: Requirement): readonly (readonly [Path, Requirement])[] {
  switch (requirement.kind) {
    case 'allOf':
      return requirement.of.map((child, index) => [['of', index], child]);
    case 'choose':
      return requirement.from.map((child, index) => [['from', index], child]);
    case 'eachPeriod':
      return [[['requirement'], requirement.requirement]];
    case 'evidence':
    case 'total':
    case 'experience':
    case 'holds':
    case 'lacks':
    case 'score':
    case 'attestation':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
    case 'set':
      return [];
  }
}

/** A requirement and all below it, `unless` included, each with its place. */
export function everyRequirement(top: Requirement, at: Path = []): readonly (readonly [Path, Requirement])[] {
  return [[at, top], ...below(top).flatMap(([step, child]) => everyRequirement(child, [...at, ...step]))];
}

/** A copy of a requirement in which each one, from the deepest up, is replaced; `change` also sees what it was copied from. */
export function mapRequirement(
  top: Requirement,
  change: (copy: Requirement, original: Requirement) => Requirement,
): Requirement {
  const again = (requirement: Requirement) => mapRequirement(requirement, change);
  const copy = {
    ...top,
    ...(top.unless && { unless: again(top.unless) }),
    ...(top.recognised && {
      recognised: top.recognised.map((group) =>
        group.remaining ? { ...group, remaining: group.remaining.map(again) } : group,
      ),
    }),
  };
  switch (copy.kind) {
    case 'allOf':
      return change({ ...copy, of: copy.of.map(again) }, top);
    case 'choose':
      return change({ ...copy, from: copy.from.map(again) }, top);
    case 'eachPeriod':
      return change({ ...copy, requirement: again(copy.requirement) }, top);
    case 'evidence':
    case 'total':
    case 'experience':
    case 'holds':
    case 'lacks':
    case 'score':
    case 'attestation':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
    case 'set':
      return change(copy, top);
  }
}
