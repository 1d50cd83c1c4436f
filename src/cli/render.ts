import pc from 'picocolors';
import { percent } from '../base/fraction.js';
import { en } from '../explain/en.js';
import { explain } from '../explain/explain.js';
import type { Mark } from '../explain/explanation.js';
import type { Messages } from '../explain/messages.js';
import { layOut, type TextLine } from '../explain/text.js';
import type { Evaluation } from '../model/evaluation.js';
import type { PackIds } from '../model/pack.js';
import type { Fraction } from '../model/quantity.js';

/**
 * An evaluation for a terminal: the answer with a bar of progress, then the whole explanation, wrapped at `width` columns.
 * Without colour it is the same text. No line break at the end.
 *
 * @example console.log(renderEvaluation(evaluation, { color: false, width: 80 }))
 */
export function renderEvaluation<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  { color, width, messages = en }: { readonly color: boolean; readonly width: number; readonly messages?: Messages },
): string {
  const colors = pc.createColors(color);
  const lines = layOut(explain(evaluation, { messages }), { messages, width });
  const lastOfHeadline = lines.findLastIndex(({ role }) => role === 'headline');
  const stage = Object.values<Evaluation['stages'][string]>(evaluation.stages).find(
    ({ id }) => id === evaluation.mainStage,
  );
  const hasBar = stage !== undefined && stage.status !== 'notApplicable';
  const painted = lines.flatMap((line, i) => {
    const text = paint(line, colors).trimEnd();
    return i === lastOfHeadline && hasBar
      ? [text, bar(stage.progress.earned, stage.progress.withInProgress, width, colors)]
      : [text];
  });
  // A long explanation scrolls the answer away, so it ends with it as well.
  const again = lines.filter(({ role }) => role === 'headline').map((line) => paint(line, colors).trimEnd());
  return [...painted, ...(painted.length > 24 ? ['', ...again] : [])].join('\n');
}

type Colors = ReturnType<typeof pc.createColors>;

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

function tints(colors: Colors): Readonly<Record<Mark, (text: string) => string>> {
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

/** Filled for what is achieved, shaded for what is in progress; both rounded down. */
function bar(earned: Fraction, withInProgress: Fraction, width: number, colors: Colors): string {
  const cells = Math.max(10, Math.min(40, width - 12));
  const full = Math.floor((percent(earned) * cells) / 100);
  const begun = Math.max(0, Math.floor((percent(withInProgress) * cells) / 100) - full);
  const rest = Math.max(0, cells - full - begun);
  return `    ${colors.green('█'.repeat(full))}${colors.cyan('▒'.repeat(begun))}${colors.dim('░'.repeat(rest))}`;
}
