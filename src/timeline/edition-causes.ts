import type { DayNumber } from '../base/calendar.js';
import type { CompiledEdition } from '../compile/ruleset.js';
import type { TimelineCause } from '../model/timeline.js';
import { governing } from '../worlds.js';
import type { Life } from './life.js';

/** Which texts begin to govern a stage on a day, and which of those that governed the day before do no more. */
export function editionCauses(stage: string, day: DayNumber, life: Life): readonly TimelineCause[] {
  const [before, now] = [governingOn(stage, day - 1, life), governingOn(stage, day, life)];
  const begun = idsOf(now.filter((each) => !before.includes(each)));
  // One of which only a number becomes another begins anew, and has not ended.
  const ended = idsOf(before.filter((each) => !now.includes(each))).filter((id) => !begun.includes(id));
  return [
    ...begun.map((edition): TimelineCause => ({ code: 'editionBegins', edition })),
    ...ended.map((edition): TimelineCause => ({ code: 'editionEnds', edition })),
  ];
}

function governingOn(stage: string, day: DayNumber, { ruleset, recordOn }: Life): readonly CompiledEdition[] {
  const { editions, without } = governing(ruleset, stage, recordOn(day), day);
  return [...editions, ...without];
}

function idsOf(editions: readonly CompiledEdition[]): readonly string[] {
  return [...new Set(editions.map(({ edition }) => edition.id))];
}
