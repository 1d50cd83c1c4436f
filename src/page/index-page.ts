import { forces } from '../explain/english-notices.js';
import { bare, count, onDay, sentence } from '../explain/words.js';
import type { RulePack, Stage } from '../model/pack.js';
import type { Around } from './around.js';
import { unmarked } from './cite-marks.js';
import { monthEnd } from './edition-days.js';
import { authorityLink, placeName } from './intro.js';
import { generated, item, plain, section } from './markdown.js';
import { programmeOf } from './programme.js';
import { requirementWords } from './requirement-words.js';

/** One programme, or one overlay, as the index lists it; links start from the index. */
export interface IndexEntry {
  readonly pack: RulePack;
  readonly around: Around;
  /** Link to its page. */
  readonly page: string;
}

/**
 * The index of programmes as Markdown: by country and by part of a country, each programme with who decides, what the law makes of it, what it
 * asks for in a sentence, and when its rules were last seen; overlays stand below what they lie over, and are pointed to from their own place. `titles` names places by their codes.
 */
export function indexPage(entries: readonly IndexEntry[], titles: ReadonlyMap<string, string> = new Map()): string {
  const programmes = entries.filter(({ around }) => around.overlay === undefined);
  const overlays = entries.filter(({ around }) => around.overlay !== undefined);
  const places = [...new Set(entries.map(placeOf))].sort();
  const countries = [...new Set(places.map(countryOf))];
  const cases = entries.reduce((sum, { around }) => sum + (around.cases ?? 0), 0);
  const intro = `${count(programmes.length, 'programme')}, ${count(overlays.length, 'overlay')} over them, and ${count(cases, 'case')} that try their rules. A page says in plain words what public texts ask; who decides is named with each programme.`;
  const body = countries.flatMap((country) => {
    const here = places.filter((place) => countryOf(place) === country);
    return [
      `## ${placeName(country, titles.get(country))}`,
      '',
      ...here.flatMap((place) => {
        const heading = place === country ? 'The whole country' : placeName(place, titles.get(place));
        return section(3, heading, placeItems(place, programmes, overlays));
      }),
    ];
  });
  return `${[generated, '', '# Programmes by state', '', intro, '', ...body].join('\n').trim()}\n`;
}

const placeOf = ({ pack, around }: IndexEntry) => around.overlay?.jurisdiction ?? pack.jurisdiction;

const countryOf = (jurisdiction: string) => jurisdiction.slice(0, 2);

function placeItems(
  place: string,
  programmes: readonly IndexEntry[],
  overlays: readonly IndexEntry[],
): readonly string[] {
  const here = programmes.filter(({ pack }) => pack.jurisdiction === place);
  const laidFromHere = overlays.filter((entry) => placeOf(entry) === place && entry.pack.jurisdiction !== place);
  return [
    ...here.flatMap((entry) => [programmeItem(entry), ...overlayItems(entry.pack.id, overlays, 1)]),
    ...laidFromHere.map(({ pack, around, page }) =>
      item(0, `See also [${plain(around.overlay?.title ?? '')}](${page}), over ${plain(pack.title)}.`),
    ),
  ];
}

function programmeItem({ pack, around, page }: IndexEntry): string {
  const asks = mainStages(pack).map(([stage, words]) => `${plain(stage.title)}: ${plain(words)}`);
  return item(
    0,
    `**[${plain(pack.title)}](${page})**: ${forces[pack.force]} ${authorityLink(pack.authority)} decides.`,
    [...asks, besideWords(`Rules last seen ${onDay(lastSeen(pack))}`, around)],
  );
}

/** What lies over a pack or an overlay, and what lies over that. */
function overlayItems(base: string, overlays: readonly IndexEntry[], depth: number): readonly string[] {
  return overlays.flatMap(({ around, page }) => {
    const { overlay } = around;
    if (overlay?.extends.id !== base) return [];
    const whom = overlay.appliesTo === undefined ? '' : ` For whom: ${sentence(plain(overlay.appliesTo.says))}`;
    const own = Object.values(overlay.citations);
    const seen = own.length === 0 ? '' : `Texts last seen ${onDay(lastSeen(overlay))}`;
    const first = `Over it: **[${plain(overlay.title)}](${page})**, ${placeName(overlay.jurisdiction, around.place)}, by ${authorityLink(overlay.authority)}.${whom}`;
    return [item(depth, first, [besideWords(seen, around)]), ...overlayItems(overlay.id, overlays, depth + 1)];
  });
}

/** The stages that a candidate asks about, in the newest text, each with what it asks for as a sentence. */
function mainStages(pack: RulePack): readonly (readonly [Stage, string])[] {
  const { edition, names } = programmeOf(pack);
  return edition.stages.flatMap((stage) => {
    if (!stage.main) return [];
    const { says } = stage.requirement;
    const isSaid = says !== '' && bare(says) !== stage.title;
    return [[stage, sentence(isSaid ? says : unmarked(requirementWords(stage.requirement, names)))] as const];
  });
}

function besideWords(seen: string, { folder = '', cases = 0, leavesOut = false }: Around): string {
  const links = [
    `[rules](${folder})`,
    ...(cases === 0 ? [] : [`[${count(cases, 'case')}](${folder}/cases)`]),
    ...(leavesOut ? [`[what is not encoded](${folder}/NOT-ENCODED.md)`] : []),
  ];
  return sentence([seen, ...links].filter((part) => part !== '').join('; '));
}

/** The last day or month on which one of the texts was read. */
const lastSeen = ({ citations }: Pick<RulePack, 'citations'>) =>
  Object.values(citations)
    .map(({ seen }) => seen)
    .reduce((last, seen) => (monthEnd(seen) > monthEnd(last) ? seen : last), '');
