import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePack } from '../../src/edge/parse-pack.js';
import { timeline } from '../../src/timeline.js';
import { tenYears, twelveEntries } from '../life/a-life.js';
import { cases, LONGEST, settings } from './arbitrary.js';
import { lives } from './arbitrary-life.js';
import { around, dayByDay, type Told, told } from './every-day.js';

// The law of timelines: on a day that is not named nothing changes, and on one that is, exactly what is said. `npm run everyday` looks at ten years of many.

it(
  'a timeline says what evaluating every single day says',
  () => {
    const seen = new Map<string, number>();
    const holds = (asked: Parameters<typeof dayByDay>[0], days: number) => {
      const stretch = around(asked, days);
      const found = dayByDay(asked, stretch);
      expect(told(timeline(asked.pack, asked.record, stretch))).toStrictEqual(found);
      for (const key of kindsOf(found)) seen.set(key, (seen.get(key) ?? 0) + 1);
    };
    fc.assert(
      fc.property(lives(), (asked) => holds(asked, 400)),
      settings(20),
    );
    fc.assert(
      fc.property(cases(), (asked) => holds(asked, 40)),
      settings(10),
    );
    process.stdout.write(`timeline\n${[...seen].map(([kind, n]) => `${n} ${kind}`).join('\n')}\n`);
    expect(seen.size).toBeGreaterThan(0);
  },
  LONGEST,
);

it(
  'the timeline of twelve entries over ten years says what evaluating each of the 3,652 days says',
  () => {
    const read = parsePack(JSON.parse(readFileSync('dist/rules/lssc.json', 'utf8')));
    if (!read.ok) throw new Error('build first');
    const asked = { pack: read.pack, record: twelveEntries, asOf: tenYears.from };
    expect(told(timeline(read.pack, twelveEntries, tenYears))).toEqual(dayByDay(asked, tenYears));
  },
  LONGEST,
);

it('a day that no edition governs leaves the days of a term open, whatever the day before said', () => {
  // Drawn by `npm run everyday -- --records 100 --seed 209`.
  const [asked] = fc.sample(lives(), { seed: 209, numRuns: 13 }).slice(12);
  if (!asked) throw new Error('nothing was drawn');
  const stretch = { from: '2024-06-01', until: '2024-06-30' };
  const found = dayByDay(asked, stretch);
  expect(told(timeline(asked.pack, asked.record, stretch))).toEqual(found);
  expect(kindsOf(found)).toEqual(expect.arrayContaining(['standing: none to unknown', 'standing: unknown to none']));
});

it('evaluates the same on the days that it names, for the same arguments', () => {
  fc.assert(
    fc.property(lives(), (asked) => {
      const stretch = around(asked, 200);
      const first = timeline(asked.pack, asked.record, stretch);
      expect(timeline(structuredClone(asked.pack), structuredClone(asked.record), stretch)).toStrictEqual(first);
      expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
    }),
    settings(20),
  );
});

function kindsOf(found: readonly Told[]): readonly string[] {
  return found.flatMap(({ changes }) => changes.map(({ about, from, to }) => `${about}: ${from} to ${to}`));
}
