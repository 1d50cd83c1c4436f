// The best way to what is still needed: beside `certifiable`, so that whoever only evaluates carries none of it.

export { applied } from './plan/applied.js';
export { enPlan } from './plan/english.js';
export { type ExplainPlanOptions, explainPlan, explainPlanText, type PlanTextOptions } from './plan/explain-plan.js';
export { plan } from './plan/make-plan.js';
export type { PlanMessages } from './plan/messages.js';
export type {
  Plan,
  PlanAddition,
  PlanAlternatives,
  PlanAssumption,
  PlanAward,
  PlanLeft,
  PlanLength,
  PlanObjective,
  PlanObstacle,
  PlanObstacleCode,
  PlanOpen,
  PlanOptions,
  PlanOutcome,
  PlanPart,
  PlanProof,
  PlanStep,
  PlanStepKind,
} from './plan/plan-types.js';
