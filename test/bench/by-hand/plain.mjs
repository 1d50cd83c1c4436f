// By hand, without matching: every way to give the items to their sets is tried until one is enough.
import { statusBy } from './certifiable.mjs';
import { ELECTIVES, ELECTIVES_NEEDED, REQUIRED } from './programme.mjs';

export function status(record, asOf) {
  return statusBy(canAssign, record, asOf);
}

function canAssign(options) {
  const achieved = new Set(options.filter(({ sets }) => sets.length === 1).map(({ sets }) => sets[0]));
  return tryAll(
    options.filter(({ sets }) => sets.length > 1),
    0,
    achieved,
  );
}

function tryAll(open, at, achieved) {
  if (isEnough(achieved)) return true;
  if (at === open.length) return false;
  return (
    open[at].sets.some((set) => !achieved.has(set) && tryAll(open, at + 1, new Set(achieved).add(set))) ||
    tryAll(open, at + 1, achieved)
  );
}

/** Whether all required sets and enough electives are among these. */
export function isEnough(achieved) {
  return (
    REQUIRED.every((set) => achieved.has(set)) &&
    ELECTIVES.filter((set) => achieved.has(set)).length >= ELECTIVES_NEEDED
  );
}
