// Prints the commands of the first fenced block after `<!-- fresh:<name> -->` in README.md, so that what readers run is what is tested.
// Usage: node test/tools/readme-command.mjs test
import { readFileSync } from 'node:fs';

const name = process.argv[2];
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, after] = readme.split(`<!-- fresh:${name} -->`);
const block = after?.match(/^```[^\n]*\n([\s\S]*?)^```/m)?.[1];
const commands = block?.replace(/^\$ /gm, '').trim();
if (!commands) {
  console.error(`README.md has no fenced block after <!-- fresh:${name} -->`);
  process.exit(1);
}
console.log(commands);
