import type { Bound, Edge, PartMatch, SumMatch } from './matched.js';

/** Ceilings: how much of what lies in a total, or in a part of it, counts. */

/** `certain` takes the highest need and counts what is sure; `possible` takes the lowest and counts what may be. */
export type View = 'certain' | 'possible';

/** Which parts, by edge, an edge lies in. */
export type Membership = readonly (readonly boolean[])[];

/** What a part adds up to, ceilings by value first, then its own. */
export function truncated(part: PartMatch, p: number, edges: readonly Edge[], view: View): number {
  const perValue = capOrInfinite(part.atMostPer, view);
  const sums = new Map<string, number>();
  for (const edge of edges) {
    const value = part.atMostPer ? (edge.per?.[p] ?? '') : '';
    sums.set(value, (sums.get(value) ?? 0) + edge.amount);
  }
  return Math.min(
    capOrInfinite(part.atMost, view),
    [...sums.values()].reduce((sum, amount) => sum + Math.min(perValue, amount), 0),
  );
}

/** What the whole total adds up to: an item counts as far as the ceilings of its parts leave room, those of `certain` the strictest. */
export function countedInTotal(
  leaf: SumMatch,
  edges: readonly Edge[],
  membership: Membership,
  view: View,
): { counted: number; overlapping: boolean } {
  const capped = leaf.parts.flatMap((part, p) => (isCapped(part) ? [p] : []));
  const left = new Map(capped.map((p) => [p, capOrInfinite(leaf.parts[p]?.atMost, view)]));
  const perValue = new Map<string, number>();
  let counted = 0;
  const under = new Map<string, Set<number>>();
  edges.forEach((edge, e) => {
    // Of the parts that an item must choose from, only the chosen one's ceiling binds; an open one may always.
    const mine = capped.filter(
      (p) => (!leaf.oneEach || membership[e]?.[p] || edge.inParts?.[p] === 'unknown') && inCap(edge, p, view),
    );
    for (const p of mine)
      for (const key of [`${p}`, ...(edge.per?.[p] === undefined ? [] : [`${p} ${edge.per[p]}`])])
        under.set(key, (under.get(key) ?? new Set()).add(e));
    let amount = edge.amount;
    for (const p of mine) amount = Math.min(amount, left.get(p) ?? amount, leftForValue(leaf, edge, p, perValue, view));
    for (const p of mine) {
      left.set(p, (left.get(p) ?? 0) - amount);
      const key = `${p} ${edge.per?.[p] ?? ''}`;
      perValue.set(key, (perValue.get(key) ?? 0) + amount);
    }
    counted += amount;
  });
  return { counted: Math.min(counted, capOrInfinite(leaf.atMost, view)), overlapping: doCross([...under.values()]) };
}

/** Whether two ceilings have edges in common and each some of its own; where none do, whatever fills them first fills them best. */
function doCross(ceilings: readonly ReadonlySet<number>[]): boolean {
  return ceilings.some((a, i) =>
    ceilings.slice(i + 1).some((b) => {
      const common = [...a].filter((edge) => b.has(edge)).length;
      return common > 0 && common < a.size && common < b.size;
    }),
  );
}

/** At most what the total can come to: whatever one part's ceiling takes away is lost in any case. */
export function mostInTotal(leaf: SumMatch, edges: readonly Edge[], view: View): number {
  const all = edges.reduce((sum, edge) => sum + edge.amount, 0);
  const lost = leaf.parts.map((part, p) => {
    const inside = edges.filter((edge) => inCap(edge, p, view) && (!leaf.oneEach || onlyIn(edge, p)));
    return isCapped(part) ? inside.reduce((sum, edge) => sum + edge.amount, 0) - truncated(part, p, inside, view) : 0;
  });
  return Math.min(all - Math.max(0, ...lost), capOrInfinite(leaf.atMost, view));
}

/** Whether an edge has no other part to go to. */
function onlyIn(edge: Edge, part: number): boolean {
  return (edge.inParts ?? []).every((inside, p) => p === part || inside === 'no');
}

/** Whether a cap must be reckoned with: for what is certain, also where membership is open. */
function inCap(edge: Edge, part: number, view: View): boolean {
  const inside = edge.inParts?.[part] ?? 'no';
  return inside === 'yes' || (inside === 'unknown' && view === 'certain');
}

function leftForValue(
  leaf: SumMatch,
  edge: Edge,
  p: number,
  perValue: ReadonlyMap<string, number>,
  view: View,
): number {
  const cap = leaf.parts[p]?.atMostPer;
  return cap
    ? Math.max(0, capOf(cap, view) - (perValue.get(`${p} ${edge.per?.[p] ?? ''}`) ?? 0))
    : Number.POSITIVE_INFINITY;
}

function isCapped(part: PartMatch): boolean {
  return part.atMost !== undefined || part.atMostPer !== undefined;
}

function capOrInfinite(bound: Bound | undefined, view: View): number {
  return bound ? capOf(bound, view) : Number.POSITIVE_INFINITY;
}

/** A ceiling is lowest where only what is certain may count. */
function capOf(bound: Bound, view: View): number {
  return view === 'certain' ? bound.lo : bound.hi;
}
