import type { RulePack } from '../model/pack.js';
import type { PackTexts } from '../model/texts.js';
import { canonicalText } from './canonical-text.js';
import { exportName } from './export-name.js';
import { type IdLists, idSorts, packIds } from './ids.js';
import { moduleText } from './module-text.js';
import { splitTexts } from './pack-texts.js';

/** A file to write: its name, with `/` below a folder, and its text. */
export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a pack as a package ships them: `<id>.json`; `<id>.js`, a module that exports the same data under the id in camel case; and
 * `<id>.d.ts`, its type, which carries the pack's ids. The long texts that no answer shows stand in `<id>/texts`, in the same three forms;
 * a pack without such texts has none of the three.
 *
 * Equal packs give equal texts, whatever the order of keys: lines end in `\n`, and nothing hangs on the place or the machine.
 */
export function buildPack(whole: RulePack): readonly BuiltFile[] {
  const { pack, texts } = splitTexts(whole);
  const name = exportName(pack.id);
  const heading = headingOf(pack);
  return [
    ...filesOf(pack.id, name, pack, packTypes(pack, name, heading)),
    ...(isEmpty(texts)
      ? []
      : filesOf(textsOf(pack.id), `${name}Texts`, texts, textTypes(texts, `${name}Texts`, heading))),
  ];
}

/** Where the long texts of a pack stand, without an ending. */
const textsOf = (id: string) => `${id}/texts`;

const isEmpty = ({ competencies, earlier }: PackTexts) =>
  [competencies, ...Object.values(earlier)].every((sets) => Object.keys(sets).length === 0);

/** Names of the files that an earlier build of a pack may have left where these were built: long texts that it no longer has. */
export function leftBehind(id: string, files: readonly BuiltFile[]): readonly string[] {
  const texts = endings.map((ending) => `${textsOf(id)}.${ending}`);
  return texts.filter((name) => !files.some((file) => file.name === name));
}

const endings = ['json', 'js', 'd.ts'] as const;

/** A title and a version, as a comment may hold them. */
export function headingOf({ title, version }: { readonly title: string; readonly version: string }): string {
  return `${title.replace(/\s+/g, ' ').replaceAll('*/', '* /')}, version ${version}`;
}

/** One thing in its three forms. */
export function filesOf(path: string, name: string, data: object, types: readonly string[]): BuiltFile[] {
  return [
    { name: `${path}.json`, text: `${canonicalText(data)}\n` },
    { name: `${path}.js`, text: moduleText(name, data) },
    { name: `${path}.d.ts`, text: `${types.join('\n')}\n` },
  ];
}

/** The declaration of a pack, with its ids. */
export function packTypes(pack: RulePack, name: string, heading: string): readonly string[] {
  const ids = packIds(pack);
  return [
    "import type { RulePack } from 'certifiable';",
    '',
    `/** ${heading}. */`,
    `export declare const ${name}: RulePack<{`,
    ...idTypes(ids).map((line) => `  ${line}`),
    '}>;',
  ];
}

function textTypes(texts: PackTexts, name: string, heading: string): readonly string[] {
  return [
    "import type { PackTexts } from 'certifiable';",
    '',
    `/** Texts of ${heading}, that no answer shows. */`,
    `export declare const ${name}: PackTexts<${union(Object.keys(texts.competencies).sort())}>;`,
  ];
}

/** The members of `PackIds`. */
export function idTypes(ids: IdLists): readonly string[] {
  return idSorts.map((key) => `readonly ${key}: ${union(ids[key])};`);
}

function union(ids: readonly string[]): string {
  return ids.map((id) => `'${id}'`).join(' | ') || 'never';
}
