import type { Edge } from '../match/matched.js';
import type { ContestPrices } from './allocation.js';
import type { Claim } from './contest.js';
import { type Decisions, UNDECIDED } from './decisions.js';
import { ledger } from './ledger.js';
import type { Steps } from './network.js';
import { isFlowing } from './pools.js';
import { type Proposal, propose } from './propose.js';
import type { Relaxed } from './relax.js';
import type { Task } from './task.js';
import { tightest } from './tighten.js';
import { comesTo, compareByLevel, type Worth } from './value.js';

/** The best way that was found to share items out. */
export interface Solved {
  /** By site: the claims that are honoured. */
  readonly edges: readonly (readonly Edge[])[];
  /** By level. */
  readonly worth: readonly number[];
  /** What no way can pass, by level; equal to `worth` where that is proven best. */
  readonly bound: readonly number[];
  readonly isProven: boolean;
  /** Whether everything is met at the first level, and whether it might be. */
  readonly isWhole: boolean;
  readonly mayBeWhole: boolean;
  /** Prices that prove it at the first level, where the first flow was all it took. */
  readonly prices?: () => ContestPrices | undefined;
  readonly steps: number;
}

/** A part of all the ways, with what none of them can pass. */
interface Part {
  readonly decisions: Decisions;
  readonly bound: readonly number[];
}

/**
 * Searches all ways to share the items of a contest out, parts that cannot hold anything better left aside. What flows like water is
 * solved at once; only claims on several items, amounts that cannot be divided and children of choices are tried, depth first.
 * `start` is a way known beforehand, which the outcome does not fall behind.
 */
export function search(task: Task, steps: Steps, start?: readonly (readonly Edge[])[]): Solved {
  const promised = task.levels.length;
  const everything = task.levels.map((_, l) => mostOf(task, l));
  let best = start && { edges: start, worth: comesTo(task, start) };
  if (!task.claims.some(({ isPinned }) => isPinned)) {
    // Most often there is enough for everybody, whoever comes first.
    const { edges } = propose(task, UNDECIDED, { flows: [] });
    const worth = comesTo(task, edges);
    if (!best || compareByLevel(worth.total, best.worth.total, promised) > 0) best = { edges, worth };
  }
  const before = steps.left;
  let prices: (() => ContestPrices | undefined) | undefined;
  let bound: readonly number[] | undefined;
  const open: Part[] = [{ decisions: UNDECIDED, bound: everything }];
  const giveUp = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) if (!bound || compareByLevel(part, bound, promised) > 0) bound = part;
  };
  for (let part = open.pop(); part; part = open.pop()) {
    if (best && compareByLevel(part.bound, best.worth.total, promised) <= 0) continue;
    let found: { loose: Relaxed; proposal: Proposal; worth: Worth } | undefined;
    const limit = part.bound;
    const loose = tightest(task, part.decisions, steps, (each) => {
      if (best && compareByLevel(each.bound, best.worth.total, promised) <= 0) return true;
      const proposal = propose(task, part.decisions, each);
      const worth = comesTo(task, proposal.edges);
      const better = best ? compareByLevel(worth.total, best.worth.total, promised) : 1;
      if (better > 0 || (better === 0 && best?.edges === start)) best = { edges: proposal.edges, worth };
      if (!found || compareByLevel(each.bound, found.loose.bound, promised) < 0)
        found = { loose: each, proposal, worth };
      return compareByLevel(each.bound, best?.worth.total ?? [], promised) <= 0;
    });
    if (!loose) {
      giveUp(part.bound, ...open.map((each) => each.bound));
      break;
    }
    if (part.decisions === UNDECIDED && compareByLevel(loose.bound, best?.worth.total ?? [], 1) <= 0)
      prices = () => loose.prices({ left: PROVING });
    if (!found || (best && compareByLevel(loose.bound, best.worth.total, promised) <= 0)) continue;
    const parts = branch(task, part.decisions, found.loose, found.proposal, found.worth);
    if (parts.length === 0) giveUp(compareByLevel(loose.bound, limit, promised) < 0 ? loose.bound : limit);
    const least = compareByLevel(loose.bound, limit, promised) < 0 ? loose.bound : limit;
    for (const decisions of parts.toReversed()) open.push({ decisions, bound: least });
  }
  const edges = best?.edges ?? task.contest.sites.map(() => []);
  const worth = best?.worth.total ?? everything.map(() => 0);
  const isProven = bound === undefined || compareByLevel(bound, worth, promised) <= 0;
  const end = isProven ? worth : (bound ?? worth);
  const isWhole = worth[0] === everything[0];
  return {
    edges,
    worth,
    bound: end,
    isProven: isProven && (task.stakes.exact || isWhole),
    isWhole,
    mayBeWhole: isWhole || (end[0] ?? 0) >= (everything[0] ?? 0) || !task.stakes.exact,
    ...(prices && { prices }),
    steps: before - steps.left,
  };
}

/** Arcs that may be looked at to find prices: once for each vertex is what a network that is filled takes. */
const PROVING = 2_000_000;

/** What everything together is worth. */
function mostOf({ stakes: { nodes } }: Task, level: number): number {
  return nodes.reduce((sum, { parent, whole }) => (parent < 0 ? sum + (whole[level] ?? 0) : sum), 0);
}

/** Divides a part in two or more where its flow promises more than can be done. */
function branch(
  task: Task,
  decisions: Decisions,
  loose: Relaxed,
  proposal: Proposal,
  worth: Worth,
): readonly Decisions[] {
  const [refused] = proposal.refused.filter(({ index }) => task.isHard[index]);
  if (refused) return yesOrNo(decisions, refused);
  const [torn] = proposal.torn;
  if (torn) return wholeOrParts(task, decisions, torn);
  const apart = inBothOrOne(task, decisions, proposal.refused);
  if (apart) return apart;
  const child = mixedChild(task, decisions, loose, worth);
  if (child !== undefined) return withOrWithout(task, decisions, child);
  const book = ledger(task.contest.pools);
  for (const claim of task.claims) if (decisions.honoured.has(claim.index)) book.enter(claim.edge, claim.leaf);
  const open = task.claims.filter(
    (claim) =>
      (task.isHard[claim.index] || task.sites[claim.site]?.kind === 'priced') &&
      !decisions.honoured.has(claim.index) &&
      !decisions.givenUp.has(claim.index) &&
      book.hasRoom(claim.edge, claim.leaf),
  );
  const [first, ...others] = open;
  if (first)
    return yesOrNo(
      decisions,
      others.reduce((a, b) => (b.edge.amount > a.edge.amount ? b : a), first),
    );
  const any = undecidedChild(task, decisions, loose);
  return any === undefined ? [] : withOrWithout(task, decisions, any);
}

/** With the claim, and without it. */
function yesOrNo(decisions: Decisions, claim: Claim): readonly Decisions[] {
  return [
    { ...decisions, honoured: new Set([...decisions.honoured, claim.index]) },
    { ...decisions, givenUp: new Set([...decisions.givenUp, claim.index]) },
  ];
}

/** An item whole for somebody, or in parts. */
function wholeOrParts(task: Task, decisions: Decisions, { items: [item] }: Claim): readonly Decisions[] {
  const claims = task.claims.filter((claim) => item !== undefined && claim.items.includes(item));
  const without = (divides: boolean) => ({
    ...decisions,
    givenUp: new Set([
      ...decisions.givenUp,
      ...claims.filter(({ site }) => task.sites[site]?.divides === divides).map(({ index }) => index),
    ]),
  });
  return [without(true), without(false)];
}

/** Where an item was refused, perhaps because too few may count in two pools: one that may, or another, in both of them or in one. */
function inBothOrOne(task: Task, decisions: Decisions, refused: readonly Claim[]): readonly Decisions[] | undefined {
  const { pools } = task.contest;
  for (const budget of pools.budgets.filter((each) => !isFlowing(each, pools)))
    for (const item of refused.length === 0 ? [] : [...refused, ...task.claims].flatMap(({ items }) => items)) {
      const claimsIn = budget.pools.map((pool) =>
        task.claims.filter(
          ({ index, items, leaf }) =>
            !decisions.givenUp.has(index) &&
            items.includes(item) &&
            leaf.pool !== undefined &&
            pools.path(leaf.pool).includes(pool),
        ),
      );
      if (decisions.inBoth.has(item) || claimsIn.some((claims) => claims.length === 0)) continue;
      const inBoth = new Set([...decisions.inBoth, item]);
      const without = claimsIn
        .filter((claims) => !claims.some(({ index }) => decisions.honoured.has(index)))
        .map((claims) => ({
          ...decisions,
          givenUp: new Set([...decisions.givenUp, ...claims.map(({ index }) => index)]),
        }));
      return inBoth.size <= budget.atMost ? [{ ...decisions, inBoth }, ...without] : without;
    }
  return undefined;
}

/** Of a choice to which more children contribute than it can count: the undecided one that comes to most. */
function mixedChild(task: Task, decisions: Decisions, { flows }: Relaxed, { stakes }: Worth): number | undefined {
  const { nodes } = task.stakes;
  const served = new Set<number>();
  for (const { claims } of flows)
    for (let at = task.stakeOf[claims[0]?.site ?? -1] ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) served.add(at);
  const comesTo = (child: number) => stakes[0]?.[child] ?? 0;
  for (const { choose, children, settled } of nodes) {
    const undecided = children.filter((child) => !decisions.chosen.has(child) && !decisions.passedOver.has(child));
    const [first, ...others] = undecided.filter(
      (child) => served.has(child) || stakes.some((each) => (each[child] ?? 0) > 0),
    );
    if (!choose || first === undefined) continue;
    const chosen = children.filter((child) => decisions.chosen.has(child)).length;
    const isMixed = choose.some(
      (k, l) => chosen + 1 + others.length + (settled[l]?.filter((value) => value > 0).length ?? 0) > k,
    );
    if (isMixed) return others.reduce((best, child) => (comesTo(child) > comesTo(best) ? child : best), first);
  }
  return undefined;
}

/** Of a choice that may still get more than it can use: any child that is undecided. */
function undecidedChild(task: Task, { chosen, passedOver }: Decisions, { over }: Relaxed): number | undefined {
  const { nodes } = task.stakes;
  return [...over.keys()]
    .flatMap((at) => (nodes[at]?.choose ? nodes[at].children : []))
    .find((child) => !chosen.has(child) && !passedOver.has(child));
}

/** A child of a choice counts, and with it no more than can; or it does not. */
function withOrWithout({ stakes: { nodes } }: Task, decisions: Decisions, child: number): readonly Decisions[] {
  const { choose = [], children = [] } = nodes[nodes[child]?.parent ?? -1] ?? {};
  const chosen = new Set([...decisions.chosen, child]);
  const isFull = children.filter((each) => chosen.has(each)).length >= Math.max(...choose);
  const rest = isFull ? children.filter((each) => !chosen.has(each)) : [];
  return [
    { ...decisions, chosen, passedOver: new Set([...decisions.passedOver, ...rest]) },
    { ...decisions, passedOver: new Set([...decisions.passedOver, child]) },
  ];
}
