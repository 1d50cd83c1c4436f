import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Issue } from '../edge/issues.js';
import { programmePage } from '../page/page.js';
import { findPack, folderOf } from './find-pack.js';
import { english, type Language } from './messages.js';
import { complain, complainOf, exit, say } from './print.js';
import { type PageFile, pageFileOf, pageFiles, pageHome, readProgramme } from './programmes.js';

/** The options of `certifiable page`; without any, a page is printed. */
export interface PageOptions {
  /** The file to write; for all pages, their folder. */
  readonly out?: string;
  /** The file, or for all pages the folder, that must hold what would be written; `true` is where it is kept. */
  readonly check?: string | true;
}

/**
 * Prints the page of a programme, writes it, or checks that a file holds it; without a name, the index of every programme below
 * `rules`, of which all pages are written or checked. Returns the exit code: 1 if a file differs.
 */
export function pageCommand(
  name: string | undefined,
  { out, check }: PageOptions,
  language: Language = english,
): number {
  if (out !== undefined && check !== undefined) {
    complain(language.commands.together('--out', '--check'));
    return exit.input;
  }
  const place = out ?? (check === true ? undefined : check);
  const made = name === undefined ? pageFiles('rules', place ?? pageHome) : onePage(name, place);
  if (made.issues.length > 0) {
    complainOf(made.issues, language);
    return exit.input;
  }
  if (check !== undefined) return checkPages(made.pages, name, language);
  if (out === undefined) process.stdout.write(made.pages[0]?.text ?? '');
  else made.pages.forEach(writePage);
  return exit.good;
}

interface Made {
  readonly pages: readonly PageFile[];
  readonly issues: readonly Issue[];
}

/** The page of one programme; a built pack has no folder to link to. */
function onePage(name: string, place: string | undefined): Made {
  const folder = folderOf(name);
  if (folder !== undefined) {
    const file = place ?? pageFileOf(folder);
    const read = readProgramme(folder, file);
    if (!read.ok) return { pages: [], issues: read.issues };
    return { pages: [{ file, text: programmePage(read.programme.pack, read.programme.around) }], issues: [] };
  }
  const found = findPack(name);
  if (!found.ok) return { pages: [], issues: found.issues };
  const file = place ?? join(pageHome, `${found.pack.id}.md`);
  return { pages: [{ file, text: programmePage(found.pack) }], issues: [] };
}

function checkPages(pages: readonly PageFile[], name: string | undefined, { commands }: Language): number {
  const wrong = pages.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const { file } of wrong) {
    const again =
      name === undefined
        ? `certifiable page --out ${dirname(pages[0]?.file ?? file)}`
        : `certifiable page ${name} --out ${file}`;
    complain(commands.notThePage(file, again, name));
  }
  return wrong.length > 0 ? exit.bad : exit.good;
}

function writePage({ file, text }: PageFile): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  say(file);
}
