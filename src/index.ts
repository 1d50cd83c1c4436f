// In the order of the pipeline: rules and records in, one evaluation out, and what can be done with it.
export type { RulePack, PackIds, Requirement, Day, Value, Citation, Cite, ListName } from './pack.js';
export type { CandidateRecord, CourseCompletion, Review, ExperienceSpan, HeldCredential, Score, Attestation, Activity, FactValue, DatedValue, Subject } from './record.js';
export { compile } from './compile.js';
export type { Ruleset } from './ruleset.js';
export { evaluate, decide, type EvaluateOptions } from './evaluate.js';
export type {
  Evaluation, Decision, Status, Reason, RefusalReason, Finding, FindingKind, StageFinding, EditionBasis, SetFinding, Progress, Fraction, Quantity, Use, Tier,
  Unallocated, Deficiency, Way, CourseOption, Question, ReadingOutcome, AssumptionUsed, NamedDayFinding, Advisory,
} from './evaluation.js';
export { explain } from './explain/explain.js';
export { explainText } from './explain/text.js';
export type { Explanation, ExplanationSection, ExplanationLine, SectionId, Mark } from './explain/explanation.js';
