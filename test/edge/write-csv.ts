/** What YAML would say of an entry. */
export type Entry = Readonly<Record<string, unknown>>;

/** How a spreadsheet writes a table. */
export interface Style {
  readonly mark: string;
  readonly separator: string;
  readonly end: string;
  /** Whether cells that need none have quotes. */
  readonly quoteAll: boolean;
  /** How many columns and rows are empty. */
  readonly spare: number;
}

/** A list between semicolons. */
const joined = (entries: readonly string[]) => entries.map((entry) => entry.replaceAll(';', '\\;')).join('; ');

/** A citation, or several of one mapping, as a cell has them. */
const citations = (cite: string | Entry): readonly string[] =>
  typeof cite === 'string' ? [cite] : Object.entries(cite).map(([source, at]) => `${source}: ${at}`);

/** What a key says, a cell for each header; `conditions` take a column each. */
function cellsOf(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (key === 'conditions') return (value as readonly string[]).map((each): [string, string] => [key, each]);
  if (key === 'approvals') {
    const spans = value as readonly { readonly from: string; readonly until?: string }[];
    return [[key, joined(spans.map(({ from, until }) => (until === undefined ? from : `${from} until ${until}`)))]];
  }
  if (key.endsWith('cite')) return [[key, joined((Array.isArray(value) ? value : [value]).flatMap(citations))]];
  if (Array.isArray(value)) return [[key, joined(value)]];
  if (typeof value !== 'object' || value === null) {
    // A text of a field may be a list, so that its semicolons are marked; other texts are none.
    const text = String(value);
    return [[key, key.startsWith('fields.') ? text.replaceAll(';', '\\;') : text]];
  }
  return Object.entries(value).flatMap(([inner, each]) => cellsOf(`${key}.${inner}`, each));
}

/** A table as a spreadsheet writes it; every column has room for the row that needs it most often. */
export function written(
  rows: readonly Entry[],
  required: readonly string[],
  { mark, separator, end, quoteAll, spare }: Style,
) {
  const cells = rows.map((row) => Object.entries(row).flatMap(([key, value]) => cellsOf(key, value)));
  // Tests of facts have the order of their columns, and here that of the generator.
  const names = [...new Set([...required, ...cells.flat().map(([name]) => name)])].sort();
  const header = names.flatMap((name) => {
    const most = Math.max(1, ...cells.map((row) => row.filter(([each]) => each === name).length));
    return Array.from({ length: most }, (_, index) => ({ name, index }));
  });
  const quoted = (text: string) =>
    quoteAll || /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (texts: readonly string[]) => [...texts, ...Array(spare).fill('')].map(quoted).join(separator) + end;
  const lines = cells.map((row) =>
    line(header.map(({ name, index }) => row.filter(([each]) => each === name)[index]?.[1] ?? '')),
  );
  return mark + line(header.map(({ name }) => name)) + lines.join(line([])) + line([]).repeat(spare);
}
