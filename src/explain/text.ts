import type { Evaluation } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { PackIds } from '../model/pack.js';
import { en } from './en.js';
import { type ExplainOptions, explain } from './explain.js';
import type { Explanation, ExplanationLine, ExplanationSection, Mark, SectionId } from './explanation.js';
import type { Messages } from './messages.js';

/** One printed line, and what it is, for whoever gives it colours. */
export interface TextLine {
  readonly role: 'title' | 'headline' | 'heading' | 'line' | 'detail' | 'reference' | 'legend' | 'blank';
  readonly mark: Mark;
  /** Spaces, and on the first line of an entry its sign. */
  readonly lead: string;
  readonly text: string;
}

/** How to write an explanation as text. */
export interface TextOptions extends ExplainOptions {
  /** Columns, 80 by default. */
  readonly width?: number;
  /** The sections to write; by default all. */
  readonly only?: readonly SectionId[];
}

/**
 * An evaluation as plain text, wrapped at `width` columns (80), whole or `only` some of its sections. A number in brackets points
 * into the list of sources.
 *
 * @example console.log(explainText(evaluation, { only: ['headline', 'needed', 'sources'] }))
 */
export function explainText<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  { messages = en, ...layout }: TextOptions = {},
): string {
  return layOut(explain(evaluation, { messages }), { messages, ...layout })
    .map(({ lead, text }) => (lead + text).trimEnd())
    .join('\n');
}

/** What of a language the layout itself says. */
export type LayoutMessages = Pick<Messages, 'words' | 'statuses'>;

/** The lines of an explanation, wrapped, before colours; `messages` are those that it was made with. */
export function layOut(
  explanation: Explanation,
  { messages, width = 80, only }: Omit<TextOptions, 'messages'> & { readonly messages: LayoutMessages },
): readonly TextLine[] {
  // Numbers point into the sources; without that section there is nothing to point into.
  const numbers = sourceNumbers(only === undefined || only.includes('sources') ? explanation.sections : []);
  const sheet: Sheet = {
    columns: Math.max(24, Math.floor(width) || 80),
    numbers,
    messages,
    asides: asidesOf(explanation.sections),
  };
  const title = wrapped('title', 'note', '', '', explanation.title, sheet);
  const sections = explanation.sections.filter(({ id }) => only === undefined || only.includes(id));
  return [...title, ...sections.flatMap((section) => layOutSection(section, sheet))];
}

/** What all lines of one text share. */
interface Sheet {
  readonly columns: number;
  /** The numbers of the sources by their keys. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly messages: LayoutMessages;
  /** How wide the column of asides is, by the sections that share it. */
  readonly asides: ReadonlyMap<SectionId, number>;
}

/** A line of fewer columns has no room for a second column: what would stand in it goes above. */
const roomy = 72;

function asidesOf(sections: readonly ExplanationSection[]): Sheet['asides'] {
  const widths = new Map<SectionId, number>();
  for (const { id, lines } of sections) {
    widths.set(id, Math.max(widths.get(id) ?? 0, ...lines.map(({ aside = '' }) => [...aside].length)));
  }
  return widths;
}

/** Signs are no language: they are the same in every catalogue. */
export const signs: Readonly<Record<Mark, string>> = {
  achieved: '✓',
  needed: '○',
  unknown: '?',
  inProgress: '…',
  waived: '✓',
  notApplicable: '–',
  note: '·',
};

/** The statuses that the legend explains, in its order. */
const legend: readonly (readonly [Mark, Status])[] = [
  ['achieved', 'met'],
  ['waived', 'waived'],
  ['needed', 'unmet'],
  ['inProgress', 'pending'],
  ['unknown', 'unknown'],
  ['notApplicable', 'notApplicable'],
];

const blank: TextLine = { role: 'blank', mark: 'note', lead: '', text: '' };

function layOutSection(section: ExplanationSection, sheet: Sheet) {
  const { columns, numbers } = sheet;
  const isHeadline = section.id === 'headline';
  const column = columns < roomy ? 0 : (sheet.asides.get(section.id) ?? 0);
  return [
    blank,
    ...(isHeadline ? [] : wrapped('heading', 'note', '', '', section.heading, sheet)),
    ...section.lines.flatMap((line, i) => {
      if (section.id === 'sources') return sourceLine(line, sheet);
      const above =
        line.aside === undefined || column > 0 ? [] : wrapped('detail', line.mark, '  ', '  ', line.aside, sheet);
      const lead = `  ${beside(line.aside, column)}${'  '.repeat(line.indent)}${signs[line.mark]} `;
      const under = ' '.repeat(lead.length);
      const refs = line.cite.flatMap((key) => (numbers.has(key) ? [`[${numbers.get(key)}]`] : [])).join('');
      const text = refs === '' ? line.text : `${line.text}\u00a0${refs}`;
      if (isHeadline && i > 0) return wrapped('line', line.mark, under, under, line.text, sheet);
      const [only, ...more] = line.details;
      const oneLine = `${line.text} — ${only}${refs && `\u00a0${refs}`}`;
      const isEvidence = section.id === 'stages' && line.mark === 'achieved' && line.indent > 0;
      const isShort = [...under, ...oneLine].length <= columns && !/[:：]$/.test(only ?? '');
      if (only !== undefined && more.length === 0 && (isEvidence || isShort)) {
        return [...above, ...wrapped('line', line.mark, lead, under, oneLine, sheet)];
      }
      return [
        ...above,
        ...wrapped(isHeadline ? 'headline' : 'line', line.mark, lead, under, text, sheet),
        ...line.details.flatMap((detail) => wrapped('detail', line.mark, under, under, detail, sheet)),
      ];
    }),
    ...(section.id === 'stages' ? wrapped('legend', 'note', '  ', '  ', legendOf(section.lines, sheet), sheet) : []),
  ];
}

/** An aside as wide as its column. */
function beside(aside: string | undefined, column: number): string {
  return column === 0 ? '' : (aside ?? '') + ' '.repeat(column + 2 - [...(aside ?? '')].length);
}

/** The signs in use and what they mean, none of them torn apart at the end of a line. */
function legendOf(lines: readonly ExplanationLine[], { messages }: Sheet): string {
  const inUse = legend.filter(([mark]) => lines.some((line) => line.mark === mark));
  return inUse
    .map(([mark, status]) => `${signs[mark]} ${messages.statuses[status]}`.replaceAll(' ', '\u00a0'))
    .join('\u00a0 ');
}

function sourceLine(line: ExplanationLine, sheet: Sheet): readonly TextLine[] {
  const [key] = line.cite;
  if (key === undefined) return wrapped('line', line.mark, '  ', '  ', line.text, sheet);
  const under = ' '.repeat(7);
  return [
    ...wrapped('line', line.mark, `${`  [${sheet.numbers.get(key)}]`.padEnd(6)} `, under, line.text, sheet),
    ...line.details.flatMap((detail) => wrapped('reference', line.mark, under, under, detail, sheet)),
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
  { columns, messages }: Sheet,
): readonly TextLine[] {
  const lines: string[] = [];
  for (const word of messages.words
    .unbroken(harmless(text))
    .split(/[ \n]+/)
    .filter(Boolean)) {
    const last = lines.at(-1);
    const fits = last !== undefined && [...under, ...last, ' ', ...word].length <= columns;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, i) => ({ role, mark, lead: i === 0 ? lead : under, text: line.replaceAll('\u00a0', ' ') }));
}

/** Titles come from records: none may move the cursor, colour the terminal or turn the direction of the text. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
