import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDay } from '../../src/base/calendar.js';
import { compiled } from '../../src/compile/compile.js';
import { editionDays } from '../../src/lint/editions.js';
import type { Edition } from '../../src/model/pack.js';
import type { Day, Value } from '../../src/model/value.js';
import { smallPack } from '../engine/small-pack.js';
import { settings } from '../laws/arbitrary.js';

// What the linter says of editions is what the engine makes of them, day by day.

const FIRST = 18_000;
const DAYS = 40;

const at = (day: number): Day => formatDay(FIRST + day);
const bracket = (day: number, width: number): Value<Day> =>
  width === 0 ? at(day) : { standing: 'notEstablished', because: 'undated', atLeast: at(day), atMost: at(day + width) };

const day = fc.tuple(fc.nat(DAYS - 10), fc.constantFrom(0, 0, 1, 5)).map(([from, width]) => bracket(from, width));
const spans = fc.array(fc.record({ from: day, until: fc.option(day, { nil: undefined }) }), {
  minLength: 1,
  maxLength: 4,
});

it('tells overlaps, gaps and dead editions exactly where the engine has them', () => {
  const seen = { editionsOverlap: 0, editionsGap: 0, editionNeverInForce: 0, nothing: 0 };
  fc.assert(
    fc.property(spans, (drawn) => {
      const one = smallPack({ kind: 'holds', id: 'award', says: 'Held.', credential: ['degree'] });
      const editions = drawn.map(
        ({ from, until }, i): Edition => ({
          ...(one.editions[0] as Edition),
          id: `e${i}`,
          from,
          ...(until && { until }),
        }),
      );
      const pack = { ...one, editions };
      const codes = new Set(editionDays.find(pack).map(({ code }) => code));
      const ranges = compiled(pack).editions;
      const alive = ranges.filter(({ from, until }) => from.lo < until.hi);
      const days = Array.from({ length: DAYS + 20 }, (_, i) => FIRST - 5 + i);
      const certainly = (on: number) => alive.filter(({ from, until }) => from.hi <= on && on < until.lo).length;
      const possibly = (on: number) => alive.some(({ from, until }) => from.lo <= on && on < until.hi);
      const begun = (on: number) => alive.some(({ from }) => from.lo <= on);
      const toCome = (on: number) => alive.some(({ from }) => from.lo > on);
      expect(codes.has('editionNeverInForce')).toBe(alive.length < ranges.length);
      expect(codes.has('editionsOverlap')).toBe(days.some((on) => certainly(on) > 1));
      expect(codes.has('editionsGap')).toBe(days.some((on) => begun(on) && toCome(on) && !possibly(on)));
      for (const code of codes) seen[code as keyof typeof seen] += 1;
      if (codes.size === 0) seen.nothing += 1;
    }),
    settings(400),
  );
  for (const many of Object.values(seen)) expect(many).toBeGreaterThan(20);
});
