import type { Edge } from '../match/matched.js';
import type { AllocatingLeaf, IsPinned } from './allocation.js';
import type { Pools } from './pools.js';

/** Leaves that want the same items, or whose shares hang together because a choice stands above several of them. */
export interface Contest {
  readonly sites: readonly Site[];
  readonly claims: readonly Claim[];
  readonly pools: Pools;
}

/** A leaf of a contest. */
export interface Site {
  readonly leaf: AllocatingLeaf;
  /** The edges whose items nobody else wants. */
  readonly alone: readonly Edge[];
  /** What it could take of what others want as well. */
  readonly claims: readonly Claim[];
}

/** A leaf's wish for items of which others want some. */
export interface Claim {
  readonly index: number;
  /** Place of the leaf among the sites. */
  readonly site: number;
  readonly leaf: AllocatingLeaf;
  readonly edge: Edge;
  /** Those of its items that are contested. */
  readonly items: readonly number[];
  readonly isPinned: boolean;
  /** Claims of one name differ in their item only. */
  readonly name: string;
}

/** What the leaves of a contest are offered. */
export type Offers = ReadonlyMap<AllocatingLeaf, readonly Edge[]>;

/** Divides what leaves are offered into what is theirs alone and what is contested. */
export function contestOf(
  offers: Offers,
  isContested: (leaf: AllocatingLeaf, item: number) => boolean,
  pools: Pools,
  isPinned: IsPinned,
): Contest {
  const claims: Claim[] = [];
  const sites = [...offers].map(([leaf, edges], site): Site => {
    const alone: Edge[] = [];
    const mine: Claim[] = [];
    for (const edge of edges) {
      const items = edge.items.filter((item) => isContested(leaf, item));
      if (items.length === 0) {
        alone.push(edge);
        continue;
      }
      const pinned = isPinned(leaf, edge);
      const name = `${site}${edge.tier}${edge.certain ? '' : '?'}${pinned ? '!' : ''}${edge.bundle ?? ''}*${edge.amount}`;
      const claim = { index: claims.length, site, leaf, edge, items, isPinned: pinned, name };
      mine.push(claim);
      claims.push(claim);
    }
    return { leaf, alone, claims: mine };
  });
  return { sites, claims, pools };
}
