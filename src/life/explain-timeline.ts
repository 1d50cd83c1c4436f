import type { Explanation, ExplanationLine } from '../explain/explanation.js';
import { line, section } from '../explain/lines.js';
import { marks } from '../explain/lookup.js';
import type { Status } from '../model/outcome.js';
import type { Timeline, TimelineCause, TimelineChange, TimelineDay } from '../model/timeline.js';
import { enLife } from './english.js';
import { amountMarks, standingMarks } from './explain-marks.js';
import { type LifeOptions, sourcesNamed } from './explain-text.js';
import type { LifeMessages } from './messages.js';

/**
 * A timeline as prose: how it stands on the first day, then a block for each day: what changes, the standing first and amounts last,
 * and why. Each day is a section `days`.
 *
 * @example explainTimeline(found).headline // 'If nothing else happens, nothing changes.'
 */
export function explainTimeline(found: Timeline, { messages = enLife, citations = {} }: LifeOptions = {}): Explanation {
  const { timeline, standings, statuses } = messages;
  const { standing, status } = found.start;
  const headline = timeline.count(found.days.length, found.days[0]?.on);
  const start = timeline.start(found.from, standing === undefined ? statuses[status] : standings[standing]);
  const sections = [
    section('headline', '', [
      line(start, standing === undefined ? marks[status] : standingMarks[standing]),
      line(headline),
    ]),
    ...found.days.map((each, i) => section('days', i === 0 ? timeline.heading : '', dayLines(each, messages))),
  ];
  return {
    title: timeline.title(found.pack.title, found.from, found.until),
    headline,
    sections: [...sections, sourcesNamed(sections, citations, messages)].filter(({ lines }) => lines.length > 0),
  };
}

/** The standing first, then stages, each with its requirements, amounts last; then why. */
function dayLines({ on, changes, because }: TimelineDay, messages: LifeMessages): readonly ExplanationLine[] {
  const about = <A extends TimelineChange['about']>(what: A) =>
    changes.filter((change): change is Extract<TimelineChange, { about: A }> => change.about === what);
  const stages = about('stage');
  const requirements = about('requirement');
  const orphans = requirements.filter(({ stage }) => !stages.some(({ id }) => id === stage));
  const lines = [
    ...about('standing'),
    ...stages.flatMap((stage) => [
      stage,
      ...requirements.filter((one) => one.stage === stage.id && !isWith(stage, one)),
    ]),
    ...orphans,
    ...about('amount'),
  ].map((change) => changeLine(change, messages));
  const causes = because.map((cause) => line(messages.timeline.causes[cause.code](titleOf(cause))));
  const [first, ...more] = distinct([...lines, ...causes]);
  return first === undefined ? [] : [{ ...first, aside: messages.words.day(on) }, ...more];
}

/** Whether a requirement begins to apply with its stage and stands as that does, or ceases to with it: the stage says so for all. */
function isWith(stage: Statuses, { from, to }: Statuses): boolean {
  if (to !== stage.to) return false;
  return to === 'notApplicable' || (from === 'notApplicable' && stage.from === 'notApplicable');
}

type Statuses = Readonly<Record<'from' | 'to', Status>>;

function changeLine(change: TimelineChange, { timeline, standings }: LifeMessages): ExplanationLine {
  switch (change.about) {
    case 'standing': {
      const text = timeline.standing(change.title ?? standings[change.to], standings[change.from]);
      return { ...line(text, standingMarks[change.to], change.cite), details: change.says ? [change.says] : [] };
    }
    case 'stage':
      return line(timeline.stage(change.title, change.to, change.from), marks[change.to], change.cite);
    case 'requirement':
      return {
        ...line(timeline.requirement(change.says, change.to, change.from), marks[change.to], change.cite),
        indent: 1,
      };
    case 'amount':
      return line(timeline.amount(change.title, change.to, change.from), amountMarks[change.to], change.cite);
  }
}

/** What a cause is about, in the words of the pack or the record; a text of the rules or an exception by its id. */
function titleOf(cause: TimelineCause): string {
  if ('title' in cause) return cause.title;
  if ('says' in cause) return cause.says;
  return 'edition' in cause ? cause.edition : cause.exception;
}

/** Requirements that say the same have the same line. */
function distinct(lines: readonly ExplanationLine[]): readonly ExplanationLine[] {
  return lines.filter(
    (one, i) => lines.findIndex(({ text, indent }) => text === one.text && indent === one.indent) === i,
  );
}
