import type { Fraction } from '../model/quantity.js';
import type { ListName } from '../model/requirement.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import type { Band, Cite, DayExpr, Length, NotEstablished, NumberExpr } from '../model/value.js';

/** A value after readings are chosen: itself, or known only within bounds. */
export type Settled<T> = T | NotEstablished<T>;

interface NodeBase {
  readonly index: number;
  readonly id: string;
  readonly says: string;
  readonly cite: readonly Cite[];
  /** Index of the parent, -1 at the root. */
  readonly parent: number;
  readonly children: readonly number[];
  readonly appliesWhen?: readonly FactTest[];
  readonly due?: Settled<DayExpr>;
  readonly untilDue: 'unmet' | 'pending';
  /** A choice that nobody wrote: a competency set, or a requirement with `unless`. Its number is not the author's. */
  readonly isSugar?: true;
}

export type CompiledNode = BranchNode | LeafNode | EachPeriodNode;

export interface BranchNode extends NodeBase {
  readonly kind: 'allOf' | 'choose';
  /** How many children are needed; all of them for `allOf`. */
  readonly choose?: Settled<NumberExpr>;
  readonly orAllApplicable?: boolean;
  /** Of a choice: its first child is a requirement, the others credentials recognised in its stead. */
  readonly recognition?: boolean;
  /** Of `allOf`: what its first child does not reach, the others do not either. */
  readonly firstDoor?: boolean;
}

export type LeafNode =
  | EvidenceNode
  | TotalNode
  | ExperienceNode
  | HoldsNode
  | ScoreNode
  | AttestationNode
  | MilestoneNode
  | NotEstablishedNode
  | FactNode;

export interface EvidenceNode extends NodeBase {
  readonly kind: 'evidence';
  readonly from: readonly [ListName];
  readonly count: Settled<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: CompiledWindow;
  readonly pool: string;
}

export interface TotalNode extends NodeBase {
  readonly kind: 'total';
  readonly from: readonly ListName[];
  readonly unit: CompiledUnit;
  readonly atLeast?: Settled<NumberExpr>;
  readonly atMost?: Settled<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: CompiledWindow;
  readonly eachAtLeast?: Settled<NumberExpr>;
  readonly parts: readonly CompiledPart[];
  readonly oneEach: boolean;
  /** Whether no item can match two sum parts. */
  readonly disjoint: boolean;
  /** Absent where the total only covers: coverage consumes nothing. */
  readonly pool?: string;
}

export interface CompiledPart {
  readonly id: string;
  readonly kind: 'sum' | 'covers' | 'distinct';
  readonly says: string;
  readonly cite: readonly Cite[];
  readonly where: readonly FieldTest[];
  readonly field?: string;
  /** The values that count: all of them are needed where the part covers. */
  readonly values?: readonly string[];
  readonly atLeast?: Settled<NumberExpr>;
  readonly atMost?: Settled<NumberExpr>;
  readonly atMostPer?: { readonly by: string; readonly amount: Settled<NumberExpr> };
}

export interface ExperienceNode extends NodeBase {
  readonly kind: 'experience';
  readonly unit: CompiledUnit;
  readonly measure: 'hours' | 'months' | 'years';
  readonly atLeast: Settled<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: CompiledWindow;
  readonly after?: string;
  readonly continuous: boolean;
  readonly parts: readonly CompiledPart[];
}

export interface HoldsNode extends NodeBase {
  readonly kind: 'holds' | 'lacks';
  readonly credential: readonly string[];
  readonly where: readonly FieldTest[];
  readonly within?: CompiledWindow;
  readonly on?: DayExpr;
}

export interface ScoreNode extends NodeBase {
  readonly kind: 'score';
  readonly exam: string;
  readonly atLeast: Settled<NumberExpr>;
  readonly take: 'best' | 'latest';
  readonly within?: CompiledWindow;
}

export interface AttestationNode extends NodeBase {
  readonly kind: 'attestation';
  readonly about: string;
  readonly by: readonly string[];
  readonly where: readonly FieldTest[];
  readonly within?: CompiledWindow;
}

export interface MilestoneNode extends NodeBase {
  readonly kind: 'milestone';
  readonly milestone: string;
}

export interface NotEstablishedNode extends NodeBase {
  readonly kind: 'notEstablished';
  readonly because: string;
}

export interface FactNode extends NodeBase {
  readonly kind: 'fact';
  readonly tests: readonly FactTest[];
}

/** Its requirement stands below it as a tree of its own, because every period has its own evidence. */
export interface EachPeriodNode extends NodeBase {
  readonly kind: 'eachPeriod';
  readonly every: Length;
  readonly start: DayExpr;
  readonly until?: DayExpr;
  readonly nodes: readonly CompiledNode[];
}

export interface CompiledWindow {
  readonly from?: Settled<DayExpr>;
  readonly to?: Settled<DayExpr>;
}

/** Smallest parts, from the least to the most that an amount may be worth. */
export interface Worth {
  readonly lo: number;
  readonly hi: number;
}

/** One of this unit is `perUnit` minor units of `base`. */
export interface CompiledUnit {
  readonly id: string;
  readonly base: string;
  readonly perUnit: Fraction;
  /** Bands of one session's minutes, in minor units of the base. */
  readonly bands?: readonly Band<Worth>[];
  /** An item's amount may be divided between totals of one pool. */
  readonly splittable?: true;
}
