import { formatDay, parseDay } from '../base/calendar.js';
import { marks } from '../explain/lookup.js';
import { signs } from '../explain/text.js';
import { standingMarks } from '../life/explain-marks.js';
import type { LifeMessages } from '../life/messages.js';
import type { Status } from '../model/outcome.js';
import type { Standing, StandingFinding } from '../model/standing.js';
import type { Timeline } from '../model/timeline.js';
import type { Day } from '../model/value.js';
import type { Picture, Row, Span } from './year-lines.js';

/** Signs are no language. Shades are for what is held, darker where nothing is to be done. */
const standingSigns: Readonly<Record<Standing | 'unknown', string>> = {
  none: '·',
  notEligible: '-',
  eligible: '+',
  candidate: '░',
  candidacyEnded: '=',
  complete: '▒',
  provisional: '▚',
  certified: '█',
  renewalOpen: '▓',
  inGrace: '▞',
  lapsed: '×',
  withdrawn: '/',
  unknown: '?',
};

/** A timeline as bars: one for the standing, and one for each stage, of those that change. */
export function timelinePicture({ start, from, until, days }: Timeline, messages: LifeMessages): Picture {
  const all = days.flatMap(({ on, changes }) => changes.map((change) => ({ on, change })));
  const standings = all.flatMap(({ on, change }) =>
    change.about === 'standing' ? [standingSpan(change.to, on, messages)] : [],
  );
  const stages = new Map<string, { readonly title: string; readonly spans: Span[] }>();
  for (const { on, change } of all) {
    if (change.about !== 'stage') continue;
    const row = stages.get(change.id) ?? { title: change.title, spans: [statusSpan(change.from, from, messages)] };
    row.spans.push(statusSpan(change.to, on, messages));
    stages.set(change.id, row);
  }
  const first = start.standing === undefined ? [] : [standingSpan(start.standing, from, messages)];
  const own: readonly Row[] =
    standings.length > 0 ? [{ title: messages.timeline.standingRow, spans: [...first, ...standings] }] : [];
  return { from, until, rows: [...own, ...stages.values()] };
}

/** The standings from the first change to a while after the last one, with the day that was asked for. */
export function standingPicture({ changes, asOf }: StandingFinding, messages: LifeMessages): Picture {
  const days = [asOf, ...changes.map(({ on }) => on)].sort();
  const from = changes[0]?.on ?? asOf;
  const last = parseDay(days.at(-1)) ?? 0;
  const until = formatDay(last + Math.ceil((last - (parseDay(from) ?? 0)) / 8));
  const spans = changes.map(({ on, is }) => standingSpan(is, on, messages));
  const rows = changes.length > 1 ? [{ title: messages.timeline.standingRow, spans }] : [];
  return { from, until, rows, ...(from <= asOf && { asOf: { day: asOf, words: messages.words.day(asOf) } }) };
}

function standingSpan(is: Standing | 'unknown', from: Day, { standings }: LifeMessages): Span {
  return { from, sign: standingSigns[is], mark: standingMarks[is], words: standings[is] };
}

function statusSpan(status: Status, from: Day, { statuses }: LifeMessages): Span {
  return { from, sign: signs[marks[status]], mark: marks[status], words: statuses[status] };
}
