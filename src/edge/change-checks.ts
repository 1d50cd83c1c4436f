import { addLength, formatDay, parseDay } from '../base/calendar.js';
import type { Evaluation } from '../model/evaluation.js';
import type { TimelineChange, TimelineDay } from '../model/timeline.js';
import type { Day } from '../model/value.js';
import { timeline } from '../timeline.js';
import type { CaseAsked } from './case-asked.js';
import type { ExpectedChange } from './change-expectation.js';
import type { Expectation } from './expectation.js';
import { suggestion } from './suggest.js';

/** What is wrong with the changes that a case expects, a line each; of one id the earliest day first. */
export function changeChecks(
  { changes: expected }: Expectation,
  evaluation: Evaluation,
  { pack, record, asOf }: CaseAsked,
): readonly string[] {
  if (expected === undefined) return [];
  const wanted = Object.entries(expected).map(([id, { on, until }]) => {
    const days = Object.keys(on).sort();
    return { id, on, first: [asOf, ...days].sort()[0] ?? asOf, last: until ?? days.at(-1) ?? asOf };
  });
  const first = wanted.map((each) => each.first).sort()[0] ?? asOf;
  const last = [first, ...wanted.map((each) => each.last)].sort().at(-1) ?? asOf;
  // On its first day a timeline says how it stands, not what is otherwise than the day before.
  const from = formatDay(addLength(parseDay(first) ?? 0, -1, 'days'));
  const { days } = timeline(pack, record, { from, until: last });
  return wanted.flatMap(({ id, on, ...stretch }) => {
    const about = aboutOf(id, evaluation);
    if (about === undefined) return [unknownId(id, evaluation)];
    const within = days.filter((day) => day.on >= stretch.first && day.on <= stretch.last);
    const found = new Map(within.flatMap((day) => changesOf(id, about, day)));
    return [...new Set([...Object.keys(on), ...found.keys()])]
      .sort()
      .flatMap((day) => failures(`change of \`${id}\` on ${day}`, on[day], found.get(day)));
  });
}

type Found = Pick<TimelineDay, 'because'> & Pick<Exclude<TimelineChange, { about: 'standing' }>, 'to'>;

/** What an id stands for; where a stage and a requirement share it, the stage. */
function aboutOf(id: string, { stages, findings, amounts }: Evaluation): TimelineChange['about'] | undefined {
  if (Object.hasOwn(stages, id)) return 'stage';
  if (Object.hasOwn(findings, id)) return 'requirement';
  return Object.hasOwn(amounts, id) ? 'amount' : undefined;
}

function unknownId(id: string, { stages, findings, amounts }: Evaluation): string {
  const hint = suggestion(id, [stages, findings, amounts].flatMap(Object.keys));
  return `changes of \`${id}\`: no stage, requirement or amount has this id${hint === undefined ? '' : `; ${hint}`}`;
}

function changesOf(
  id: string,
  about: TimelineChange['about'],
  { on, changes, because }: TimelineDay,
): readonly [Day, Found][] {
  return changes.flatMap((change): readonly [Day, Found][] => {
    if (change.about === 'standing' || change.about !== about || change.id !== id) return [];
    return [[on, { to: change.to, because }]];
  });
}

function failures(what: string, wanted: ExpectedChange | undefined, found: Found | undefined): readonly string[] {
  if (wanted?.to !== found?.to || !wanted || !found)
    return [`${what}: expected ${wanted?.to ?? 'none'}, found ${found?.to ?? 'none'}`];
  const causes = [...new Set(found.because.map(({ code }) => code))].sort();
  const missing = (wanted.because ?? []).filter((code) => !causes.includes(code));
  return missing.map((code) => `${what}: expected because of ${code}, found ${causes.join(', ') || 'no cause'}`);
}
