import type { Ask } from '../model/ask.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Hanging } from './hanging.js';

/** The stages that hang on a question, the main one first. */
export function stagesOn(id: string, hanging: readonly Hanging[]): readonly string[] {
  return hanging.filter(({ questions }) => questions.has(id)).map(({ stage }) => stage);
}

/**
 * Most decisive first: what decides the main stage, then another, then requirements of stages that are decided, then money. Among those, the day
 * that picks the edition, then by how many requirements hang on it, then by id.
 */
export function mostDecisiveFirst<A extends Pick<Ask, 'id' | 'for' | 'stages' | 'requirements'>>(
  all: readonly A[],
  { mainStage, stages }: Evaluation,
): readonly A[] {
  const picks = new Set(
    Object.values(stages).flatMap(({ edition: { basis, governedBy } }) =>
      basis === 'notStated' ? [`milestone:${governedBy}`] : [],
    ),
  );
  const rank = (each: A) =>
    each.for === 'amount' ? 3 : each.stages.includes(mainStage) ? 0 : each.stages.length > 0 ? 1 : 2;
  return all.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(picks.has(b.id)) - Number(picks.has(a.id)) ||
      b.requirements.length - a.requirements.length ||
      (a.id < b.id ? -1 : 1),
  );
}
