import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programmePage } from '../page/page.js';
import { findPack } from './find-pack.js';
import { complain, complainOf, exit, say } from './print.js';

/** The options of `certifiable page`; without any, the page is printed. */
export interface PageOptions {
  readonly out?: string;
  /** The file that must hold the page; `true` is the one in which the page of a pack is kept. */
  readonly check?: string | true;
}

/** Prints the page of a programme, writes it, or checks that a file holds it. Returns the exit code: 1 if the file differs. */
export function pageCommand(name: string, { out, check }: PageOptions): number {
  if (out !== undefined && check !== undefined) {
    complain('`--out` and `--check` cannot both be given');
    return exit.input;
  }
  const result = findPack(name);
  if (!result.ok) {
    complainOf(result.issues);
    return exit.input;
  }
  const page = programmePage(result.pack);
  if (check !== undefined)
    return checkPage(check === true ? join('docs/programmes', `${result.pack.id}.md`) : check, page, name);
  if (out === undefined) process.stdout.write(page);
  else {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, page);
    say(out);
  }
  return exit.good;
}

function checkPage(file: string, page: string, name: string): number {
  if (existsSync(file) && readFileSync(file, 'utf8') === page) return exit.good;
  complain(`${file} is not the page of \`${name}\`; \`certifiable page ${name} --out ${file}\` writes it`);
  return exit.bad;
}
