import { parseDay } from '../base/calendar.js';
import type { Mark } from '../explain/explanation.js';
import type { Day } from '../model/value.js';
import { colorsOf, type Look, tints } from './paint.js';
import { wrapped } from './wrapped.js';

/** Bars over a stretch of days, both included. */
export interface Picture {
  readonly from: Day;
  readonly until: Day;
  readonly rows: readonly Row[];
  /** A day to point at, and what it is called. */
  readonly asOf?: { readonly day: Day; readonly words: string };
}

/** One thing through the years, the earliest span first. */
export interface Row {
  readonly title: string;
  readonly spans: readonly Span[];
}

/** What holds from a day on, and how it is drawn. */
export interface Span {
  readonly from: Day;
  readonly sign: string;
  readonly mark: Mark;
  readonly words: string;
}

/**
 * A picture as lines: the years, a bar for each row, the day that was asked for, and what the signs mean. A column shows what begins in it
 * last, so what lasts shorter than a column may not be seen. Nothing where there is no row, or where a day would be wider than a column.
 */
export function yearLines(picture: Picture, look: Look): readonly string[] {
  const { from, until, rows, asOf } = picture;
  const first = parseDay(from) ?? 0;
  const length = (parseDay(until) ?? 0) - first + 1;
  const cells = Math.max(12, look.width - 4);
  if (rows.length === 0 || length < cells) return [];
  const colors = colorsOf(look);
  /** The column in which a day lies. */
  const at = (day: Day) => Math.max(0, Math.floor((((parseDay(day) ?? 0) - first) * cells) / length));
  const bars = rows.flatMap(({ title, spans }) => {
    const bar = spans.map(({ from, sign, mark }, i) => {
      const next = spans[i + 1];
      return tints(colors)[mark](sign.repeat(Math.max(0, (next ? at(next.from) : cells) - at(from))));
    });
    return [...wrapped(title, cells), bar.join('')];
  });
  const lines = [...years(picture, at, cells), ...bars, ...(asOf ? [pointer(at(asOf.day), asOf.words, cells)] : [])];
  return ['', ...[...lines, ...legend(rows, look.width - 2)].map((line) => `  ${line}`)];
}

/** The years, each over the column of its first day, as many as have room; and their ticks. */
function years({ from, until }: Picture, at: (day: Day) => number, cells: number): readonly string[] {
  const before = Number(from.slice(0, 4));
  const between = Array.from({ length: Number(until.slice(0, 4)) - before }, (_, i) => {
    const year = String(before + 1 + i).padStart(4, '0');
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

/** Points up at a column; the words stand on the side that has room. */
function pointer(column: number, words: string, cells: number): string {
  const right = `${' '.repeat(column)}▲ ${words}`;
  return [...right].length <= cells ? right : `${`${words} `.padStart(column)}▲`;
}

/** Each sign in use with what it means, side by side, none of them torn apart. */
function legend(rows: readonly Row[], columns: number): readonly string[] {
  const entries = new Set(rows.flatMap(({ spans }) => spans.map(({ sign, words }) => `${sign} ${words}`)));
  const whole = [...entries].map((entry) => `${entry} `.replaceAll(' ', '\u00a0')).join(' ');
  // The space behind the last one needs no room.
  return wrapped(whole, columns + 1).map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
}
