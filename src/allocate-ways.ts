import { type AllocatingLeaf, EARNED } from './allocation.js';
import type { CompiledNode } from './compile/nodes.js';
import type { Matched } from './matched.js';

/** What a way of a choice comes to, whatever a pool gives: all of it, none of it, or that hangs on something. */
export type Standing = 'whole' | 'nothing' | 'open';

/** The standing of a requirement on which the leaves of a pool have no hold; what they may fill is open. */
export function standingOf(
  at: number,
  nodes: readonly CompiledNode[],
  matched: Matched,
  inPool: ReadonlySet<number>,
): Standing {
  const node = nodes[at];
  if (!node || inPool.has(at)) return 'open';
  if (matched.applies[at]?.applies === 'no') return 'nothing';
  if (matched.applies[at]?.applies !== 'yes') return 'open';
  if (matched.waivers[at] !== undefined) return 'whole';
  const leaf = matched.leaves[at];
  if (leaf?.kind === 'measured') return measured(leaf.dimensions);
  if (leaf) return leaf.pool === undefined ? readOnly(leaf) : leaf.edges.length === 0 ? 'nothing' : 'open';
  const below = node.children.map((child) => standingOf(child, nodes, matched, inPool));
  if (node.kind === 'allOf' && node.firstDoor && below[0] === 'nothing') return 'nothing';
  if (below.every((one) => one === 'nothing')) return below.length > 0 ? 'nothing' : 'open';
  const wanted = node.kind === 'choose' ? (matched.counts[at]?.hi ?? below.length) : below.length;
  return below.filter((one) => one === 'whole').length >= wanted ? 'whole' : 'open';
}

function measured(
  dimensions: readonly {
    readonly need: { readonly hi: number };
    readonly earned: number;
    readonly withPlanned: number;
  }[],
): Standing {
  if (dimensions.every(({ need, earned }) => earned >= need.hi)) return 'whole';
  return dimensions.every(({ withPlanned }) => withPlanned === 0) ? 'nothing' : 'open';
}

function readOnly(leaf: AllocatingLeaf): Standing {
  if (leaf.edges.length === 0) return 'nothing';
  return leaf.kind === 'units' && leaf.edges.filter(EARNED).length >= leaf.need.hi ? 'whole' : 'open';
}

/**
 * Whether a choice needs the one way of its ways that draws on a pool: always, where too few of the others come to anything; never,
 * where enough of them are whole already; `undefined` where that hangs on how far they come.
 */
export function needsPool(
  node: CompiledNode,
  choose: number,
  nodes: readonly CompiledNode[],
  matched: Matched,
  inPool: ReadonlySet<number>,
): boolean | undefined {
  const others = node.children
    .filter((child) => !hasBelow(child, nodes, inPool))
    .map((child) => standingOf(child, nodes, matched, inPool));
  if (others.filter((one) => one === 'whole').length >= choose) return false;
  return others.filter((one) => one !== 'nothing').length < choose ? true : undefined;
}

function hasBelow(at: number, nodes: readonly CompiledNode[], inPool: ReadonlySet<number>): boolean {
  return inPool.has(at) || (nodes[at]?.children.some((child) => hasBelow(child, nodes, inPool)) ?? false);
}
