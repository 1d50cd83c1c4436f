import { enLife } from '../life/english.js';
import type { LifeOptions } from '../life/explain-text.js';
import { explainTimeline } from '../life/explain-timeline.js';
import type { Timeline } from '../model/timeline.js';
import { type Look, paintedLines, withPicture } from './paint.js';
import { timelinePicture } from './pictures.js';
import { yearLines } from './year-lines.js';

/** A timeline for a terminal: how it stands on the first day, the years as a picture, then day by day. No line break at the end. */
export function renderTimeline(
  found: Timeline,
  look: Look,
  { messages = enLife, citations = {} }: LifeOptions = {},
): string {
  const lines = paintedLines(explainTimeline(found, { messages, citations }), look, messages);
  return withPicture(lines, yearLines(timelinePicture(found, messages), look));
}
