import type { RulePack } from '../pack.js';
import { packIds } from './ids.js';
import { isMapping } from './plain-data.js';

/** A file to write: its name and its text. */
export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a pack as a package ships them: `<id>.json`; `<id>.js`, a module that exports the same data under the id in
 * camel case; and `<id>.d.ts`, its type, which carries the pack's ids. Equal packs give equal texts, whatever the order of keys.
 */
export function buildPack(pack: RulePack): readonly BuiltFile[] {
  const json = JSON.stringify(sorted(pack), null, 2);
  const name = exportName(pack.id);
  return [
    { name: `${pack.id}.json`, text: `${json}\n` },
    { name: `${pack.id}.js`, text: `export const ${name} = ${json};\n` },
    { name: `${pack.id}.d.ts`, text: declaration(pack, name) },
  ];
}

/** The name under which a pack is exported: its id in camel case. `exportName('a-sample')` is `aSample`. */
export function exportName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9]+([A-Za-z0-9])?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  return /^\d/.test(camel) ? `_${camel}` : camel;
}

function declaration(pack: RulePack, name: string): string {
  const ids = packIds(pack);
  const union = (of: readonly string[]) => of.map((id) => `'${id}'`).join(' | ') || 'never';
  return [
    "import type { RulePack } from '../index.js';",
    '',
    `/** ${pack.title.replaceAll('*/', '* /')}, version ${pack.version}. */`,
    `export declare const ${name}: RulePack<{`,
    `  readonly stage: ${union(ids.stage)};`,
    `  readonly requirement: ${union(ids.requirement)};`,
    `  readonly set: ${union(ids.set)};`,
    '}>;',
    '',
  ].join('\n');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMapping(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
