/**
 * The long texts of a pack that no answer shows, which a built pack therefore leaves to a module of their own: labels of
 * competencies, for a form or a page that lists them.
 *
 * `texts.competencies.writing['3']` is the label of the third competency of the set `writing`.
 */
export interface PackTexts<Set extends string = string> {
  /** Own short labels of the competencies, by set and number; a set without labels is absent. */
  readonly competencies: Readonly<Record<Set, CompetencyLabels>>;
  /** The same for other versions of the framework, by the name of the version. */
  readonly earlier: Readonly<Record<string, Readonly<Record<string, CompetencyLabels>>>>;
}

/** Labels of the competencies of one set, by number. */
export type CompetencyLabels = Readonly<Record<string, string>>;
