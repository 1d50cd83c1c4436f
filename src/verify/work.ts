import { NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { ExperienceNode } from '../compile/nodes.js';
import type { DayRange } from '../compile/ruleset.js';
import { resolveNumber, resolveWindow } from '../match/context.js';
import type { Item } from '../match/read.js';
import { testWhere } from '../match/where.js';
import type { Tally } from './count.js';
import { isHeld } from './eligible.js';
import { exclusion } from './grants.js';
import { begun, common, type Days, isShare, length, minutesOf, months, whole } from './spans.js';
import type { CheckedWorld } from './worlds.js';

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
  const wanted = found.filter(
    ({ item, truths }) => truths[0] !== 'no' && exclusion(item, node.index, world) === undefined,
  );
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
      mixed: false,
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
