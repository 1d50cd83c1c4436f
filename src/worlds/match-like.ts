import { NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { type Memory, rememberedBy } from '../base/remembered.js';
import { same } from '../base/same.js';
import { listsOf } from '../compile/lists-of.js';
import type { CompiledNode } from '../compile/nodes.js';
import { matchLeaf } from '../kinds/leaf.js';
import { type Context, resolveDay } from '../match/context.js';
import { NO_EXCEPTIONS } from '../match/exceptions.js';
import type { LeafMatch, Matched } from '../match/matched.js';
import { deadlinesOf, isLeaf } from '../match.js';
import type { ListName } from '../model/requirement.js';
import { type Blank, listOf } from './blank.js';
import type { Difference } from './difference.js';

/**
 * What was matched for one tree, for another of the same shape that asks something else of these leaves. The list of leaves is the same
 * object where they come to the same. `undefined` where a last day differs and something of the record lies near it.
 */
export function matchLike(
  blank: Blank,
  matched: Matched,
  nodes: readonly CompiledNode[],
  other: Difference,
  c: Context,
): Matched | undefined {
  const dues = duesLike(matched, nodes, other, c);
  if (!dues) return undefined;
  const found = leavesLike(blank, matched, nodes, other, c);
  return dues === matched.dues && found === matched.leaves ? matched : { ...matched, dues, leaves: found };
}

function duesLike(
  matched: Matched,
  nodes: readonly CompiledNode[],
  other: Difference,
  c: Context,
): Matched['dues'] | undefined {
  let dues: Matched['dues'][number][] | undefined;
  let lastDays: ReadonlyMap<ListName, number> | undefined;
  for (const index of other.dues) {
    const due = nodes[index]?.due;
    if (due === undefined) continue;
    const before = matched.dues[index];
    const day = resolveDay(due, c);
    if (before && isSameDay(before, day)) continue;
    lastDays ??= lastDaysOf(c);
    const last = Math.max(c.asOf, lastDayBelow(nodes, index, lastDays));
    if (!before || before.value.lo <= last || day.value.lo <= last) return undefined;
    dues ??= [...matched.dues];
    dues[index] = day;
  }
  return dues ?? matched.dues;
}

type Due = NonNullable<Matched['dues'][number]>;

function isSameDay(a: Due, b: Due): boolean {
  return a.value.lo === b.value.lo && a.value.hi === b.value.hi && a.asks.join() === b.asks.join();
}

/** By list, the last day of anything in it that has one, and of work that goes on the last of all. */
function lastDaysOf({ record: { items } }: Context): ReadonlyMap<ListName, number> {
  const last = new Map<ListName, number>();
  for (const { list, day = list === 'experience' ? NO_LATEST : NO_EARLIEST } of items)
    last.set(list, Math.max(day, last.get(list) ?? day));
  return last;
}

/** The last day of anything in the record that a requirement reads, or one below it. */
function lastDayBelow(nodes: readonly CompiledNode[], at: number, last: ReadonlyMap<ListName, number>): number {
  const lists = rememberedBy(READ_BELOW, nodes, at, readBelow);
  return lists ? Math.max(NO_EARLIEST, ...lists.map((list) => last.get(list) ?? NO_EARLIEST)) : NO_LATEST;
}

const READ_BELOW: Memory<readonly CompiledNode[], Map<number, readonly ListName[] | undefined>> = new WeakMap();

/** The lists that a requirement reads, or one below it. `undefined` where something repeats or hangs on a milestone: that may lie on any day. */
function readBelow(nodes: readonly CompiledNode[], at: number): readonly ListName[] | undefined {
  const node = nodes[at];
  if (!node || node.kind === 'eachPeriod' || node.kind === 'milestone') return undefined;
  const below = node.children.map((child) => readBelow(nodes, child));
  if (below.includes(undefined)) return undefined;
  return [...new Set([...listsOf(node), ...below.flatMap((lists) => lists ?? [])])];
}

function leavesLike(
  blank: Blank,
  matched: Matched,
  nodes: readonly CompiledNode[],
  other: Difference,
  c: Context,
): Matched['leaves'] {
  const touched = other.byRule.filter((at) => matched.leaves[at] !== blank.leaves[at]);
  if (other.leaves.length + touched.length === 0) return matched.leaves;
  const deadlines = deadlinesOf(blank.dueAbove, matched.dues);
  let found: (LeafMatch | undefined)[] | undefined;
  for (const at of [...other.leaves, ...touched]) {
    const [before, node] = [matched.leaves[at], nodes[at]];
    const list = node && listOf(node);
    if (!before || !node || !isLeaf(node)) continue;
    const items = (list && c.record.byList.get(list)) ?? [];
    const leaf = matchLeaf(node, c, deadlines[at] ?? [], NO_EXCEPTIONS, items);
    if (same(before, leaf)) continue;
    found ??= [...matched.leaves];
    found[at] = leaf;
  }
  return found ?? matched.leaves;
}
