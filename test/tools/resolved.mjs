// Writes what each overlay in `rules/overlays` makes of its base: `resolved.json` beside it. `--check` writes nothing and fails on drift.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

const { filesOf, readOverlaid, resolvedText } = await fromSource('cli/folders', 'cli/find-pack', 'edge/build-overlay');
const check = process.argv.includes('--check');

for (const id of readdirSync('rules/overlays').sort()) {
  const folder = `rules/overlays/${id}`;
  const read = readOverlaid(folder, filesOf(folder));
  const file = `${folder}/resolved.json`;
  if (!read.ok) fail(`${folder}: does not load, as \`certifiable lint ${folder}\` tells`);
  else if (!check) writeFileSync(file, resolvedText(read.pack));
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== resolvedText(read.pack))
    fail(`${file} is not what ${folder} makes of its base; \`npm run resolved\` writes it`);
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
