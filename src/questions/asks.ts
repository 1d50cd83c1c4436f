import type { Lookup } from '../explain/lookup.js';
import { questionText } from '../explain/question-words.js';
import type { Ask } from '../model/ask.js';
import type { Evaluation } from '../model/evaluation.js';
import type { RulePack } from '../model/pack.js';
import type { Question } from '../model/question.js';
import type { ListName } from '../model/requirement.js';
import type { Hanging } from './hanging.js';
import { optionsOf } from './options.js';
import { mostDecisiveFirst, stagesOn } from './ranked.js';
import { answerPathOf, answerTypeOf } from './types.js';
import type { Weights } from './weights.js';

/** What can be answered, most decisive first. */
export function asksOf(lookup: Lookup, pack: RulePack, hanging: readonly Hanging[], weights: Weights): readonly Ask[] {
  const { evaluation } = lookup;
  const found = askedOf(evaluation).flatMap((asked): readonly Ask[] => {
    const list = listOf(asked, evaluation, pack);
    const type = answerTypeOf(asked, pack, list);
    if (type === undefined) return [];
    const options = optionsOf(asked, pack, list);
    return [
      {
        ...asked,
        wording: questionText(lookup, asked),
        type,
        ...(options.length > 0 && { options }),
        path: answerPathOf(asked, pack, list),
        stages: stagesOn(asked.id, hanging),
      },
    ];
  });
  return mostDecisiveFirst(found, evaluation, weights);
}

/** A question with what it is asked for. */
export type Asked = Question & Pick<Ask, 'for' | 'amounts'>;

/** Every question once; what a status hangs on is not asked again for an amount. */
export function askedOf({ questions, amounts }: Evaluation): readonly Asked[] {
  const ofAmounts = new Map<string, Asked & { readonly amounts: readonly string[] }>();
  for (const [amount, finding] of Object.entries(amounts)) {
    for (const asked of finding.questions ?? []) {
      const before = ofAmounts.get(asked.id)?.amounts ?? [];
      ofAmounts.set(asked.id, { ...asked, requirements: [], for: 'amount', amounts: [...before, amount] });
    }
  }
  for (const { id } of questions) ofAmounts.delete(id);
  return [...questions.map((asked): Asked => ({ ...asked, for: 'status' })), ...ofAmounts.values()];
}

/** The list in which an item stands: an answer names it with every item that it speaks of, and an amount reads only one. */
function listOf(
  { item, amounts = [] }: Asked,
  { allocation, unallocated }: Evaluation,
  pack: RulePack,
): ListName | undefined {
  if (item === undefined) return undefined;
  const named = [...allocation, ...unallocated].find((each) => each.item === item)?.list;
  return named ?? amounts.flatMap((id) => pack.amounts?.[id]?.each?.from ?? [])[0];
}
