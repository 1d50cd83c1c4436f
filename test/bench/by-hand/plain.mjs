// By hand, without matching: every way to give the items to their sets is tried until one is enough.
import { statusBy } from './certifiable.mjs';
import { ELECTIVES, ELECTIVES_NEEDED, REQUIRED } from './programme.mjs';

export function status(record, asOf) {
  return statusBy(canAssign, record, asOf);
}

function canAssign(options) {
  const achieved = options.filter(({ sets }) => sets.length === 1).map(({ sets }) => sets[0]);
  const open = options.filter(({ sets }) => sets.length > 1);
  return tryAll(open, new Set(achieved));
}

function tryAll(open, achieved) {
  if (isEnough(achieved)) return true;
  if (achieved.size + open.length < REQUIRED.length + ELECTIVES_NEEDED) return false;
  const [first, ...others] = open;
  return (
    first !== undefined &&
    (first.sets.some((set) => !achieved.has(set) && tryAll(others, new Set(achieved).add(set))) ||
      tryAll(others, achieved))
  );
}

/** Whether all required sets and enough electives are among these. */
export function isEnough(achieved) {
  return (
    REQUIRED.every((set) => achieved.has(set)) &&
    ELECTIVES.filter((set) => achieved.has(set)).length >= ELECTIVES_NEEDED
  );
}
