// Writes the pages of all programmes and their index in `docs/programmes` anew from the rules, as `certifiable page --out docs/programmes` does.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromSource } from './from-source.mjs';

const { issueText, pageFiles } = await fromSource('cli/programmes', 'edge/issues');
const { pages, issues } = pageFiles();
for (const { file, text } of pages) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const issue of issues) {
  console.error(`${issue.file}: ${issueText(issue)}`);
  process.exitCode = 1;
}
