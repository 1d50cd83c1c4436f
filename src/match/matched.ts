import type { DayNumber } from '../base/calendar.js';
import type { CompiledNode, CompiledUnit } from '../compile/nodes.js';
import type { PoolRules } from '../compile/pools.js';
import type { DayRange } from '../compile/ruleset.js';
import type { ListName } from '../model/requirement.js';
import type { RefusalReason, Tier } from '../model/use.js';

/** What `match` found for one stage: the only thing that `allocate` and `judge` know of a record. */
export interface Matched {
  readonly items: readonly MatchedItem[];
  /** By node index: whether the requirement applies, and what would tell. */
  readonly applies: readonly Applies[];
  /** By node index: the id of the exception that waives it or a requirement above it. */
  readonly waivers: readonly (string | undefined)[];
  /** By node index: the last day, where the requirement has one. */
  readonly dues: readonly (Known<DayRange> | undefined)[];
  /** By node index: for `choose`, how many children are needed. */
  readonly counts: readonly (Bound | undefined)[];
  /** By node index: for leaves that apply, what could count. */
  readonly leaves: readonly (LeafMatch | undefined)[];
  /** By node index: for `eachPeriod`, every period that has begun. */
  readonly periods: readonly (PeriodsMatch | undefined)[];
  /** By node index: the item that stands in for it or for a requirement above it. */
  readonly standIns: readonly (StandIn | undefined)[];
  /** By item: the pools in which it counts for nothing else, because it stands in for a requirement whose leaves have them. */
  readonly taken: ReadonlyMap<number, ReadonlySet<string>>;
  /** Items that are to count for some leaves rather than for others of their pool, in the order of the exceptions' ids. */
  readonly pins: readonly Pin[];
  /** What the pools of the stage allow, where that is not one use of an item in each. */
  readonly pools?: PoolRules;
}

/** An item that stands in for a whole requirement; every node below has the same. */
export interface StandIn {
  /** Id of the exception. */
  readonly exception: string;
  /** Index of the requirement that it names. */
  readonly node: number;
  readonly item: number;
  readonly tier: 'earned' | 'inProgress';
  readonly certain: boolean;
  /** What would make it certain that it is in time. */
  readonly asks: readonly string[];
}

export interface Pin {
  /** Id of the exception. */
  readonly exception: string;
  readonly item: number;
  /** Indices of the requirement and of what stands below it. */
  readonly nodes: ReadonlySet<number>;
}

export interface PeriodsMatch {
  readonly nodes: readonly CompiledNode[];
  readonly periods: readonly PeriodMatch[];
  /** What would tell the periods, where the day from which they run is not exactly known. */
  readonly asks: readonly string[];
}

/** One period with its first and last day, and what could count in it. */
export interface PeriodMatch {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly closed: boolean;
  readonly matched: Matched;
}

export interface MatchedItem {
  readonly id: string;
  readonly list: ListName;
  readonly title: string;
  readonly tier: Tier;
  readonly day: DayNumber | undefined;
}

/** A value with the ids of the questions that would make it exact. */
export interface Known<T> {
  readonly value: T;
  readonly asks: readonly string[];
}

/** A number that lies from `lo` to `hi`, both possible. */
export interface Bound {
  readonly lo: number;
  readonly hi: number;
  readonly asks: readonly string[];
}

export interface Applies {
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly asks: readonly string[];
}

/** What asks for nothing before it applies. */
export const APPLIES: Applies = { applies: 'yes', asks: [] };

/** A last day and the requirement that sets it. */
export interface Deadline {
  readonly node: number;
  readonly due: Known<DayRange>;
}

export type LeafMatch = UnitsMatch | SumMatch | MeasuredMatch;

interface LeafBase {
  readonly node: number;
  readonly refused: readonly Refused[];
  /** Lists that it reads and that may be incomplete. */
  readonly partial: readonly ListName[];
}

/** So many items, each counted once. */
export interface UnitsMatch extends LeafBase {
  readonly kind: 'units';
  readonly need: Bound;
  /** Absent where the leaf reads and does not consume. */
  readonly pool?: string;
  /** Of an examination: the result that counts, 0 where there is none, and the number that it must reach, where that is known. */
  readonly points?: { readonly have: number; readonly need?: number };
  readonly edges: readonly Edge[];
  /** Edges that only the deadline refuses, by the requirement that sets it. */
  readonly late: readonly LateEdge[];
}

/** Amounts that add up, with parts. */
export interface SumMatch extends LeafBase {
  readonly kind: 'sum';
  readonly unit: CompiledUnit;
  /** In minor units; absent where the total asks for coverage only. */
  readonly need?: Bound;
  readonly atMost?: Bound;
  readonly pool?: string;
  readonly parts: readonly PartMatch[];
  readonly oneEach: boolean;
  readonly disjoint: boolean;
  readonly edges: readonly Edge[];
  readonly late: readonly LateEdge[];
}

export interface PartMatch {
  readonly id: string;
  readonly kind: 'sum' | 'covers' | 'distinct';
  /** Minor units, or a count of values. */
  readonly need?: Bound;
  readonly atMost?: Bound;
  readonly atMostPer?: Bound;
  /** For `covers`: the values that must occur. */
  readonly values?: readonly string[];
}

/** Measured by `match` because nothing about it can be contested: work, facts, what is lacking. */
export interface MeasuredMatch extends LeafBase {
  readonly kind: 'measured';
  readonly unit: CompiledUnit;
  readonly dimensions: readonly Dimension[];
  readonly uses: readonly MeasuredUse[];
  readonly asks: readonly string[];
  /** What to say when it is met, or unmet, in place of the usual. */
  readonly metReason?: 'byAbsence';
  readonly unmetReason?: 'contradicted' | 'held';
  /** It would be met but for the last day of the requirement `node`. */
  readonly late?: { readonly node: number; readonly day: DayNumber };
}

/** One thing measured against one number; the first is the requirement's own, the others are its parts. */
export interface Dimension {
  readonly id?: string;
  readonly need: Bound;
  /** Certain and earned; with what is in progress; with what is uncertain too; with what is planned. */
  readonly earned: number;
  readonly withInProgress: number;
  readonly possible: number;
  readonly withPlanned: number;
}

export interface MeasuredUse {
  readonly item: number;
  readonly tier: Tier;
  readonly certain: boolean;
  readonly amount: number;
  readonly how?: 'proRated';
}

/** A way for an item, or for all courses of a bundle together, to count for a leaf. */
export interface Edge {
  readonly items: readonly number[];
  readonly tier: Tier;
  readonly certain: boolean;
  /** What would make it certain. */
  readonly asks: readonly string[];
  /** Minor units of the leaf; 1 for a leaf that counts items. */
  readonly amount: number;
  readonly how?: 'converted';
  readonly bundle?: string;
  /** Id of the exception without which it would not count, or not for certain. */
  readonly exception?: string;
  /** For a sum: by part, whether it lies in it. */
  readonly inParts?: readonly ('yes' | 'no' | 'unknown')[];
  /** For a sum: by part that covers, the values found. */
  readonly values?: readonly (readonly string[])[];
  /** For a sum: by part with a ceiling a value, that value. */
  readonly per?: readonly (string | undefined)[];
}

/** An edge that would be there but for the last day of the requirement `node`; `day` is the day on which it is earned. */
export interface LateEdge {
  readonly edge: Edge;
  readonly node: number;
  readonly day: DayNumber;
}

export interface Refused {
  readonly item: number;
  readonly reason: RefusalReason;
  readonly limit?: DayNumber;
  readonly missing?: readonly string[];
  /** Id of the exception that excludes it. */
  readonly exception?: string;
}
