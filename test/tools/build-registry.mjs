// Builds the registry, from `rules/registry.yaml` to `dist/rules/registry.{json,js,d.ts}`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

const { buildRegistry, issueText, readRegistry } = await fromSource(
  'edge/build-registry',
  'edge/issues',
  'edge/parse-registry',
);
const source = 'rules/registry.yaml';
const read = readRegistry(readFileSync(source, 'utf8'), source);
if (read.ok) for (const { name, text } of buildRegistry(read.registry)) writeFileSync(`dist/rules/${name}`, text);
else {
  for (const issue of read.issues) console.error(`${issue.file}:${issue.line}:${issue.column} ${issueText(issue)}`);
  process.exitCode = 1;
}
