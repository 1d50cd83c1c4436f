/**
 * The canonical form of authored rules: plain data, every kind explicit, every phrase already read into data.
 * What people write in YAML is shorter; `certifiable/schema` turns it into this form.
 */

/** A calendar day as text, `YYYY-MM-DD`. Text in any other form is refused, never guessed at. */
export type Day = string;

/** The ids that a pack declares; a built pack carries them as a type parameter, so a misspelt id does not compile. */
export interface PackIds {
  /** Ids of stages. */
  readonly stage: string;
  /** Ids of requirements, methods (`<set>.<method>`), parts and gates (`<stage>.requires.<id>`, `<stage>.holds.<id>`). */
  readonly requirement: string;
  /** Ids of competency sets. */
  readonly set: string;
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
  /** Days on which something happens again and again, such as the sittings of an examination. */
  readonly calendars?: Readonly<Record<string, readonly Day[]>>;
  readonly framework?: Framework;
  readonly catalogue?: Catalogue;
  readonly editions: readonly Edition[];
  /** Never present: carries the ids at compile time only. */
  readonly '~ids'?: Ids;
}

/** `voluntary`: nobody must; `mandatory`: the law bars; `conditionOfAid`: money depends on it; `historical`: ended; `none`: there is no such certificate. */
export type Force = 'voluntary' | 'mandatory' | 'conditionOfAid' | 'historical' | 'none';

/** A body that approves and decides. */
export interface Authority {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
}

/** A public text that says what a rule says. */
export interface Citation {
  readonly title: string;
  readonly href: string;
  /** The day, or the month `YYYY-MM`, on which the text was read. */
  readonly seen: string;
  /** When the text was in force, in the words of whoever found it. */
  readonly era?: string;
  /** How many independent sources say the same. */
  readonly confidence?: 'several' | 'single' | 'inferred' | 'conflict';
}

/** Points into a citation. */
export interface Cite {
  /** Key in `citations`. */
  readonly source: string;
  /** Where in the text: a heading, a section, a row. */
  readonly at?: string;
}

/** A value and how well it is known. A bare value is established by its requirement's citation. */
export type Value<T> = T | Assumed<T> | Disputed<T> | NotEstablished<T> | Dated<T>;

/** Used, and listed in `evaluation.assumptions` with its reason. */
export interface Assumed<T> {
  readonly standing: 'assumed';
  readonly value: T;
  readonly because: string;
  readonly cite?: readonly Cite[];
}

/** Sources differ; every reading is evaluated and none is chosen. */
export interface Disputed<T> {
  readonly standing: 'disputed';
  readonly readings: readonly Reading<T>[];
}

/** One of the cited alternatives of a disputed value. */
export interface Reading<T> {
  readonly value: T;
  readonly cite: readonly Cite[];
}

/** No source gives the value; bounds, where one is given, are inclusive. */
export interface NotEstablished<T> {
  readonly standing: 'notEstablished';
  readonly because: string;
  readonly atLeast?: T;
  readonly atMost?: T;
  readonly cite?: readonly Cite[];
}

/** A value that changed while the shape of the rules did not. The day that governs the stage picks one. */
export interface Dated<T> {
  readonly standing: 'dated';
  /** In order of their first day; the first holds from the edition's. */
  readonly values: readonly DatedEntry<T>[];
}

/** One value of a dated one, with its first day. */
export interface DatedEntry<T> {
  /** First day of this value; absent only for the first. */
  readonly from?: Value<Day>;
  readonly value: T;
  readonly cite?: readonly Cite[];
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
  | { /** A base unit, counted in so many equal parts. */ readonly kind: 'base'; readonly parts: number }
  | { /** So much of another unit. */ readonly kind: 'is'; readonly amount: Amount; readonly cite?: readonly Cite[] }
  | {
      /** A base unit into which one session's minutes are turned by bands. */ readonly kind: 'bands';
      readonly parts: number;
      readonly minutes: readonly Band<Amount>[];
      readonly cite?: readonly Cite[];
    };

/** A decimal number of a unit; `n` is exact, such as `1820` or `0.5`. */
export interface Amount {
  readonly n: number;
  readonly unit: string;
}

/** The versioned document that holds the competency sets. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly cite: readonly Cite[];
  readonly sets: Readonly<Record<string, CompetencySet>>;
}

/** A named group of competencies that is achieved as one. */
export interface CompetencySet {
  readonly title: string;
  readonly aliases?: readonly string[];
  /** How many numbered competencies the set has. */
  readonly count?: Value<number>;
  /** Own short labels by number. */
  readonly competencies?: Readonly<Record<string, string>>;
  readonly cite?: readonly Cite[];
}

/** Courses and the bundles in which they count. */
export interface Catalogue {
  /** Whether every approved course is listed. If not, an unlisted course may still be approved. */
  readonly complete: boolean;
  readonly courses: readonly Course[];
  readonly bundles?: readonly Bundle[];
}

/** An offering of a provider. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** Competency sets that the course covers whole. */
  readonly covers?: readonly string[];
  /** Approval periods, `from` inclusive, `until` exclusive. */
  readonly approvals?: readonly { readonly from: Day; readonly until?: Day }[];
  /** Days on which a public text called the course approved; its approval period is not known. */
  readonly seenApproved?: readonly Day[];
  readonly length?: Value<string>;
  readonly cost?: Value<string>;
  readonly fields?: Readonly<Record<string, FieldValue>>;
  readonly cite?: readonly Cite[];
}

/** Courses that cover a set only together. */
export interface Bundle {
  readonly id: string;
  readonly title: string;
  readonly courses: readonly string[];
  readonly covers: readonly string[];
  readonly cite?: readonly Cite[];
}

/** The pack as in force from a day (inclusive) until a day (exclusive). */
export interface Edition {
  readonly id: string;
  readonly from: Value<Day>;
  readonly until?: Value<Day>;
  readonly cite: readonly Cite[];
  /** How long an approval of a course lasts and how far before it a completion may lie. */
  readonly approval?: Approval;
  /** The ways in which any competency set is met in this edition. */
  readonly methods?: readonly Method[];
  /** Named days, such as an expiry; they may be used wherever a milestone may. */
  readonly days?: Readonly<Record<string, NamedDay>>;
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
  /** A milestone that, once it has a day, shows that the authority has decided this stage. */
  readonly settledBy?: string;
  /** Stages that must be met as well. */
  readonly requires?: readonly string[];
  /** A credential that must be held; without it there is nothing to do here. */
  readonly holds?: string;
  readonly requirement: Requirement;
}

/* ── requirements ─────────────────────────────────────────────────────────────────────────────── */

/** The closed union of requirement kinds, sugar included. */
export type Requirement =
  | AllOfRequirement
  | ChooseRequirement
  | EvidenceRequirement
  | TotalRequirement
  | ExperienceRequirement
  | HoldsRequirement
  | LacksRequirement
  | ScoreRequirement
  | AttestationRequirement
  | MilestoneRequirement
  | NotEstablishedRequirement
  | FactRequirement
  | EachPeriodRequirement
  | SetRequirement;

/** Kinds that are gone after `compile`: they are defined in terms of the others. */
export type SugarKind = 'set';

/** What every requirement has. */
export interface RequirementBase {
  readonly id: string;
  readonly says: string;
  readonly cite?: readonly Cite[];
  /** Reads facts only; where it fails the requirement is `notApplicable`. */
  readonly appliesWhen?: readonly FactTest[];
  /** The last day; evidence dated after it does not count here. */
  readonly due?: Value<DayExpr>;
  /** What an unfulfilled requirement is before its last day. */
  readonly untilDue?: 'unmet' | 'pending';
  /** Sugar: this requirement or, instead, that one. */
  readonly unless?: Requirement;
}

/** All applicable requirements below it are met. */
export interface AllOfRequirement extends RequirementBase {
  readonly kind: 'allOf';
  readonly of: readonly Requirement[];
}

/** At least so many applicable requirements below it are met. */
export interface ChooseRequirement extends RequirementBase {
  readonly kind: 'choose';
  readonly choose: Value<NumberExpr>;
  readonly from: readonly Requirement[];
  /** With fewer applicable children than `choose`, all of them are enough. */
  readonly orAllApplicable?: boolean;
}

/** `count` matching items, each used once. */
export interface EvidenceRequirement extends RequirementBase {
  readonly kind: 'evidence';
  readonly from: ListName;
  readonly count: Value<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: Window;
  readonly pool?: string;
}

/** Amounts of matching items add up; an amount dimension, coverage parts, or both. */
export interface TotalRequirement extends RequirementBase {
  readonly kind: 'total';
  readonly from: readonly ListName[];
  /** The unit of account; every item is converted to it and rounded down once. */
  readonly unit: string;
  readonly atLeast?: Value<NumberExpr>;
  readonly atMost?: Value<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: Window;
  /** An item below this amount is worth nothing here. */
  readonly eachAtLeast?: Value<NumberExpr>;
  readonly parts: readonly Part[];
  /** Whether an item counts in every part that it matches (default) or in one. */
  readonly partsAre?: 'every' | 'oneEach';
  readonly pool?: string;
}

/** A named share of a total; inside the total, never beside it. */
export type Part = SumPart | CoversPart | DistinctPart;

interface PartBase {
  readonly id: string;
  readonly says?: string;
  readonly where: readonly FieldTest[];
  readonly cite?: readonly Cite[];
}

/** A share that is summed in the total’s unit. */
export interface SumPart extends PartBase {
  readonly kind: 'sum';
  readonly atLeast?: Value<NumberExpr>;
  /** Truncates what this part adds to the total; it rejects no item. */
  readonly atMost?: Value<NumberExpr>;
  readonly atMostPer?: { readonly by: string; readonly amount: Value<NumberExpr> };
}

/** Every one of the named values stands in `field` of some counted item. */
export interface CoversPart extends PartBase {
  readonly kind: 'covers';
  readonly field: string;
  readonly values: readonly string[];
}

/** At least so many different values stand in `field` of the counted items. */
export interface DistinctPart extends PartBase {
  readonly kind: 'distinct';
  readonly field: string;
  readonly atLeast: Value<NumberExpr>;
}

/** Hours (added over spans) or years (the union of days covered) of work. */
export interface ExperienceRequirement extends RequirementBase {
  readonly kind: 'experience';
  readonly unit: 'hours' | 'years' | 'months';
  readonly atLeast: Value<NumberExpr>;
  readonly where: readonly FieldTest[];
  readonly within?: Window;
  /** Only work after the day on which this credential was issued. */
  readonly after?: string;
  readonly continuous?: boolean;
  /** Minima inside the total, such as administrative years. */
  readonly parts?: readonly {
    readonly id: string;
    readonly says?: string;
    readonly where: readonly FieldTest[];
    readonly atLeast: Value<NumberExpr>;
  }[];
}

/** One of the credentials is held. */
export interface HoldsRequirement extends RequirementBase {
  readonly kind: 'holds';
  /** Any one of these credentials, degrees or licences. */
  readonly credential: readonly string[];
  readonly where?: readonly FieldTest[];
  /** The issue day lies in this window. */
  readonly within?: Window;
  /** Held on this day; default the stage's day. */
  readonly on?: DayExpr;
}

/** None of the credentials is held. */
export interface LacksRequirement extends RequirementBase {
  readonly kind: 'lacks';
  readonly credential: readonly string[];
  readonly on?: DayExpr;
}

/** An examination result reaches a number. */
export interface ScoreRequirement extends RequirementBase {
  readonly kind: 'score';
  readonly exam: string;
  readonly atLeast: Value<NumberExpr>;
  readonly take?: 'best' | 'latest';
  readonly within?: Window;
}

/** A named authority has asserted what the engine cannot decide. */
export interface AttestationRequirement extends RequirementBase {
  readonly kind: 'attestation';
  readonly about: string;
  readonly by: readonly string[];
  readonly where?: readonly FieldTest[];
  readonly within?: Window;
}

/** The stated facts pass. */
export interface FactRequirement extends RequirementBase {
  readonly kind: 'fact';
  readonly tests: readonly FactTest[];
}

/** A milestone has come, by its last day if it has one. */
export interface MilestoneRequirement extends RequirementBase {
  readonly kind: 'milestone';
  readonly milestone: string;
}

/** A requirement of which no source says what it asks. Unknown, unless the pack's own authority has asserted it by its id. */
export interface NotEstablishedRequirement extends RequirementBase {
  readonly kind: 'notEstablished';
  readonly because: string;
}

/** Its child is met in every closed period `[A + iL, A + (i+1)L)`. */
export interface EachPeriodRequirement extends RequirementBase {
  readonly kind: 'eachPeriod';
  readonly every: Length;
  readonly start: DayExpr;
  readonly until?: DayExpr;
  readonly requirement: Requirement;
}

/** Sugar: choose 1 over the edition's methods for this competency set. */
export interface SetRequirement extends RequirementBase {
  readonly kind: 'set';
  readonly set: string;
}

/* ── tests ────────────────────────────────────────────────────────────────────────────────────── */

/** The lists of a record. */
export type ListName =
  | 'completions'
  | 'reviews'
  | 'experience'
  | 'credentials'
  | 'scores'
  | 'attestations'
  | 'activities';

/** What a field of an entry may hold. */
export type FieldValue = string | number | boolean | readonly string[];

/** A test on one item. On a field that holds a list, `is` and `oneOf` ask whether the list has such a value. */
export type FieldTest =
  | SimpleFieldTest
  | { readonly test: 'any'; readonly of: readonly (readonly SimpleFieldTest[])[] }
  | { readonly test: 'not'; readonly of: readonly SimpleFieldTest[] };

/** A test on one item without alternatives. */
export type SimpleFieldTest =
  | { readonly test: 'is'; readonly field: string; readonly value: string | number | boolean }
  | { readonly test: 'oneOf' | 'noneOf'; readonly field: string; readonly values: readonly (string | number)[] }
  | { readonly test: 'number'; readonly field: string; readonly band: Bounds }
  | {
      readonly test: 'range';
      readonly field: string;
      readonly prefix: string;
      readonly from: number;
      readonly to: number;
      readonly except: readonly string[];
    }
  | { /** The item's course covers this set, alone or in a bundle. */ readonly test: 'covers'; readonly set: string }
  | {
      /** The item's course was approved on that day of the item. */ readonly test: 'approvedOn';
      readonly day: 'completed' | 'started';
    }
  | {
      /** So long between two days of the item. */ readonly test: 'days';
      readonly from: string;
      readonly to: string;
      readonly atLeast?: Length;
      readonly atMost?: Length;
    };

/** A band of numbers with explicit ends. */
export interface Bounds {
  readonly atLeast?: number;
  readonly over?: number;
  readonly atMost?: number;
  readonly under?: number;
}

/** A test on one stated fact, read on a day (default the stage's day). */
export type FactTest =
  | { readonly test: 'is'; readonly fact: string; readonly value: string | number | boolean; readonly on?: DayExpr }
  | {
      readonly test: 'oneOf' | 'noneOf';
      readonly fact: string;
      readonly values: readonly (string | number)[];
      readonly on?: DayExpr;
    }
  | { readonly test: 'number'; readonly fact: string; readonly band: Bounds; readonly on?: DayExpr }
  | { readonly test: 'any'; readonly of: readonly (readonly FactTest[])[] }
  | { readonly test: 'not'; readonly of: readonly FactTest[] };

/* ── numbers and days ─────────────────────────────────────────────────────────────────────────── */

/** A number; by a fact's value or band; or in steps above a threshold. */
export type NumberExpr =
  | number
  | {
      readonly kind: 'byFact';
      readonly fact: string;
      readonly on?: DayExpr;
      readonly table: readonly (Band<number> | { readonly is: string | number | boolean; readonly value: number })[];
    }
  | {
      readonly kind: 'steps';
      readonly of: string;
      readonly base: number;
      readonly over: number;
      readonly each: number;
      readonly add: number;
      readonly round: 'down' | 'up';
    };

/** A band of numbers and what holds in it. */
export interface Band<T> extends Bounds {
  readonly value: T;
}

/** So many days, weeks, months or years. */
export interface Length {
  readonly n: NumberExpr;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

/** A day as the rules say it. */
export type DayExpr =
  | { readonly kind: 'day'; readonly day: Day }
  | { /** A milestone, a named day, or `asOf`. */ readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'before' | 'after'; readonly length: Length; readonly of: DayExpr }
  | { readonly kind: 'laterOf' | 'earlierOf'; readonly of: readonly DayExpr[] }
  | {
      /** The first day of a calendar after a day. */ readonly kind: 'firstAfter';
      readonly calendar: string;
      readonly of: DayExpr;
    }
  | { readonly kind: 'endOfMonth'; readonly of: DayExpr }
  | {
      /** The first such day of a year on or after a day. */ readonly kind: 'yearly';
      readonly month: number;
      readonly day: number;
      readonly of: DayExpr;
    }
  | {
      /** The n-th such weekday (1 Monday … 7 Sunday) of a month, on or after a day. */ readonly kind: 'weekday';
      readonly weekday: number;
      readonly nth: number;
      readonly month: number;
      readonly of: DayExpr;
    };

/** Both ends included. */
export interface Window {
  readonly from?: Value<DayExpr>;
  readonly to?: Value<DayExpr>;
}
