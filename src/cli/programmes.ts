import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Issue } from '../edge/issues.js';
import { readCases } from '../edge/read-cases.js';
import { notEncodedFile } from '../lint/left-out.js';
import type { RulePack } from '../model/pack.js';
import type { Overlay } from '../overlay/overlay.js';
import type { Around } from '../page/around.js';
import { type IndexEntry, indexPage } from '../page/index-page.js';
import { programmePage } from '../page/page.js';
import { hasOverlay, lowerFolder, readFolder, readOverlaid } from './find-pack.js';
import { entriesOf, filesOf, isRules } from './folders.js';
import { placeTitles } from './place-titles.js';

/** Where the pages of programmes are kept. */
export const pageHome = 'docs/programmes';

/** A page and the file in which it is kept. */
export interface PageFile {
  readonly file: string;
  readonly text: string;
}

/** A pack or an overlay with what lies beside it; a link in `around` starts from where its page is kept or asked for. */
export interface Programme {
  readonly pack: RulePack;
  readonly around: Around;
}

/**
 * The folders of programmes: packs right below a folder such as `rules`, and overlays right below its `overlays`, in the order of
 * their names. Packs further down are there to be tried, not to be applied.
 */
export function programmeFolders(top = 'rules'): readonly string[] {
  return [top, join(top, 'overlays')].flatMap((shelf) =>
    existsSync(shelf)
      ? entriesOf(shelf).flatMap(({ name }) => (isRules(join(shelf, name)) ? [join(shelf, name)] : []))
      : [],
  );
}

/** The file in which the page of a folder is kept, below a folder of pages. */
export function pageFileOf(folder: string, home: string = pageHome): string {
  const isOverlay = existsSync(join(folder, 'overlay.yaml'));
  return join(home, isOverlay ? 'overlays' : '', `${basename(folder)}.md`);
}

/** Reads the pack or the overlay of a folder, for a page that is to lie in a file. */
export function readProgramme(
  folder: string,
  file: string,
): { readonly ok: true; readonly programme: Programme } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const found = find(folder);
  return found.ok ? { ok: true, programme: linkedFrom(file, found, placesBelow('rules')) } : found;
}

/** What a folder holds, before anything links to it. */
interface Found {
  readonly ok: true;
  readonly folder: string;
  readonly pack: RulePack;
  readonly overlay?: Overlay;
  readonly cases: number;
}

function find(folder: string): Found | { readonly ok: false; readonly issues: readonly Issue[] } {
  const files = filesOf(folder);
  const read = readFolder(folder, files);
  if (!read.ok) return read;
  const over = hasOverlay(files) ? readOverlaid(folder, files) : undefined;
  const cases = readCases(files).cases.length;
  return { ok: true, folder, pack: read.pack, ...(over?.ok && { overlay: over.overlay }), cases };
}

function linkedFrom(
  file: string,
  { folder, pack, overlay, cases }: Found,
  places: ReadonlyMap<string, string>,
  home = pageHome,
): Programme {
  const place = places.get((overlay ?? pack).jurisdiction);
  const base = overlay && lowerFolder(folder, overlay.extends.id);
  const around: Around = {
    ...(place !== undefined && { place }),
    folder: link(file, folder),
    cases,
    leavesOut: existsSync(join(folder, notEncodedFile)),
    ...(overlay && { overlay }),
    ...(base !== undefined && { basePage: link(file, pageFileOf(base, home)) }),
  };
  return { pack, around };
}

/** Every page of the programmes below a folder, with an index of all of them; nothing of what does not load but its issues. */
export function pageFiles(
  top = 'rules',
  home: string = pageHome,
): { readonly pages: readonly PageFile[]; readonly issues: readonly Issue[] } {
  const index = join(home, 'README.md');
  const places = placesBelow(top);
  const issues: Issue[] = [];
  const entries: IndexEntry[] = [];
  const pages = programmeFolders(top).flatMap((folder): readonly PageFile[] => {
    const file = pageFileOf(folder, home);
    const found = find(folder);
    if (!found.ok) {
      issues.push(...found.issues);
      return [];
    }
    entries.push({ ...linkedFrom(index, found, places, home), page: link(index, file) });
    const { pack, around } = linkedFrom(file, found, places, home);
    return [{ file, text: programmePage(pack, around) }];
  });
  return { pages: [{ file: index, text: indexPage(entries, places) }, ...pages], issues };
}

/** What the registry beside the packs calls places. */
const placesBelow = (top: string) => placeTitles(join(top, 'registry.yaml'));

const link = (from: string, to: string) => relative(dirname(from), to).split(sep).join('/');
