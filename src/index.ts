// In the order of the pipeline: rules and records in, one evaluation out, and what can be done with it.

export { compile } from './compile.js';
export { decide, type EvaluateOptions, evaluate } from './evaluate.js';
export type {
  Advisory,
  AssumptionUsed,
  CourseOption,
  Decision,
  Deficiency,
  EditionBasis,
  Evaluation,
  Finding,
  FindingKind,
  Fraction,
  NamedDayFinding,
  Progress,
  Quantity,
  Question,
  ReadingOutcome,
  Reason,
  RefusalReason,
  SetFinding,
  StageFinding,
  Status,
  Tier,
  Unallocated,
  Use,
  Way,
} from './evaluation.js';
export { explain } from './explain/explain.js';
export type { Explanation, ExplanationLine, ExplanationSection, Mark, SectionId } from './explain/explanation.js';
export { explainText } from './explain/text.js';
export type { Citation, Cite, Day, ListName, PackIds, Requirement, RulePack, Value } from './pack.js';
export type {
  Activity,
  Attestation,
  CandidateRecord,
  CourseCompletion,
  DatedValue,
  ExperienceSpan,
  FactValue,
  HeldCredential,
  Review,
  Score,
  Subject,
} from './record.js';
export type { Ruleset } from './ruleset.js';
