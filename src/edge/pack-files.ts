import { packKeys } from './authored-pack.js';
import { type TableFile, tables, withTables } from './csv-files.js';
import type { CsvReader } from './csv-table.js';
import type { Issue } from './issues.js';
import { limits } from './limits.js';
import { located, type Mount, type Placed } from './locate.js';
import { isMapping, shown } from './plain-data.js';
import { tooLong, tooMany } from './plain-values.js';
import { nearest } from './suggest.js';
import { readYaml, type YamlFile } from './yaml.js';

/** A file of a pack's folder; the path is relative to the folder, such as `editions/current.yaml`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What the files of a folder say together, and which of them said what. */
export interface Gathered {
  readonly authored: Readonly<Record<string, unknown>>;
  /** For each edition, in order, the file name that is its id, if it has a file of its own. */
  readonly editionNames: readonly (string | undefined)[];
  readonly mounts: readonly Mount[];
  readonly issues: readonly Issue[];
}

type Place =
  | { readonly kind: 'pack' | 'other' }
  | { readonly kind: 'key' | 'edition'; readonly name: string }
  | { readonly kind: 'table'; readonly name: TableFile['table'] }
  | { readonly kind: 'stranger'; readonly hint: string };

const order = ['pack', 'key', 'edition', 'table', 'stranger'] as const;

/** What is needed to read a folder besides YAML. */
export interface ReadOptions {
  /** Reads `courses.csv`, `bundles.csv` and `amounts.csv`: `readCsv` of `certifiable/csv`. */
  readonly csv?: CsvReader;
}

/**
 * Puts the files of a pack together: first `pack.yaml`, then the files of single keys, then those of editions, each in the order given;
 * last the rows of tables.
 */
export function gather(files: readonly TextFile[], { csv }: ReadOptions = {}): Gathered {
  const issues: Issue[] = [];
  const mounts: Mount[] = [];
  const editions: { readonly name?: string; readonly raw: unknown }[] = [];
  const authored: Record<string, unknown> = {};
  const put = (key: string, value: unknown, mount: Mount, at: Mount['at']) => {
    if (key === 'editions' && Array.isArray(value)) editions.push(...value.map((raw: unknown) => ({ raw })));
    else if (!Object.hasOwn(authored, key)) Object.defineProperty(authored, key, { value, enumerable: true });
    else issues.push(located({ code: 'givenTwice', path: at, found: key }, [mount]));
  };
  const add = (place: Place, file: string, yaml: YamlFile) => {
    if (place.kind === 'edition') {
      mounts.push({ at: ['editions', editions.length], file, yaml });
      editions.push({ name: place.name, raw: yaml.data });
    } else if (place.kind === 'key') {
      const mount: Mount = { at: [place.name], file, yaml };
      mounts.push(mount);
      put(place.name, yaml.data, mount, mount.at);
    } else if (isMapping(yaml.data)) {
      const mount: Mount = { at: [], file, yaml };
      mounts.push(mount);
      for (const [key, value] of Object.entries(yaml.data)) put(key, value, mount, [key]);
    } else {
      const found = shown(yaml.data) ?? '';
      issues.push({ code: 'wrongType', path: [], expected: 'a mapping', found, file, line: 1, column: 1 });
    }
  };
  const placed = files.map((file) => ({ ...file, place: placeOf(file.path) }));
  const own = placed.filter(({ place }) => place.kind !== 'other');
  // A file that is too long by itself is told where it is read.
  const length = own.reduce((sum, { text }) => sum + (text.length > limits.textLength ? 0 : text.length), 0);
  if (own.length > limits.files) issues.push(tooMany([], limits.files, 'files'));
  if (length > limits.folderLength) issues.push(tooLong([], limits.folderLength, length));
  if (issues.length > 0) return { authored, editionNames: [], mounts, issues };
  if (!placed.some(({ place }) => place.kind === 'pack'))
    issues.push({ code: 'missingFile', path: [], found: 'pack.yaml' });
  const tableFiles: TableFile[] = [];
  for (const { path, text, place } of order.flatMap((kind) => own.filter((each) => each.place.kind === kind))) {
    if (place.kind === 'stranger' || (place.kind === 'table' && csv === undefined)) {
      const hint = place.kind === 'stranger' ? place.hint : 'pass `csv: readCsv` of `certifiable/csv` to read it';
      issues.push({ code: 'unknownFile', path: [], found: path, hint, file: path, line: 1, column: 1 });
      continue;
    }
    if (place.kind === 'table') {
      tableFiles.push({ path, text, table: place.name });
      continue;
    }
    const read = readYaml(text, path);
    if (read.ok) add(place, path, read.value);
    else issues.push(...read.issues);
  }
  if (editions.length > 0 && !Object.hasOwn(authored, 'editions')) authored.editions = editions.map(({ raw }) => raw);
  const editionNames = editions.map(({ name }) => name);
  if (csv === undefined || tableFiles.length === 0) return { authored, editionNames, mounts, issues };
  const told = withTables(authored, tableFiles, csv, issues.length === 0);
  return { ...told, editionNames, mounts: [...mounts, ...told.mounts], issues: [...issues, ...told.issues] };
}

const folders = ['editions', 'cases', 'records'];

/** In the conformance suite: which construct of real rules a pack shows. */
const SUITE_FILE = 'construct.yaml';

function placeOf(path: string): Place {
  if (path === 'pack.yaml') return { kind: 'pack' };
  if (path === SUITE_FILE) return { kind: 'other' };
  const [, folder, name = '', ending] = /^(?:([^/]+)\/)?(?:.*\/)?([^/]+)\.(yaml|yml|json|csv)$/.exec(path) ?? [];
  if (ending === undefined || folder === 'cases' || folder === 'records') return { kind: 'other' };
  if (ending === 'csv') return tableOf(path, name);
  if (ending !== 'yaml') return { kind: 'stranger', hint: 'files of a pack end in `.yaml`' };
  if (folder === undefined && packKeys.includes(name)) return { kind: 'key', name };
  if (folder === 'editions' && path === `editions/${name}.yaml`) return { kind: 'edition', name };
  const meant = folder === undefined ? nearest(name, [...packKeys, 'pack']) : nearest(folder, folders);
  const file = folder === undefined ? `${meant}.yaml` : `${meant}/${name}.yaml`;
  return {
    kind: 'stranger',
    hint: meant === undefined ? 'a file of its own is named after a key of the pack' : `did you mean \`${file}\``,
  };
}

/** Tables stand beside `pack.yaml`; what one would call them is told, whatever somebody called them. */
function tableOf(path: string, name: string): Place {
  const table = tables.find((each) => path === `${each}.csv`);
  if (table !== undefined) return { kind: 'table', name: table };
  const words = { catalogue: 'courses', catalog: 'courses', fees: 'amounts', awards: 'amounts' } as const;
  const meant = Object.entries(words).find(([word]) => word === name.toLowerCase())?.[1] ?? nearest(name, tables);
  const hint =
    meant === undefined ? 'a table is `courses.csv`, `bundles.csv` or `amounts.csv`' : `did you mean \`${meant}.csv\``;
  return { kind: 'stranger', hint };
}

/** Issues in the order of reading: by file, line and column; that there are more comes last. */
export function inOrder<I extends Placed>(issues: readonly I[]): readonly I[] {
  const order = (a: I, b: I) => {
    if (isMore(a) || isMore(b)) return Number(isMore(a)) - Number(isMore(b));
    if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  };
  return [...issues].sort(order);
}

function isMore(issue: Placed): boolean {
  return 'code' in issue && issue.code === 'more';
}
