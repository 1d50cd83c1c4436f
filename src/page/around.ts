import { count } from '../explain/words.js';
import type { Overlay } from '../overlay/overlay.js';
import { paragraphs } from './steps.js';

/** What a page tells besides what its pack says: where its rules lie, how they are tried, and which overlay they are under. */
export interface Around {
  /** Link to the folder of the rules, such as `../../rules/sample`. */
  readonly folder?: string;
  /** How many cases try the rules. */
  readonly cases?: number;
  /** Whether a `NOT-ENCODED.md` lies in the folder. */
  readonly leavesOut?: boolean;
  /** What the place is called in which the rules hold. */
  readonly place?: string;
  /** The overlay whose page it is; the pack is what the overlay makes of its base. */
  readonly overlay?: Overlay;
  /** Link to the page of that base. */
  readonly basePage?: string;
}

/** Where the rules of a page lie as data, what they leave out, and how many cases try them; nothing where no folder is known. */
export function whereLines({ folder, cases = 0, leavesOut = false, overlay }: Around): readonly string[] {
  if (folder === undefined) return [];
  const what = overlay === undefined ? 'The rules' : 'The changes';
  const tried =
    cases === 0
      ? ''
      : ` [${count(cases, 'case')}](${folder}/cases), each one person on one day, ${cases === 1 ? 'tries' : 'try'} them.`;
  return paragraphs([
    `${what} stand as data in [\`${folder.replace(/^(\.\.\/)+/, '')}\`](${folder}).${tried}`,
    leavesOut
      ? `What is known and not in them stands with its reason in [NOT-ENCODED.md](${folder}/NOT-ENCODED.md).`
      : '',
  ]);
}
