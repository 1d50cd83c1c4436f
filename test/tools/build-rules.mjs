// Builds what the package ships, with the command line itself: every pack right below `rules` to `dist/rules/<id>.{json,js,d.ts}`, and overlays
// from `rules/overlays/<id>/` to `dist/rules/overlays/<id>.{js,d.ts}`, without what they make of their base: `resolve` makes that.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';

const packs = readdirSync('rules')
  .filter((id) => existsSync(`rules/${id}/pack.yaml`))
  .sort();
const overlays = readdirSync('rules/overlays').sort();

build(
  packs.map((id) => `rules/${id}`),
  'dist/rules',
);
build(
  overlays.map((id) => `rules/overlays/${id}`),
  'dist/rules/overlays',
);
for (const id of overlays)
  for (const name of [id, `${id}.json`]) rmSync(`dist/rules/overlays/${name}`, { recursive: true, force: true });

function build(folders, out) {
  execFileSync(process.execPath, ['dist/cli.js', 'build', ...folders, '--out', out], {
    stdio: process.argv.includes('--silent') ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  });
}

await import('./build-registry.mjs');
