import type { Allocation } from '../allocate/allocation.js';
import type { CompiledNode } from '../compile/nodes.js';
import { type PoolRules, withThoseAround } from '../compile/pools.js';
import type { CompiledRuleset, CompiledStage } from '../compile/ruleset.js';
import type { Matched } from '../match/matched.js';
import type { ReadRecord } from '../match/read.js';
import { NOTHING_SPENT, type Spending, type Spent, type SpentItems, sumOf } from '../match/spent.js';
import type { Governing, World } from '../worlds.js';

/**
 * What a stage uses up of pools across stages, for those after it. If the record holds a credential that the stage grants, and says on
 * which entries it was granted, these and no others; else what its worlds show. What some world does not use, or what counts for a
 * requirement that may not apply, is perhaps used.
 */
export function spentBy(
  stage: string,
  worlds: readonly World[],
  governing: Governing,
  ruleset: CompiledRuleset,
  record: ReadRecord,
): Spent {
  const pools = ruleset.across.get(stage);
  if (!pools) return NOTHING_SPENT;
  const rules = ruleset.editions.flatMap((edition) => edition.stages.get(stage) ?? []);
  const granted = grantedOn(rules, record);
  if (granted) return new Map([...pools].map((pool) => [pool, granted]));
  const elsewhere = acrossFor(worlds);
  const inWorlds = worlds.map((world) => spentIn(world, elsewhere));
  const asks = governing.basis === 'notStated' ? [`milestone:${governing.governedBy}`] : ['rule'];
  return new Map(
    [...pools].map((pool) => {
      const all = inWorlds.map((spent) => spent.get(pool));
      const items = new Set(all.flatMap((each) => [...(each?.keys() ?? [])]));
      return [
        pool,
        new Map(
          [...items].map((item) => [
            item,
            agreed(
              all.map((each) => each?.get(item)),
              asks,
            ),
          ]),
        ),
      ];
    }),
  );
}

/** The items on which a credential was granted that the stage grants; `undefined` where none is held that says so. */
function grantedOn(rules: readonly CompiledStage[], { byList, items }: ReadRecord): SpentItems | undefined {
  const held = (byList.get('credentials') ?? []).filter(
    ({ tier, entry }) =>
      tier === 'earned' && Array.isArray(entry.items) && rules.some(({ stage }) => stage.grants === entry.credential),
  );
  if (held.length === 0) return undefined;
  const ids = new Set(held.flatMap(({ entry }) => entry.items as readonly unknown[]));
  return new Map(items.flatMap(({ id, index }) => (ids.has(id) ? [[index, USED] as const] : [])));
}

const USED: Spending = { certain: true, asks: [] };

/** What all worlds say of one item: it is certainly gone where each says so. Several may divide it in as many ways. */
function agreed(all: readonly (Spending | undefined)[], asksOfWorlds: readonly string[]): Spending {
  const [first] = all;
  const isSame = all.every((each) => each?.certain && (all.length === 1 || each.part === undefined));
  if (first && isSame) return first;
  const asks = all.flatMap((each) => each?.asks ?? []);
  return { certain: false, asks: asks.length > 0 ? [...new Set(asks)] : asksOfWorlds };
}

const NO_RULES: PoolRules['byName'] = new Map();

/** By requirement, the pools across stages in which it takes its items under any of the texts that may govern. */
function acrossFor(worlds: readonly World[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (nodes: readonly CompiledNode[], rules: PoolRules['byName']): void => {
    for (const node of nodes) {
      if (node.kind === 'eachPeriod') add(node.nodes, rules);
      if ((node.kind !== 'evidence' && node.kind !== 'total') || node.pool === undefined) continue;
      const pools = withThoseAround(node.pool, rules).filter((name) => rules.get(name)?.acrossStages);
      if (pools.length > 0) found.set(node.id, new Set([...(found.get(node.id) ?? []), ...pools]));
    }
  };
  for (const { nodes, tree } of worlds) add(nodes, tree.pools?.byName ?? NO_RULES);
  return found;
}

/** What one world uses up, by pool; also where only another text has it that the pool is one for all stages. */
function spentIn(world: World, elsewhere: ReadonlyMap<string, ReadonlySet<string>>): Spent {
  const spent = new Map<string, Map<number, Spending>>();
  const rules = world.tree.pools?.byName ?? NO_RULES;
  const note = (id: string, item: number, pools: Iterable<string>, spending: Spending) => {
    const around = [...pools].flatMap((pool) => withThoseAround(pool, rules));
    const own = new Set(around.filter((name) => rules.get(name)?.acrossStages));
    for (const name of new Set([...own, ...(elsewhere.get(id) ?? [])])) {
      const known = spent.get(name) ?? new Map<number, Spending>();
      const before = known.get(item);
      const taken = own.has(name) ? spending : PERHAPS;
      spent.set(name, known.set(item, before ? sumOf(before, taken) : taken));
    }
  };
  addUses(world.nodes, world.matched, world.allocation, undefined, note);
  return spent;
}

const PERHAPS: Spending = { certain: false, asks: [] };

type Note = (requirement: string, item: number, pools: Iterable<string>, spending: Spending) => void;

/** `doubt` is what would tell whether the requirement around applies, where that is open. */
function addUses(
  nodes: readonly CompiledNode[],
  matched: Matched,
  allocation: Allocation,
  doubt: readonly string[] | undefined,
  note: Note,
): void {
  const doubts: (readonly string[] | undefined)[] = [];
  for (const node of nodes) {
    const at = node.index;
    const above = node.parent < 0 ? doubt : doubts[node.parent];
    const own = matched.applies[at];
    const mine = own?.applies === 'unknown' ? [...(above ?? []), ...own.asks] : above;
    doubts.push(mine);
    const perhaps = ({ certain, asks }: Spending): Spending => ({
      certain: certain && mine === undefined,
      asks: mine === undefined ? asks : [...asks, ...mine],
    });
    const standIn = matched.standIns[at];
    if (standIn?.node === at) note(node.id, standIn.item, matched.taken.get(standIn.item) ?? [], perhaps(standIn));
    const leaf = matched.leaves[at];
    if (leaf && leaf.kind !== 'measured' && leaf.pool !== undefined) {
      const base = leaf.kind === 'sum' && leaf.unit.splittable ? leaf.unit.base : undefined;
      for (const edge of allocation.leaves[at]?.shown ?? []) {
        const part = base === undefined ? {} : { part: { base, amount: edge.amount } };
        for (const item of edge.items) note(node.id, item, [leaf.pool], { ...perhaps(edge), ...part });
      }
    }
    const repeated = matched.periods[at];
    repeated?.periods.forEach((period, i) => {
      const inner = allocation.periods[at]?.[i];
      if (inner) addUses(repeated.nodes, period.matched, inner, mine, note);
    });
  }
}
