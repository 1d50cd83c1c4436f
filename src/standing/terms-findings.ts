import { formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { DayRange } from '../compile/ruleset.js';
import { citedOnce } from '../findings/terms.js';
import type { Known } from '../match/matched.js';
import type { TermFinding } from '../model/standing.js';
import type { Asked } from '../stages.js';
import type { TermBegun, Terms } from './terms.js';

/** By id, the terms that have begun, as an answer tells them. */
export function termFindings(
  terms: ReadonlyMap<string, Terms>,
  { ruleset }: Asked,
): Readonly<Record<string, readonly TermFinding[]>> {
  return Object.fromEntries(
    [...terms]
      .filter(([, { begun }]) => begun.length > 0)
      .map(([id, { begun }]) => [id, begun.map((term) => findingOf(term, ruleset.pack.terms?.[id]?.title ?? id))]),
  );
}

function findingOf({ by, begins, opens, ends, closes, isStated, cite }: TermBegun, title: string): TermFinding {
  const [began, opened, ended, closed] = [begins, opens, ends, closes].map(bounds);
  return {
    title,
    by: by.id,
    ...(began?.first !== undefined && { begins: began.first }),
    ...(began?.latest !== undefined && { beginsLatest: began.latest }),
    ...(opened?.first !== undefined && { opens: opened.first }),
    ...(opened?.latest !== undefined && { opensLatest: opened.latest }),
    ...(ended?.first !== undefined && { ends: ended.first }),
    ...(ended?.latest !== undefined && { endsLatest: ended.latest }),
    ...(closed?.first !== undefined && { closes: closed.first }),
    ...(closed?.latest !== undefined && { closesLatest: closed.latest }),
    ...(isStated && { isStated }),
    cite: citedOnce(cite),
  };
}

/** The ends of a range. A day that may never come is left out: its earliest would be taken for the day. */
function bounds(day: Known<DayRange> | undefined) {
  if (!day || day.value.hi >= NO_LATEST) return undefined;
  const { lo, hi } = day.value;
  return {
    ...(lo > NO_EARLIEST && { first: formatDay(lo) }),
    ...(lo !== hi && { latest: formatDay(hi) }),
  };
}
