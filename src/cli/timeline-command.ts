import { addLength, formatDay, parseDay } from '../base/calendar.js';
import type { Day } from '../model/value.js';
import { timeline } from '../timeline.js';
import { answered, noteStrangers, readAsked, readDay } from './asked.js';
import { english, type Language } from './messages.js';
import { columns, exit, mayColor, say } from './print.js';
import { renderTimeline } from './render-timeline.js';

/** The options of `certifiable timeline`. */
export interface TimelineOptions {
  readonly pack: string;
  readonly from?: string;
  readonly until?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints what changes if nothing else happens, for ten years unless asked otherwise. Returns the exit code, 0 also where nothing changes. */
export function timelineCommand(file: string, options: TimelineOptions, language: Language = english): number {
  const asked = readAsked(options.pack, file, options.from, language, '--from');
  if (!asked) return exit.input;
  const { pack, record, asOf: from } = asked;
  const until = readDay(options.until ?? tenYearsAfter(from), '--until', language);
  if (until === undefined) return exit.input;
  const found = answered(() => timeline(pack, record, { from, until }));
  if (!found) return exit.input;
  noteStrangers(asked, language);
  if (options.json) say(JSON.stringify(found, null, 2));
  else {
    const look = { color: mayColor(options.color), width: columns() };
    say(renderTimeline(found, look, { messages: language.life, citations: pack.citations }));
  }
  return exit.good;
}

function tenYearsAfter(day: Day): Day {
  return formatDay(addLength(parseDay(day) ?? 0, 10, 'years'));
}
