import { ZERO } from '../base/fraction.js';
import type { CompiledNode, EvidenceNode } from '../compile/nodes.js';
import { fieldOf, type Item } from '../match/read.js';
import type { ContestFinding, Prices } from '../model/contest-finding.js';
import type { Fraction } from '../model/quantity.js';
import type { Use } from '../model/use.js';
import { exceptionsLeave } from './away.js';
import { needOf } from './count.js';
import { freeCountings } from './edges.js';
import { candidate } from './eligible.js';
import { lineOf } from './grants.js';
import { limitsOf, poolOf, usesIn } from './limits.js';
import { TOLERANCE } from './progress.js';
import { type Share, sum } from './shares.js';
import { isSure, type Weights } from './weights.js';
import type { CheckedWorld } from './worlds.js';

/** A requirement of a contest in one world. */
export interface Contender {
  readonly node: EvidenceNode;
  readonly need: number;
  /** How many it lacks with what nobody else of the contest wants. */
  readonly missing: number;
  /** Items that others want as well and that it could take, earned and for certain. */
  readonly wishes: readonly string[];
}

/** Reads a contest anew in one world; nothing where a requirement of it does not count items there. */
export function contenders(
  contest: ContestFinding,
  world: CheckedWorld,
  uses: readonly Use[],
): readonly Contender[] | undefined {
  const nodes = world.nodes.filter(({ id }) => contest.requirements.includes(id));
  const leaves = nodes.filter((node) => node.kind === 'evidence');
  if (leaves.length < contest.requirements.length) return undefined;
  const items = world.context.record.items.filter(({ id, tier }) => tier !== 'planned' && contest.items.includes(id));
  const wanted = leaves.map((leaf) => new Set(items.filter((item) => counts(item, leaf, world))));
  return leaves.flatMap((node) => {
    const rivals = wanted.filter((_, i) => leaves[i] !== node && familyOf(leaves[i], world) === familyOf(node, world));
    const contested = items.filter((item) => rivals.some((each) => each.has(item))).map(({ id }) => id);
    return world.open[node.index] ? [contender(node, new Set(contested), world, uses)] : [];
  });
}

function contender(
  node: EvidenceNode,
  contested: ReadonlySet<string>,
  world: CheckedWorld,
  uses: readonly Use[],
): Contender {
  const left = exceptionsLeave(node, world, uses);
  const own = freeCountings(node, world, [], (id) => (contested.has(id) ? ZERO : left(id)));
  const earned = own.filter(({ sure, tier }) => sure && tier === 'earned');
  const need = needOf(node, world).hi;
  const found = world.context.record.items.flatMap((item) => {
    const one = item.tier === 'earned' && left(item.id).n > 0 ? candidate(item, node, world) : undefined;
    return one && 'sure' in one && one.sure ? [one] : [];
  });
  const isThere = (course: string) => found.some(({ item, bundles }) => bundles && fieldOf(item, 'course') === course);
  const wishes = found
    .filter(({ item }) => contested.has(item.id))
    .filter(({ bundles }) => !bundles || bundles.some(({ courses }) => courses.every(isThere)));
  return { node, need, missing: Math.max(0, need - earned.length), wishes: wishes.map(({ item }) => item.id) };
}

function counts(item: Item, node: EvidenceNode, world: CheckedWorld): boolean {
  const found = candidate(item, node, world);
  return found !== undefined && 'sure' in found;
}

/** The outermost pool in which a leaf uses items up. */
function familyOf(node: CompiledNode | undefined, { context }: CheckedWorld): string | undefined {
  return node && limitsOf(poolOf(node), context.tree).at(-1);
}

/** A wish that is worth more than its item, its requirement and the choices above it cost. */
export interface Uncovered {
  readonly item: string;
  readonly requirement: string;
}

/** The first wish that the prices do not cover; then they prove nothing. A price below nothing covers nothing either. */
export function uncovered(
  all: readonly Contender[],
  { items, requirements }: Prices,
  portions: readonly number[],
  world: CheckedWorld,
): Uncovered | undefined {
  for (const { node, need, wishes } of all) {
    const above = sum(lineOf(node.index, world.nodes).map(({ id }) => price(requirements, id)));
    const worth = need > 0 && Number.isFinite(need) ? (portions[node.index] ?? 0) / need : 0;
    for (const item of wishes)
      if (price(items, item) + above < worth - TOLERANCE) return { item, requirement: node.id };
  }
  return undefined;
}

/** What is there at these prices: no sharing out of the items adds more to the progress of the stage. */
export function worthAtPrices(
  all: readonly Contender[],
  { items, requirements }: Prices,
  { children, wanted }: Weights,
  shares: readonly Share[],
  world: CheckedWorld,
): number {
  const families = new Map<string, Set<string>>();
  for (const { node, wishes } of all)
    for (const item of wishes) families.set(item, (families.get(item) ?? new Set()).add(familyOf(node, world) ?? ''));
  const ofItems = [...families].map(
    ([item, pools]) => price(items, item) * sum([...pools].map((pool) => usesIn(pool, world.context.tree))),
  );
  const capacities: number[] = [];
  const touched: boolean[] = [];
  for (const { index: at } of world.nodes.toReversed()) {
    const own = all.find(({ node }) => node.index === at);
    const whole = (children[at] ?? []).filter(isWhole);
    const below = (children[at] ?? []).filter((child) => touched[child] && !whole.includes(child));
    const isChoice = world.nodes[at]?.kind === 'choose';
    const most = isChoice ? Math.max(0, (wanted[at] ?? 0) - whole.length) : below.length;
    const amounts = below
      .map((child) => (isChoice && !isSure(child, world) ? 0 : (capacities[child] ?? 0)))
      .sort((a, b) => b - a);
    capacities[at] = own ? own.missing : sum(amounts.slice(0, most));
    touched[at] = own !== undefined || below.length > 0;
  }
  const ofRequirements = world.nodes.map(({ id, index }) => price(requirements, id) * (capacities[index] ?? 0));
  return sum([...ofItems, ...ofRequirements]);

  function isWhole(child: number): boolean {
    return isSure(child, world) && (shares[child]?.least ?? 0) >= 1 - TOLERANCE;
  }
}

function price(prices: Readonly<Record<string, Fraction>>, id: string): number {
  const found = Object.hasOwn(prices, id) ? prices[id] : undefined;
  return found === undefined ? 0 : found.n / found.d;
}
