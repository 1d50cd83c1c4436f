import { sentence } from '../explain/words.js';
import type { RulePack } from '../model/pack.js';
import { marks } from './cite-marks.js';
import { plain } from './markdown.js';
import { isStood } from './value-words.js';

/** Whether the programme is known to take applications, and what is known of it; nothing where the pack does not say. */
export function applicationLines({ applications, authority }: RulePack): readonly string[] {
  if (applications === undefined) return [];
  const { open, says, cite } = applications;
  return [`${standingWords(open, authority.title)} ${sentence(plain(says))}${marks(cite)}`];
}

function standingWords(open: NonNullable<RulePack['applications']>['open'], authority: string): string {
  if (isStood(open)) return `It is not known; ask ${plain(authority)}.`;
  return open ? 'They were open when the texts were last read.' : 'They were closed when the texts were last read.';
}
