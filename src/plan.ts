// The best way to what is still needed: beside `certifiable`, so that whoever only evaluates carries none of it.

export { applied } from './plan/applied.js';
export { plan } from './plan/make-plan.js';
export type {
  Plan,
  PlanAddition,
  PlanAlternatives,
  PlanAssumption,
  PlanAward,
  PlanLength,
  PlanObjective,
  PlanObstacle,
  PlanObstacleCode,
  PlanOpen,
  PlanOptions,
  PlanOutcome,
  PlanProof,
  PlanStep,
  PlanStepKind,
} from './plan/plan-types.js';
