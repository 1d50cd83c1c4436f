/** Text of a pack as it is, safe from being read as Markdown. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>|~])/g, '\\$1');
}

/** A table, its cells ready Markdown; nothing where there are no rows. Columns that are empty in every row are left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const used = head.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(head.map((_, at) => row[at] ?? '')))];
}

/** A heading with what stands below it; nothing where nothing stands below it. */
export function section(level: number, heading: string, body: readonly string[]): readonly string[] {
  return body.length === 0 ? [] : [`${'#'.repeat(level)} ${heading}`, '', ...body, ''];
}

/** An entry of a list with further lines of its own, at a depth from 0. */
export function item(depth: number, first: string, more: readonly string[] = []): string {
  const pad = '  '.repeat(depth);
  return [`${pad}- ${first}`, ...more.map((line) => `${pad}  ${line}`)].join('\\\n');
}

/**
 * Where a heading is linked to from within a page.
 *
 * @example anchor("Readers' choice: part 2") // 'readers-choice-part-2'
 */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
