import pc from 'picocolors';
import { percent } from '../base/fraction.js';
import type { Explanation, Mark } from '../explain/explanation.js';
import { type LayoutMessages, layOut, type TextLine } from '../explain/text.js';
import type { Progress } from '../model/evaluation.js';

/** How text is written for whoever reads it: with colours or without, at most so many columns wide. */
export interface Look {
  readonly color: boolean;
  readonly width: number;
}

/** Functions that colour a text, or leave it alone. */
export type Colors = ReturnType<typeof pc.createColors>;

export const colorsOf = ({ color }: Pick<Look, 'color'>): Colors => pc.createColors(color);

/** A printed line as it looks. */
export interface PaintedLine extends TextLine {
  readonly painted: string;
}

/** An explanation line by line, wrapped and coloured; without colour it is the same text. */
export function paintedLines(explanation: Explanation, look: Look, messages: LayoutMessages): readonly PaintedLine[] {
  const colors = colorsOf(look);
  return layOut(explanation, { messages, width: look.width }).map((line) => ({
    ...line,
    painted: paint(line, colors).trimEnd(),
  }));
}

/** An explanation as one text. No line break at the end. */
export function paintedText(explanation: Explanation, look: Look, messages: LayoutMessages): string {
  return paintedLines(explanation, look, messages)
    .map(({ painted }) => painted)
    .join('\n');
}

/** Lines as one text, with a picture between the answer and all that follows it. No line break at the end. */
export function withPicture(lines: readonly PaintedLine[], picture: readonly string[]): string {
  const answer = lines.findLastIndex(({ role }) => role === 'headline');
  const next = lines.findIndex(({ role }, i) => i > answer && role === 'blank');
  const top = next === -1 ? lines.length : next;
  const words = lines.map(({ painted }) => painted);
  return [...words.slice(0, top), ...picture, ...words.slice(top)].join('\n');
}

function paint({ role, mark, lead, text }: TextLine, colors: Colors): string {
  const tint = tints(colors)[mark];
  switch (role) {
    case 'title':
    case 'heading':
      return colors.bold(text);
    case 'headline':
      return tint(lead) + colors.bold(text);
    case 'line':
      return tint(lead) + text.replace(/(\[\d+\])+$/, colors.dim);
    case 'detail':
      return lead + text;
    case 'reference':
    case 'legend':
      return lead + colors.dim(text);
    case 'blank':
      return '';
  }
}

/** The colour of each mark. */
export function tints(colors: Colors): Readonly<Record<Mark, (text: string) => string>> {
  return {
    achieved: colors.green,
    waived: colors.green,
    needed: colors.yellow,
    unknown: colors.magenta,
    inProgress: colors.cyan,
    notApplicable: colors.dim,
    note: colors.dim,
  };
}

/**
 * So many cells: filled for what is achieved, shaded for what is in progress, dashed for what is planned, each rounded down so
 * that only what is complete looks so.
 *
 * @example bar({ earned: half, withInProgress: threeQuarters, withPlanned: threeQuarters }, 8, colors) // '████▒▒░░'
 */
export function bar({ earned, withInProgress, withPlanned }: Progress, cells: number, colors: Colors): string {
  const cellsOf = (part: Progress['earned']) => Math.floor((percent(part) * cells) / 100);
  const full = cellsOf(earned);
  const begun = Math.max(full, cellsOf(withInProgress));
  const planned = Math.max(begun, cellsOf(withPlanned));
  return [
    colors.green('█'.repeat(full)),
    colors.cyan('▒'.repeat(begun - full)),
    colors.cyan('╌'.repeat(planned - begun)),
    colors.dim('░'.repeat(cells - planned)),
  ].join('');
}
