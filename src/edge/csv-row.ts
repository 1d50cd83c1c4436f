import { cellValue, type DeclaredType } from './csv-cells.js';
import type { Column } from './csv-columns.js';
import type { Issue, Path } from './issues.js';
import { isMapping } from './plain-data.js';
import type { YamlFile } from './yaml.js';

/** A column where it stands: the keys to which its header leads, and which one it is, counted from 0. */
export interface Head extends Column {
  readonly keys: readonly string[];
  readonly column: number;
}

/** A key of a row, or an entry of a list below it, and the column that says it. */
interface Spot {
  readonly path: Path;
  readonly column: number;
}

/** A row as what YAML would say of it; an empty cell says nothing. `line` is the row, the first of the table being 1. */
export function readRow(
  cells: readonly string[],
  line: number,
  heads: readonly Head[],
  declared: DeclaredType,
): { readonly file: YamlFile; readonly issues: readonly Issue[] } {
  const said = Object.fromEntries(heads.map(({ header, column }) => [header, cells[column] ?? '']));
  const data: Record<string, unknown> = {};
  const spots: Spot[] = [];
  const issues: Issue[] = [];
  for (const { header, keys, kind, column } of heads) {
    const text = cells[column] ?? '';
    spots.push({ path: keys, column });
    if (text === '') continue;
    const value = cellValue(text, kind, (of) => declared(of, keys.at(-1) ?? '', said));
    const first = put(data, keys, value);
    if (first === undefined) issues.push({ code: 'givenTwice', path: keys, found: header, line, column: column + 1 });
    else if (Array.isArray(value)) spots.push(...value.map((_, index) => ({ path: [...keys, first + index], column })));
  }
  return { file: { data, at: (path) => ({ line, column: columnFor(path, spots) + 1 }) }, issues };
}

/** Puts a value below keys, behind those of a list that is there. Returns its position there, `undefined` if something else is there. */
function put(
  data: Record<string, unknown>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): number | undefined {
  const there = Object.hasOwn(data, key) ? data[key] : undefined;
  const set = (next: unknown) => Object.defineProperty(data, key, { value: next, enumerable: true, writable: true });
  if (rest.length > 0) {
    if (there === undefined) set({});
    const inner = data[key];
    return isMapping(inner) ? put(inner as Record<string, unknown>, rest, value) : undefined;
  }
  if (there === undefined) set(value);
  else if (Array.isArray(there) && Array.isArray(value)) set([...there, ...value]);
  else return undefined;
  return Array.isArray(there) ? there.length : 0;
}

/** The column of the nearest place at or above a path, else of the first below it, else the first column. */
function columnFor(path: Path, spots: readonly Spot[]): number {
  const within = (inner: Path, outer: Path) => outer.every((step, index) => inner[index] === step);
  const above = spots.filter((spot) => within(path, spot.path));
  const longest = Math.max(...above.map((spot) => spot.path.length));
  const spot = above.find((each) => each.path.length === longest) ?? spots.find((each) => within(each.path, path));
  return spot?.column ?? 0;
}
