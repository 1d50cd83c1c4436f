import { NO_EARLIEST } from '../base/calendar.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { DayRange } from '../compile/ruleset.js';
import { type Context, resolveWindow } from '../match/context.js';
import type { Item } from '../match/read.js';
import { dayForTests } from '../match/where.js';
import { inWindow } from '../match/window.js';
import type { Status } from '../model/outcome.js';
import type { GrantedException } from '../model/record.js';
import { limitsOf, poolOf } from './limits.js';

/** One tree under its exceptions: what each step that reads them needs to know of it. */
export interface Ground {
  readonly nodes: readonly CompiledNode[];
  /** Ids of what stands above it, the nearest last, where it is inside a requirement that repeats. */
  readonly above: readonly string[];
  readonly context: Context;
}

/** An item that stands in for a requirement and for all below it. */
export interface CheckedStandIn {
  readonly id: string;
  readonly item: Item;
  readonly root: number;
  readonly status: Status;
  /** The pools in which the item counts for nothing else. */
  readonly pools: ReadonlySet<string>;
}

/** The requirement as a granted adjustment leaves it. */
export function underAdjustments(node: CompiledNode, all: readonly GrantedException[]): CompiledNode {
  let changed: CompiledNode = node;
  for (const one of all) {
    if (one.kind !== 'adjustment') continue;
    if (takesDay(changed, one)) changed = { ...changed, due: { kind: 'day', day: one.due ?? '' } };
    if (!takesNumber(changed, one)) continue;
    const n = one.atLeast ?? 0;
    if (changed.kind === 'choose') changed = { ...changed, choose: n };
    else if (changed.kind === 'evidence') changed = { ...changed, count: n };
    else if (changed.kind === 'total') changed = { ...changed, atLeast: n };
    else if (changed.kind === 'experience') changed = { ...changed, atLeast: n };
    else if (changed.kind === 'score') changed = { ...changed, atLeast: n };
  }
  return changed;
}

/** Whether an adjustment is of a last day that the requirement has. */
export function takesDay(node: CompiledNode, one: GrantedException): boolean {
  return one.kind === 'adjustment' && one.requirement === node.id && one.due !== undefined && node.due !== undefined;
}

/** Whether an adjustment is of a number that the author gave the requirement. */
export function takesNumber(node: CompiledNode, one: GrantedException): boolean {
  if (one.kind !== 'adjustment' || one.atLeast === undefined) return false;
  if (node.id !== `${one.requirement}.itself` && (node.id !== one.requirement || node.isSugar)) return false;
  if (node.kind === 'choose') return !node.isSugar;
  if (node.kind === 'total') return node.atLeast !== undefined;
  return node.kind === 'evidence' || node.kind === 'experience' || node.kind === 'score';
}

/** The exclusion that keeps an item from a requirement, by its own id or that of one above it. */
export function exclusion(item: Item, at: number, { nodes, above, context }: Ground): string | undefined {
  if (context.record.exceptions.length === 0) return undefined;
  const line = [...above, ...lineOf(at, nodes).map((node) => node.id)];
  return context.record.exceptions.find(
    (one) =>
      one.kind === 'exclude' &&
      one.item === item.id &&
      (one.requirement === undefined || line.includes(one.requirement)),
  )?.id;
}

/** The exception by which an item counts for a leaf whatever its `where`, window or approval say. */
export function acceptance(item: Item, at: number, ground: Ground, open: readonly boolean[]): string | undefined {
  const { nodes, above, context } = ground;
  return context.record.exceptions.find((one) => {
    if (one.kind !== 'alsoAccept' || one.item !== item.id) return false;
    const readers = nodes.filter(
      (node) =>
        (node.kind === 'evidence' || node.kind === 'total') &&
        node.from.some((list) => list === item.list) &&
        open[node.index] &&
        (above.at(-1) === one.requirement || lineOf(node.index, nodes).some(({ id }) => id === one.requirement)),
    );
    const ids = readers.map(({ id }) => id).sort();
    return nodes[at]?.id === ids[0];
  })?.id;
}

/** A requirement and those above it in its tree. */
export function lineOf(at: number, nodes: readonly CompiledNode[]): readonly CompiledNode[] {
  const line: CompiledNode[] = [];
  for (let node = nodes[at]; node; node = nodes[node.parent]) line.push(node);
  return line;
}

/** What stands in for each requirement: outermost first, and of two that share an item and a pool the one with the smaller id. */
export function checkedStandIns(
  ground: Ground,
  open: readonly boolean[],
  deadlines: readonly (readonly DayRange[])[],
): readonly (CheckedStandIn | undefined)[] {
  const { nodes, context } = ground;
  if (!context.record.exceptions.some(({ kind }) => kind === 'substitution')) return nodes.map(() => undefined);
  const roots: CheckedStandIn[] = [];
  for (const node of nodes) {
    if (lineOf(node.index, nodes).some(({ index }) => roots.some(({ root }) => root === index))) continue;
    const one = context.record.exceptions.find((e) => e.kind === 'substitution' && e.requirement === node.id);
    const item = one?.kind === 'substitution' && context.record.items.find(({ id }) => id === one.item);
    if (!one || !item || !open[node.index] || exclusion(item, node.index, ground) !== undefined) continue;
    const status = statusBy(item, deadlines[node.index] ?? [], context);
    const below = nodes.filter((other) => lineOf(other.index, nodes).includes(node));
    if (status) roots.push({ id: one.id, item, root: node.index, status, pools: poolsTouching(below, nodes, context) });
  }
  const kept: CheckedStandIn[] = [];
  for (const one of roots.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const rival = kept.some((b) => b.item === one.item && [...b.pools].some((pool) => one.pools.has(pool)));
    if (!rival) kept.push(one);
  }
  return nodes.map((node) => {
    const line = lineOf(node.index, nodes);
    return kept.find(({ root }) => line.some(({ index }) => index === root));
  });
}

/** The pools in which some requirements use items up, and every pool of the tree that shares a limit with one of them. */
function poolsTouching(
  below: readonly CompiledNode[],
  nodes: readonly CompiledNode[],
  { tree }: Context,
): ReadonlySet<string> {
  const own = new Set(below.flatMap((node) => limitsOf(poolOf(node), tree)));
  const touching = nodes.map(poolOf).filter((pool) => limitsOf(pool, tree).some((limit) => own.has(limit)));
  return new Set([...own, ...touching.filter((pool) => pool !== undefined)]);
}

/** What a requirement is when an item stands in for it; nothing where the item is not begun, not passed, or too late. */
function statusBy(item: Item, dues: readonly DayRange[], c: Context): Status | undefined {
  if (item.outcome || item.tier === 'planned') return undefined;
  const window = resolveWindow(undefined, c);
  const day = dayForTests(item, window.from?.value.hi ?? NO_EARLIEST, c.asOf);
  const met: Status = item.tier === 'earned' ? 'met' : 'pending';
  if (day === undefined) return window.from || window.to || dues.length > 0 ? 'unknown' : met;
  const inside = inWindow(day, window).truth;
  if (inside === 'no' || dues.some((due) => day > due.hi)) return undefined;
  return inside === 'yes' && dues.every((due) => day <= due.lo) ? met : 'unknown';
}
