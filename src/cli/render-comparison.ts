import { enLife } from '../life/english.js';
import { type ComparisonTextOptions, explainComparison } from '../life/explain-comparison.js';
import type { Comparison } from '../model/portability.js';
import { overview } from './overview.js';
import { type Look, paintedLines, withPicture } from './paint.js';

/** A comparison for a terminal: the answer, a table of the programmes, then one by one. No line break at the end. */
export function renderComparison(
  found: Comparison,
  look: Look,
  { messages = enLife, ...options }: ComparisonTextOptions = {},
): string {
  const lines = paintedLines(explainComparison(found, { messages, ...options }), look, messages);
  return withPicture(lines, overview(found.packs, look, messages));
}
