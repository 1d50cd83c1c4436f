import { formatDay, parseDay } from '../../src/base/calendar.js';
import { decide } from '../../src/evaluate.js';
import type { Decision } from '../../src/model/evaluation.js';
import type { Timeline } from '../../src/model/timeline.js';
import type { Case } from './arbitrary.js';

// What a timeline must say, found without it: every single day is evaluated and compared with the day before.

/** A day on which something changes, and what. */
export interface Told {
  readonly on: string;
  readonly changes: readonly Changed[];
}

interface Changed {
  readonly about: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** So many days before and after the day of a case. */
export function around({ asOf }: Case, days: number): { readonly from: string; readonly until: string } {
  const middle = parseDay(asOf) ?? 0;
  return { from: formatDay(middle - days), until: formatDay(middle + days) };
}

/** Every change of a status, by evaluating each day. */
export function dayByDay(
  { pack, record }: Case,
  stretch: { readonly from: string; readonly until: string },
): readonly Told[] {
  const told: Told[] = [];
  let before: Decision | undefined;
  for (let day = parseDay(stretch.from) ?? 0; day <= (parseDay(stretch.until) ?? 0); day++) {
    const on = formatDay(day);
    const now = decide(pack, record, { asOf: on });
    const changes = before ? differences(before, now) : [];
    if (changes.length > 0) told.push({ on, changes });
    before = now;
  }
  return told;
}

function differences(before: Decision, now: Decision): readonly Changed[] {
  return [
    ...differing('stage', before.stages, now.stages),
    ...differing('requirement', before.requirements, now.requirements),
  ].sort(byId);
}

function differing(
  about: string,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly Changed[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((id) => {
    const [from, to] = [before[id] ?? 'notApplicable', now[id] ?? 'notApplicable'];
    return from === to ? [] : [{ about, id, from, to }];
  });
}

/** The changes of statuses that a timeline tells. */
export function told({ days }: Timeline): readonly Told[] {
  return days.flatMap(({ on, changes }) => {
    const ofStatuses = changes.flatMap((change) =>
      change.about === 'stage' || change.about === 'requirement'
        ? [{ about: change.about, id: change.id, from: change.from, to: change.to }]
        : [],
    );
    return ofStatuses.length === 0 ? [] : [{ on, changes: ofStatuses.sort(byId) }];
  });
}

function byId(a: Changed, b: Changed): number {
  return a.about < b.about ? -1 : a.about > b.about ? 1 : a.id < b.id ? -1 : 1;
}
