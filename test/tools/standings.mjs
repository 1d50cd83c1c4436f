// Prints, as a table, how well the values of each pack are known, how many have a citation, and how many facts the pack leaves out;
// by place, and in the last row for all. Without folders it counts the programmes; the conformance suite, and overlays, which hold the
// values of their base as well, only where their folders are named.
// Usage: node test/tools/standings.mjs [folder...]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromSource } from './from-source.mjs';

const { filesOf, packFolders, readFolder, readNotEncoded, standingCounts } = await fromSource(
  'cli/folders',
  'cli/find-pack',
  'lint/standing-counts',
  'lint/not-encoded',
);

const columns = ['values', 'established', 'assumed', 'disputed', 'notEstablished', 'dated', 'cited', 'left out'];

/** The counts of a pack in the order of the columns, with its place; nothing, and a word on it, if it does not load. */
function rowOf(folder) {
  const read = readFolder(folder, filesOf(folder));
  if (!read.ok) {
    console.error(`${folder}: does not load`);
    process.exitCode = 1;
    return [];
  }
  const { all, established, assumed, disputed, notEstablished, dated, cited } = standingCounts(read.pack);
  const file = join(folder, 'NOT-ENCODED.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const left = text === '' ? 0 : readNotEncoded(text, Object.keys(read.pack.citations)).rows.length;
  const { jurisdiction } = read.pack.layers?.at(-1) ?? read.pack;
  return [{ folder, jurisdiction, counts: [all, established, assumed, disputed, notEstablished, dated, cited, left] }];
}

const isProgramme = (folder) =>
  existsSync(join(folder, 'pack.yaml')) && !folder.startsWith(join('rules', 'conformance'));
const named = process.argv.slice(2);
const folders = named.length > 0 ? named.flatMap(packFolders) : packFolders('rules').filter(isProgramme);
const rows = folders
  .flatMap(rowOf)
  .sort((a, b) => (a.jurisdiction < b.jurisdiction ? -1 : a.jurisdiction > b.jurisdiction ? 1 : 0));
const total = columns.map((_, i) => rows.reduce((sum, { counts }) => sum + counts[i], 0));
const cells = [
  ['place', 'pack', ...columns],
  ...rows.map(({ jurisdiction, folder, counts }) => [jurisdiction, folder, ...counts.map(String)]),
  ['all', `${rows.length} packs`, ...total.map(String)],
];
const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
const line = (row) =>
  `| ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
const [head, ...body] = cells;
const rule = widths.map((width, i) => (i < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
for (const row of [head, rule, ...body]) console.log(line(row));
