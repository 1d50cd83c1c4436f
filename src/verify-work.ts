import { addLength, type DayNumber, endOfMonth, NO_EARLIEST, NO_LATEST, parseDay } from './calendar.js';
import { resolveNumber, resolveWindow } from './context.js';
import { exact, multiply } from './fraction.js';
import type { Item } from './read.js';
import type { DayRange, ExperienceNode } from './ruleset.js';
import type { Tally } from './verify-count.js';
import { isHeld } from './verify-eligible.js';
import type { CheckedWorld } from './verify-worlds.js';
import { testWhere } from './where.js';

/** Work, measured day by day: in the window for certain, with what goes on, at best, and item by item. */
export interface Work {
  readonly sure: Tally;
  readonly soon: Tally;
  readonly perhaps: Tally;
  readonly spans: readonly WorkSpan[];
}

export interface WorkSpan {
  readonly item: Item;
  readonly sure: boolean;
  /** Whether any of it lies in the window at all. */
  readonly inWindow: boolean;
  /** What it amounts to until the day asked for, and whether that is a share of the whole. */
  readonly amount: number;
  readonly proRated: boolean;
  readonly begun: boolean;
}

/** Measures the experience that a requirement asks for. */
export function measureWork(node: ExperienceNode, world: CheckedWorld): Work {
  const c = world.context;
  const { from, to } = limitsOf(node, world);
  const asOf = { from: from.hi, to: Math.min(to.lo, c.asOf) };
  const wide = { from: from.lo, to: to.hi };
  const found = (c.record.byList.get('experience') ?? []).map((item) => ({
    item,
    truths: [node.where, ...node.parts.map((part) => part.where)].map((where) => testWhere(where, item, c).truth),
  }));
  const wanted = found.filter(({ truths }) => truths[0] !== 'no');
  const tally = (days: Days, how: 'sure' | 'perhaps'): Tally => {
    const dimensions = [node.atLeast, ...node.parts.map((part) => part.atLeast ?? 0)].map((value, d) => {
      const need = resolveNumber(value, c, node.unit.perUnit);
      const mine = wanted.filter(
        ({ item, truths }) =>
          begun(item, c.asOf) &&
          [truths[0], truths[d]].every((t) => t === 'yes' || (t === 'unknown' && how === 'perhaps')),
      );
      return {
        have: amountOf(
          node,
          mine.map(({ item }) => item),
          days,
          how,
        ),
        need: how === 'sure' ? need.hi : need.lo,
      };
    });
    const [own, ...parts] = dimensions;
    return {
      have: own?.have ?? 0,
      need: own?.need,
      parts: parts.map((part, i) => ({ id: node.parts[i]?.id ?? '', ...part, isAmount: true })),
      filled: dimensions.every(({ have, need }) => have >= need),
      exact: true,
    };
  };
  const earned = { from: from.lo, to: Math.min(to.hi, c.asOf) };
  return {
    sure: tally(asOf, 'sure'),
    soon: tally({ from: from.hi, to: to.lo }, 'sure'),
    perhaps: tally(wide, 'perhaps'),
    spans: wanted.map(({ item, truths }) => ({
      item,
      sure: truths[0] === 'yes',
      inWindow: length(common(whole(item), wide)) > 0,
      amount: node.measure === 'hours' ? minutesOf(item, earned, 'sure') : months([common(whole(item), earned)], false),
      proRated: node.measure === 'hours' && isShare(item, earned),
      begun: begun(item, earned.to),
    })),
  };
}

interface Days {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The days between which work counts: the window, the deadlines, and the day after the credential that must come first. */
export function limitsOf(
  node: ExperienceNode,
  world: CheckedWorld,
): { readonly from: DayRange; readonly to: DayRange } {
  const window = resolveWindow(node.within, world.context);
  const first = node.after === undefined ? undefined : firstIssue(node.after, world);
  const froms = [
    ...(window.from ? [window.from.value] : []),
    ...(first ? [{ lo: first.lo + 1, hi: first.hi + 1 }] : []),
  ];
  const tos = [...(window.to ? [window.to.value] : []), ...(world.deadlines[node.index] ?? [])];
  return {
    from: {
      lo: Math.max(NO_EARLIEST, ...froms.map((d) => d.lo)),
      hi: Math.max(NO_EARLIEST, ...froms.map((d) => d.hi)),
    },
    to: { lo: Math.min(NO_LATEST, ...tos.map((d) => d.lo)), hi: Math.min(NO_LATEST, ...tos.map((d) => d.hi)) },
  };
}

function firstIssue(credential: string, world: CheckedWorld): DayRange {
  const { record, asOf } = world.context;
  const held = (record.byList.get('credentials') ?? []).filter(
    (item) => item.entry.credential === credential && isHeld(item, { lo: asOf, hi: asOf }) !== 'no',
  );
  if (held.length === 0) return { lo: NO_LATEST, hi: NO_LATEST };
  if (held.some((item) => item.day === undefined)) return { lo: NO_EARLIEST, hi: NO_LATEST };
  const day = Math.min(...held.map((item) => item.day ?? NO_LATEST));
  return { lo: day, hi: day };
}

function amountOf(node: ExperienceNode, items: readonly Item[], days: Days, how: 'sure' | 'perhaps'): number {
  if (node.measure === 'hours') return items.reduce((minutes, item) => minutes + minutesOf(item, days, how), 0);
  return months(
    items.map((item) => common(whole(item), days)),
    node.continuous,
  );
}

/**
 * Whole months: the most for which some day of work begins a stretch of that many that ends by the last day of work and has no more
 * days than were worked. Days worked twice count once; without a gap, each run is measured by itself.
 */
function months(spans: readonly Days[], unbroken: boolean): number {
  const runs: Days[] = [];
  for (const span of spans.filter((one) => length(one) > 0).toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    const ended = { from: span.from, to: Math.min(span.to, span.from + A_HUNDRED_YEARS) };
    if (last && span.from <= last.to + 1) runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, ended.to) };
    else runs.push(ended);
  }
  const inRuns = (chosen: readonly Days[]): number => {
    const worked = chosen.reduce((sum, run) => sum + length(run), 0);
    const end = (chosen.at(-1)?.to ?? 0) + 1;
    let most = 0;
    for (const { from, to } of chosen) {
      for (let day = from; day <= to; day = day === lastOf(day, to) ? day + 1 : lastOf(day, to)) {
        const fits = (n: number) => addLength(day, n, 'months') <= end && addLength(day, n, 'months') - day <= worked;
        while ((most + 1) * SHORTEST_MONTH <= worked && most < MOST_MONTHS && fits(most + 1)) most++;
      }
    }
    return most;
  };
  return unbroken ? Math.max(0, ...runs.map((run) => inRuns([run]))) : inRuns(runs);
}

function lastOf(day: DayNumber, to: DayNumber): DayNumber {
  return Math.min(endOfMonth(day), to);
}

/** Hours a week by the day; or all hours, shared evenly over the span's days; each rounded down to the minute. */
function minutesOf(item: Item, days: Days, how: 'sure' | 'perhaps'): number {
  const { hoursPerWeek, hours } = item.entry;
  const inside = Math.min(length(common(whole(item), days)), A_HUNDRED_YEARS);
  if (typeof hoursPerWeek === 'number') return share(hoursPerWeek, inside, 7);
  if (typeof hours !== 'number') return how === 'sure' ? 0 : inside * ALL_DAY;
  const end = item.day ?? parseDay(item.entry.countedOn);
  if (end === undefined) return how === 'sure' || inside === 0 ? 0 : share(hours, 1, 1);
  const counted = { from: whole(item).from, to: end };
  const minutes = length(counted) === 0 ? 0 : share(hours, length(common(counted, days)), length(counted));
  const later =
    item.day === undefined ? Math.min(length(common({ from: end + 1, to: NO_LATEST }, days)), A_HUNDRED_YEARS) : 0;
  return how === 'sure' ? minutes : minutes + later * ALL_DAY;
}

function isShare(item: Item, days: Days): boolean {
  const { hoursPerWeek, hours } = item.entry;
  const end = item.day ?? parseDay(item.entry.countedOn);
  if (typeof hoursPerWeek === 'number' || typeof hours !== 'number' || end === undefined) return false;
  const counted = { from: whole(item).from, to: end };
  return length(common(counted, days)) < length(counted);
}

function share(hours: number, days: number, over: number): number {
  const product = multiply(exact(hours), { n: 60 * days, d: over });
  return Math.floor(product.n / product.d);
}

function begun(item: Item, on: DayNumber): boolean {
  return (item.started ?? NO_LATEST) <= on;
}

function whole(item: Item): Days {
  return { from: item.started ?? NO_LATEST, to: item.day ?? NO_LATEST };
}

function common(a: Days, b: Days): Days {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

function length({ from, to }: Days): number {
  return Math.max(0, to - from + 1);
}

const ALL_DAY = 24 * 60;
const A_HUNDRED_YEARS = 36_525;
const MOST_MONTHS = 1_200;
const SHORTEST_MONTH = 28;
