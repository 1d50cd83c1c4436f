import { enLife } from '../life/english.js';
import { explainStanding } from '../life/explain-standing.js';
import type { LifeOptions } from '../life/explain-text.js';
import type { StandingFinding } from '../model/standing.js';
import { type Look, paintedLines, withPicture } from './paint.js';
import { standingPicture } from './pictures.js';
import { yearLines } from './year-lines.js';

/** A standing for a terminal: the answer, the years as a picture, then the terms and the changes. No line break at the end. */
export function renderStanding(
  found: StandingFinding,
  look: Look,
  { messages = enLife, citations = {} }: LifeOptions = {},
): string {
  const lines = paintedLines(explainStanding(found, { messages, citations }), look, messages);
  return withPicture(lines, yearLines(standingPicture(found, messages), look));
}
