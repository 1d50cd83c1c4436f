import type { CompiledNode, EachPeriodNode, LeafNode } from './compile/nodes.js';
import type { DayRange } from './compile/ruleset.js';
import { type Context, resolveDay, resolveNumber, testFacts } from './context.js';
import { adjusted, leafExceptions, type Placed, subtree } from './exceptions.js';
import { periodsOf } from './kinds/each-period.js';
import { matchLeaf } from './kinds/leaf.js';
import type { Applies, Bound, Deadline, Known, LeafMatch, Matched, PeriodsMatch, Pin, StandIn } from './matched.js';
import { standInsOf, takenBy } from './stand-ins.js';

/**
 * First step: record × rules → edges. For every leaf that applies: what could count for it, in which tier, how certainly, and for
 * everything else of its kind the reason why not. Exceptions that were granted have their effect here. Nothing is chosen.
 */
export function match(written: readonly CompiledNode[], c: Context, above: readonly string[] = []): Matched {
  const hasExceptions = c.record.exceptions.length > 0;
  const nodes = hasExceptions ? written.map((node) => adjusted(node, c.record)) : written;
  const applies: Applies[] = [];
  const dues: (Known<DayRange> | undefined)[] = [];
  const counts: (Bound | undefined)[] = [];
  const leaves: (LeafMatch | undefined)[] = [];
  const waivers: (string | undefined)[] = [];
  const periods: (PeriodsMatch | undefined)[] = [];
  // Preorder: a parent is seen before its children, which inherit its deadlines and whether it applies.
  const deadlines: (readonly Deadline[])[] = [];
  const isOpen: boolean[] = [];
  for (const node of nodes) {
    const parent = applies[node.parent];
    const own = node.appliesWhen ? testFacts(node.appliesWhen, c) : undefined;
    applies.push(parent?.applies === 'no' ? parent : own ? { applies: own.truth, asks: own.asks } : APPLIES);
    const due = node.due === undefined ? undefined : resolveDay(node.due, c);
    dues.push(due);
    const inherited = deadlines[node.parent] ?? [];
    deadlines.push(due ? [...inherited, { node: node.index, due }] : inherited);
    waivers.push(waivers[node.parent] ?? waiverOf(node.id, c));
    isOpen.push(applies[node.index]?.applies !== 'no' && waivers[node.index] === undefined);
    // Also below a waiver: how much a choice weighs in progress does not hang on who waived what.
    const choose = node.kind === 'choose' ? node.choose : undefined;
    counts.push(choose === undefined ? undefined : resolveNumber(choose, c, { n: 1, d: 1 }));
  }
  const standIns = hasExceptions ? standInsOf({ nodes, above, isOpen }, deadlines, c) : NO_STAND_INS;
  const placed: Placed = {
    nodes,
    above,
    isOpen: hasExceptions ? isOpen.map((open, i) => open && !standIns[i]) : isOpen,
  };
  const pins = hasExceptions ? pinsOf(nodes, above, c) : NO_PINS;
  const taken = takenBy(standIns, nodes);
  for (const node of nodes) {
    const open = placed.isOpen[node.index] === true;
    periods.push(open && node.kind === 'eachPeriod' ? matchPeriods(node, placed, c) : undefined);
    if (!open || !isLeaf(node)) leaves.push(undefined);
    else {
      const exceptions = leafExceptions(node.index, placed, c.record, elsewhereOf(node, pins, taken));
      leaves.push(matchLeaf(node, c, deadlines[node.index] ?? [], exceptions));
    }
  }
  return { items: c.record.items, applies, waivers, dues, counts, leaves, periods, standIns, taken, pins };
}

/** Items that are pinned to something else, or stand in for something in the pool of the leaf. */
function elsewhereOf(node: LeafNode, pins: readonly Pin[], taken: Matched['taken']): ReadonlySet<number> {
  const pinned = pins.filter((pin) => !pin.nodes.has(node.index)).map(({ item }) => item);
  const pool = node.kind === 'evidence' || node.kind === 'total' ? node.pool : undefined;
  const standing = [...taken].filter(([, pools]) => pool !== undefined && pools.has(pool)).map(([item]) => item);
  return new Set([...pinned, ...standing]);
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

const APPLIES: Applies = { applies: 'yes', asks: [] };
const NO_STAND_INS: readonly (StandIn | undefined)[] = [];
const NO_PINS: readonly Pin[] = [];

function isLeaf(node: CompiledNode): node is LeafNode {
  return node.kind !== 'allOf' && node.kind !== 'choose' && node.kind !== 'eachPeriod';
}
