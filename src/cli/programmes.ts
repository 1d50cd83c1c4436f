import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Issue } from '../edge/issues.js';
import { isMapping } from '../edge/plain-data.js';
import { readCases } from '../edge/read-cases.js';
import { readYaml } from '../edge/yaml.js';
import { notEncodedFile } from '../lint/left-out.js';
import type { RulePack } from '../model/pack.js';
import type { Around } from '../page/around.js';
import { type IndexEntry, indexPage } from '../page/index-page.js';
import { programmePage } from '../page/page.js';
import { hasOverlay, lowerFolder, readFolder, readOverlaid } from './find-pack.js';
import { entriesOf, filesOf, isRules } from './folders.js';

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
  { top = 'rules', home = pageHome }: { readonly top?: string; readonly home?: string } = {},
): { readonly ok: true; readonly programme: Programme } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const files = filesOf(folder);
  const read = readFolder(folder, files);
  if (!read.ok) return read;
  const over = hasOverlay(files) ? readOverlaid(folder, files) : undefined;
  const place = placeTitles(top)[(over?.ok ? over.overlay : read.pack).jurisdiction];
  const beside: Around = {
    ...(place !== undefined && { place }),
    folder: link(file, folder),
    cases: readCases(files).cases.length,
    leavesOut: existsSync(join(folder, notEncodedFile)),
  };
  if (!over?.ok) return { ok: true, programme: { pack: read.pack, around: beside } };
  const base = lowerFolder(folder, over.overlay.extends.id);
  const basePage = base === undefined ? {} : { basePage: link(file, pageFileOf(base, home)) };
  return { ok: true, programme: { pack: read.pack, around: { ...beside, overlay: over.overlay, ...basePage } } };
}

/** Every page of the programmes below a folder, with an index of all of them; nothing of what does not load but its issues. */
export function pageFiles(
  top = 'rules',
  home: string = pageHome,
): { readonly pages: readonly PageFile[]; readonly issues: readonly Issue[] } {
  const index = join(home, 'README.md');
  const issues: Issue[] = [];
  const entries: IndexEntry[] = [];
  const pages = programmeFolders(top).flatMap((folder): readonly PageFile[] => {
    const file = pageFileOf(folder, home);
    const page = readProgramme(folder, file, { top, home });
    const entry = readProgramme(folder, index, { top, home });
    if (!page.ok || !entry.ok) {
      issues.push(...(page.ok ? [] : page.issues));
      return [];
    }
    entries.push({ ...entry.programme, page: link(index, file) });
    return [{ file, text: programmePage(page.programme.pack, page.programme.around) }];
  });
  return { pages: [{ file: index, text: indexPage(entries, placeTitles(top)) }, ...pages], issues };
}

/** What places are called, by their codes, as the registry beside the packs says; nothing without a registry. */
function placeTitles(top: string): Readonly<Record<string, string>> {
  const file = join(top, 'registry.yaml');
  const yaml = existsSync(file) ? readYaml(readFileSync(file, 'utf8'), file) : undefined;
  const places = yaml?.ok && isMapping(yaml.value.data) ? yaml.value.data.jurisdictions : undefined;
  if (!isMapping(places)) return {};
  return Object.fromEntries(
    Object.entries(places).flatMap(([id, place]) =>
      isMapping(place) && typeof place.title === 'string' ? [[id, place.title]] : [],
    ),
  );
}

const link = (from: string, to: string) => relative(dirname(from), to).split(sep).join('/');
