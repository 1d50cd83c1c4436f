/** An evaluation as prose: plain JSON that a page, a letter or a terminal can lay out. Made by `explain`. */
export interface Explanation {
  /** The credential and the day that the question was asked for. */
  readonly title: string;
  /** The answer in one sentence. */
  readonly headline: string;
  /** In reading order; a section without lines is left out. */
  readonly sections: readonly ExplanationSection[];
}

/** A part of the explanation under a heading. */
export interface ExplanationSection {
  readonly id: SectionId;
  readonly heading: string;
  readonly lines: readonly ExplanationLine[];
}

/** Names of the sections, in no particular order. */
export type SectionId =
  | 'headline'
  | 'needed'
  | 'stages'
  | 'days'
  | 'costs'
  | 'notCounted'
  | 'unknown'
  | 'declared'
  | 'notes'
  | 'sources';

/** One line of the outline, with its sentences below it. */
export interface ExplanationLine {
  readonly mark: Mark;
  /** What stands in a column of its own before the line, such as its day; sections of one id share the column. */
  readonly aside?: string;
  readonly text: string;
  /** Depth in the outline, from 0. */
  readonly indent: number;
  /** Sentences that stand below it. */
  readonly details: readonly string[];
  /** Keys of citations that say so; in the section `sources`, the citation that the line is about. */
  readonly cite: readonly string[];
}

/** What a line is a sign of; colours and signs are for whoever lays it out. */
export type Mark = 'achieved' | 'needed' | 'unknown' | 'inProgress' | 'waived' | 'notApplicable' | 'note';
