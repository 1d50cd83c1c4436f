import { below } from '../base/walk.js';
import type { Edition, Stage } from '../model/pack.js';
import type { Requirement } from '../model/requirement.js';
import type { Cite } from '../model/value.js';

/** A requirement with the citation that carries it: its own, or that of the nearest thing above. */
export interface Cited {
  readonly requirement: Requirement;
  readonly cite: readonly Cite[];
  readonly stage: Stage;
  /** Id of the requirement right above it; a stage's own has none. */
  readonly above?: string;
}

/** Every requirement of an edition, stage by stage, each before what stands below it. */
export function citedRequirements(edition: Edition): readonly Cited[] {
  return edition.stages.flatMap((stage) => citedBelow(stage.requirement, edition.cite, stage));
}

/** What a requirement is called in a list: a stage's own by the title of the stage. */
export function requirementTitle({ requirement, stage }: Cited): string {
  return requirement.id === stage.requirement.id ? stage.title : requirement.says.replace(/\.\s*$/, '');
}

function citedBelow(
  requirement: Requirement,
  inherited: readonly Cite[],
  stage: Stage,
  above?: string,
): readonly Cited[] {
  const cite = requirement.cite ?? inherited;
  const own: Cited = { requirement, cite, stage, ...(above !== undefined && { above }) };
  return [own, ...below(requirement).flatMap(([, child]) => citedBelow(child, cite, stage, requirement.id))];
}
