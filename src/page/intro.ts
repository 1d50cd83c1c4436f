import { forces } from '../explain/english-notices.js';
import { day, list, sentence } from '../explain/words.js';
import type { Authority, RulePack } from '../model/pack.js';
import type { Overlay } from '../overlay/overlay.js';
import type { Around } from './around.js';
import { marks } from './cite-marks.js';
import { plain } from './markdown.js';
import { editionTitle, type Programme } from './programme.js';

/** What stands first on a page: who decides, what the law makes of it, where it holds, and what the page is. */
export function introLines(programme: Programme, { overlay, basePage, place }: Around): readonly string[] {
  const { pack, edition } = programme;
  const which =
    pack.editions.length < 2
      ? ''
      : ` It describes the newest of ${pack.editions.length} texts, “${plain(editionTitle(edition))}”; the earlier ones stand under [How it changed](#how-it-changed).`;
  return [
    overlay === undefined ? packWords(pack, place) : overlayWords(overlay, pack, { basePage, place }),
    '',
    `This page says in plain words what public texts ask. It decides nothing, and numbers in brackets lead to its sources.${which}`,
  ];
}

function packWords(
  { aliases = [], authority, designation, force, jurisdiction }: RulePack,
  place: string | undefined,
): string {
  const called =
    designation === undefined
      ? ''
      : ` A holder may be called “${plain(designation.title)}”${designation.short === undefined ? '' : ` (${plain(designation.short)})`}.${marks(designation.cite)}`;
  const also = aliases.length === 0 ? '' : ` It is also called ${list(aliases.map((alias) => `“${plain(alias)}”`))}.`;
  return `${forces[force]} ${authorityLink(authority)} decides.${also}${called} ${whereWords(jurisdiction, place)}`;
}

/** What an overlay is: whose changes of what, for whom, from when to when. */
function overlayWords(
  { authority, appliesTo, from, until, jurisdiction }: Overlay,
  { title }: RulePack,
  { basePage, place }: { readonly basePage: string | undefined; readonly place: string | undefined },
): string {
  const base = basePage === undefined ? plain(title) : `[${plain(title)}](${basePage})`;
  const days = [
    ...(from === undefined ? [] : [`from ${day(from)}`]),
    ...(until === undefined ? [] : [`until before ${day(until)}`]),
  ];
  return [
    `This is ${base} with what ${authorityLink(authority)} changes of it or adds to it.`,
    ...(appliesTo === undefined ? [] : [`For whom: ${sentence(plain(appliesTo.says))}`]),
    ...(days.length === 0 ? [] : [`It holds ${days.join(' ')}.`]),
    whereWords(jurisdiction, place),
  ].join(' ');
}

/** An authority by its title, linked where it has an address. */
export function authorityLink({ title, href }: Authority): string {
  return href === undefined ? plain(title) : `[${plain(title)}](${href})`;
}

/** A place by its code in capitals, after its name where that is known. */
export function placeName(jurisdiction: string, place: string | undefined): string {
  const code = jurisdiction.toUpperCase();
  return place === undefined ? code : `${plain(place)} (${code})`;
}

const whereWords = (jurisdiction: string, place: string | undefined) =>
  `Where it holds: ${placeName(jurisdiction, place)}.`;
