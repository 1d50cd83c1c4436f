// Builds what the package ships, with the command line itself: every pack right below `rules` to `dist/rules/<id>.{json,js,d.ts}`, and overlays
// from `rules/overlays/<id>/` to `dist/rules/overlays/<id>.{js,d.ts}`, without what they make of their base: `resolve` makes that. The
// registry goes from `rules/registry.yaml` to `dist/rules/registry.{json,js,d.ts}`.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

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

const { buildRegistry, issueText, readRegistry } = await fromSource(
  'edge/build-registry',
  'edge/issues',
  'edge/parse-registry',
);
const source = 'rules/registry.yaml';
const registry = readRegistry(readFileSync(source, 'utf8'), source);
if (registry.ok)
  for (const { name, text } of buildRegistry(registry.registry)) writeFileSync(`dist/rules/${name}`, text);
else {
  for (const issue of registry.issues) console.error(`${issue.file}:${issue.line}:${issue.column} ${issueText(issue)}`);
  process.exitCode = 1;
}

function build(folders, out) {
  execFileSync(process.execPath, ['dist/cli.js', 'build', ...folders, '--out', out], {
    stdio: process.argv.includes('--silent') ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  });
}
