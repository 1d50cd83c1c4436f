import type { Standing, Term, TermDays, TermRenewal } from '../model/standing.js';
import { marks } from './cite-marks.js';
import { plain, section, table } from './markdown.js';
import { capital, type Names } from './names.js';
import type { Programme } from './programme.js';

/** How long credentials are held, and where a person may stand, in the pack's order: the first that holds is where she stands. */
export function standingLines({ pack, names }: Programme): readonly string[] {
  const rows = (pack.standings ?? []).map(({ is, title, says, cite }) => [
    plain(title ?? standingTitles[is]),
    plain(says),
    marks(cite),
  ]);
  const terms = Object.values(pack.terms ?? {}).flatMap((term) => termRows(term, names));
  if (rows.length + terms.length === 0) return [];
  return [
    ...table(['Where you stand', 'What it means', 'Source'], rows),
    '',
    ...section(3, 'How long it is held', table(['What', 'Last day', 'Can be renewed', 'Source'], terms)),
  ];
}

/** What standings are called where a programme has no word of its own. */
const standingTitles: Readonly<Record<Standing, string>> = {
  none: 'Nothing has begun',
  notEligible: 'Not eligible',
  eligible: 'Eligible',
  candidate: 'Candidate',
  candidacyEnded: 'Candidacy ended',
  complete: 'Complete, not yet certified',
  provisional: 'Provisional',
  certified: 'Certified',
  renewalOpen: 'Certified, can be renewed',
  inGrace: 'Expired, can still be renewed',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
};

function termRows(term: Term, names: Names): readonly (readonly string[])[] {
  const row = (what: string, { credential, days }: Term | TermRenewal, cite: Term['cite']) => [
    plain(`${what}, from the day of “${names.credential(credential)}”`),
    days.ends === undefined ? 'None' : plain(capital(names.day(days.ends))),
    plain(renewalWords(days, names)),
    marks(cite),
  ];
  const { renewal } = term;
  return [
    row(term.title, term, term.cite),
    ...(renewal ? [row(`${term.title}, renewed`, renewal, renewal.cite ?? term.cite)] : []),
  ];
}

function renewalWords({ ends, opens, closes }: TermDays, names: Names): string {
  const to = closes ?? ends;
  const from = opens === undefined ? [] : [`from ${names.day(opens)}`];
  const through = to === undefined || (opens ?? closes) === undefined ? [] : [`through ${names.day(to)}`];
  return capital([...from, ...through].join(' '));
}
