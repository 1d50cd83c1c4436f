import { ONE } from './base/fraction.js';
import type { CompiledNode, EachPeriodNode, LeafNode } from './compile/nodes.js';
import type { DayRange } from './compile/ruleset.js';
import { periodsOf } from './kinds/each-period.js';
import { matchLeaf } from './kinds/leaf.js';
import { standInsOf, takenBy } from './kinds/stand-ins.js';
import { type Context, resolveDay, resolveNumber } from './match/context.js';
import { adjusted, leafExceptions, NO_EXCEPTIONS, type Placed, subtree } from './match/exceptions.js';
import { testFacts } from './match/fact-tests.js';
import {
  APPLIES,
  type Applies,
  type Bound,
  type Deadline,
  type Known,
  type LeafMatch,
  type Matched,
  type PeriodsMatch,
  type Pin,
  type StandIn,
} from './match/matched.js';
import type { Item } from './match/read.js';
import { setsOf } from './match/where.js';
import { type Blank, blankOf, listOf } from './worlds/blank.js';

/**
 * First step: record × rules → edges. For every leaf that applies: what could count for it, in which tier, how certainly, and for
 * everything else of its kind the reason why not. Exceptions that were granted have their effect here. Nothing is chosen.
 */
export function match(written: readonly CompiledNode[], c: Context, above: readonly string[] = []): Matched {
  const blank = blankOf(written);
  const hasExceptions = c.record.exceptions.length > 0;
  const nodes = hasExceptions ? written.map((node) => adjusted(node, c.record)) : written;
  const own = blank.isFixed ? blank.applies : appliesTo(nodes, c);
  const counts = blank.isFixed && !hasExceptions ? blank.counts : countsOf(nodes, c);
  const waivers = hasExceptions ? waiversOf(nodes, c) : blank.waivers;
  const isOpen = (at: number) => own[at]?.applies !== 'no' && waivers[at] === undefined;
  const dues: (Known<DayRange> | undefined)[] = new Array(nodes.length).fill(undefined);
  for (const at of blank.due) {
    const due = nodes[at]?.due;
    if (due !== undefined) dues[at] = resolveDay(due, c);
  }
  const deadlines = deadlinesOf(blank.dueAbove, dues);
  const opened = hasExceptions ? nodes.map((_, at) => isOpen(at)) : [];
  const standIns = hasExceptions ? standInsOf({ nodes, above, isOpen: opened }, deadlines, c) : NO_STAND_INS;
  const placed: Placed = { nodes, above, isOpen: opened.map((open, at) => open && !standIns[at]) };
  const applies = blank.isFixed ? own : throughBranches(nodes, own, (at) => waivers[at] ?? standIns[at]);
  const pins = hasExceptions ? pinsOf(nodes, above, c) : NO_PINS;
  const taken = hasExceptions ? takenBy(standIns, nodes, c.tree.pools) : NOTHING_TAKEN;
  const offered = hasExceptions ? undefined : offersTo(nodes, blank, c);
  const leaves: (LeafMatch | undefined)[] = new Array(nodes.length).fill(undefined);
  let periods: (PeriodsMatch | undefined)[] | undefined;
  for (const node of nodes) {
    const at = node.index;
    if (standIns[at] || !isOpen(at)) continue;
    if (node.kind === 'eachPeriod') {
      periods ??= new Array(nodes.length).fill(undefined);
      periods[at] = matchPeriods(node, placed, c);
    }
    if (!isLeaf(node)) continue;
    const list = listOf(node);
    const items = offered ? offered[at] : list && c.record.byList.get(list);
    const idle = offered !== undefined && items === undefined && isWhole(node, c) ? blank.leaves[at] : undefined;
    const exceptions = hasExceptions ? leafExceptions(at, placed, c.record) : NO_EXCEPTIONS;
    leaves[at] = idle ?? matchLeaf(node, c, deadlines[at] ?? NO_DEADLINES, exceptions, items ?? NO_ITEMS);
  }
  return {
    items: c.record.items,
    applies,
    waivers,
    dues,
    counts,
    leaves,
    periods: periods ?? NO_PERIODS,
    standIns,
    taken,
    pins,
    ...(c.tree.pools && { pools: c.tree.pools }),
  };
}

/** Preorder: a parent is seen before its children, which do not apply where it does not. */
function appliesTo(nodes: readonly CompiledNode[], c: Context): readonly Applies[] {
  const applies: Applies[] = [];
  for (const node of nodes) {
    const parent = applies[node.parent];
    const own = node.appliesWhen ? testFacts(node.appliesWhen, c) : undefined;
    applies.push(parent?.applies === 'no' ? parent : own ? { applies: own.truth, asks: own.asks } : APPLIES);
  }
  return applies;
}

/** A branch of which everything that applies may turn out not to, may turn out not to apply itself, unless an exception has settled it. */
function throughBranches(
  nodes: readonly CompiledNode[],
  own: readonly Applies[],
  settledBy: (at: number) => unknown,
): readonly Applies[] {
  const found = [...own];
  const isOut: boolean[] = [];
  // Children stand behind their parent.
  for (const { index, children } of nodes.toReversed()) {
    const open = children.flatMap((child) => (isOut[child] ? [] : (found[child] ?? [])));
    const isOwn = own[index]?.applies !== 'yes' || children.length === 0 || settledBy(index);
    isOut[index] = isOwn ? own[index]?.applies === 'no' : open.length === 0;
    if (!isOwn && open.length > 0 && open.every(({ applies }) => applies === 'unknown'))
      found[index] = { applies: 'unknown', asks: open.flatMap(({ asks }) => asks) };
  }
  return found;
}

/** Also below a waiver: how much a choice weighs in progress does not hang on who waived what. */
function countsOf(nodes: readonly CompiledNode[], c: Context): readonly (Bound | undefined)[] {
  return nodes.map((node) =>
    node.kind === 'choose' && node.choose !== undefined ? resolveNumber(node.choose, c, ONE) : undefined,
  );
}

function waiversOf(nodes: readonly CompiledNode[], c: Context): readonly (string | undefined)[] {
  const waivers: (string | undefined)[] = [];
  for (const node of nodes) waivers.push(waivers[node.parent] ?? waiverOf(node.id, c));
  return waivers;
}

/** The last days at and above every requirement; those that stand below the same ones share a list. */
export function deadlinesOf(
  dueAbove: readonly (readonly number[])[],
  dues: readonly (Known<DayRange> | undefined)[],
): readonly (readonly Deadline[])[] {
  const known = new Map<readonly number[], readonly Deadline[]>();
  return dueAbove.map((above) => {
    if (above.length === 0) return NO_DEADLINES;
    const before = known.get(above);
    if (before) return before;
    const shared: Deadline[] = [];
    for (const node of above) {
      const due = dues[node];
      if (due) shared.push({ node, due });
    }
    known.set(above, shared);
    return shared;
  });
}

/** By leaf: the items of its list that could count for it. What wants an item for one set only is not asked about others. */
function offersTo(nodes: readonly CompiledNode[], blank: Blank, c: Context): readonly (readonly Item[] | undefined)[] {
  const offered: (readonly Item[] | undefined)[] = new Array(nodes.length).fill(undefined);
  for (const [list, items] of c.record.byList) {
    for (const at of blank.byList.get(list) ?? NO_NODES) offered[at] = items;
    const bySet = blank.bySet.get(list);
    if (!bySet) continue;
    const some = new Map<number, Item[]>();
    const offer = (at: number, item: Item) => {
      const known = some.get(at);
      if (!known) some.set(at, [item]);
      else if (known.at(-1) !== item) known.push(item);
    };
    for (const item of items) {
      const sets = setsOf(item, c.ruleset);
      for (const set of sets ?? bySet.keys()) for (const at of bySet.get(set) ?? NO_NODES) offer(at, item);
    }
    for (const [at, few] of some) offered[at] = few;
  }
  return offered;
}

/** Whether the record leaves nothing open about the list that a leaf reads. */
function isWhole(node: LeafNode, { record }: Context): boolean {
  const list = listOf(node);
  return record.partial.size === 0 || (list !== undefined && !record.partial.has(list));
}

/** Every period that has begun, each matched on its own: an entry lies in exactly one. */
function matchPeriods(node: EachPeriodNode, placed: Placed, c: Context): PeriodsMatch {
  const { periods, asks } = periodsOf(node, c);
  const above = [...placed.above];
  for (let at: CompiledNode | undefined = node; at; at = placed.nodes[at.parent])
    above.splice(placed.above.length, 0, at.id);
  return {
    nodes: node.nodes,
    asks,
    periods: periods.map((p) => ({
      ...p,
      matched: match(node.nodes, { ...c, period: { lo: p.from, hi: p.to } }, above),
    })),
  };
}

/** The waiver in force for a requirement. */
function waiverOf(id: string, { record }: Context): string | undefined {
  return record.exceptions.find((one) => one.kind === 'waiver' && one.requirement === id)?.id;
}

/** The items that are to count for one of these requirements, or for any of them where one above them is named. */
function pinsOf(nodes: readonly CompiledNode[], above: readonly string[], { record }: Context): readonly Pin[] {
  return record.exceptions.flatMap((one): readonly Pin[] => {
    if (one.kind !== 'applyHere') return [];
    const item = record.items.find(({ id }) => id === one.item);
    const node = above.includes(one.requirement) ? nodes[0] : nodes.find(({ id }) => id === one.requirement);
    return item && node ? [{ exception: one.id, item: item.index, nodes: subtree(node.index, nodes) }] : [];
  });
}

const NO_DEADLINES: readonly Deadline[] = [];
const NO_ITEMS: readonly Item[] = [];
const NO_NODES: readonly number[] = [];
const NO_PERIODS: readonly undefined[] = [];
const NOTHING_TAKEN: Matched['taken'] = new Map();
const NO_STAND_INS: readonly (StandIn | undefined)[] = [];
const NO_PINS: readonly Pin[] = [];

/** Whether it is met by the record itself and not by other requirements. */
export function isLeaf(node: CompiledNode): node is LeafNode {
  return node.kind !== 'allOf' && node.kind !== 'choose' && node.kind !== 'eachPeriod';
}
