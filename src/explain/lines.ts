import type { Citation, Cite } from '../model/value.js';
import type { ExplanationLine, ExplanationSection, Mark, SectionId } from './explanation.js';

/** A line at the left edge that nothing stands below; each source is named once. */
export function line(text: string, mark: Mark = 'note', cite: readonly Cite[] = []): ExplanationLine {
  return { mark, text, indent: 0, details: [], cite: [...new Set(cite.map(({ source }) => source))] };
}

/** Lines under a heading. */
export function section(id: SectionId, heading: string, lines: readonly ExplanationLine[]): ExplanationSection {
  return { id, heading, lines };
}

/** Every citation as a line of the section `sources`, told by `tell`. */
export function sourceList(
  citations: Readonly<Record<string, Citation>>,
  tell: (citation: Citation) => string,
): readonly ExplanationLine[] {
  return Object.entries(citations).map(([id, citation]) => ({
    ...line(tell(citation)),
    details: [citation.href],
    cite: [id],
  }));
}
