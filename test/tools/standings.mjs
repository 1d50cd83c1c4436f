// Prints for each pack below `rules`, also for those that overlays make, how well its values are known, how many have a citation, and how many facts it leaves out.
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

for (const folder of process.argv.length > 2 ? process.argv.slice(2) : packFolders('rules')) {
  const read = readFolder(folder, filesOf(folder));
  if (!read.ok) {
    console.error(`${folder}: does not load`);
    process.exitCode = 1;
    continue;
  }
  const counts = standingCounts(read.pack);
  const file = join(folder, 'NOT-ENCODED.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const left = text === undefined ? undefined : readNotEncoded(text, Object.keys(read.pack.citations)).rows.length;
  console.log(
    [
      `${folder}: ${counts.all} values`,
      `${counts.established} established`,
      `${counts.assumed} assumed`,
      `${counts.disputed} disputed`,
      `${counts.notEstablished} notEstablished`,
      `${counts.dated} dated`,
      `${counts.cited} of ${counts.all} with a citation`,
      left === undefined ? 'no NOT-ENCODED.md' : `${left} rows in NOT-ENCODED.md`,
    ].join(', '),
  );
}
