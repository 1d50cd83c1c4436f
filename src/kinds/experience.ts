import { type DayNumber, NO_EARLIEST, NO_LATEST, parseDay } from '../base/calendar.js';
import type { CompiledPart, ExperienceNode } from '../compile/nodes.js';
import type { DayRange } from '../compile/ruleset.js';
import { type Context, knownDay, resolveNumber, resolveWindow } from '../match/context.js';
import type { LeafExceptions } from '../match/exceptions.js';
import type { Deadline, Dimension, MeasuredMatch, MeasuredUse, Refused } from '../match/matched.js';
import type { Item } from '../match/read.js';
import { some, type Truth } from '../match/truth.js';
import { testWhere } from '../match/where.js';
import { heldOn } from './holds.js';
import { partialLists } from './screen.js';
import { daysIn, type Interval, minutesIn, monthsCovered, overlap, spanOf } from './spans.js';

/** `experience`: hours add up over spans; years and months are the days that the spans cover, simultaneous work counted once. */
export function matchExperience(
  node: ExperienceNode,
  c: Context,
  deadlines: readonly Deadline[],
  exceptions: LeafExceptions,
): MeasuredMatch {
  const bounds = boundsOf(node, c, deadlines);
  const asks: string[] = [...bounds.asks];
  const refused: Refused[] = [];
  const uses: MeasuredUse[] = [];
  const spans: Span[] = [];
  for (const item of c.record.byList.get('experience') ?? []) {
    const tested = testWhere(node.where, item, c);
    if (tested.truth === 'no') continue;
    const excluded = exceptions.excluded.get(item.id);
    if (excluded !== undefined) {
      refused.push({ item: item.index, reason: 'excluded', exception: excluded });
      continue;
    }
    const widest = overlap(spanOf(item), { from: bounds.from.lo, to: bounds.to.hi });
    if (daysIn(widest) === 0) {
      const early = (item.day ?? NO_LATEST) < bounds.from.lo;
      refused.push({ item: item.index, reason: 'outsideWindow', limit: early ? bounds.from.lo : bounds.to.hi });
      continue;
    }
    const span = {
      item,
      truth: tested.truth,
      parts: node.parts.map((part) => testWhere(part.where, item, c)),
      countedOn: parseDay(item.entry.countedOn),
    };
    asks.push(...tested.asks, ...span.parts.flatMap((part) => part.asks));
    spans.push(span);
    const earned = { from: bounds.from.lo, to: Math.min(bounds.to.hi, c.asOf) };
    const minutes = minutesIn(item, span.countedOn, earned);
    if (node.measure === 'hours')
      asks.push(...minutesIn(item, span.countedOn, { from: bounds.from.lo, to: bounds.to.hi }).asks);
    const amount = node.measure === 'hours' ? minutes.least : monthsCovered([overlap(spanOf(item), earned)], false);
    const how = node.measure === 'hours' && minutes.proRated ? { how: 'proRated' as const } : {};
    uses.push({
      item: item.index,
      tier: earned.to >= (item.started ?? NO_LATEST) ? 'earned' : 'planned',
      certain: tested.truth === 'yes',
      amount,
      ...how,
    });
  }
  const dimensions = [undefined, ...node.parts.keys()].map((part) => dimension(node, part, spans, bounds, c));
  const late = lateWork(node, c, deadlines);
  return {
    kind: 'measured',
    node: node.index,
    unit: node.unit,
    dimensions,
    uses,
    asks: [...asks, ...dimensions.flatMap(({ need }) => need.asks)],
    refused,
    partial: partialLists(['experience'], c),
    ...(late && { late }),
  };
}

/** The day on which work that the earliest last day cuts off was enough all the same. */
function lateWork(node: ExperienceNode, c: Context, deadlines: readonly Deadline[]): MeasuredMatch['late'] {
  const [first, ...others] = deadlines.toSorted((a, b) => a.due.value.hi - b.due.value.hi);
  if (!first || first.due.value.hi >= c.asOf) return undefined;
  const { from, to, asks } = boundsOf(node, c, others);
  const spans = (c.record.byList.get('experience') ?? []).flatMap((item): readonly Span[] => {
    const { truth } = testWhere(node.where, item, c);
    const parts = node.parts.map((part) => testWhere(part.where, item, c));
    return truth === 'yes' ? [{ item, truth, parts, countedOn: parseDay(item.entry.countedOn) }] : [];
  });
  const isEnough = (day: DayNumber) =>
    [undefined, ...node.parts.keys()].every((part) => {
      const until = { lo: Math.min(to.lo, day), hi: Math.min(to.hi, day) };
      const { earned, need } = dimension(node, part, spans, { from, to: until, asks }, c);
      return earned >= need.hi;
    });
  if (spans.length === 0 || !isEnough(c.asOf)) return undefined;
  // More days never make less work, so the first that is enough can be found by halving.
  let [low, high] = [first.due.value.hi + 1, c.asOf];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return { node: first.node, day: low };
}

interface Span {
  readonly item: Item;
  readonly truth: Truth['truth'];
  readonly parts: readonly Truth[];
  readonly countedOn: DayNumber | undefined;
}

interface Bounds {
  readonly from: DayRange;
  readonly to: DayRange;
  readonly asks: readonly string[];
}

/** The window, narrowed by deadlines and by the day on which a required credential was issued. */
function boundsOf(node: ExperienceNode, c: Context, deadlines: readonly Deadline[]): Bounds {
  const window = resolveWindow(node.within, c);
  const asks = [...(window.from?.asks ?? []), ...(window.to?.asks ?? [])];
  const from = window.from?.value ?? { lo: NO_EARLIEST, hi: NO_EARLIEST };
  const to = window.to?.value ?? { lo: NO_LATEST, hi: NO_LATEST };
  const after = node.after === undefined ? undefined : issuedOn(node.after, c);
  return {
    from: {
      lo: Math.max(from.lo, (after?.lo ?? NO_EARLIEST) + 1),
      hi: Math.max(from.hi, (after?.hi ?? NO_EARLIEST) + 1),
    },
    to: {
      lo: Math.min(to.lo, ...deadlines.map((d) => d.due.value.lo)),
      hi: Math.min(to.hi, ...deadlines.map((d) => d.due.value.hi)),
    },
    asks: [
      ...asks,
      ...deadlines.flatMap((d) => d.due.asks),
      ...(after && after.lo !== after.hi ? [`field:${after.item}.issued`] : []),
    ],
  };
}

function issuedOn(credential: string, c: Context): DayRange & { item: string } {
  const today = knownDay(c.asOf);
  const held = (c.record.byList.get('credentials') ?? []).filter(
    (item) => item.entry.credential === credential && some([heldOn(item, today)]).truth !== 'no',
  );
  const first = held.toSorted((a, b) => (a.day ?? NO_EARLIEST) - (b.day ?? NO_EARLIEST))[0];
  if (!first) return { lo: NO_LATEST, hi: NO_LATEST, item: credential };
  return first.day === undefined
    ? { lo: NO_EARLIEST, hi: NO_LATEST, item: first.id }
    : { lo: first.day, hi: first.day, item: first.id };
}

/** The requirement's own amount, or one part's, in each of the four views of the record. */
function dimension(
  node: ExperienceNode,
  part: number | undefined,
  spans: readonly Span[],
  { from, to }: Bounds,
  c: Context,
): Dimension {
  const asOf = Math.min(c.asOf, NO_LATEST);
  const narrow = { from: from.hi, to: to.lo };
  const wide = { from: from.lo, to: to.hi };
  const sum = (interval: Interval, certainOnly: boolean, planned: boolean): number => {
    const chosen = spans.filter((span) => {
      const truths = [span.truth, ...(part === undefined ? [] : [span.parts[part]?.truth ?? 'no'])];
      return (
        (planned || (span.item.started ?? NO_LATEST) <= asOf) &&
        !truths.includes('no') &&
        !(certainOnly && truths.includes('unknown'))
      );
    });
    if (node.measure === 'hours') {
      return chosen.reduce(
        (minutes, span) => minutes + minutesIn(span.item, span.countedOn, interval)[certainOnly ? 'least' : 'most'],
        0,
      );
    }
    return monthsCovered(
      chosen.map((span) => overlap(spanOf(span.item), interval)),
      node.continuous,
    );
  };
  const id = part === undefined ? undefined : node.parts[part]?.id;
  return {
    need: resolveNumber(part === undefined ? node.atLeast : atLeastOf(node.parts[part]), c, node.unit.perUnit),
    earned: sum({ ...narrow, to: Math.min(narrow.to, asOf) }, true, false),
    withInProgress: sum(narrow, true, false),
    possible: sum(wide, false, false),
    withPlanned: sum(narrow, true, true),
    ...(id !== undefined && { id }),
  };
}

function atLeastOf(part: CompiledPart | undefined): NonNullable<CompiledPart['atLeast']> {
  return part?.atLeast ?? 0;
}
