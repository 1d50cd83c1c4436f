import type { Edition, RulePack } from '../model/pack.js';
import { inWords, type Names, namesOf } from './names.js';

/** What every part of a page speaks about. */
export interface Programme {
  readonly pack: RulePack;
  /** The text of the rules that the page describes: the last of the pack. */
  readonly edition: Edition;
  readonly names: Names;
}

/** A pack as its page describes it, by default under its last edition. */
export function programmeOf(pack: RulePack, edition: Edition | undefined = pack.editions.at(-1)): Programme {
  if (edition === undefined) throw new TypeError(`the pack \`${pack.id}\` has no edition`);
  return { pack, edition, names: namesOf(pack, edition) };
}

/** What an edition is called on the page. */
export function editionTitle(edition: Edition): string {
  return inWords(edition.id);
}
