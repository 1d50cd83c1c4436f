import type { Words } from '../explain/messages.js';
import type { Question } from '../model/question.js';
import type { Citation, Day } from '../model/value.js';
import type {
  Plan,
  PlanAssumption,
  PlanAward,
  PlanLeft,
  PlanObstacleCode,
  PlanOpen,
  PlanOutcome,
  PlanPart,
  PlanStep,
  PlanStepKind,
} from './plan-types.js';

/**
 * Everything that `explainPlan` says, in one language: a text, or a function from the facts to a text. Titles and sentences of packs and
 * records come in as they were written. A language that lacks a sentence does not compile.
 * @example explainPlan(plan, { messages: { ...enPlan, headings: { ...enPlan.headings, steps: 'TO DO' } } })
 */
export interface PlanMessages {
  readonly words: Words;
  /** The credential and the day for which the plan is made. */
  readonly title: (credential: string, asOf: Day) => string;
  readonly headings: Readonly<Record<'steps' | 'costs' | 'open' | 'alternatives' | 'sources', string>>;
  /** The answer in one sentence. */
  readonly headlines: Readonly<Record<PlanOutcome, (plan: Plan) => string>>;
  /** That something is to be settled besides. */
  readonly besides: string;
  /** What is to be done, by kind. */
  readonly steps: Readonly<Record<PlanStepKind, (step: PlanStep) => string>>;
  /** What a step counts for. */
  readonly serves: (titles: readonly string[]) => string;
  /** Cost and length of a step, as far as they are known. */
  readonly measures: (step: PlanStep) => string;
  /** The last day on which a step counts; at least one of the two is there. */
  readonly lastDay: (due: Pick<PlanStep, 'dueOn' | 'dueOnLatest'>) => string;
  /** How much of an amount lies in a part of it, or what it must cover. */
  readonly part: (part: PlanPart) => string;
  /** What is taken for granted about a step. */
  readonly assumptions: Readonly<Record<PlanAssumption, (step: PlanStep) => string>>;
  /** What all steps cost together. */
  readonly total: (plan: Plan) => string;
  /** How long all courses take. */
  readonly length: (plan: Plan) => string;
  /** An award that could be had, with its last day. */
  readonly award: (award: PlanAward) => string;
  /** Awards of which nobody receives two. */
  readonly exclusive: (titles: readonly string[]) => string;
  /** What is left of a fee with the awards that can be had together. */
  readonly left: (left: PlanLeft) => string;
  /** What stands under the awards. */
  readonly notTakenOff: string;
  /** Steps in the place of others; the same number of each, or more of one. */
  readonly alternative: (instead: readonly PlanStep[], of: readonly PlanStep[]) => string;
  readonly moreAlternatives: string;
  /** What no step settles, and how much of it is missing. */
  readonly open: (open: PlanOpen) => string;
  /** Questions for which a pack has no words of its own. */
  readonly questions: Readonly<Record<Question['about'], (about: string) => string>>;
  /** Why there is no plan; `says` is the requirement that stands in the way. */
  readonly obstacles: Readonly<Record<PlanObstacleCode, (says: string) => string>>;
  /** A source and when it was read. */
  readonly source: (citation: Citation) => string;
}
