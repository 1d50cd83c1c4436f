// Writes the two other numbers below the newest version in CHANGELOG.md: the rule format, and the version of every pack.
// Usage, after `changeset version`: node test/tools/changelog.mjs
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const packs = readdirSync('rules')
  .map((name) => join('rules', name, 'pack.yaml'))
  .filter((file) => existsSync(file))
  .map((file) => parse(readFileSync(file, 'utf8')));
const formats = [...new Set(packs.map(({ format }) => format))].sort();
const line = `Rule format ${formats.join(', ')}. Packs: ${packs.map(({ id, version }) => `${id} ${version}`).join(', ')}.`;

const text = readFileSync('CHANGELOG.md', 'utf8');
const heading = /^## \d+\.\d+\.\d+.*\n\n(Rule format .*\n\n)?/m;
if (!heading.test(text)) throw new Error('CHANGELOG.md has no version');
writeFileSync(
  'CHANGELOG.md',
  text.replace(heading, (found, old = '') => `${found.slice(0, found.length - old.length)}${line}\n\n`),
);
