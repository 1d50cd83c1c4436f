import type { CompiledNode } from '../compile/nodes.js';
import type { Adjustment } from '../model/record.js';
import type { ReadRecord } from './read.js';

/** What exceptions say of one leaf. */
export interface LeafExceptions {
  /** By item id: the exception that excludes it from the leaf. */
  readonly excluded: ReadonlyMap<string, string>;
  /** By item id: the exception that has it accepted there. */
  readonly accepted: ReadonlyMap<string, string>;
}

export const NO_EXCEPTIONS: LeafExceptions = { excluded: new Map(), accepted: new Map() };

/** Where the requirements of one tree stand for this record. */
export interface Placed {
  readonly nodes: readonly CompiledNode[];
  /** Ids of the requirements above the tree, where it is the one of a requirement that repeats; the nearest comes last. */
  readonly above: readonly string[];
  /** By node index: whether it applies and no exception has settled it. */
  readonly isOpen: readonly boolean[];
}

/** The adjustments that a requirement takes: one of its last day if it has one, one of its number if the author gave it one. */
export function adjustmentsOf(
  node: CompiledNode,
  { exceptions }: Pick<ReadRecord, 'exceptions'>,
): readonly Adjustment[] {
  return exceptions.filter(
    (exception) => exception.kind === 'adjustment' && adjustBy(node, exception) !== node,
  ) as readonly Adjustment[];
}

/** A requirement as it stands for this record; itself where nothing was adjusted. */
export function adjusted(node: CompiledNode, { exceptions }: Pick<ReadRecord, 'exceptions'>): CompiledNode {
  return exceptions.reduce(
    (result, exception) => (exception.kind === 'adjustment' ? adjustBy(result, exception) : result),
    node,
  );
}

function adjustBy(node: CompiledNode, { requirement, due, atLeast }: Adjustment): CompiledNode {
  // A requirement with `unless` is a choice under its id; what it asks itself stands below.
  const isOwn = node.id === requirement;
  const dated = isOwn && due !== undefined && node.due !== undefined;
  const result: CompiledNode = dated ? { ...node, due: { kind: 'day', day: due } } : node;
  const isNumbered = (isOwn && !node.isSugar) || node.id === `${requirement}.itself`;
  return isNumbered && atLeast !== undefined ? withNumber(result, atLeast) : result;
}

function withNumber(node: CompiledNode, n: number): CompiledNode {
  switch (node.kind) {
    case 'choose':
      return node.isSugar ? node : { ...node, choose: n };
    case 'evidence':
      return { ...node, count: n };
    case 'total':
      return node.atLeast === undefined ? node : { ...node, atLeast: n };
    case 'experience':
    case 'score':
      return { ...node, atLeast: n };
    case 'allOf':
    case 'holds':
    case 'lacks':
    case 'attestation':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
    case 'eachPeriod':
      return node;
  }
}

/** What exceptions say of the leaf at `at`. */
export function leafExceptions(at: number, placed: Placed, record: ReadRecord): LeafExceptions {
  if (record.exceptions.length === 0) return NO_EXCEPTIONS;
  const chain = [...placed.above];
  for (let node = placed.nodes[at]; node; node = placed.nodes[node.parent]) chain.push(node.id);
  const excluded = new Map<string, string>();
  const accepted = new Map<string, string>();
  for (const exception of record.exceptions) {
    const known = exception.kind === 'exclude' ? excluded : accepted;
    if (exception.kind === 'exclude') {
      if (exception.requirement !== undefined && !chain.includes(exception.requirement)) continue;
    } else if (exception.kind !== 'alsoAccept' || acceptingLeaf(exception, placed, record) !== at) continue;
    if (!known.has(exception.item)) known.set(exception.item, exception.id);
  }
  return { excluded, accepted };
}

/** The first leaf, by id, at or below a requirement that reads the list of an item; of a requirement that repeats, in each period. */
export function acceptingLeaf(
  { requirement, item: id }: { readonly requirement: string; readonly item: string },
  { nodes, above, isOpen }: Placed,
  record: ReadRecord,
): number | undefined {
  const item = record.items.find((one) => one.id === id);
  if (!item) return undefined;
  const target = above.at(-1) === requirement ? 0 : nodes.findIndex((node) => node.id === requirement);
  const below = target < 0 ? new Set<number>() : subtree(target, nodes);
  const reading = nodes.filter(
    (node) =>
      below.has(node.index) &&
      isOpen[node.index] === true &&
      (node.kind === 'evidence' || node.kind === 'total') &&
      node.from.some((list) => list === item.list),
  );
  return reading.reduce<CompiledNode | undefined>((a, b) => (a && a.id < b.id ? a : b), undefined)?.index;
}

/** The indices of a node and of all nodes below it. Parents stand before their children. */
export function subtree(root: number, nodes: readonly CompiledNode[]): ReadonlySet<number> {
  const found = new Set([root]);
  for (const node of nodes) if (found.has(node.parent)) found.add(node.index);
  return found;
}
