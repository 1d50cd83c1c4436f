import type { CompiledNode, LeafNode } from '../compile/ruleset.js';
import type { Finding, Status, Use } from '../evaluation.js';
import { isLeaf, poolOf, standingIn } from './edges.js';
import { type LeafView, viewLeaf } from './leaves.js';
import type { Check } from './problems.js';
import { type CheckedWorld, within } from './worlds.js';

/** What an evaluation says of one requirement in one world. */
export interface Claim {
  readonly status: Status;
  readonly reason: Finding['reason'];
}

/** Where a finding comes from: a node, or one part of it, in one world. */
export interface Origin {
  readonly world: CheckedWorld;
  readonly node: CompiledNode;
  readonly part?: number;
}

/** What a stage says, world by world. */
export interface Claims {
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  /** For every leaf that applies, what it may be by the uses. */
  readonly leafOf: (origin: Origin) => LeafView | undefined;
  /** In the order of the origins: a disagreement says each outcome, agreement the same for all. */
  readonly all: (id: string) => readonly Claim[];
  readonly in: (id: string, world: CheckedWorld) => Claim | undefined;
}

/** Reads the findings of a stage as statements about each of its worlds; inside a requirement that repeats about its last period. */
export function claimsOf(check: Check, stage: string, worlds: readonly CheckedWorld[]): Claims {
  const uses = check.evaluation.allocation.filter((use) => use.stage === stage);
  const origins = new Map<string, Origin[]>();
  const leaves = new Map<CheckedWorld, Map<CompiledNode, LeafView>>();
  const add = (id: string, origin: Origin) => {
    origins.set(id, [...(origins.get(id) ?? []), origin]);
  };
  for (const world of worlds.flatMap((each) => within(each, 'last'))) {
    const inWorld = new Map<CompiledNode, LeafView>();
    leaves.set(world, inWorld);
    for (const node of world.nodes) {
      add(node.id, { world, node });
      const leaf = leafView(node, world, uses, worlds.length === 1 && world === worlds[0]);
      if (!leaf) continue;
      inWorld.set(node, leaf);
      for (const [i, part] of leaf.parts.entries()) add(part.id, { world, node, part: i });
    }
  }
  const all = (id: string): readonly Claim[] => {
    const finding = check.evaluation.findings[id];
    return (origins.get(id) ?? []).map((_, i): Claim => {
      const { status, reason } = finding?.readings?.[i] ?? finding ?? { status: 'notApplicable', reason: undefined };
      return { status, reason };
    });
  };
  return {
    origins,
    leafOf: ({ world, node }) => leaves.get(world)?.get(node),
    all,
    in: (id, world) => all(id)[(origins.get(id) ?? []).findIndex((origin) => origin.world === world)],
  };
}

function leafView(node: CompiledNode, world: CheckedWorld, uses: readonly Use[], alone: boolean): LeafView | undefined {
  if (!isLeaf(node)) return undefined;
  if (!world.open[node.index]) return undefined;
  const own = uses.filter((use) => use.requirement === node.id);
  return viewLeaf(node, world, own, takenByRivals(node, world, uses), alone);
}

/** Items that other requirements of the leaf's pool use, or that stand in for some of them. */
function takenByRivals(node: LeafNode, world: CheckedWorld, uses: readonly Use[]): ReadonlySet<string> {
  const pool = poolOf(node);
  if (pool === undefined) return new Set();
  const rivals = new Set(world.nodes.filter((other) => other !== node && poolOf(other) === pool).map(({ id }) => id));
  const used = uses.filter((use) => rivals.has(use.requirement)).map((use) => use.item);
  return new Set([...used, ...standingIn(pool, world)]);
}
