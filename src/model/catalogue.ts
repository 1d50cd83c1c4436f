import type { MoneyExpr } from './amount.js';
import type { FactTest, FieldValue } from './rule-tests.js';
import type { Cite, Day, Value } from './value.js';

/** The competency sets of a programme, and the courses that cover them. */

/** The versioned document that holds the competency sets. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly cite: readonly Cite[];
  readonly sets: Readonly<Record<string, CompetencySet>>;
  /** Other versions, by name, as far as their sets differ in their competencies. */
  readonly earlier?: Readonly<Record<string, FrameworkVersion>>;
}

/** A version of a framework that an edition may name in place of the framework's own. */
export interface FrameworkVersion {
  readonly title: string;
  readonly cite: readonly Cite[];
  /** What is known of the competencies of each set; a set that is not named has no known count. */
  readonly sets: Readonly<Record<string, Pick<CompetencySet, 'count' | 'competencies' | 'cite'>>>;
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
  /** By id, which is what stands before the colon in the ids of their courses. */
  readonly providers?: Readonly<Record<string, Provider>>;
  readonly courses: readonly Course[];
  readonly bundles?: readonly Bundle[];
}

/** Who may take a course, and what it costs whom. Neither has any effect on whether a completion counts. */
export interface CourseTerms {
  /** Facts of those who may take it; without it nothing is known that would keep anybody out. */
  readonly openTo?: readonly FactTest[];
  readonly price?: CoursePrice;
}

/** What a course costs on the day on which it is taken, by facts where it is not the same for everybody. */
export interface CoursePrice {
  /** A currency, three capitals; counted in hundredths. */
  readonly unit: string;
  readonly amount: Value<MoneyExpr>;
}

/** Who offers courses. Its terms are those of each of its courses that has none of its own. */
export interface Provider extends CourseTerms {
  readonly title: string;
  readonly href?: string;
  readonly approval?: ProviderApproval;
  /** What else to know, one sentence each; nothing here is evaluated. */
  readonly notes?: readonly string[];
  readonly cite?: readonly Cite[];
}

/** What was found about the approval of a provider's courses. That nothing was found refuses no completion. */
export interface ProviderApproval {
  /** Whether any text was found that calls one of them approved. */
  readonly found: boolean;
  /** One sentence, told wherever the approval of one of its courses is in question. */
  readonly says: string;
  readonly cite?: readonly Cite[];
}

/** An offering of a provider. */
export interface Course extends CourseTerms {
  readonly id: string;
  readonly title: string;
  /** The id of a provider of the catalogue, or else its title. */
  readonly provider: string;
  /** Competency sets that the course covers whole. */
  readonly covers?: readonly string[];
  /** Approval periods, `from` inclusive, `until` exclusive. */
  readonly approvals?: readonly { readonly from: Day; readonly until?: Day }[];
  /** Days on which a public text called the course approved; its approval period is not known. */
  readonly seenApproved?: readonly Day[];
  readonly length?: Value<string>;
  /** What is known of the cost in words; `price` says it in numbers, and by facts. */
  readonly cost?: Value<string>;
  /** Why it is no longer offered, one sentence. It is proposed to nobody; who completed it has completed it. */
  readonly retired?: string;
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
