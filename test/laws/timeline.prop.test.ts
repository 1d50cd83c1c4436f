import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDay, parseDay } from '../../src/base/calendar.js';
import { decide } from '../../src/evaluate.js';
import type { Decision } from '../../src/model/evaluation.js';
import type { Timeline, TimelineChange } from '../../src/model/timeline.js';
import { timeline } from '../../src/timeline.js';
import { type Case, cases, LONGEST, settings } from './arbitrary.js';

// The law of timelines: nothing changes on a day that is not named, and on those that are exactly what is said.

/** Half of the stretch that is looked at, in days. */
const HALF = 1826;

it(
  'a timeline says what evaluating every single day says',
  () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(cases(), (asked) => {
        const found = expected(asked);
        const told = said(timeline(asked.pack, asked.record, stretch(asked)));
        expect(told).toStrictEqual(found);
        for (const { about, from, to } of found.flatMap(({ changes }) => changes)) {
          const key = `${about}: ${from} to ${to}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      settings(25),
    );
    process.stdout.write(`timeline\n${[...seen].map(([key, n]) => `${n} ${key}`).join('\n')}\n`);
  },
  LONGEST,
);

function stretch({ asOf }: Case): { from: string; until: string } {
  const middle = parseDay(asOf) ?? 0;
  return { from: formatDay(middle - HALF), until: formatDay(middle + HALF) };
}

interface Told {
  readonly on: string;
  readonly changes: readonly {
    readonly about: string;
    readonly id: string;
    readonly from: string;
    readonly to: string;
  }[];
}

function expected(asked: Case): readonly Told[] {
  const { from, until } = stretch(asked);
  const told: Told[] = [];
  let before: Decision | undefined;
  for (let day = parseDay(from) ?? 0; day <= (parseDay(until) ?? 0); day++) {
    const on = formatDay(day);
    const now = decide(asked.pack, asked.record, { asOf: on });
    const changes = before ? differences(before, now) : [];
    if (changes.length > 0) told.push({ on, changes });
    before = now;
  }
  return told;
}

function differences(before: Decision, now: Decision): Told['changes'] {
  return [
    ...differing('stage', before.stages, now.stages),
    ...differing('requirement', before.requirements, now.requirements),
  ].sort(byId);
}

function differing(about: string, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((id) => {
    const [from, to] = [before[id] ?? 'notApplicable', now[id] ?? 'notApplicable'];
    return from === to ? [] : [{ about, id, from, to }];
  });
}

function said({ days }: Timeline): readonly Told[] {
  return days.map(({ on, changes }) => ({
    on,
    changes: changes.flatMap((change) => plain(change)).sort(byId),
  }));
}

function plain(change: TimelineChange) {
  return 'id' in change ? [{ about: change.about, id: change.id, from: change.from, to: change.to }] : [];
}

function byId(
  a: { readonly about: string; readonly id: string },
  b: { readonly about: string; readonly id: string },
): number {
  return a.about < b.about ? -1 : a.about > b.about ? 1 : a.id < b.id ? -1 : 1;
}
