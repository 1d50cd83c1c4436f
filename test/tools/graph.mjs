// Writes the graph of what imports what, folder by folder, into the block of docs/architecture.md that is marked `graph`.
// Usage: node test/tools/graph.mjs [--check]; with --check it writes nothing and exits with 1 if the block is another.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import tsConfigOf from 'dependency-cruiser/config-utl/extract-ts-config';

const page = 'docs/architecture.md';
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const engine = new RegExp(forbidden.find(({ name }) => name === 'engine-stands-alone').from.path);

/** What a path belongs to: a folder of `src`, `engine` for what lies directly in it, a package, or Node.js. */
function partOf(path) {
  const [, part] = /^src\/(?:([^/]+)\/)?/.exec(path) ?? [];
  if (path.startsWith('src/')) return part ?? 'engine';
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'node';
}

/** What every folder imports: arrows to it would hide the others. */
const everywhere = new Set(['model', 'base']);

/** Each part that imports another, with whether some import is of more than types. */
async function importsByPart() {
  const { output } = await cruise(['src'], options, undefined, { tsConfig: tsConfigOf('tsconfig.json') });
  const found = new Map();
  for (const { source, dependencies } of output.modules) {
    // The table of contents imports all there is.
    if (!source.startsWith('src/') || source === 'src/index.ts') continue;
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [partOf(source), partOf(resolved)];
      const key = `${from} ${to}`;
      if (from !== to && !everywhere.has(to)) found.set(key, found.get(key) || !dependencyTypes.includes('type-only'));
    }
  }
  return found;
}

/** Mermaid reads `@` and `/` in the id of a node as something else. */
function idOf(part) {
  return part.replaceAll(/\W+/g, '_');
}

function mermaid(imports) {
  const keys = [...imports.keys()].sort();
  const parts = [...new Set(keys.flatMap((key) => key.split(' ')))].sort();
  const name = (part) => {
    if (part === 'engine') return 'engine["src/*.ts"]';
    if (part === 'node') return 'node(["Node.js"])';
    return existsSync(`src/${part}`) ? `${part}["src/${part}"]` : `${idOf(part)}(["${part}"])`;
  };
  const lines = keys.flatMap((key) => {
    const [from, to] = key.split(' ');
    const back = `${to} ${from}`;
    const mutual = imports.has(back);
    if (mutual && to < from) return [];
    const runs = imports.get(key) || imports.get(back);
    return [`  ${idOf(from)} ${mutual ? '<' : ''}${runs ? '-->' : '-.->'} ${idOf(to)}`];
  });
  const inEngine = (part) => part === 'engine' || engine.test(`src/${part}/any.ts`);
  return [
    'flowchart TD',
    '  subgraph whole["the engine"]',
    ...parts.filter(inEngine).map((part) => `    ${name(part)}`),
    '  end',
    ...parts.filter((part) => !inEngine(part)).map((part) => `  ${name(part)}`),
    ...lines,
    '',
  ].join('\n');
}

const text = readFileSync(page, 'utf8');
const block = /(<!-- graph -->\n```mermaid\n)[\s\S]*?(```\n)/;
if (!block.test(text)) throw new Error(`${page} has no block that is marked \`graph\``);
const graph = mermaid(await importsByPart());
const wanted = text.replace(block, (_, before, after) => before + graph + after);
if (!process.argv.includes('--check')) writeFileSync(page, wanted);
else if (wanted !== text) {
  console.error(`${page} shows other imports than src has; \`npm run graph\` writes them:\n${graph}`);
  process.exitCode = 1;
}
