// By hand, with matching: every item is given to one of its sets along augmenting paths, so that none blocks another.
import { statusBy } from './certifiable.mjs';
import { ELECTIVES, ELECTIVES_NEEDED, REQUIRED } from './programme.mjs';

export function status(record, asOf) {
  return statusBy(canAssign, record, asOf);
}

/** Whether options, of which each may serve one of its sets, can give all required sets and enough electives. */
export function canAssign(options) {
  if (options.length < REQUIRED.length + ELECTIVES_NEEDED) return false;
  const serves = options.map(() => undefined);
  for (const set of REQUIRED) if (!augment(set, options, serves, [])) return false;
  let electives = 0;
  for (const set of ELECTIVES) {
    if (augment(set, options, serves, [])) electives++;
    if (electives === ELECTIVES_NEEDED) return true;
  }
  return false;
}

/** Finds an option for a set, moving others to another of their sets where that frees one; no set that has an option is left without. */
function augment(set, options, serves, tried) {
  for (let i = 0; i < options.length; i++) {
    if (tried[i] || !options[i].sets.includes(set)) continue;
    tried[i] = true;
    if (serves[i] === undefined || augment(serves[i], options, serves, tried)) {
      serves[i] = set;
      return true;
    }
  }
  return false;
}
