import type { Agreement } from './agreement.js';
import type { NamedAmount } from './amount.js';
import type { Catalogue, Framework } from './catalogue.js';
import type { Layer } from './layer.js';
import type { OverlapRule, PoolRule } from './pool-rule.js';
import type { AttestationRequirement, EvidenceRequirement, ListName, Requirement } from './requirement.js';
import type { ReviewRule } from './review-rule.js';
import type { StandingRow, Term } from './standing.js';
import type { Amount, Band, Citation, Cite, Day, DayExpr, Length, NotEstablished, Value } from './value.js';

/**
 * The canonical form of authored rules: plain data, every kind explicit, every phrase already read into data.
 * What people write in YAML is shorter; `certifiable/schema` turns it into this form.
 */

/** The ids that a pack declares; a built pack carries them as a type parameter, so a misspelt id does not compile. */
export interface PackIds {
  /** Ids of stages. */
  readonly stage: string;
  /** Ids of requirements, methods (`<set>.<method>`), parts and gates (`<stage>.requires.<id>`, `<stage>.holds.<id>`). */
  readonly requirement: string;
  /** Ids of competency sets. */
  readonly set: string;
  /** Everything else that an overlay may name, by its sort and id: `amount.enrolment`, `course.school:one`, `milestone.applied`. */
  readonly other: string;
}

/** The authored requirements of one credential. */
export interface RulePack<Ids extends PackIds = PackIds> {
  /** Version of the rule format, not of this pack. */
  readonly format: 1;
  readonly id: string;
  /** Semantic version of this pack's outcomes. */
  readonly version: string;
  readonly title: string;
  /** Other titles under which the credential is met in public text. */
  readonly aliases?: readonly string[];
  /** The body that decides; the engine only applies its published text. */
  readonly authority: Authority;
  /** ISO 3166-2 in lower case: a country, or a country and a part of it. */
  readonly jurisdiction: string;
  readonly force: Force;
  readonly designation?: Designation;
  readonly applications?: Applications;
  /** What a person should know before relying on an answer, one sentence each. */
  readonly notes?: readonly string[];
  readonly citations: Readonly<Record<string, Citation>>;
  /** The milestone whose day picks the edition, unless a stage names its own. */
  readonly governedBy: Value<string>;
  readonly milestones: Readonly<Record<string, Milestone>>;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  /** Fields of record entries that rules of this pack may test, by list, besides the built-in ones. */
  readonly fields?: Readonly<Partial<Record<ListName, Readonly<Record<string, FieldDeclaration>>>>>;
  readonly units?: Readonly<Record<string, UnitDeclaration>>;
  /** Fees and awards. */
  readonly amounts?: Readonly<Record<string, NamedAmount>>;
  /** Days on which something happens again and again, such as the sittings of an examination. */
  readonly calendars?: Readonly<Record<string, readonly Day[]>>;
  readonly framework?: Framework;
  readonly catalogue?: Catalogue;
  /** Agreements under which credentials of others are recognised, by id. */
  readonly agreements?: Readonly<Record<string, Agreement>>;
  /** How long credentials are held and how they are renewed, by id. */
  readonly terms?: Readonly<Record<string, Term>>;
  /** Where a person stands in the life of the credential: the first row that holds. */
  readonly standings?: readonly StandingRow[];
  readonly editions: readonly Edition[];
  /** The overlays that `resolve` has laid over the pack, the lowest first; absent where there are none. */
  readonly layers?: readonly Layer[];
  /** Never present: carries the ids at compile time only. */
  readonly '~ids'?: Ids;
}

/** `voluntary`: nobody must; `mandatory`: the law bars; `conditionOfAid`: money depends on it; `historical`: ended; `none`: there is no such certificate. */
export type Force = 'voluntary' | 'mandatory' | 'conditionOfAid' | 'historical' | 'none';

/** What a holder of the credential may be called. */
export interface Designation {
  readonly title: string;
  /** The letters that stand for it. */
  readonly short?: string;
  readonly cite: readonly Cite[];
}

/** Whether the programme takes applications today. It never changes a status. */
export interface Applications {
  readonly open: boolean | NotEstablished<boolean>;
  /** What is known, one sentence, such as the last sign of life. */
  readonly says: string;
  readonly cite: readonly Cite[];
}

/** A body that approves and decides. */
export interface Authority {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
}

/** A day in the life of one person's candidacy. */
export interface Milestone {
  readonly title: string;
  /** The question that a form would ask. */
  readonly asks: string;
  /** Without a day of its own it has the day of this milestone. */
  readonly sameAs?: string;
  /** Bounds used when the record does not state the day. */
  readonly notBefore?: DayExpr;
  readonly notAfter?: DayExpr;
  readonly cite?: readonly Cite[];
}

/** A fact that rules may ask for. */
export interface FactDeclaration {
  readonly title: string;
  readonly asks: string;
  readonly type: 'boolean' | 'number' | 'text' | 'day';
  readonly cite?: readonly Cite[];
}

/** A field of record entries that rules may test. */
export interface FieldDeclaration {
  readonly asks: string;
  readonly type: 'boolean' | 'number' | 'text' | 'list' | 'day';
}

/** How an amount in this unit becomes minor units. `hours`, `minutes`, `days` and `years` are built in. */
export type UnitDeclaration =
  | {
      /** A base unit, counted in so many equal parts. */ readonly kind: 'base';
      readonly parts: number;
      /** Whether the amount of one item may be divided between totals of one pool. */
      readonly splittable?: boolean;
    }
  | { /** So much of another unit. */ readonly kind: 'is'; readonly amount: Amount; readonly cite?: readonly Cite[] }
  | {
      /** A base unit into which one session's minutes are turned by bands. */ readonly kind: 'bands';
      readonly parts: number;
      readonly minutes: readonly Band<Amount | UnknownWorth>[];
      readonly splittable?: boolean;
      readonly cite?: readonly Cite[];
    };

/** What a session of so many minutes is worth where no source gives it: anything from nothing to `atMost`, or to whatever is asked for. */
export type UnknownWorth = Omit<NotEstablished<Amount>, 'atLeast'>;

/** The pack as in force from a day (inclusive) until a day (exclusive). */
export interface Edition {
  readonly id: string;
  readonly from: Value<Day>;
  readonly until?: Value<Day>;
  readonly cite: readonly Cite[];
  /** How long an approval of a course lasts and how far before it a completion may lie. */
  readonly approval?: Approval;
  /** Which version of the framework applies; without it the framework's own. */
  readonly framework?: string;
  /** How assessed bodies of work are rated and when they pass, by the name that a review has in `of`. */
  readonly reviews?: Readonly<Record<string, ReviewRule>>;
  /** The ways in which any competency set is met in this edition. */
  readonly methods?: readonly Method[];
  /** Named days, such as an expiry; they may be used wherever a milestone may. */
  readonly days?: Readonly<Record<string, NamedDay>>;
  /** What a pool allows, by its name, where that is not one use of each item in each stage. */
  readonly pools?: Readonly<Record<string, PoolRule>>;
  /** Pairs of pools that may have only so many items in common. */
  readonly overlaps?: readonly OverlapRule[];
  readonly stages: readonly Stage[];
}

/** How approvals of courses work in an edition. */
export interface Approval {
  readonly lasts: Value<Length>;
  readonly reachesBack: Value<Length>;
  /** Ids of authorities whose document on a completion settles its approval; `provider` is the course's own. */
  readonly settledBy: readonly string[];
  readonly cite: readonly Cite[];
}

/** One way to meet a set. In its `where`, the set `*` stands for the set at hand. */
export interface Method {
  readonly id: string;
  readonly says: string;
  readonly requirement: Omit<EvidenceRequirement, 'id' | 'says'> | Omit<AttestationRequirement, 'id' | 'says'>;
}

/** A day that the rules name, such as an expiry. */
export interface NamedDay {
  readonly title: string;
  readonly day: Value<DayExpr>;
  readonly cite: readonly Cite[];
}

/** A step of the way to the credential, with its requirement and its gates. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** Exactly one stage of an edition is the main one; its status is `evaluation.status`. */
  readonly main?: boolean;
  readonly governedBy?: Value<string>;
  /** The day on which this stage is judged; `asOf` without it. */
  readonly decidedOn?: DayExpr;
  /** What the law makes of this stage, where that is not what it makes of the pack. */
  readonly force?: Force;
  /** A milestone that, once it has a day, shows that the authority has decided this stage. */
  readonly settledBy?: string;
  /** Stages that must be met as well. */
  readonly requires?: readonly string[];
  /** The credential that the authority grants for it. Where one is held that names its entries, pools across stages let it keep those. */
  readonly grants?: string;
  /** A credential that must be held; without it there is nothing to do here. */
  readonly holds?: string;
  readonly requirement: Requirement;
}
