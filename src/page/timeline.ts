import type { RulePack } from '../model/pack.js';
import type { Day } from '../model/value.js';
import { lastRead, spans } from './edition-days.js';
import { capital } from './names.js';
import { editionTitle } from './programme.js';

/**
 * The editions of a pack as bars over the years, in plain text: `█` where a text was in force, `░` where it may have been.
 * Nothing for a pack with one edition.
 */
export function timelineLines(pack: RulePack): readonly string[] {
  if (pack.editions.length < 2) return [];
  const all = spans(pack);
  const first = yearOf(all.map(({ from }) => from.earliest).sort()[0] ?? lastRead(pack));
  const years = yearOf(lastRead(pack)) - first + 1;
  const cells = years > 40 ? 1 : years > 20 ? 2 : 4;
  const at = (day: Day) => Math.floor((yearOf(day) - first + (Number(day.slice(5, 7)) - 1) / 12) * cells);
  const titles = pack.editions.map((edition) => capital(editionTitle(edition)));
  const width = Math.max(...titles.map((title) => title.length)) + 2;
  const step = Math.ceil(6 / cells);
  const scale = Array.from({ length: Math.ceil(years / step) }, (_, i) =>
    String(first + i * step).padEnd(step * cells),
  );
  const bars = all.map(({ from, until }) =>
    Array.from({ length: years * cells }, (_, cell) => {
      if (cell < at(from.earliest) || cell > Math.max(at(until.latest) - 1, at(from.latest))) return ' ';
      const isKnown = from.earliest === from.latest && cell === at(from.latest);
      return isKnown || (cell >= at(from.latest) && cell < at(until.earliest)) ? '█' : '░';
    }).join(''),
  );
  return [
    '```text',
    ' '.repeat(width) + scale.join('').trimEnd(),
    ...titles.map((title, i) => (title.padEnd(width) + bars[i]).trimEnd()),
    '```',
    '',
    '█ in force, ░ perhaps in force: no source gives the day of the change',
  ];
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
