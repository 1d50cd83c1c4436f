import type { Edge } from '../match/matched.js';
import type { Claim } from './contest.js';
import type { Decisions } from './decisions.js';
import { ledger } from './ledger.js';
import type { Relaxed } from './relax.js';
import { amountOf, type Task } from './task.js';

/** Which claims are honoured, so that every pool holds. */
export interface Proposal {
  /** By site. */
  readonly edges: readonly (readonly Edge[])[];
  /** Claims that the flow would have honoured and that turned out to be impossible. */
  readonly refused: readonly Claim[];
  /** Claims on parts of an item that the flow would also have used whole. */
  readonly torn: readonly Claim[];
}

/** Makes of a flow what can be done: what was decided, then what flows, then whatever is free and still of use. */
export function propose(task: Task, decisions: Decisions, { flows }: Pick<Relaxed, 'flows'>): Proposal {
  const { contest, claims } = task;
  const book = ledger(contest.pools);
  const edges = contest.sites.map((): Edge[] => []);
  const done = new Set<Claim>();
  const honour = (claim: Claim) => {
    book.enter(claim.edge, claim.leaf);
    give(claim, claim.edge);
  };
  const give = (claim: Claim, edge: Edge) => {
    edges[claim.site]?.push(edge);
    done.add(claim);
  };
  const hasRoom = (claim: Claim) => !done.has(claim) && book.hasRoom(claim.edge, claim.leaf);
  for (const claim of claims) if (decisions.honoured.has(claim.index)) honour(claim);
  const refused: Claim[] = [];
  const torn: Claim[] = [];
  // What is tried comes first: it takes several items, for which single ones may find something else.
  const order = flows.toSorted((a, b) => rankOf(task, a) - rankOf(task, b));
  const parts = new Map<number, { claim: Claim; amount: number }[]>();
  for (const { claims: alike, amount } of order) {
    const [claim] = alike;
    if (claim && task.sites[claim.site]?.divides) {
      const item = claim.items[0] ?? -1;
      parts.set(item, [...(parts.get(item) ?? []), { claim, amount }]);
      continue;
    }
    // What a total has no more use for, others may have.
    const isPriced = claim !== undefined && task.sites[claim.site]?.kind === 'priced';
    if (isPriced && !isLacking(task, claim.site, edges[claim.site] ?? [])) continue;
    let left = amount;
    for (const each of alike.toSorted((a, b) => book.uses(a.items[0] ?? -1) - book.uses(b.items[0] ?? -1))) {
      if (left === 0) break;
      if (!hasRoom(each)) continue;
      honour(each);
      left -= 1;
    }
    if (left > 0) refused.push(...alike.filter((each) => !done.has(each)).slice(0, left));
  }
  for (const shares of parts.values()) {
    // An item that is divided is used up once.
    if (shares.some(({ claim }) => !hasRoom(claim))) torn.push(...shares.map(({ claim }) => claim));
    else {
      const [first] = shares;
      if (first) book.enter(first.claim.edge, first.claim.leaf);
      for (const { claim, amount } of shares) give(claim, { ...claim.edge, amount });
    }
  }
  const left = task.claims
    .filter(({ index }) => !decisions.givenUp.has(index))
    .toSorted((a, b) => (task.rank[a.site] ?? 0) - (task.rank[b.site] ?? 0) || a.index - b.index);
  for (const isWanted of [isLacking, isOpenToMore])
    for (const claim of left) if (hasRoom(claim) && isWanted(task, claim.site, edges[claim.site] ?? [])) honour(claim);
  return { edges, refused, torn };
}

function rankOf(task: Task, { claims: [claim] }: Relaxed['flows'][number]): number {
  return claim && task.isHard[claim.index] ? 0 : 1;
}

/** Whether a leaf could still come nearer to what it needs. */
function isLacking({ contest, sites }: Task, at: number, claimed: readonly Edge[]): boolean {
  const { need = [], own = [] } = sites[at] ?? {};
  const leaf = contest.sites[at]?.leaf;
  return leaf !== undefined && Math.min(...own) + amountOf(leaf, claimed) < Math.max(...need);
}

/** A total takes whatever nobody else has a use for. */
function isOpenToMore({ contest }: Task, at: number): boolean {
  return contest.sites[at]?.leaf.kind === 'sum';
}
