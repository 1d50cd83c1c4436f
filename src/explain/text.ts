import type { Evaluation } from '../evaluation.js';
import type { PackIds } from '../pack.js';
import { explain } from './explain.js';
import type { Explanation, ExplanationLine, ExplanationSection, Mark, SectionId } from './explanation.js';
import { statusWords } from './messages.js';

/** One printed line, and what it is, for whoever gives it colours. */
export interface TextLine {
  readonly role: 'title' | 'headline' | 'heading' | 'line' | 'detail' | 'reference' | 'legend' | 'blank';
  readonly mark: Mark;
  /** Spaces, and on the first line of an entry its sign. */
  readonly lead: string;
  readonly text: string;
}

/**
 * An evaluation as plain text, wrapped at `width` columns (80), whole or `only` some of its sections. A number in brackets points
 * into the list of sources.
 *
 * @example console.log(explainText(evaluation, { only: ['headline', 'needed', 'sources'] }))
 */
export function explainText<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  { width = 80, only }: { readonly width?: number; readonly only?: readonly SectionId[] } = {},
): string {
  return layOut(explain(evaluation), width, only)
    .map(({ lead, text }) => (lead + text).trimEnd())
    .join('\n');
}

/** The lines of an explanation, wrapped, before colours. */
export function layOut(explanation: Explanation, width: number, only?: readonly SectionId[]): readonly TextLine[] {
  const columns = Math.max(24, Math.floor(width) || 80);
  // Numbers point into the sources; without that section there is nothing to point into.
  const numbers = sourceNumbers(only === undefined || only.includes('sources') ? explanation.sections : []);
  const title = wrapped('title', 'note', '', '', explanation.title, columns);
  const sections = explanation.sections.filter(({ id }) => only === undefined || only.includes(id));
  return [...title, ...sections.flatMap((section) => layOutSection(section, numbers, columns))];
}

const signs: Readonly<Record<Mark, string>> = {
  achieved: '✓',
  needed: '○',
  unknown: '?',
  inProgress: '…',
  waived: '✓',
  notApplicable: '–',
  note: '·',
};

const legend: readonly (readonly [Mark, string])[] = [
  ['achieved', statusWords.met],
  ['waived', statusWords.waived],
  ['needed', statusWords.unmet],
  ['inProgress', statusWords.pending],
  ['unknown', statusWords.unknown],
  ['notApplicable', statusWords.notApplicable],
];

const blank: TextLine = { role: 'blank', mark: 'note', lead: '', text: '' };

function layOutSection(section: ExplanationSection, numbers: ReadonlyMap<string, number>, columns: number) {
  const isHeadline = section.id === 'headline';
  return [
    blank,
    ...(isHeadline ? [] : wrapped('heading', 'note', '', '', section.heading, columns)),
    ...section.lines.flatMap((line, i) => {
      if (section.id === 'sources') return sourceLine(line, numbers, columns);
      const lead = `${'  '.repeat(line.indent + 1)}${signs[line.mark]} `;
      const under = ' '.repeat(lead.length);
      const refs = line.cite.flatMap((key) => (numbers.has(key) ? [`[${numbers.get(key)}]`] : [])).join('');
      const text = refs === '' ? line.text : `${line.text}\u00a0${refs}`;
      if (isHeadline && i > 0) return wrapped('line', line.mark, under, under, line.text, columns);
      const [only, ...more] = line.details;
      const oneLine = `${line.text} — ${only}${refs && `\u00a0${refs}`}`;
      const isEvidence = section.id === 'stages' && line.mark === 'achieved' && line.indent > 0;
      const isShort = [...under, ...oneLine].length <= columns && !only?.endsWith(':');
      if (only !== undefined && more.length === 0 && (isEvidence || isShort)) {
        return wrapped('line', line.mark, lead, under, oneLine, columns);
      }
      return [
        ...wrapped(isHeadline ? 'headline' : 'line', line.mark, lead, under, text, columns),
        ...line.details.flatMap((detail) => wrapped('detail', line.mark, under, under, detail, columns)),
      ];
    }),
    ...(section.id === 'stages' ? wrapped('legend', 'note', '  ', '  ', legendOf(section.lines), columns) : []),
  ];
}

/** The signs in use and what they mean, none of them torn apart at the end of a line. */
function legendOf(lines: readonly ExplanationLine[]): string {
  const inUse = legend.filter(([mark]) => lines.some((line) => line.mark === mark));
  return inUse.map(([mark, word]) => `${signs[mark]} ${word}`.replaceAll(' ', '\u00a0')).join('\u00a0 ');
}

function sourceLine(line: ExplanationLine, numbers: ReadonlyMap<string, number>, columns: number): readonly TextLine[] {
  const [key] = line.cite;
  if (key === undefined) return wrapped('line', line.mark, '  ', '  ', line.text, columns);
  const under = ' '.repeat(7);
  return [
    ...wrapped('line', line.mark, `${`  [${numbers.get(key)}]`.padEnd(6)} `, under, line.text, columns),
    ...line.details.flatMap((detail) => wrapped('reference', line.mark, under, under, detail, columns)),
  ];
}

function sourceNumbers(sections: readonly ExplanationSection[]): ReadonlyMap<string, number> {
  const sources = sections.find(({ id }) => id === 'sources');
  return new Map((sources?.lines ?? []).flatMap(({ cite }) => cite).map((key, i) => [key, i + 1]));
}

/** Wraps at spaces; a word longer than a line, such as an address, stays whole. */
function wrapped(
  role: TextLine['role'],
  mark: Mark,
  lead: string,
  under: string,
  text: string,
  columns: number,
): readonly TextLine[] {
  const lines: string[] = [];
  for (const word of together(harmless(text))
    .split(/[ \n]+/)
    .filter(Boolean)) {
    const last = lines.at(-1);
    const fits = last !== undefined && [...under, ...last, ' ', ...word].length <= columns;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, i) => ({ role, mark, lead: i === 0 ? lead : under, text: line.replaceAll('\u00a0', ' ') }));
}

/** Keeps a day on one line. */
function together(text: string): string {
  return text
    .replace(/\b(\d{1,2}) (?=[A-Z][a-z]+ \d{4}\b)/g, '$1\u00a0')
    .replace(/\b([A-Z][a-z]+) (?=\d{4}\b)/g, '$1\u00a0');
}

/** Titles come from records: none may move the cursor, colour the terminal or turn the direction of the text. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
