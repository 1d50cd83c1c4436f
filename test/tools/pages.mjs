// Writes the pages of programmes in `docs/programmes` anew from the packs in `rules`.
import { writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

/** The packs that have a page. */
const paged = ['lssc', 'cpla'];

const { filesOf, programmePage, readPack } = await fromSource('cli/folders', 'edge/read-pack', 'page/page');
for (const id of paged) {
  const read = readPack(filesOf(`rules/${id}`));
  if (read.ok) writeFileSync(`docs/programmes/${id}.md`, programmePage(read.pack));
  else {
    console.error(`rules/${id}: does not load`);
    process.exitCode = 1;
  }
}
