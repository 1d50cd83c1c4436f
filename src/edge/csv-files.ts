import type { DeclaredType } from './csv-cells.js';
import type { TableName } from './csv-columns.js';
import { type CsvReader, tableRows } from './csv-table.js';
import type { Issue, Path } from './issues.js';
import { limits } from './limits.js';
import type { Mount } from './locate.js';
import { isMapping } from './plain-data.js';
import { atMost, tooLong } from './plain-values.js';
import type { YamlFile } from './yaml.js';

/** Tables by the names of their files. */
export const tables: readonly TableName[] = ['courses', 'bundles', 'amounts'];

/** A `.csv` file of a pack. */
export interface TableFile {
  readonly path: string;
  readonly text: string;
  readonly table: TableName;
}

type Data = Readonly<Record<string, unknown>>;

/** What a pack says with the rows of its tables in it, behind what its other files say of the same, if these are `whole`. */
export function withTables(
  authored: Data,
  files: readonly TableFile[],
  csv: CsvReader,
  whole: boolean,
): { readonly authored: Data; readonly mounts: readonly Mount[]; readonly issues: readonly Issue[] } {
  let [said, mounts, issues]: [Data, readonly Mount[], readonly Issue[]] = [authored, [], []];
  for (const file of files) {
    const read = readTable(file, csv, declaredIn(authored));
    const added = file.table === 'amounts' ? amountsIn(said, read.rows) : listedIn(said, file.table, read.rows);
    said = added.authored;
    mounts = [...mounts, ...added.mounts.map((mount) => ({ ...mount, file: file.path }))];
    const found = [...read.issues, ...added.issues].map((issue) => ({ ...issue, file: file.path }));
    issues = [...issues, ...atMost(found)];
  }
  return { authored: said, mounts, issues: whole ? [...issues, ...unsaid(said, files)] : issues };
}

/** No table says whether others are approved as well. */
function unsaid({ catalogue }: Data, files: readonly TableFile[]): readonly Issue[] {
  const file = files.find(({ table }) => table !== 'amounts')?.path;
  if (file === undefined || !isMapping(catalogue) || 'complete' in catalogue) return [];
  const hint =
    'write `catalogue: { complete: false }` into `pack.yaml`, or `true` if no course is approved that is not listed';
  return [
    { code: 'missing', path: ['catalogue', 'complete'], expected: '`true` or `false`', hint, file, line: 1, column: 1 },
  ];
}

function readTable({ table, text }: TableFile, csv: CsvReader, declared: DeclaredType): ReturnType<typeof tableRows> {
  if (text.length > limits.textLength) {
    return { rows: [], issues: [{ ...tooLong([], limits.textLength, text.length), line: 1, column: 1 }] };
  }
  const read = csv(text);
  return read.ok ? tableRows(table, read, declared) : { rows: [], issues: read.issues };
}

/** The types of facts and fields, as far as they are declared well. */
function declaredIn(authored: Data): DeclaredType {
  const typeOf = (...keys: readonly string[]): unknown =>
    keys.reduce<unknown>(
      (value, key) => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      authored,
    );
  return (of, id, row) =>
    of === 'fact' ? typeOf('facts', id, 'type') : typeOf('fields', row['each.from'] ?? 'completions', id, 'type');
}

interface Added {
  readonly authored: Data;
  readonly mounts: readonly Omit<Mount, 'file'>[];
  readonly issues: readonly Issue[];
}

/** Fees and awards, each by its id. */
function amountsIn(authored: Data, rows: readonly YamlFile[]): Added {
  const there = authored.amounts ?? {};
  if (!isMapping(there)) return { authored, mounts: [], issues: [] };
  const entries = new Map(Object.entries(there));
  const mounts: Omit<Mount, 'file'>[] = [];
  const issues: Issue[] = [];
  for (const yaml of rows) {
    const { id, ...amount } = yaml.data as Data;
    const place = yaml.at(['id']);
    if (typeof id !== 'string') issues.push({ code: 'missing', path: ['id'], expected: 'an id', ...place });
    else if (entries.has(id)) issues.push({ code: 'givenTwice', path: ['id'], found: id, ...place });
    else {
      entries.set(id, amount);
      mounts.push({ at: ['amounts', id], yaml });
    }
  }
  return { authored: { ...authored, amounts: Object.fromEntries(entries) }, mounts, issues };
}

/** Courses or bundles, in the order of the rows. */
function listedIn(authored: Data, key: 'courses' | 'bundles', rows: readonly YamlFile[]): Added {
  const catalogue = authored.catalogue ?? {};
  const there = isMapping(catalogue) ? (catalogue[key] ?? []) : undefined;
  if (!isMapping(catalogue) || !Array.isArray(there)) return { authored, mounts: [], issues: [] };
  const all = [...there, ...rows.map(({ data }) => data)];
  const mounts = rows.map((yaml, index) => ({ at: ['catalogue', key, there.length + index] as Path, yaml }));
  return { authored: { ...authored, catalogue: { ...catalogue, [key]: all } }, mounts, issues: [] };
}
