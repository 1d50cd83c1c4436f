import { add, divide, fraction, ONE, ZERO } from '../base/fraction.js';
import type { Fraction } from '../model/quantity.js';
import { countedInTotal, type Membership, mostInTotal, truncated, type View } from './ceilings.js';
import type { Bound, Edge, LeafMatch, MeasuredMatch, PartMatch, SumMatch } from './matched.js';

/** What some evidence amounts to for one leaf, against the highest or the lowest number that it may need. */
export interface Count {
  readonly have: number;
  readonly need: number | undefined;
  /** What is missing, parts included; 0 when nothing is. */
  readonly short: number;
  readonly parts: readonly PartCount[];
  readonly filled: boolean;
  readonly fraction: Fraction;
  /** Present where ceilings overlap, or an item must choose its part, so that a better reckoning may exist: no reckoning is better than this. */
  readonly atBest?: Count;
}

export interface PartCount {
  readonly id: string;
  readonly have: number;
  readonly need: number;
  readonly kind: PartMatch['kind'];
}

/** How far a leaf that allocates is filled by these edges. */
export function countEdges(leaf: Exclude<LeafMatch, MeasuredMatch>, edges: readonly Edge[], view: View): Count {
  if (leaf.kind === 'sum') return countSum(leaf, edges, view);
  const need = end(leaf.need, view);
  const have = edges.length;
  const short = Math.max(0, need - have);
  return { have, need, short, parts: [], filled: short === 0, fraction: share(have, need) };
}

/** How far a measured leaf is filled in one of its views. */
export function countMeasured(
  leaf: MeasuredMatch,
  which: 'earned' | 'withInProgress' | 'possible' | 'withPlanned',
): Count {
  const view = which === 'possible' ? 'possible' : 'certain';
  const counts = leaf.dimensions.map((d) => ({
    id: d.id ?? '',
    have: d[which],
    need: end(d.need, view),
    kind: 'sum' as const,
  }));
  const [own, ...parts] = counts;
  const have = own?.have ?? 0;
  const need = own?.need ?? 0;
  const short = Math.max(...counts.map((count) => count.need - count.have), 0);
  return {
    have,
    need,
    short,
    parts,
    filled: short === 0,
    fraction: mean(counts.map((c) => share(c.have, c.need))),
  };
}

/** Inside out: parts truncated, then the sum; an item once in the total and once in every part that it matches. */
function countSum(leaf: SumMatch, edges: readonly Edge[], view: View): Count {
  const every = edges.map((edge) => leaf.parts.map((_, p) => inPart(edge, p, view)));
  const membership = leaf.oneEach ? oneEach(leaf, edges, every, view) : every;
  const { counted, overlapping } = countedInTotal(leaf, edges, membership, view);
  const count = reckon(leaf, edges, membership, counted, view);
  if (
    count.filled ||
    (!overlapping && membership.every((parts, e) => parts.every((inside, p) => inside === every[e]?.[p])))
  )
    return count;
  return { ...count, atBest: reckon(leaf, edges, every, mostInTotal(leaf, edges, view), view) };
}

function partCounts(leaf: SumMatch, edges: readonly Edge[], membership: Membership, view: View): readonly PartCount[] {
  return leaf.parts.flatMap((part, p): PartCount[] => {
    if (!part.need) return [];
    const inside = edges.filter((_, e) => membership[e]?.[p]);
    const have = part.kind === 'sum' ? truncated(part, p, inside, view) : valuesFound(part, p, inside).size;
    return [{ id: part.id, kind: part.kind, have, need: end(part.need, view) }];
  });
}

function reckon(leaf: SumMatch, edges: readonly Edge[], membership: Membership, counted: number, view: View): Count {
  const parts = partCounts(leaf, edges, membership, view);
  const shortOf = (part: PartCount) => Math.max(0, part.need - part.have);
  const sums = parts.filter((part) => part.kind === 'sum');
  // Where some item lies in two parts their shortfalls may be cleared together, so only the largest is certain.
  const apart =
    leaf.disjoint &&
    !edges.some(
      (_, e) => (membership[e] ?? []).filter((inside, p) => inside && leaf.parts[p]?.kind === 'sum').length > 1,
    );
  const shortOfParts = apart ? sums.reduce((sum, part) => sum + shortOf(part), 0) : Math.max(0, ...sums.map(shortOf));
  const own = leaf.need && end(leaf.need, view);
  const wanted =
    own ??
    (sums.length > 0
      ? apart
        ? sums.reduce((sum, part) => sum + part.need, 0)
        : Math.max(...sums.map((part) => part.need))
      : undefined);
  const short = Math.max(own === undefined ? 0 : own - counted, shortOfParts, 0);
  const coverage = parts.filter((part) => part.kind !== 'sum');
  const fractions = [
    ...(wanted === undefined ? [] : [share(wanted - short, wanted)]),
    ...coverage.map((part) => share(part.have, part.need)),
  ];
  const filled = short === 0 && coverage.every((part) => part.have >= part.need);
  return { have: counted, need: own, short, parts, filled, fraction: mean(fractions) };
}

/** Whether an edge certainly, or possibly, lies in a part. */
function inPart(edge: Edge, part: number, view: View): boolean {
  const inside = edge.inParts?.[part] ?? 'no';
  return inside === 'yes' || (inside === 'unknown' && view === 'possible');
}

/** Each edge in the one sum part that is shortest of its need, edges with the fewest choices first; coverage takes nothing away. */
function oneEach(leaf: SumMatch, edges: readonly Edge[], every: Membership, view: View): Membership {
  const choices = every.map((inside) => leaf.parts.flatMap((part, p) => (inside[p] && part.kind === 'sum' ? [p] : [])));
  const left = leaf.parts.map((part) => (part.need ? end(part.need, view) : 0));
  const chosen = edges.map(() => -1);
  const order = edges.map((_, e) => e).sort((a, b) => (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0) || a - b);
  for (const e of order) {
    const best = (choices[e] ?? []).reduce(
      (found, p) => (found < 0 || (left[p] ?? 0) > (left[found] ?? 0) ? p : found),
      -1,
    );
    chosen[e] = best;
    if (best >= 0) left[best] = (left[best] ?? 0) - (edges[e]?.amount ?? 0);
  }
  return every.map((inside, e) =>
    leaf.parts.map((part, p) => (part.kind === 'sum' ? p === chosen[e] : inside[p] === true)),
  );
}

function valuesFound(part: PartMatch, p: number, edges: readonly Edge[]): ReadonlySet<string> {
  const all = edges.flatMap((edge) => edge.values?.[p] ?? []);
  return new Set(part.values ? all.filter((value) => part.values?.includes(value)) : all);
}

function end(bound: Bound, view: View): number {
  return view === 'certain' ? bound.hi : bound.lo;
}

function share(have: number, need: number): Fraction {
  if (need <= 0 || have >= need) return ONE;
  return Number.isFinite(need) && have > 0 ? fraction(Math.floor(have), Math.ceil(need)) : ZERO;
}

function mean(fractions: readonly Fraction[]): Fraction {
  if (fractions.length === 0) return ONE;
  return divide(fractions.reduce(add, ZERO), { n: fractions.length, d: 1 });
}
