import type { ConflictFacts } from './facts.js';
import type { Messages } from './messages.js';
import { list, number, quantity } from './words.js';

/** Requirements that conflict, in English. */
export const conflicts: Messages['conflicts'] = {
  line: ({ requirements }) => {
    const titles = list(requirements.map((title) => `“${title}”`));
    return `${how(requirements, 'Not as a whole', 'Not both', 'Not all')} with what there is: ${titles}.`;
  },
  because: ({ requirements, items, need, have }) => {
    const them = how(requirements, 'it', 'either of them', 'any of them');
    const names = items.length === 0 ? '' : `: ${list(items)}`;
    if (need === undefined || have === undefined) {
      const alone = requirements.length === 1 ? 'Each part of it' : 'Each of them';
      return `${alone} could be achieved without the rest, but they want the same items${names}.`;
    }
    const who = requirements.length === 1 ? 'It needs' : 'Together they need';
    return `${who} ${quantity(need)}; what could count for ${them} comes to ${number(have)}${names}.`;
  },
  remedy: ({ requirements, short }) => {
    const them = how(requirements, 'it', 'either of them', 'any of them');
    if (short === undefined) return 'One more item that counts for one of them only may be enough.';
    return `With ${quantity(short)} more, counting for ${them}, there would be enough.`;
  },
};

function how({ length }: ConflictFacts['requirements'], one: string, two: string, more: string): string {
  return length === 1 ? one : length === 2 ? two : more;
}
