import type { DayNumber } from '../base/calendar.js';
import type { MoneyExpr, NamedAmount } from '../model/amount.js';
import type { Course } from '../model/catalogue.js';
import type { Finding, FindingKind } from '../model/evaluation.js';
import type { Edition, PackIds, RulePack, Stage } from '../model/pack.js';
import type { FactTest } from '../model/rule-tests.js';
import type { Cite, Day, DayExpr, Length, NotEstablished, NumberExpr } from '../model/value.js';
import type { CompiledNode, CompiledUnit, CompiledWindow, Settled } from './nodes.js';
import type { PoolRules } from './pools.js';

/**
 * A pack with every edition resolved and indexed, made by `compile` once per pack. What is inside is the engine's own and may change;
 * only the pack that it was made of can be relied on.
 */
export interface Ruleset<Ids extends PackIds = PackIds> {
  readonly pack: RulePack<Ids>;
}

/** What the pipeline reads of a `Ruleset`. */
export interface CompiledRuleset<Ids extends PackIds = PackIds> extends Ruleset<Ids> {
  /** In the order of their first possible day. */
  readonly editions: readonly CompiledEdition[];
  /** Ids of all stages of all editions, each after the stages that it requires. */
  readonly stages: readonly string[];
  /** The same in the order in which they are served from pools across stages: each after those that it requires, else by id. */
  readonly served: readonly string[];
  /** By stage: pools of which what it uses is gone for other stages, under any text. A stage without such a pool is not here. */
  readonly across: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every finding that an evaluation carries, with the stage it belongs to. */
  readonly requirements: ReadonlyMap<string, RequirementInfo>;
  /** The same by stage: as it stands where the stage, or the edition that has it, does not apply. */
  readonly absent: ReadonlyMap<string, readonly Readonly<Record<AbsentReason, Finding>>[]>;
  readonly mainStage: string;
  readonly courses: ReadonlyMap<string, CompiledCourse>;
  /** Set id → the single courses and bundles that cover it. */
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  readonly units: ReadonlyMap<string, CompiledUnit>;
  /** Every title and alias of a competency set → its id. */
  readonly setNames: ReadonlyMap<string, string>;
  readonly amounts: readonly CompiledAmount[];
}

/** Why a stage, or a requirement that only other editions have, does not apply. */
export type AbsentReason = 'noEdition' | 'ended' | 'nothingToRenew';

export interface RequirementInfo {
  readonly id: string;
  readonly stage: string;
  readonly kind: FindingKind;
  readonly says: string;
  readonly cite: readonly Cite[];
}

export interface CompiledEdition {
  readonly edition: Edition;
  readonly index: number;
  /** First day on which it may, and on which it must, be in force. */
  readonly from: DayRange;
  /** First day on which it may, and on which it must, be over. */
  readonly until: DayRange;
  readonly stages: ReadonlyMap<string, CompiledStage>;
}

export interface CompiledStage {
  readonly stage: Stage;
  readonly governedBy: string;
  /** The tree under the first reading of everything that is disputed. */
  readonly first: CompiledTree;
  /** One tree per combination of readings, `first` among them; almost always one. They are made when they are first asked for. */
  readonly trees: readonly CompiledTree[];
}

/** A stage's requirements under one combination of readings, in preorder: a parent stands before its children. */
export interface CompiledTree {
  readonly readings: readonly ChosenReading[];
  readonly nodes: readonly CompiledNode[];
  readonly assumptions: readonly AssumedValue[];
  readonly days: ReadonlyMap<string, DayExpr | NotEstablished<DayExpr>>;
  /** The day on which the stage is judged, where that is not the day asked for. */
  readonly decidedOn?: DayExpr;
  readonly approval?: CompiledApproval;
  /** Absent where each of its pools allows one use of an item. */
  readonly pools?: PoolRules;
  readonly reviews: ReadonlyMap<string, CompiledReview>;
  readonly agreements: ReadonlyMap<string, CompiledAgreement>;
  /** Set id → how many competencies it has in the version of the framework that the edition names. */
  readonly counts: ReadonlyMap<string, SetCount>;
  /** What no source gives, by its place: a requirement or other thing and which of its values. Why it is not known. */
  readonly unsettled: ReadonlyMap<string, string>;
  /** It differs from the stage's first tree only in how reviews pass; a record without reviews needs no second look. */
  readonly forReviewsOnly: boolean;
  /** Its place among the stage's combinations of readings. */
  readonly combination: number;
}

/** How assessed work passes, with every pair of ratings looked up both ways. */
export interface CompiledReview {
  readonly raters: number;
  readonly ratings: readonly string[];
  /** `a b` → what the two make together, where that is not the lower of them. */
  readonly merged: ReadonlyMap<string, string>;
  readonly supplementFor: readonly string[];
  readonly times: number;
  readonly passes: readonly {
    readonly rating: string;
    readonly atLeast?: Settled<NumberExpr>;
    readonly atMost?: Settled<NumberExpr>;
  }[];
  readonly offeredUntil?: Settled<DayExpr>;
  readonly settledBy: readonly string[];
}

export interface CompiledAgreement {
  readonly credential: readonly string[];
  readonly within?: CompiledWindow;
}

/** A number of competencies: one of `values`, or any from `lo` to `hi`. */
export interface SetCount {
  readonly values?: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

export interface ChosenReading {
  readonly path: string;
  /** The path without the edition: the requirement or named day, and which of its values. */
  readonly of: string;
  /** The value as a rule file would say it. */
  readonly says: string;
  readonly cite: readonly Cite[];
}

export interface AssumedValue {
  readonly path: string;
  readonly value: string;
  readonly because: string;
  readonly cite: readonly Cite[];
}

export interface CompiledCourse {
  readonly course: Course;
  /** The title of its provider. */
  readonly provider: string;
  /** Facts of those who may take it: its own, or its provider's. */
  readonly openTo?: { readonly tests: readonly FactTest[]; readonly cite: readonly Cite[] };
  /** What it costs whom: its own price, or its provider's. */
  readonly price?: { readonly unit: CompiledUnit; readonly entries: readonly AmountEntry[] };
  readonly approvals: readonly { readonly from: DayNumber; readonly until: DayNumber | undefined }[];
  readonly seenApproved: readonly DayNumber[];
  /** Sets that it covers alone. */
  readonly covers: readonly string[];
  /** Sets that it covers alone or as part of a bundle. */
  readonly mayCover: readonly string[];
  /** Bundles that it is part of. */
  readonly bundles: readonly Offer[];
}

/** A course, or courses that count only together. */
export interface Offer {
  readonly id: string;
  readonly courses: readonly string[];
  readonly covers: readonly string[];
  readonly cite: readonly Cite[];
}

export interface CompiledApproval {
  readonly lasts: Settled<Length>;
  readonly reachesBack: Settled<Length>;
  readonly settledBy: readonly string[];
}

/** A fee or an award, its values in the order of their first day. */
export interface CompiledAmount {
  readonly id: string;
  readonly named: NamedAmount;
  readonly unit: CompiledUnit;
  readonly entries: readonly AmountEntry[];
  /** Where the first and the last day lie on which one could apply for it. */
  readonly opens: DayRange;
  readonly closes: DayRange;
  /** Those days, where each is known to the day. */
  readonly opensOn?: Day;
  readonly closesOn?: Day;
  readonly places?: { readonly atLeast: number; readonly atMost?: number };
  /** What is assumed about it besides its value. */
  readonly assumptions: readonly AssumedValue[];
}

export interface AmountEntry {
  /** Where its first day lies. */
  readonly from: DayRange;
  /** One, or each reading of a disputed text. */
  readonly options: readonly AmountOption[];
}

export interface AmountOption {
  readonly money: Settled<MoneyExpr>;
  /** As a rule file would say it. */
  readonly says: string;
  readonly cite: readonly Cite[];
  readonly assumption?: AssumedValue;
}

/** Where a day lies: from `lo` to `hi`, both possible. */
export interface DayRange {
  readonly lo: DayNumber;
  readonly hi: DayNumber;
}
