import { formatDay, parseDay } from '../../src/base/calendar.js';
import { ask } from '../../src/evaluate.js';
import { decisionOf } from '../../src/findings/decision.js';
import type { Decision } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Timeline } from '../../src/model/timeline.js';
import { judgeStages } from '../../src/stages.js';
import { standingOn } from '../../src/standing/standing-on.js';
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

/** Every change of a status and of the standing, by evaluating each day. */
export function dayByDay(
  { pack, record }: Case,
  stretch: { readonly from: string; readonly until: string },
): readonly Told[] {
  const told: Told[] = [];
  let before: State | undefined;
  for (let day = parseDay(stretch.from) ?? 0; day <= (parseDay(stretch.until) ?? 0); day++) {
    const on = formatDay(day);
    const now = stateOn(pack, record, on);
    const changes = before ? differences(before, now) : [];
    if (changes.length > 0) told.push({ on, changes });
    before = now;
  }
  return told;
}

interface State extends Decision {
  readonly standing: string;
}

function stateOn(pack: RulePack, record: CandidateRecord, asOf: string): State {
  const asked = ask(pack, record, { asOf });
  const judged = judgeStages(asked);
  return { ...decisionOf(asked, judged), standing: standingOn(asked, judged)?.is ?? 'no table' };
}

function differences(before: State, now: State): readonly Changed[] {
  return [
    ...differing('stage', before.stages, now.stages),
    ...differing('requirement', before.requirements, now.requirements),
    ...differing('standing', { standing: before.standing }, { standing: now.standing }),
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

/** The changes of statuses and of the standing that a timeline tells. */
export function told({ days }: Timeline): readonly Told[] {
  return days.flatMap(({ on, changes }) => {
    const ofStatuses = changes.flatMap((change) =>
      change.about === 'amount'
        ? []
        : [{ about: change.about, id: 'id' in change ? change.id : 'standing', from: change.from, to: change.to }],
    );
    return ofStatuses.length === 0 ? [] : [{ on, changes: ofStatuses.sort(byId) }];
  });
}

function byId(a: Changed, b: Changed): number {
  return a.about < b.about ? -1 : a.about > b.about ? 1 : a.id < b.id ? -1 : 1;
}
