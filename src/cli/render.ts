import { en } from '../explain/en.js';
import { explain } from '../explain/explain.js';
import type { Messages } from '../explain/messages.js';
import type { Evaluation } from '../model/evaluation.js';
import type { PackIds } from '../model/pack.js';
import { bar, colorsOf, type Look, paintedLines } from './paint.js';

/**
 * An evaluation for a terminal: the answer with a bar of progress, then the whole explanation, wrapped at `width` columns.
 * Without colour it is the same text. No line break at the end.
 *
 * @example console.log(renderEvaluation(evaluation, { color: false, width: 80 }))
 */
export function renderEvaluation<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  { messages = en, ...look }: Look & { readonly messages?: Messages },
): string {
  const lines = paintedLines(explain(evaluation, { messages }), look, messages);
  const lastOfHeadline = lines.findLastIndex(({ role }) => role === 'headline');
  const stage = Object.values<Evaluation['stages'][string]>(evaluation.stages).find(
    ({ id }) => id === evaluation.mainStage,
  );
  const hasBar = stage !== undefined && stage.status !== 'notApplicable';
  const cells = Math.max(10, Math.min(40, look.width - 12));
  const painted = lines.flatMap((line, i) =>
    i === lastOfHeadline && hasBar
      ? [line.painted, `    ${bar(stage.progress, cells, colorsOf(look))}`]
      : [line.painted],
  );
  // A long explanation scrolls the answer away, so it ends with it as well.
  const again = lines.filter(({ role }) => role === 'headline').map((line) => line.painted);
  return [...painted, ...(painted.length > 24 ? ['', ...again] : [])].join('\n');
}
