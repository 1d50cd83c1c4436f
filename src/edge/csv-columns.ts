/**
 * How a cell is read: as it stands (`text`), as a number or as one of several things between semicolons: texts (`list`), citations with
 * or without a place in them (`cite`), spans of days (`spans`). A cell of `sentences` is one entry; the column may stand several times.
 * What a pack declares (`fact`, `field`) is read by the type that it declares.
 */
export type CellKind = 'text' | 'number' | 'list' | 'cite' | 'spans' | 'sentences' | 'fact' | 'field';

/** A column: its header, whose points lead inwards, and how its cells are read. `*` stands for any id. */
export interface Column {
  readonly header: string;
  readonly kind: CellKind;
  /** A row cannot do without it. */
  readonly required?: boolean;
}

/** The name of a table, which is that of its file. */
export type TableName = 'courses' | 'bundles' | 'amounts';

/** A value in any standing that has no further lists in it. */
const standing = (header: string, kind: CellKind): readonly Column[] => [
  { header, kind },
  { header: `${header}.assume`, kind },
  { header: `${header}.because`, kind: 'text' },
  { header: `${header}.notEstablished`, kind: 'text' },
  { header: `${header}.atLeast`, kind },
  { header: `${header}.atMost`, kind },
  { header: `${header}.cite`, kind: 'cite' },
];

/** Money in any standing, or by a fact. */
const priced = (header: string): readonly Column[] => [
  ...standing(header, 'text'),
  { header: `${header}.byFact`, kind: 'text' },
  { header: `${header}.on`, kind: 'text' },
  { header: `${header}.is.*`, kind: 'text' },
];

const named: readonly Column[] = [
  { header: 'id', kind: 'text', required: true },
  { header: 'title', kind: 'text', required: true },
];

const cite: Column = { header: 'cite', kind: 'cite' };

/** The columns that a table may have, in any order; a column that stands there once for each thing may stand there again. */
export const columnsOf: Readonly<Record<TableName, readonly Column[]>> = {
  courses: [
    ...named,
    { header: 'provider', kind: 'text', required: true },
    { header: 'covers', kind: 'list' },
    { header: 'approvals', kind: 'spans' },
    { header: 'seenApproved', kind: 'list' },
    ...standing('length', 'text'),
    ...standing('cost', 'text'),
    { header: 'openTo.*', kind: 'fact' },
    ...priced('price'),
    { header: 'retired', kind: 'text' },
    { header: 'fields.*', kind: 'field' },
    cite,
  ],
  bundles: [
    ...named,
    { header: 'courses', kind: 'list', required: true },
    { header: 'covers', kind: 'list', required: true },
    cite,
  ],
  amounts: [
    ...named,
    { header: 'kind', kind: 'text', required: true },
    { header: 'unit', kind: 'text' },
    ...priced('amount'),
    { header: 'on', kind: 'text' },
    { header: 'each.from', kind: 'text' },
    { header: 'each.where.*', kind: 'field' },
    { header: 'each.on', kind: 'text' },
    { header: 'appliesWhen.*', kind: 'fact' },
    ...standing('open.from', 'text'),
    ...standing('open.to', 'text'),
    { header: 'towards', kind: 'text' },
    { header: 'oneOf', kind: 'text' },
    ...standing('places', 'number'),
    { header: 'conditions', kind: 'sentences' },
    { ...cite, required: true },
  ],
};

/** The column of a header, and the keys to which it leads; `undefined` if the table has none such. */
export function columnOf(
  table: TableName,
  header: string,
): (Column & { readonly keys: readonly string[] }) | undefined {
  for (const column of columnsOf[table]) {
    if (column.header === header) return { ...column, keys: header.split('.') };
    const [before = '', any] = column.header.split('*');
    const id = header.slice(before.length);
    // An id may have points of its own.
    if (any !== undefined && header.startsWith(before) && id !== '' && !(id in {}))
      return { ...column, keys: [...before.split('.').slice(0, -1), id] };
  }
  return undefined;
}
