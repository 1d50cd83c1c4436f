import { resolveDay, resolveNumber, testFacts, type Context } from './context.js';
import { matchLeaf } from './kinds/leaf.js';
import type { Applies, Bound, Deadline, Known, LeafMatch, Matched } from './matched.js';
import type { DayRange, LeafNode } from './ruleset.js';

/**
 * First step: record × rules → edges. For every leaf that applies: what could count for it, in which tier, how certainly, and for
 * everything else of its kind the reason why not. Nothing is chosen here.
 */
export function match(c: Context): Matched {
  const { nodes } = c.tree;
  const applies: Applies[] = [];
  const dues: (Known<DayRange> | undefined)[] = [];
  const counts: (Bound | undefined)[] = [];
  const leaves: (LeafMatch | undefined)[] = [];
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
    const open = applies[node.index]?.applies !== 'no';
    const isChoose = node.kind === 'choose' && node.choose !== undefined;
    counts.push(open && isChoose && node.choose !== undefined ? resolveNumber(node.choose, c, { n: 1, d: 1 }) : undefined);
    leaves.push(open && isLeaf(node) ? matchLeaf(node, c, deadlines[node.index] ?? []) : undefined);
  }
  return { items: c.record.items, applies, dues, counts, leaves };
}

const APPLIES: Applies = { applies: 'yes', asks: [] };

function isLeaf(node: { readonly kind: string }): node is LeafNode {
  return node.kind !== 'allOf' && node.kind !== 'choose';
}
