// By hand and wrong: every item goes to the first set it names that is still open. Not timed; it shows for how many candidates it
// matters which item serves which set.
import { statusBy } from './certifiable.mjs';
import { isEnough } from './plain.mjs';

export function status(record, asOf) {
  return statusBy(canAssign, record, asOf);
}

function canAssign(options) {
  const achieved = new Set();
  for (const { sets } of options) {
    const open = sets.find((set) => !achieved.has(set));
    if (open !== undefined) achieved.add(open);
  }
  return isEnough(achieved);
}
