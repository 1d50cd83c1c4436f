import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuiltFile, buildPack, leftBehind } from '../edge/build.js';
import { buildOverlay } from '../edge/build-overlay.js';
import type { Issue } from '../edge/issues.js';
import { folderOf, readFolder, readOverlaid } from './find-pack.js';
import { filesOf } from './folders.js';
import { english, type Language } from './messages.js';
import { complain, complainOf, exit, say } from './print.js';

/** Builds packs into a folder. Writes nothing unless every pack is valid. Returns the exit code. */
export function buildCommand(
  folders: readonly string[],
  { out }: { readonly out: string },
  language: Language = english,
): number {
  const built: BuiltFile[] = [];
  const stale: string[] = [];
  let good = true;
  for (const name of folders) {
    const made = filesFrom(folderOf(name) ?? name);
    if (!made.ok) {
      complainOf(made.issues, language);
      good = false;
      continue;
    }
    const { id, files } = made;
    if (built.some((file) => file.name === files[0]?.name)) {
      complain(language.commands.sameId(id));
      good = false;
    }
    built.push(...files);
    stale.push(...leftBehind(id, files));
  }
  if (!good) return exit.input;
  write(built, out);
  for (const name of stale) rmSync(join(out, name), { force: true });
  for (const { name } of built) say(join(out, name));
  return exit.good;
}

/** What is built from a folder: a pack, or an overlay and the pack that it makes of what it extends. */
function filesFrom(
  folder: string,
):
  | { readonly ok: true; readonly id: string; readonly files: readonly BuiltFile[] }
  | { readonly ok: false; readonly issues: readonly Issue[] } {
  const files = filesOf(folder);
  const pack = readFolder(folder, files);
  if (!pack.ok) return pack;
  const over = readOverlaid(folder, files);
  return over.ok
    ? { ok: true, id: over.overlay.id, files: buildOverlay(over) }
    : { ok: true, id: pack.pack.id, files: buildPack(pack.pack) };
}

/** Writes all files beside their places first, so that a reader never sees half a file. */
function write(files: readonly BuiltFile[], out: string): void {
  const moves = files.map(({ name, text }) => {
    const to = join(out, name);
    mkdirSync(dirname(to), { recursive: true });
    return { from: join(dirname(to), `.${basename(to)}.${process.pid}.tmp`), to, text };
  });
  try {
    for (const { from, text } of moves) writeFileSync(from, text);
    for (const { from, to } of moves) renameSync(from, to);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
}
