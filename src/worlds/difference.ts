import { type Memory, rememberedBy } from '../base/remembered.js';
import { same } from '../base/same.js';
import type { CompiledNode } from '../compile/nodes.js';
import type { CompiledReview, CompiledTree } from '../compile/ruleset.js';

/** What one tree asks otherwise than another of the same shape. */
export interface Difference {
  /** Requirements that have another last day. */
  readonly dues: readonly number[];
  /** Leaves that ask something else. */
  readonly leaves: readonly number[];
  /** Leaves that ask the same by a rule that says something else: nothing changes where no item came near them. */
  readonly byRule: readonly number[];
}

/**
 * Where one tree asks something else of a record than another: last days, and leaves for which other items may count. `undefined` where
 * the shape is another, or where whether and how much is asked may hang on something else.
 */
export function differenceOf(a: CompiledTree, b: CompiledTree): Difference | undefined {
  return rememberedBy(DIFFERENCES, a, b, find);
}

const DIFFERENCES: Memory<CompiledTree, Map<CompiledTree, Difference | undefined>> = new WeakMap();

function find(a: CompiledTree, b: CompiledTree): Difference | undefined {
  if (a.nodes.length !== b.nodes.length || !same(a.decidedOn, b.decidedOn)) return undefined;
  if (!same([...a.days], [...b.days]) || !same(poolsOf(a), poolsOf(b))) return undefined;
  const changed = {
    approvedOn: !same(a.approval, b.approval),
    assessed: !same([...a.reviews].map(written), [...b.reviews].map(written)) || !same([...a.counts], [...b.counts]),
    recognised: !same([...a.agreements], [...b.agreements]),
  };
  const dues: number[] = [];
  const leaves: number[] = [];
  const byRule: number[] = [];
  for (const [i, node] of a.nodes.entries()) {
    const other = b.nodes[i];
    if (!other || !same(shapeOf(node), shapeOf(other))) return undefined;
    if (!same(node.due, other.due)) dues.push(i);
    const isOther = !same(asked(node), asked(other));
    if (!isOther && !TESTS.some((test) => changed[test] && hasTest(node, test))) continue;
    if (node.kind === 'allOf' || node.kind === 'choose' || node.kind === 'eachPeriod') return undefined;
    (isOther ? leaves : byRule).push(i);
  }
  return { dues, leaves, byRule };
}

const TESTS = ['approvedOn', 'assessed', 'recognised'] as const;

/** Whether a test of some kind stands anywhere in a node; a requirement that repeats has those of everything below it. */
export function hasTest(node: unknown, test: (typeof TESTS)[number]): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return ('test' in node && node.test === test) || Object.values(node).some((value) => hasTest(value, test));
}

function shapeOf({ id, kind, parent, untilDue, appliesWhen, due }: CompiledNode): unknown {
  return [id, kind, parent, untilDue, appliesWhen, due !== undefined];
}

/** What a node asks, without its last day and its words. */
function asked({ due: _, says: __, cite: ___, ...node }: CompiledNode): unknown {
  return node;
}

/** What the pools of a tree allow, as plain data. */
function poolsOf({ pools }: CompiledTree): unknown {
  return pools && [[...pools.byName], pools.overlaps];
}

/** A rule for reviews as plain data. */
function written([id, { merged, ...rule }]: readonly [string, CompiledReview]): unknown {
  return [id, rule, [...merged]];
}
