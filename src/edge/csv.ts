import papaparse from 'papaparse';
import type { CsvReader, CsvTable } from './csv-table.js';
import type { Issue } from './issues.js';
import { shown } from './plain-data.js';

export type { CsvReader, CsvTable };

/**
 * Reads the text of a `.csv` file as spreadsheets write it: with or without a byte order mark, separated by commas, semicolons or tabs,
 * lines ended in any way, cells in quotes where they hold one of these. The first row decides what separates. Every row is kept, empty
 * ones too, so that the first row is 1 and positions are those of the spreadsheet.
 *
 * `readCsv('id;title\r\na;"One; two"')` has the rows `['id', 'title']` and `['a', 'One; two']`.
 */
export const readCsv: CsvReader = (text) => {
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter: separatorOf(text) });
  const issues = [
    ...data.flatMap((cells, row) => cells.flatMap((cell, column) => foreign(cell, row, column))),
    ...errors.slice(0, 1).map(({ message, row = 0 }): Issue => {
      const found = `${(message[0] ?? '').toLowerCase()}${message.slice(1)}`;
      const hint = 'double a quote that stands inside quotes, or save it from the spreadsheet again';
      return { code: 'unreadable', path: [], expected: 'CSV', found, hint, line: row + 1, column: 1 };
    }),
  ];
  // What an unknown encoding or a lost quote makes of the rest says nothing.
  return issues.length > 0 ? { ok: false, issues: issues.slice(0, 1) } : { ok: true, rows: data };
};

/** What stands most often between the names of columns, which have none of these in them. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/\r|\n/, 1);
  const count = (sign: string) => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** A cell with the sign that stands for what is no UTF-8. */
function foreign(cell: string, row: number, column: number): readonly Issue[] {
  if (!cell.includes('\u{fffd}')) return [];
  const found = `another encoding, such as Windows-1252, in ${shown(cell)}`;
  const hint = 'save it from the spreadsheet as `CSV UTF-8`';
  return [{ code: 'unreadable', path: [], expected: 'UTF-8', found, hint, line: row + 1, column: column + 1 }];
}
