import { confidenceWords } from '../explain/english-notices.js';
import { day, onDay, sentence } from '../explain/words.js';
import type { RulePack } from '../model/pack.js';
import type { Citation } from '../model/value.js';
import type { Numbered } from './cite-marks.js';
import { plain } from './markdown.js';

/** The sources of a page as a numbered list with links: what each is, when it was read, how well it stands. */
export function sourceLines(pack: RulePack, sources: Numbered['sources']): readonly string[] {
  return sources.map(({ source, places }, i) => {
    const citation = pack.citations[source];
    const link = citation === undefined ? plain(source) : `[${plain(citation.title)}](${target(citation.href)})`;
    const more = citation === undefined ? [] : citationSentences(citation);
    const where = places.length === 0 ? [] : [sentence(`Places: ${places.map(plain).join('; ')}`)];
    return `${i + 1}. <a id="source-${i + 1}"></a>${[`${link}.`, ...more, ...where].join(' ')}`;
  });
}

/** When the texts were last read: one sentence, and one more for each source that was read at another time. */
export function lastReadLines(pack: RulePack, sources: Numbered['sources']): readonly string[] {
  const cited = sources.flatMap(({ source }) => pack.citations[source] ?? []);
  const days = cited.map(({ seen }) => seen).sort();
  const most = days.reduce((best, each) => (count(days, each) > count(days, best) ? each : best), days.at(-1) ?? '');
  if (most === '') return [];
  const others = cited.filter(({ seen }) => seen !== most);
  const all = others.length === 0 ? 'Every rule on this page' : 'Every rule on this page that is not listed below';
  return [
    `${all} was last seen in its source ${onDay(most)}. What was changed after that is not on this page.`,
    ...(others.length === 0 ? [] : ['']),
    ...others.map(({ title, seen }) => `- ${plain(title)}: ${onDay(seen)}.`),
  ];
}

const count = (days: readonly string[], each: string) => days.filter((one) => one === each).length;

function citationSentences({ seen, era, confidence }: Citation): readonly string[] {
  return [
    `Read ${onDay(seen)}.`,
    ...(era === undefined ? [] : [sentence(plain(`Time of the text: ${era.replace(/^\d{4}-\d{2}(-\d{2})?$/, day)}`))]),
    ...(confidence === undefined ? [] : [sentence(confidenceWords[confidence])]),
  ];
}

/** An address inside a link: brackets and spaces would end it. */
const target = (href: string) =>
  href.replace(/[ ()<>]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
