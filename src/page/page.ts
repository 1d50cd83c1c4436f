import type { RulePack } from '../model/pack.js';
import { amountLines } from './amounts.js';
import { applicationLines } from './applications.js';
import { type Around, whereLines } from './around.js';
import { numbered } from './cite-marks.js';
import { deadlineLines } from './deadlines.js';
import { evidenceLines } from './evidence.js';
import { historyLines } from './history.js';
import { introLines } from './intro.js';
import { layerLines } from './layers.js';
import { generated, plain, section } from './markdown.js';
import { type Programme, programmeOf } from './programme.js';
import { setLines } from './sets.js';
import { lastReadLines, sourceLines } from './sources.js';
import { standingLines } from './standings.js';
import { stepLines } from './steps.js';
import { unsettledLines } from './unsettled.js';

/**
 * The page of a programme as Markdown: what is needed, in order, what counts, how long one has, what it costs, how it changed,
 * what nobody could establish, and the sources. It describes the last edition of the pack; equal packs give equal pages. What does not
 * stand in the pack is told as far as `around` knows it: where the rules lie, their cases, the overlay that made the pack.
 */
export function programmePage(pack: RulePack, around: Around = {}): string {
  const programme = programmeOf(pack);
  const { text, sources } = numbered(bodyLines(programme, around).join('\n'));
  const end = [
    ...section(2, 'Where the rules stand', whereLines(around)),
    ...section(2, 'When the rules were last seen', lastReadLines(pack, sources)),
    ...section(2, 'Sources', sourceLines(pack, sources)),
  ];
  return `${[generated, '', `# ${plain(around.overlay?.title ?? pack.title)}`, '', text, ...end]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function bodyLines(programme: Programme, around: Around): readonly string[] {
  const { pack } = programme;
  return [
    ...introLines(programme, around),
    '',
    ...section(2, 'What differs from its base', layerLines(programme)),
    ...section(2, 'What you need, in order', stepLines(programme)),
    ...section(2, 'The competency sets', setLines(programme)),
    ...section(2, 'What counts as evidence', evidenceLines(programme)),
    ...section(2, 'How long you have', deadlineLines(programme)),
    ...section(2, 'Where you may stand', standingLines(programme)),
    ...section(2, 'What it costs', amountLines(programme)),
    ...section(2, pack.editions.length < 2 ? 'Since when the rules hold' : 'How it changed', historyLines(programme)),
    ...section(2, 'What nobody could establish', unsettledLines(programme)),
    ...section(2, 'Whether applications are open', applicationLines(pack)),
    ...section(
      2,
      'What to know before you rely on this page',
      (pack.notes ?? []).map((note) => `- ${plain(note)}`),
    ),
  ];
}
