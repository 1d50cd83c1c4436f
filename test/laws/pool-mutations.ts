import { compiled } from '../../src/compile/compile.js';
import type { CompiledNode } from '../../src/compile/nodes.js';
import { type PoolRules, withThoseAround } from '../../src/compile/pools.js';
import { parseAmount } from '../../src/compile/units.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord } from '../../src/model/record.js';
import type { Use } from '../../src/model/use.js';
import type { Draw } from './draw.js';

/** Makes one untrue thing out of an evaluation, or nothing where there is no place for it. */
export type Mutation = (
  evaluation: Evaluation,
  d: Draw,
  record: CandidateRecord,
  pack: RulePack,
) => Evaluation | undefined;

/** A leaf that uses items up, and the rules for the pools of its stage. */
interface Leaf {
  readonly stage: string;
  readonly node: CompiledNode;
  /** Its pool and those around it. */
  readonly pools: readonly string[];
  readonly rules: PoolRules;
}

const NO_RULES: PoolRules = { byName: new Map(), overlaps: [] };

/** The leaves that use items up, of the stages as they may be governed. */
function leavesOf(pack: RulePack, { findings, stages }: Evaluation): readonly Leaf[] {
  const { editions } = compiled(pack);
  return editions.flatMap((edition) => {
    const governed = [...edition.stages].filter(([id]) => stages[id]?.edition.ids.includes(edition.edition.id));
    return governed.flatMap(([stage, { first }]) =>
      first.nodes.flatMap((node): readonly Leaf[] => {
        const pool = node.kind === 'evidence' || node.kind === 'total' ? node.pool : undefined;
        if (pool === undefined || findings[node.id]?.status === 'notApplicable') return [];
        const rules = first.pools ?? NO_RULES;
        return [{ stage, node, pools: withThoseAround(pool, rules.byName), rules }];
      }),
    );
  });
}

const isUsed = (all: readonly Use[], { stage, node }: Leaf, item: string) =>
  all.some((use) => use.stage === stage && use.requirement === node.id && use.item === item);

const some = <T>(all: readonly T[], d: Draw): T | undefined => (all.length === 0 ? undefined : d.one(all));

/** The same use for another requirement. */
const moved = (use: Use, { stage, node }: Leaf): Use => ({ ...use, stage, requirement: node.id, certain: true });

/** What the rules for pools do not allow, by what it does. */
export const poolMutations: Readonly<Record<string, Mutation>> = {
  'use an item once more than a pool allows': (e, d, _, pack) => {
    const leaves = leavesOf(pack, e);
    const use = some(
      e.allocation.filter((each) => each.certain && each.bundle === undefined),
      d,
    );
    const own = leaves.find(({ stage, node }) => stage === use?.stage && node.id === use.requirement);
    const pool = own && some(own.pools, d);
    if (!use || !own || pool === undefined) return undefined;
    const inPool = leaves.filter((leaf) => leaf.stage === own.stage && leaf.pools.includes(pool));
    const room =
      (own.rules.byName.get(pool)?.uses ?? 1) +
      1 -
      inPool.filter((leaf) => isUsed(e.allocation, leaf, use.item)).length;
    const free = inPool.filter((leaf) => !isUsed(e.allocation, leaf, use.item));
    if (room < 1 || free.length < room) return undefined;
    return { ...e, allocation: [...e.allocation, ...free.slice(0, room).map((leaf) => moved(use, leaf))] };
  },
  'have more items in two pools than they may share': (e, d, _, pack) => {
    const leaves = leavesOf(pack, e);
    const leaf = some(
      leaves.filter(({ rules }) => rules.overlaps.length > 0),
      d,
    );
    const [overlap] = leaf?.rules.overlaps ?? [];
    if (!leaf || !overlap) return undefined;
    const [one, other] = overlap.pools.map((pool) =>
      leaves.find((each) => each.stage === leaf.stage && each.pools.includes(pool)),
    );
    if (!one || !other) return undefined;
    const added = e.allocation
      .filter((use) => use.stage === leaf.stage && use.certain)
      .flatMap((use) =>
        [one, other].filter((each) => !isUsed(e.allocation, each, use.item)).map((each) => moved(use, each)),
      );
    const distinct = [...new Map(added.map((use) => [`${use.item} ${use.requirement}`, use])).values()];
    const all = [...e.allocation, ...distinct];
    const both = new Set(
      all.filter(({ item }) => isUsed(all, one, item) && isUsed(all, other, item)).map(({ item }) => item),
    );
    return both.size > overlap.atMost && distinct.length > 0 ? { ...e, allocation: all } : undefined;
  },
  'divide an item into more than it is': (e, d, { completions = [] }, pack) => {
    const leaves = leavesOf(pack, e).filter(({ node }) => node.kind === 'total' && node.unit.splittable);
    const use = some(
      e.allocation.filter((each) => each.certain && leaves.some(({ node }) => node.id === each.requirement)),
      d,
    );
    const own = leaves.find(({ stage, node }) => stage === use?.stage && node.id === use.requirement);
    const rival =
      own &&
      leaves.find(
        (leaf) =>
          leaf.stage === own.stage && leaf.pools[0] === own.pools[0] && !isUsed(e.allocation, leaf, use?.item ?? ''),
      );
    const whole = parseAmount(completions.find(({ id }) => id === use?.item)?.amount);
    if (!use || !rival || !whole) return undefined;
    return { ...e, allocation: [...e.allocation, { ...moved(use, rival), amount: { ...whole.n, unit: whole.unit } }] };
  },
};
