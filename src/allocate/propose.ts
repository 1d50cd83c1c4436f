import type { Edge } from '../matched.js';
import type { Claim } from './contest.js';
import type { Decisions } from './decisions.js';
import { ledger } from './ledger.js';
import type { Relaxed } from './relax.js';
import type { Task } from './task.js';

/** Which claims are honoured, so that every pool holds. */
export interface Proposal {
  /** By site. */
  readonly edges: readonly (readonly Edge[])[];
  /** Claims that the flow would have honoured and that turned out to be impossible. */
  readonly refused: readonly Claim[];
  /** Items whose amount the flow would have divided. */
  readonly divided: readonly Claim[];
}

/** Makes of a flow what can be done: what was decided, then what flows, then whatever is free and still of use. */
export function propose(task: Task, decisions: Decisions, { flows }: Relaxed): Proposal {
  const { contest, claims } = task;
  const book = ledger(contest.pools);
  const edges = contest.sites.map((): Edge[] => []);
  const done = new Set<Claim>();
  const honour = (claim: Claim, edge = claim.edge) => {
    book.enter(claim.edge, claim.leaf);
    edges[claim.site]?.push(edge);
    done.add(claim);
  };
  const hasRoom = (claim: Claim) => !done.has(claim) && book.hasRoom(claim.edge, claim.leaf);
  for (const claim of claims) if (decisions.honoured.has(claim.index)) honour(claim);
  const refused: Claim[] = [];
  const divided: Claim[] = [];
  if (task.inAmounts) {
    const byItem = new Map<number, { claim: Claim; amount: number }[]>();
    for (const {
      claims: [claim],
      amount,
    } of flows)
      if (claim) byItem.set(claim.items[0] ?? -1, [...(byItem.get(claim.items[0] ?? -1) ?? []), { claim, amount }]);
    for (const shares of byItem.values()) {
      if (task.isSplittable) for (const { claim, amount } of shares) honour(claim, { ...claim.edge, amount });
      else {
        const [most] = shares.toSorted((a, b) => b.amount - a.amount);
        if (most && hasRoom(most.claim)) honour(most.claim);
        if (shares.length > 1) divided.push(...shares.map(({ claim }) => claim));
      }
    }
  } else {
    // What is tried comes first: it takes several items, for which single ones may find something else.
    const order = flows.toSorted((a, b) => rank(b.claims[0]) - rank(a.claims[0]));
    for (const { claims: alike, amount } of order) {
      const free = alike
        .filter(hasRoom)
        .toSorted((a, b) => book.uses(a.items[0] ?? -1) - book.uses(b.items[0] ?? -1))
        .slice(0, amount);
      for (const claim of free) honour(claim);
      if (free.length < amount)
        refused.push(...alike.filter((claim) => !done.has(claim)).slice(0, amount - free.length));
    }
  }
  function rank(claim: Claim | undefined): number {
    return claim && task.isHard[claim.index] ? 1 : 0;
  }
  for (const claim of task.claims.toSorted(
    (a, b) => (task.rank[a.site] ?? 0) - (task.rank[b.site] ?? 0) || a.index - b.index,
  )) {
    if (decisions.givenUp.has(claim.index) || !hasRoom(claim)) continue;
    if (task.isSplittable && task.inAmounts && done.size > 0 && book.uses(claim.items[0] ?? -1) > 0) continue;
    if (isFull(task, claim.site, edges[claim.site] ?? [])) continue;
    honour(claim);
  }
  return { edges, refused, divided };
}

/** Whether a leaf that counts items has as many as it can use. */
function isFull({ contest, sites }: Task, at: number, claimed: readonly Edge[]): boolean {
  const site = contest.sites[at];
  if (!site || site.leaf.kind === 'sum') return false;
  const { need = [], own = [] } = sites[at] ?? {};
  const most = Math.max(...need);
  return claimed.length + Math.min(...own) >= most;
}
