import { sentence } from '../explain/words.js';
import type { Agreement } from '../model/agreement.js';
import { marks } from './cite-marks.js';
import { windowWords } from './day-words.js';
import { plain, table } from './markdown.js';
import { capital, type Names } from './names.js';
import type { Programme } from './programme.js';

/** The heading under which recognised programmes stand, for links to it. */
export const agreementHeading = 'Programmes of others that are recognised';

/** Programmes whose credentials are recognised, with their conditions, in one table. */
export function agreementLines({ pack, names }: Programme): readonly string[] {
  const rows = Object.values(pack.agreements ?? {}).map((agreement) => agreementRow(agreement, names));
  return table(['Programme', 'When it must have been finished', 'What to know', 'Source'], rows);
}

function agreementRow({ title, earnedWithin, notes = [], cite }: Agreement, names: Names): readonly string[] {
  const when = earnedWithin && windowWords(earnedWithin, names);
  return [
    plain(title),
    when === undefined ? '' : plain(capital(when)),
    notes.map((note) => sentence(plain(note))).join(' '),
    marks(cite),
  ];
}
