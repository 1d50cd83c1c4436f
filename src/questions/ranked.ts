import type { Ask } from '../model/ask.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Hanging } from './hanging.js';
import type { Weights } from './weights.js';

/** The stages that hang on a question, the main one first. */
export function stagesOn(id: string, hanging: readonly Hanging[]): readonly string[] {
  return hanging.filter(({ questions }) => questions.has(id)).map(({ stage }) => stage);
}

/**
 * Most decisive first: what decides the main stage, then another, then requirements of stages that are decided, then money. Among those by how many
 * findings hang on it; then what is about the person before what is about one entry, by how many requirements name it, and by id.
 */
export function mostDecisiveFirst<A extends Pick<Ask, 'id' | 'for' | 'stages' | 'requirements'>>(
  all: readonly A[],
  { mainStage }: Evaluation,
  weights: Weights,
): readonly A[] {
  const rank = (each: A) =>
    each.for === 'amount' ? 3 : each.stages.includes(mainStage) ? 0 : each.stages.length > 0 ? 1 : 2;
  const weight = ({ id }: A) => weights.get(id) ?? 0;
  return all.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      weight(b) - weight(a) ||
      Number(isOfEntry(a)) - Number(isOfEntry(b)) ||
      b.requirements.length - a.requirements.length ||
      (a.id < b.id ? -1 : 1),
  );
}

function isOfEntry({ id }: Pick<Ask, 'id'>): boolean {
  return id.startsWith('field:') || id.startsWith('approval:');
}
