/** One fact that is known, or known not to be known, and that a pack leaves out. */
export interface NotEncodedRow {
  readonly section: string;
  readonly fact: string;
  readonly source: string;
  readonly why: string;
  /** Counts from 1. */
  readonly line: number;
}

/** What is wrong with a `NOT-ENCODED.md`. */
export interface NotEncodedIssue {
  /**
   * `sectionMissing`: one of the two headings is not there; `noTable`: a section without rows; `notARow`: a line below a
   * heading that is no row of three cells; `emptyCell`; `unknownSource`: neither a link nor a citation of the pack.
   */
  readonly code: 'sectionMissing' | 'noTable' | 'notARow' | 'emptyCell' | 'unknownSource';
  readonly line: number;
  readonly found: string;
}

/** What a `NOT-ENCODED.md` says and what is wrong with it. */
export interface NotEncoded {
  readonly rows: readonly NotEncodedRow[];
  readonly issues: readonly NotEncodedIssue[];
}

const sections = ['Known, not in the pack', 'Not established'];
const header = ['fact', 'source', 'why it is not encoded'];

/**
 * Reads a `NOT-ENCODED.md`: below each of its two headings one table `| fact | source | why it is not encoded |`, each row with
 * all three, its source a link or the id of a citation of the pack (`citations`). Text between a heading and its table is allowed,
 * and so is a row of one bold cell, which is a heading inside the table.
 */
export function readNotEncoded(text: string, citations: readonly string[]): NotEncoded {
  const rows: NotEncodedRow[] = [];
  const issues: NotEncodedIssue[] = [];
  let section = '';
  let inTable = false;
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    const heading = /^##\s+(.*?)\s*$/.exec(content)?.[1];
    if (heading !== undefined) {
      section = heading;
      inTable = false;
    } else if (sections.includes(section) && content.startsWith('|')) {
      const cells = cellsOf(content);
      const [fact = '', source = '', why = ''] = cells;
      if (!inTable) {
        inTable = cells.join('|').toLowerCase() === header.join('|');
        if (!inTable) issues.push({ code: 'notARow', line, found: content });
      } else if (cells.every((cell) => /^:?-+:?$/.test(cell))) return;
      // A heading inside the table.
      else if (/^\*\*[^*]+\*\*$/.test(fact) && source + why === '') return;
      else if (cells.length !== 3) issues.push({ code: 'notARow', line, found: content });
      else if (cells.includes('')) issues.push({ code: 'emptyCell', line, found: content });
      else {
        if (!isSource(source, citations)) issues.push({ code: 'unknownSource', line, found: source });
        rows.push({ section, fact, source, why, line });
      }
    } else if (inTable && content.trim() !== '') issues.push({ code: 'notARow', line, found: content });
  });
  for (const wanted of sections) {
    if (!new RegExp(`^##\\s+${wanted}\\s*$`, 'm').test(text)) {
      issues.push({ code: 'sectionMissing', line: 1, found: wanted });
    } else if (!rows.some((row) => row.section === wanted)) issues.push({ code: 'noTable', line: 1, found: wanted });
  }
  return { rows, issues };
}

/** The cells of a row; `\|` is a bar inside a cell. */
function cellsOf(row: string): readonly string[] {
  const cells = row.trim().split(/(?<!\\)\|/);
  return cells.slice(1, cells.at(-1)?.trim() === '' ? -1 : undefined).map((cell) => cell.trim());
}

/** Every source named is a link or a citation of the pack; several are separated by commas or semicolons. */
function isSource(cell: string, citations: readonly string[]): boolean {
  const links = /\[[^\]]*\]\([^)]*\)|<?https?:\/\/[^\s<>]+>?/g;
  const rest = cell.replace(links, (link) => (/https?:\/\//.test(link) ? '' : link));
  const ids = rest.split(/[\s,;]+|\band\b/).map((id) => id.replaceAll('`', ''));
  const named = ids.filter((id) => id !== '');
  return (links.test(cell) || named.length > 0) && named.every((id) => citations.includes(id));
}
