import type { FieldValue } from './rule-tests.js';
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
