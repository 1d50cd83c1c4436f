import type { Explanation, ExplanationSection } from '../explain/explanation.js';
import { section, sourceList } from '../explain/lines.js';
import { layOut } from '../explain/text.js';
import type { Citation } from '../model/value.js';
import { enLife } from './english.js';
import type { LifeMessages } from './messages.js';

/** In which language to tell it, and what the citations are that it names. */
export interface LifeOptions {
  readonly messages?: LifeMessages;
  /** Those of the pack; what is not among them has no number and no line among the sources. */
  readonly citations?: Readonly<Record<string, Citation>>;
}

/** How to write it as text. */
export interface LifeTextOptions extends Pick<LifeOptions, 'messages'> {
  /** Columns, 80 by default. */
  readonly width?: number;
}

/** The sources that lines name, in the order in which they do. */
export function sourcesNamed(
  sections: readonly ExplanationSection[],
  citations: Readonly<Record<string, Citation>>,
  messages: LifeMessages,
): ExplanationSection {
  const keys = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ cite }) => cite)));
  const named = [...keys].flatMap((key) => {
    const citation = Object.hasOwn(citations, key) ? citations[key] : undefined;
    return citation === undefined ? [] : [[key, citation] as const];
  });
  return section('sources', messages.sources, sourceList(Object.fromEntries(named), messages.source));
}

/**
 * What `explainStanding`, `explainTimeline` or `explainComparison` tells, as plain text, wrapped at `width` columns (80).
 *
 * @example console.log(lifeText(explainStanding(finding, { citations: pack.citations })))
 */
export function lifeText(explanation: Explanation, { messages = enLife, width = 80 }: LifeTextOptions = {}): string {
  return layOut(explanation, { messages, width })
    .map(({ lead, text }) => (lead + text).trimEnd())
    .join('\n');
}
