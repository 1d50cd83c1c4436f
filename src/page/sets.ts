import { list } from '../explain/words.js';
import type { CompetencySet, Framework, FrameworkVersion } from '../model/catalogue.js';
import type { Edition } from '../model/pack.js';
import { marks } from './cite-marks.js';
import { plain, section, table } from './markdown.js';
import { numeral } from './number-words.js';
import type { Programme } from './programme.js';
import { paragraphs } from './steps.js';
import { valueWords } from './value-words.js';

/** The competency sets: how many competencies each has, its other titles, and its numbered competencies. */
export function setLines({ edition, pack: { framework } }: Programme): readonly string[] {
  if (framework === undefined) return [];
  const version = versionOf(edition, framework);
  const sets = Object.entries(framework.sets).map(([id, { title, aliases = [] }]) => ({
    title,
    aliases,
    ...version.sets[id],
  }));
  const rows = sets.map((set) => [
    plain(set.title) + marks(set.cite),
    set.count === undefined ? '' : countWords(set.count),
    set.aliases.map(plain).join('; '),
  ]);
  return [
    ...paragraphs([
      `${plain(version.title)}.${marks(version.cite)}`,
      table(['Set', 'Competencies', 'Also met under the titles'], rows).join('\n'),
    ]),
    '',
    ...sets.flatMap((set) => section(3, plain(set.title), competencyLines(set))),
  ];
}

/** The version of the framework that an edition names, or the framework's own. */
export function versionOf({ framework: name }: Edition, framework: Framework): FrameworkVersion {
  const earlier = name === undefined ? undefined : framework.earlier?.[name];
  if (earlier !== undefined) return earlier;
  const title = `${framework.title}, version ${framework.version}`;
  return { title, cite: framework.cite, sets: framework.sets };
}

function competencyLines({ competencies, aliases = [], cite }: CompetencySet): readonly string[] {
  if (competencies === undefined) return [];
  const entries = Object.entries(competencies).sort(([a], [b]) => Number.parseFloat(a) - Number.parseFloat(b));
  const also =
    aliases.length === 0 ? '' : `Also met as ${list(aliases.map((each) => `“${plain(each)}”`))}.${marks(cite)}`;
  return paragraphs([also, entries.map(([number, label]) => numberedLine(number, label)).join('\n')]);
}

/** Markdown counts by itself: what is no whole number is written as text. */
function numberedLine(number: string, label: string): string {
  return /^\d+$/.test(number) ? `${number}. ${plain(label)}` : `   ${plain(number)}: ${plain(label)}`;
}

const countWords = (count: NonNullable<CompetencySet['count']>) => valueWords(count, numeral, 'number');
