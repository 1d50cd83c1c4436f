import { compiled } from './compile/compile.js';
import type { Ruleset } from './compile/ruleset.js';
import { en } from './explain/en.js';
import type { ExplainOptions } from './explain/explain.js';
import { lookUp } from './explain/lookup.js';
import type { Questions } from './model/ask.js';
import type { Evaluation } from './model/evaluation.js';
import type { PackIds, RulePack } from './model/pack.js';
import { asksOf } from './questions/asks.js';
import { hangingOf } from './questions/hanging.js';
import { openRulesOf } from './questions/open-rules.js';
import { weightsOf } from './questions/weights.js';

/**
 * What is still asked after an evaluation, most decisive first: what the status of the main stage hangs on, then that of other stages, then what single
 * requirements hang on, then fees and awards; among those, that first on which the most findings hang. `ask` can be answered; `open` cannot, because it is the rules that leave it open.
 * @param rules The pack of the evaluation, or what `compile` made of it: it knows what each answer is.
 * @example questions(evaluation, pack).ask[0] // { id: 'fact:diploma', type: 'boolean', path: ['facts', 'diploma'], … }
 */
export function questions<Ids extends PackIds>(
  evaluation: Evaluation<Ids>,
  rules: RulePack<Ids> | Ruleset<Ids>,
  { messages = en }: ExplainOptions = {},
): Questions {
  const ruleset = compiled(rules as RulePack | Ruleset);
  const lookup = lookUp(evaluation as Evaluation, messages);
  const hanging = hangingOf(lookup.evaluation);
  const weights = weightsOf(hanging, lookup.evaluation, ruleset);
  return { ask: asksOf(lookup, ruleset.pack, hanging, weights), open: openRulesOf(lookup, hanging, weights) };
}
