import type { DeclaredType } from './csv-cells.js';
import { columnOf, columnsOf, type TableName } from './csv-columns.js';
import { type Head, readRow } from './csv-row.js';
import type { Issue } from './issues.js';
import { limits } from './limits.js';
import { textIssue, tooMany } from './plain-values.js';
import { nearest } from './suggest.js';
import type { YamlFile } from './yaml.js';

/** The rows of a table, each with its cells, the first with the names of the columns; empty rows are among them. */
export interface CsvTable {
  readonly ok: true;
  readonly rows: readonly (readonly string[])[];
}

/** Reads the text of a `.csv` file. An issue has its row as `line`, and a `column` that is counted in cells. */
export type CsvReader = (text: string) => CsvTable | { readonly ok: false; readonly issues: readonly Issue[] };

/** What a table says, a row each as YAML would say it, or what is wrong with its form; issues have places, but no file. */
export interface TableRows {
  readonly rows: readonly YamlFile[];
  readonly issues: readonly Issue[];
}

/** Reads a table whose columns have the names of keys. Columns of the author's own begin with `#`; what is empty is not there. */
export function tableRows(name: TableName, table: CsvTable, declared: DeclaredType): TableRows {
  const [header = [], ...body] = table.rows.map((row) => row.map((cell) => cell.trim()));
  const cells = table.rows.reduce((sum, row) => sum + row.length, 0);
  const refused = (issue: Issue): TableRows => ({ rows: [], issues: [{ ...issue, ...at(0, 0) }] });
  if (cells > limits.values) return refused(tooMany([], limits.values, 'cells'));
  const last = header.findLastIndex((title) => title !== '');
  if (last >= limits.columns) return refused(tooMany([], limits.columns, 'columns'));
  const numbered = body.map((row, index) => ({ row, line: index + 2 })).filter(({ row }) => row.some((cell) => cell));
  const issues = [...headerIssues(name, header), ...numbered.flatMap(({ row, line }) => cellIssues(header, row, line))];
  if (issues.length > 0) return { rows: [], issues };
  const heads = header.flatMap((title, column): readonly Head[] => {
    const known = columnOf(name, title);
    return known === undefined ? [] : [{ ...known, header: title, column }];
  });
  const read = numbered.map(({ row, line }) => readRow(row, line, heads, declared));
  return { rows: read.map(({ file }) => file), issues: read.flatMap((each) => each.issues) };
}

const at = (row: number, column: number) => ({ line: row + 1, column: column + 1 });

const isOwn = (title: string) => title.startsWith('#');

/** Columns that the table does not know, that stand there twice, or that are missing. */
function headerIssues(name: TableName, header: readonly string[]): readonly Issue[] {
  const known = columnsOf[name].map((column) => column.header);
  const plain = known.filter((title) => !title.includes('.')).map((title) => `\`${title}\``);
  const others = `known: ${plain.join(', ')} and more; a column of your own begins with \`#\``;
  const strange = header.flatMap((title, column): readonly Issue[] => {
    if (title === '' || isOwn(title) || columnOf(name, title) !== undefined) return [];
    const meant = nearest(title, known);
    const hint = meant === undefined ? others : `did you mean \`${meant}\``;
    return [{ code: 'unknownColumn', path: [], found: title, hint, ...at(0, column) }];
  });
  const twice = header.flatMap((title, column): readonly Issue[] => {
    const isAgain = !isOwn(title) && title !== '' && header.indexOf(title) < column;
    const kind = columnOf(name, title)?.kind;
    if (!isAgain || kind === undefined || many.includes(kind)) return [];
    return [{ code: 'givenTwice', path: [title], found: title, ...at(0, column) }];
  });
  const missing = columnsOf[name].flatMap(({ header: title, required }): readonly Issue[] => {
    const isMeant = strange.some(({ hint }) => hint === `did you mean \`${title}\``);
    if (required !== true || header.includes(title) || isMeant) return [];
    return [{ code: 'missing', path: [title], expected: 'a column of this table', ...at(0, 0) }];
  });
  return [...strange, ...twice, ...missing];
}

const many: readonly string[] = ['list', 'cite', 'spans', 'sentences'];

/** Cells that cannot be read, and cells that no column is for. */
function cellIssues(header: readonly string[], row: readonly string[], line: number): readonly Issue[] {
  return row.flatMap((cell, column): readonly Issue[] => {
    const title = header[column] ?? '';
    if (isOwn(title) || cell === '') return [];
    const place = at(line - 1, column);
    if (title === '') {
      const hint = 'name the column in the first row; if cells moved, put quotes around the one with the comma in it';
      return [{ code: 'unknownColumn', path: [], found: '', hint, ...place }];
    }
    const issue = textIssue(cell, [title], limits.valueLength);
    return issue === undefined ? [] : [{ ...issue, ...place }];
  });
}
