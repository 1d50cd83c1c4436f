import { parseDay } from '../base/calendar.js';
import type { Mark } from '../explain/explanation.js';
import { marks } from '../explain/lookup.js';
import { signs } from '../explain/text.js';
import { standingMarks } from '../life/explain-marks.js';
import type { LifeMessages } from '../life/messages.js';
import type { Status } from '../model/outcome.js';
import type { Standing } from '../model/standing.js';
import type { Timeline } from '../model/timeline.js';
import type { Day } from '../model/value.js';
import { colorsOf, type Look, tints } from './paint.js';

/** What holds from a day on, and how it is drawn. */
interface Span {
  readonly from: Day;
  readonly sign: string;
  readonly mark: Mark;
  readonly words: string;
}

/** Spans of one thing, the earliest first. */
interface Row {
  readonly title: string;
  readonly spans: readonly Span[];
}

/** Signs are no language. Shades are for what is held, darker where nothing is to be done. */
const standingSigns: Readonly<Record<Standing | 'unknown', string>> = {
  none: '·',
  notEligible: '-',
  eligible: '+',
  candidate: '░',
  candidacyEnded: '=',
  complete: '▒',
  provisional: '▚',
  certified: '█',
  renewalOpen: '▓',
  inGrace: '▞',
  lapsed: '×',
  withdrawn: '/',
  unknown: '?',
};

/**
 * A picture of a timeline: the years, below them a bar for the standing and one for each stage that changes, and what the signs mean. A column
 * shows what holds on the last of its days, so what lasts shorter than a column may not be seen. Nothing where nothing changes.
 */
export function yearLines(timeline: Timeline, look: Look, messages: LifeMessages): readonly string[] {
  const rows = rowsOf(timeline, messages);
  const first = parseDay(timeline.from) ?? 0;
  const last = parseDay(timeline.until) ?? 0;
  const cells = Math.max(12, Math.min(look.width, 100) - 4);
  if (rows.length === 0 || last - first < cells) return [];
  const colors = colorsOf(look);
  /** The column in which a day lies. */
  const at = (day: Day) => Math.max(0, Math.floor((((parseDay(day) ?? 0) - first) * cells) / (last - first + 1)));
  const tint = (span: Span, text: string) => tints(colors)[span.mark](text);
  const drawn = rows.flatMap(({ title, spans }) => {
    const bar = spans.map((span, i) => {
      const next = spans[i + 1];
      return tint(span, span.sign.repeat(Math.max(0, (next ? at(next.from) : cells) - at(span.from))));
    });
    return [`  ${title}`, `  ${bar.join('')}`];
  });
  const used = new Map(rows.flatMap(({ spans }) => spans.map((span) => [span.sign + span.words, span] as const)));
  const legend = [...used.values()].map((span) => `${span.sign} ${span.words}`);
  return ['', ...years(timeline, at, cells).map((line) => `  ${line}`), ...drawn, ...inLines(legend, look.width)];
}

function rowsOf({ start, from, days }: Timeline, messages: LifeMessages): readonly Row[] {
  const standing = (is: Standing | 'unknown', on: Day): Span => ({
    ...{ from: on, sign: standingSigns[is], mark: standingMarks[is], words: messages.standings[is] },
  });
  const status = (is: Status, on: Day): Span => ({
    ...{ from: on, sign: signs[marks[is]], mark: marks[is], words: messages.statuses[is] },
  });
  const changes = days.flatMap(({ on, changes }) => changes.map((change) => ({ on, change })));
  const standings = changes.flatMap(({ on, change }) => (change.about === 'standing' ? [standing(change.to, on)] : []));
  const stages = new Map<string, { readonly title: string; readonly spans: Span[] }>();
  for (const { on, change } of changes) {
    if (change.about !== 'stage') continue;
    const row = stages.get(change.id) ?? { title: change.title, spans: [status(change.from, from)] };
    row.spans.push(status(change.to, on));
    stages.set(change.id, row);
  }
  const own = start.standing === undefined ? [] : [standing(start.standing, from), ...standings];
  return [...(own.length > 1 ? [{ title: messages.timeline.standingRow, spans: own }] : []), ...stages.values()];
}

/** The years, each over the column of its first day, as many as have room; and their ticks. */
function years({ from, until }: Timeline, at: (day: Day) => number, cells: number): readonly string[] {
  const between = Array.from({ length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) }, (_, i) => {
    const year = String(Number(from.slice(0, 4)) + 1 + i).padStart(4, '0');
    return { year, column: at(`${year}-01-01`) };
  });
  const every = Math.max(1, Math.ceil((6 * between.length) / cells));
  const labels = between.filter(({ column }, i) => i % every === 0 && column + 4 <= cells);
  const put = (line: string, column: number, text: string) => line.padEnd(column).slice(0, column) + text;
  return [
    labels.reduce((line, { year, column }) => put(line, column, year), ''),
    labels.reduce((line, { column }) => put(line, column, '│'), ''),
  ];
}

/** Entries side by side, as many as have room, none of them torn apart. */
function inLines(entries: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : `${last}  ${entry}`;
    if (longer !== undefined && [...longer].length <= width) lines[lines.length - 1] = longer;
    else lines.push(`  ${entry}`);
  }
  return lines;
}
