import type { CompiledNode, DayRange, EachPeriodNode, LeafNode } from './compile/ruleset.js';
import { type Context, resolveDay, resolveNumber, testFacts } from './context.js';
import { periodsOf } from './kinds/each-period.js';
import { matchLeaf } from './kinds/leaf.js';
import type { Applies, Bound, Deadline, Known, LeafMatch, Matched, PeriodsMatch } from './matched.js';

/**
 * First step: record × rules → edges. For every leaf that applies: what could count for it, in which tier, how certainly, and for
 * everything else of its kind the reason why not. Nothing is chosen here.
 */
export function match(nodes: readonly CompiledNode[], c: Context): Matched {
  const applies: Applies[] = [];
  const dues: (Known<DayRange> | undefined)[] = [];
  const counts: (Bound | undefined)[] = [];
  const leaves: (LeafMatch | undefined)[] = [];
  const waivers: (string | undefined)[] = [];
  const periods: (PeriodsMatch | undefined)[] = [];
  // Preorder: a parent is seen before its children, which inherit its deadlines and whether it applies.
  const deadlines: (readonly Deadline[])[] = [];
  for (const node of nodes) {
    const parent = applies[node.parent];
    const own = node.appliesWhen ? testFacts(node.appliesWhen, c) : undefined;
    applies.push(parent?.applies === 'no' ? parent : own ? { applies: own.truth, asks: own.asks } : APPLIES);
    const due = node.due === undefined ? undefined : resolveDay(node.due, c);
    dues.push(due);
    const inherited = deadlines[node.parent] ?? [];
    deadlines.push(due ? [...inherited, { node: node.index, due }] : inherited);
    waivers.push(waivers[node.parent] ?? waiverOf(node.id, c));
    const open = applies[node.index]?.applies !== 'no' && waivers[node.index] === undefined;
    // Also below a waiver: how much a choice weighs in progress does not hang on who waived what.
    const choose = node.kind === 'choose' ? node.choose : undefined;
    counts.push(choose === undefined ? undefined : resolveNumber(choose, c, { n: 1, d: 1 }));
    periods.push(open && node.kind === 'eachPeriod' ? matchPeriods(node, c) : undefined);
    leaves.push(open && isLeaf(node) ? matchLeaf(node, c, deadlines[node.index] ?? []) : undefined);
  }
  return { items: c.record.items, applies, waivers, dues, counts, leaves, periods };
}

/** Every period that has begun, each matched on its own: an entry lies in exactly one. */
function matchPeriods(node: EachPeriodNode, c: Context): PeriodsMatch {
  const { periods, asks } = periodsOf(node, c);
  return {
    nodes: node.nodes,
    asks,
    periods: periods.map((p) => ({ ...p, matched: match(node.nodes, { ...c, period: { lo: p.from, hi: p.to } }) })),
  };
}

/** The waiver in force for a requirement. Only the pack's own authority can dispense with its rules. */
function waiverOf(id: string, { record, ruleset }: Context): string | undefined {
  return record.waivers.find((waiver) => waiver.requirement === id && waiver.by === ruleset.pack.authority.id)?.id;
}

const APPLIES: Applies = { applies: 'yes', asks: [] };

function isLeaf(node: CompiledNode): node is LeafNode {
  return node.kind !== 'allOf' && node.kind !== 'choose' && node.kind !== 'eachPeriod';
}
