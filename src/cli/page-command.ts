import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programmePage } from '../page/page.js';
import { findPack } from './find-pack.js';
import { english, type Language } from './messages.js';
import { complain, complainOf, exit, say } from './print.js';

/** The options of `certifiable page`; without any, the page is printed. */
export interface PageOptions {
  readonly out?: string;
  /** The file that must hold the page; `true` is the one in which the page of a pack is kept. */
  readonly check?: string | true;
}

/** Prints the page of a programme, writes it, or checks that a file holds it. Returns the exit code: 1 if the file differs. */
export function pageCommand(name: string, { out, check }: PageOptions, language: Language = english): number {
  if (out !== undefined && check !== undefined) {
    complain(language.commands.together('--out', '--check'));
    return exit.input;
  }
  const result = findPack(name);
  if (!result.ok) {
    complainOf(result.issues, language);
    return exit.input;
  }
  const page = programmePage(result.pack);
  if (check !== undefined)
    return checkPage(check === true ? join('docs/programmes', `${result.pack.id}.md`) : check, page, name, language);
  if (out === undefined) process.stdout.write(page);
  else {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, page);
    say(out);
  }
  return exit.good;
}

function checkPage(file: string, page: string, name: string, { commands }: Language): number {
  if (existsSync(file) && readFileSync(file, 'utf8') === page) return exit.good;
  complain(commands.notThePage(file, `certifiable page ${name} --out ${file}`, name));
  return exit.bad;
}
