import type { FactTest, FieldTest } from './rule-tests.js';
import type { Cite, DayExpr, Length, NumberExpr, Value, Window } from './value.js';

/** The closed union of requirement kinds and the tests that they make. */

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
  /** Sugar: this requirement or, instead, a credential recognised under an agreement, with what the agreement leaves open. */
  readonly recognised?: readonly Recognition[];
  /** Id of the choice that `recognised` makes. Without it the choice has the requirement's id, and the requirement `<id>.itself`. */
  readonly recognisedAs?: string;
  /** What overlays may do to it and to what stands below it; anything without it. */
  readonly overlays?: OverlayMark;
}

/** `fixed`: nothing; `onlyTighter`: only what can be shown to ask for as much or for more. */
export type OverlayMark = 'fixed' | 'onlyTighter';

/** Agreements under which a credential stands in for a requirement, once everything that they leave open is met as well. */
export interface Recognition {
  /** Its finding is `<choice>.<id>`; with `remaining`, the credential's is `<choice>.<id>.credential`. */
  readonly id: string;
  readonly says: string;
  /** Ids of the pack's agreements. Without one of their credentials what remains is no progress. */
  readonly agreements: readonly string[];
  readonly remaining?: readonly Requirement[];
  readonly cite?: readonly Cite[];
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
  /** Only these values count; an item may have others as well. */
  readonly among?: readonly string[];
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

/** The lists of a record. */
export type ListName =
  | 'completions'
  | 'reviews'
  | 'experience'
  | 'credentials'
  | 'scores'
  | 'attestations'
  | 'activities';
