import { bare } from '../explain/words.js';
import type { Milestone } from '../model/pack.js';
import type { Cite, Window } from '../model/value.js';
import { marks } from './cite-marks.js';
import { type Cited, citedRequirements, requirementTitle } from './cited.js';
import { dayWords, windowWords } from './day-words.js';
import { plain, table } from './markdown.js';
import { capital, type Names } from './names.js';
import type { Programme } from './programme.js';
import { valueWords } from './value-words.js';

type Row = readonly [what: string, when: string, source: string];

/** Last days, periods in which things count, named days, and what is known of the days of a candidacy, in one table. */
export function deadlineLines(programme: Programme): readonly string[] {
  const { edition, pack, names } = programme;
  const steps = citedRequirements(edition).flatMap((cited) => requirementRows(cited, names));
  const methods = (edition.methods ?? []).flatMap(({ says, requirement }) =>
    windowRows(requirement.within, bare(says), requirement.cite ?? edition.cite, names),
  );
  const days = Object.values(edition.days ?? {}).map(
    ({ title, day, cite }): Row => [
      plain(title),
      plain(capital(valueWords(day, (expr) => dayWords(expr, names), 'day'))),
      marks(cite),
    ],
  );
  const bounds = Object.values(pack.milestones).flatMap((milestone) => milestoneRows(milestone, names));
  const rows = [...steps, ...methods, ...days, ...bounds];
  const once = rows.filter((row, i) => rows.findIndex((other) => other.join() === row.join()) === i);
  return table(['What', 'When', 'Source'], once);
}

function requirementRows(cited: Cited, names: Names): readonly Row[] {
  const { requirement, cite } = cited;
  const { due } = requirement;
  const what = requirementTitle(cited);
  const last: readonly Row[] =
    due === undefined
      ? []
      : [[plain(what), plain(`Last day: ${valueWords(due, (expr) => dayWords(expr, names), 'day')}`), marks(cite)]];
  return [...last, ...windowRows('within' in requirement ? requirement.within : undefined, what, cite, names)];
}

function windowRows(within: Window | undefined, what: string, cite: readonly Cite[], names: Names): readonly Row[] {
  const words = within && windowWords(within, names);
  return words === undefined ? [] : [[plain(what), plain(`Counts ${words}`), marks(cite)]];
}

function milestoneRows({ title, sameAs, notBefore, notAfter, cite }: Milestone, names: Names): readonly Row[] {
  const words = [
    ...(sameAs === undefined ? [] : [`the same day as ${names.day(sameAs)}`]),
    ...(notBefore === undefined ? [] : [`not before ${dayWords(notBefore, names)}`]),
    ...(notAfter === undefined ? [] : [`at the latest ${dayWords(notAfter, names)}`]),
  ];
  return words.length === 0 ? [] : [[plain(title), plain(capital(words.join(', '))), marks(cite)]];
}
