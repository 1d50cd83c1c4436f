import { NOTHING_COUNTS } from '../allocate/allocation.js';
import { weightOf } from '../allocate/weights.js';
import { frozen } from '../base/frozen.js';
import { type Memory, remembered } from '../base/remembered.js';
import type { CompiledNode, LeafNode } from '../compile/nodes.js';
import { judgeBranch } from '../judge/judge-branch.js';
import { judgeLeaf } from '../judge/judge-leaf.js';
import type { JudgedNode } from '../judge/judged.js';
import { APPLIES, type Applies, type Bound, type Matched, type UnitsMatch } from '../match/matched.js';
import type { Fraction } from '../model/quantity.js';
import type { ListName } from '../model/requirement.js';

/**
 * What some requirements come to for a record that says nothing of them, found once for all records. A record touches few requirements;
 * the others are taken from here, and are the same objects in every answer. All lists are by node index.
 */
export interface Blank {
  /** Whether every requirement applies, and how many children every choice needs, whatever the facts are. */
  readonly isFixed: boolean;
  readonly applies: readonly Applies[];
  readonly waivers: readonly undefined[];
  readonly counts: readonly (Bound | undefined)[];
  /** The requirements that have a last day. */
  readonly due: readonly number[];
  /** Those of them that stand at or above a requirement, the outermost first. */
  readonly dueAbove: readonly (readonly number[])[];
  /** Leaves for which nothing in the record could count. */
  readonly leaves: readonly (UnitsMatch | undefined)[];
  /** Requirements on whose leaves the record has no bearing, and whose status does not hang on a day. */
  readonly judged: readonly (JudgedNode | undefined)[];
  /** What each requirement weighs where every one applies. */
  readonly whole: readonly Fraction[];
  /** Leaves that read one list and may take any item of it. */
  readonly byList: ReadonlyMap<ListName, readonly number[]>;
  /** Leaves that take items of a list only for one competency set, by that set. */
  readonly bySet: ReadonlyMap<ListName, ReadonlyMap<string, readonly number[]>>;
}

/** What these requirements come to for a record that says nothing. */
export function blankOf(nodes: readonly CompiledNode[]): Blank {
  return remembered(BLANKS, nodes, build);
}

/** Whether what applies, and how many children every choice needs, is as it is for a record that says nothing: no exception reaches into the rules. */
export function asksAsBlank(blank: Blank, matched: Pick<Matched, 'waivers'>): boolean {
  return blank.isFixed && matched.waivers === blank.waivers;
}

const BLANKS: Memory<readonly CompiledNode[], Blank> = new WeakMap();

/** The list that a leaf reads, where it is one alone and what it makes of an item hangs on that item only. */
export function listOf(node: CompiledNode): ListName | undefined {
  if (node.kind === 'evidence') return node.from[0];
  return node.kind === 'holds' ? 'credentials' : undefined;
}

/** The one competency set that an item must cover to count for a leaf. */
function onlySet(node: CompiledNode): string | undefined {
  if (node.kind !== 'evidence') return undefined;
  const test = node.where.find((each) => each.test === 'covers');
  return test?.test === 'covers' ? test.set : undefined;
}

function build(nodes: readonly CompiledNode[]): Blank {
  const applies: readonly Applies[] = nodes.map(() => APPLIES);
  const waivers = nodes.map(() => undefined);
  const counts = nodes.map((node) => (node.kind === 'choose' ? fixedBound(node.choose) : undefined));
  const isFixed = nodes.every(
    (node, i) => node.appliesWhen === undefined && (node.kind !== 'choose' || counts[i] !== undefined),
  );
  const dueAbove: (readonly number[])[] = [];
  const byList = new Map<ListName, readonly number[]>();
  const bySet = new Map<ListName, Map<string, number[]>>();
  for (const node of nodes) {
    const above = dueAbove[node.parent] ?? NO_NODES;
    dueAbove.push(node.due === undefined ? above : [...above, node.index]);
    const list = listOf(node);
    const set = onlySet(node);
    if (list === undefined) continue;
    if (set === undefined) byList.set(list, [...(byList.get(list) ?? []), node.index]);
    else {
      const sets = bySet.get(list) ?? new Map<string, number[]>();
      bySet.set(list, sets.set(set, [...(sets.get(set) ?? []), node.index]));
    }
  }
  const leaves = nodes.map((node) => (isBranch(node) ? undefined : blankLeaf(node)));
  const judged: (JudgedNode | undefined)[] = new Array(nodes.length).fill(undefined);
  const whole: Fraction[] = new Array(nodes.length);
  // Children stand behind their parent.
  for (const node of nodes.toReversed()) {
    const i = node.index;
    const leaf = leaves[i];
    whole[i] = weightOf(node, { counts }, () => true, whole);
    if (!isFixed || node.due !== undefined) continue;
    if (leaf) judged[i] = frozen(judgeLeaf(leaf, NOTHING_COUNTS));
    else if (isBranch(node) && node.kind !== 'eachPeriod' && node.children.every((child) => judged[child]))
      judged[i] = frozen(judgeBranch(node, { applies, counts }, judged as readonly JudgedNode[]));
  }
  return {
    isFixed,
    applies,
    waivers,
    counts,
    due: nodes.flatMap((node) => (node.due === undefined ? [] : [node.index])),
    dueAbove,
    leaves,
    judged,
    whole,
    byList,
    bySet,
  };
}

function blankLeaf(node: LeafNode): UnitsMatch | undefined {
  const base = { kind: 'units', node: node.index, refused: [], partial: [], edges: [], late: [] } as const;
  if (node.kind === 'holds') return { ...base, need: ONE };
  if (node.kind !== 'evidence') return undefined;
  const need = fixedBound(node.count);
  return need && { ...base, need, pool: node.pool };
}

/** A whole number that is the same for every record. */
function fixedBound(n: unknown): Bound | undefined {
  return typeof n === 'number' && Number.isInteger(n) ? { lo: n, hi: n, asks: NO_ASKS } : undefined;
}

function isBranch(node: CompiledNode): node is Exclude<CompiledNode, LeafNode> {
  return node.kind === 'allOf' || node.kind === 'choose' || node.kind === 'eachPeriod';
}

const NO_ASKS: readonly string[] = [];
const NO_NODES: readonly number[] = [];
const ONE: Bound = { lo: 1, hi: 1, asks: NO_ASKS };
