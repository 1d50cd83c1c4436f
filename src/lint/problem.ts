import type { IssueCode, Path } from '../edge/issues.js';
import type { TextFile } from '../edge/read-pack.js';
import type { RulePack } from '../model/pack.js';

/** What a linter finds wrong with a pack that could be read, as data; `lintText` makes the sentence. */
export interface Problem {
  readonly code: ProblemCode;
  /** From the top of the canonical pack. */
  readonly path: Path;
  /** What it is about, in words of the pack where it has some: an id, a number. */
  readonly found: string;
  /** What it ought to be, or what it clashes with. */
  readonly expected?: string;
  /** Whatever else is concerned: requirements, leaves, editions. */
  readonly names?: readonly string[];
  /** Requirements above that cannot be met for this reason alone, the nearest first. */
  readonly blocks?: readonly string[];
  /** Where it stands, if that is no place of the pack itself. */
  readonly file?: string;
  readonly line?: number;
}

/** What linters find besides the issues of reading. */
export type ProblemCode =
  | 'numberWithoutCitation'
  | 'numberWithoutPinpoint'
  | 'editionsOverlap'
  | 'editionsGap'
  | 'editionNeverInForce'
  | 'noItemPasses'
  | 'emptyPart'
  | 'factsContradict'
  | 'neverApplies'
  | 'openToNobody'
  | 'moreThanMost'
  | 'moreThanCeilings'
  | 'tooFewValues'
  | 'windowClosed'
  | 'windowTooShort'
  | 'dueBeforeWindow'
  | 'noWayToSet'
  | 'sharesContradict'
  | 'exclusiveOptions'
  | 'competingTotals'
  | 'competingParts'
  | 'crossingCeilings'
  | 'largeBundle'
  | 'heldDisqualifies'
  | 'latestDisqualifies'
  | 'tooManyReadings'
  | 'sectionMissing'
  | 'noTable'
  | 'notARow'
  | 'emptyCell'
  | 'unknownSource';

/** The name of a linter. */
export type LinterName =
  | 'schema'
  | 'dangling-reference'
  | 'duplicate-id'
  | 'cycle'
  | 'unknown-unit'
  | 'uncited-number'
  | 'edition-days'
  | 'impossible-requirement'
  | 'combinations'
  | 'hard-allocation'
  | 'disqualifying-rule'
  | 'not-encoded'
  | 'overlay';

/** One invariant of packs. */
export interface Linter {
  readonly name: LinterName;
  /** Issues of reading that are told under its name. */
  readonly codes: readonly IssueCode[];
  /** What it finds in a pack that could be read, and in the files beside it, where they are known. */
  readonly find: (pack: RulePack, files: readonly TextFile[]) => readonly Problem[];
}

/** For a linter whose whole work is done when a pack is read. */
export const onlyReading = (): readonly Problem[] => [];
