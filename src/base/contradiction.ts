import type { GrantedException } from '../model/record.js';

/**
 * Whether two exceptions of one authority that are in force on the same day cannot both have their effect: the same value adjusted
 * twice, a requirement waived and adjusted or stood in for, two items that stand in for it, an item pinned to two requirements, or
 * excluded from what another exception counts it for. Whether they are ever in force together is asked by `overlap`.
 */
export function contradicts(a: GrantedException, b: GrantedException): boolean {
  return a.by === b.by && (oneWay(a, b) || oneWay(b, a));
}

/** Whether some day lies in both. Days of the calendar as text sort as they come. */
export function overlap(a: GrantedException, b: GrantedException): boolean {
  const ended = (one: GrantedException, other: GrantedException) =>
    one.expires !== undefined && one.expires < other.granted;
  return !ended(a, b) && !ended(b, a) && !ended(a, a) && !ended(b, b);
}

function oneWay(a: GrantedException, b: GrantedException): boolean {
  switch (a.kind) {
    case 'waiver':
      return (b.kind === 'adjustment' || b.kind === 'substitution') && a.requirement === b.requirement;
    case 'adjustment': {
      const isSame = b.kind === 'adjustment' && a.requirement === b.requirement;
      const both = (value: 'due' | 'atLeast') => isSame && a[value] !== undefined && b[value] !== undefined;
      return both('due') || both('atLeast');
    }
    case 'substitution':
      return b.kind === 'substitution' && a.requirement === b.requirement;
    case 'applyHere':
      return b.kind === 'applyHere' && a.item === b.item && a.requirement !== b.requirement;
    case 'exclude': {
      const counts = b.kind === 'alsoAccept' || b.kind === 'applyHere' || b.kind === 'substitution';
      return counts && a.item === b.item && (a.requirement === undefined || a.requirement === b.requirement);
    }
    case 'alsoAccept':
      return false;
  }
}
