import { formatDay, NO_LATEST } from '../base/calendar.js';
import { dayBounds } from '../compile/day-bounds.js';
import type { DayRange } from '../compile/ruleset.js';
import type { RulePack } from '../model/pack.js';
import type { Value } from '../model/value.js';
import type { Linter, Problem } from './problem.js';

/**
 * Editions that are certainly in force on the same day, days between two editions on which certainly none is, and an edition that is
 * in force on no day at all. Brackets may meet: a day that lies inside two of them belongs to either edition, and that is no fault.
 * A gap is a warning, since a programme may have been suspended.
 */
export const editionDays = { name: 'edition-days', codes: [], find } as const satisfies Linter;

interface Span {
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly from: DayRange;
  readonly until: DayRange;
}

function find(pack: RulePack): readonly Problem[] {
  const spans = spansOf(pack);
  const dead = spans.filter(({ from, until }) => until.hi <= from.lo);
  const alive = spans.filter((span) => !dead.includes(span));
  return [...dead.map((span) => neverInForce(span, spans)), ...overlaps(alive), ...gaps(alive)];
}

/** In the order of their first possible day; without an end of its own an edition lasts until the next one. */
function spansOf(pack: RulePack): readonly Span[] {
  const starts = pack.editions
    .map((edition, index) => ({ edition, index, from: bounds(edition.from) }))
    .sort((a, b) => a.from.lo - b.from.lo);
  return starts.map(({ edition, index, from }, i) => ({
    id: edition.id,
    path: ['editions', index],
    from,
    until: edition.until === undefined ? (starts[i + 1]?.from ?? FOR_EVER) : bounds(edition.until),
  }));
}

const FOR_EVER: DayRange = { lo: NO_LATEST, hi: NO_LATEST };

/** A day that changes with the days is refused elsewhere; here it may be any of its values. */
function bounds(day: Value<string>): DayRange {
  if (typeof day === 'string' || day.standing !== 'dated') return dayBounds(day, 'editions');
  const each = day.values.map(({ value }) => bounds(value));
  return { lo: Math.min(...each.map(({ lo }) => lo)), hi: Math.max(...each.map(({ hi }) => hi)) };
}

function neverInForce(span: Span, all: readonly Span[]): Problem {
  // An edition without an end of its own has the very day on which the next begins.
  const next = all.find((other) => other.from === span.until);
  return { code: 'editionNeverInForce', path: span.path, found: span.id, ...(next && { names: [next.id] }) };
}

/** Days that certainly belong to two editions. */
function overlaps(spans: readonly Span[]): readonly Problem[] {
  return spans.flatMap((span, i) =>
    spans.slice(i + 1).flatMap((later): readonly Problem[] => {
      const from = Math.max(span.from.hi, later.from.hi);
      const until = Math.min(span.until.lo, later.until.lo);
      if (from >= until) return [];
      const expected = until >= NO_LATEST ? `from ${formatDay(from)} on` : said(from, until);
      return [{ code: 'editionsOverlap', path: later.path, found: later.id, expected, names: [span.id] }];
    }),
  );
}

/** Days after which an edition begins and on which certainly none is in force. */
function gaps(spans: readonly Span[]): readonly Problem[] {
  return spans.flatMap((span, i): readonly Problem[] => {
    const before = spans.slice(0, i);
    const end = Math.max(...before.map(({ until }) => until.hi));
    if (before.length === 0 || end >= span.from.lo) return [];
    const last = before.find(({ until }) => until.hi === end);
    const names = last ? [last.id] : [];
    return [{ code: 'editionsGap', path: span.path, found: span.id, expected: said(end, span.from.lo), names }];
  });
}

/** From a day to the day before another. */
const said = (from: number, until: number) =>
  until - from === 1 ? `on ${formatDay(from)}` : `from ${formatDay(from)} to ${formatDay(until - 1)}`;
