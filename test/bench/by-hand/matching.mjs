// By hand, with matching: every item is given to one of its sets along augmenting paths, so that none blocks another.
import { statusBy } from './certifiable.mjs';
import { ELECTIVES, ELECTIVES_NEEDED, REQUIRED } from './programme.mjs';

export function status(record, asOf) {
  return statusBy(canAssign, record, asOf);
}

function canAssign(options) {
  const setOf = new Map();
  for (const set of REQUIRED) if (!augment(set, options, setOf, new Set())) return false;
  let electives = 0;
  for (const set of ELECTIVES) {
    if (augment(set, options, setOf, new Set())) electives++;
    if (electives === ELECTIVES_NEEDED) return true;
  }
  return false;
}

/** Finds an option for a set, moving others to another of theirs where that frees one; no set that has an option loses it for good. */
function augment(set, options, setOf, tried) {
  for (const option of options) {
    if (tried.has(option) || !option.sets.includes(set)) continue;
    tried.add(option);
    const taken = setOf.get(option);
    if (taken === undefined || augment(taken, options, setOf, tried)) {
      setOf.set(option, set);
      return true;
    }
  }
  return false;
}
