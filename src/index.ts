// The table of contents, in the order of the pipeline: rules and records in, one evaluation out, and what can be done with it.

export { compile } from './compile/compile.js';
export type { Ruleset } from './compile/ruleset.js';
export { decide, type EvaluateOptions, evaluate } from './evaluate.js';
export { en } from './explain/en.js';
export { type ExplainOptions, explain } from './explain/explain.js';
export type { Explanation, ExplanationLine, ExplanationSection, Mark, SectionId } from './explain/explanation.js';
export type {
  ConflictFacts,
  DeclaredFacts,
  HeadlineFacts,
  ReadingFacts,
  ReasonFacts,
  RefusalFacts,
  StageFacts,
} from './explain/facts.js';
export type {
  AdvisoryFacts,
  AnswerMessages,
  ConflictMessages,
  CostMessages,
  Messages,
  NeededMessages,
  NotCountedMessages,
  NoteMessages,
  OutlineMessages,
  SourceMessages,
  UnknownMessages,
  Words,
} from './explain/messages.js';
export { type MoneyLeft, moneyLeft } from './explain/money-left.js';
export { explainText, type TextOptions } from './explain/text.js';
export { knownPlace } from './known-place.js';
export type { Acceptance, Relation, RelationKind } from './model/acceptance.js';
export type { Agreement } from './model/agreement.js';
export type {
  AmountEach,
  AmountWindow,
  LeastOf,
  MoneyExpr,
  MoneyTerm,
  NamedAmount,
  Remainder,
  StatedAmount,
} from './model/amount.js';
export type {
  AmountFinding,
  AmountItem,
  AmountQuestion,
  AmountReading,
  AmountStanding,
  Money,
} from './model/amount-finding.js';
export type {
  Bundle,
  Catalogue,
  CompetencySet,
  Course,
  CoursePrice,
  CourseTerms,
  Framework,
  FrameworkVersion,
  Provider,
  ProviderApproval,
} from './model/catalogue.js';
export type { Conflict, ContestFinding, Prices } from './model/contest-finding.js';
export type { CourseOption, Deficiency, Way } from './model/deficiency.js';
export type {
  Advisory,
  AssumptionUsed,
  Decision,
  EditionBasis,
  Evaluation,
  ExceptionApplied,
  Finding,
  FindingKind,
  NamedDayFinding,
  PeriodFinding,
  Progress,
  ReadingOutcome,
  SetFinding,
  StageFinding,
} from './model/evaluation.js';
export type { Change, EditionThing, EditVerb, Layer, OverlayBase, PackThing, Thing } from './model/layer.js';
export type { Reason, Status } from './model/outcome.js';
export type {
  Applications,
  Approval,
  Authority,
  Designation,
  Edition,
  FactDeclaration,
  FieldDeclaration,
  Force,
  Method,
  Milestone,
  NamedDay,
  PackIds,
  RulePack,
  Stage,
  UnitDeclaration,
  UnknownWorth,
} from './model/pack.js';
export type { OverlapRule, PoolRule } from './model/pool-rule.js';
export type { Fraction, Quantity } from './model/quantity.js';
export type { Question } from './model/question.js';
export type {
  Activity,
  Adjustment,
  AlsoAccept,
  ApplyHere,
  Attestation,
  CandidateRecord,
  CourseCompletion,
  DatedValue,
  Exclude,
  ExperienceSpan,
  FactValue,
  GrantedException,
  HeldCredential,
  Rating,
  Review,
  Score,
  Subject,
  Substitution,
  Waiver,
} from './model/record.js';
export type {
  Confidence,
  Coverage,
  CoverageGap,
  KnownPlace,
  Place,
  Programme,
  RegisteredFramework,
  RegisteredProvider,
  RegistryData,
  Sought,
} from './model/registry.js';
export type {
  AllOfRequirement,
  AttestationRequirement,
  ChooseRequirement,
  CoversPart,
  DistinctPart,
  EachPeriodRequirement,
  EvidenceRequirement,
  ExperienceRequirement,
  FactRequirement,
  HoldsRequirement,
  LacksRequirement,
  ListName,
  MilestoneRequirement,
  NotEstablishedRequirement,
  OverlayMark,
  Part,
  Recognition,
  Requirement,
  RequirementBase,
  ScoreRequirement,
  SetRequirement,
  SugarKind,
  SumPart,
  TotalRequirement,
} from './model/requirement.js';
export type { RatingMerge, RatingShare, ReviewRule } from './model/review-rule.js';
export type { FactTest, FieldTest, FieldValue, SimpleFieldTest } from './model/rule-tests.js';
export type {
  Standing,
  StandingCondition,
  StandingRow,
  Term,
  TermDays,
  TermPhase,
  TermRenewal,
} from './model/standing.js';
export type { CompetencyLabels, PackTexts } from './model/texts.js';
export type { RefusalReason, Tier, Unallocated, Use } from './model/use.js';
export type {
  Amount,
  Assumed,
  Band,
  Bounds,
  Citation,
  Cite,
  Dated,
  DatedEntry,
  Day,
  DayExpr,
  Disputed,
  Length,
  NotEstablished,
  NumberExpr,
  Reading,
  Value,
  Window,
} from './model/value.js';
export type { LayerConflict, LayerConflictCode } from './overlay/conflict.js';
export type {
  AddEdit,
  Audience,
  Edit,
  EditAddress,
  Overlay,
  OverlayIds,
  RemoveEdit,
  ReplaceEdit,
  SetEdit,
} from './overlay/overlay.js';
export { type Fitting, type Resolution, type ResolvedIds, resolve } from './overlay/resolve.js';
export { type Trace, type TracedValue, trace } from './overlay/trace.js';
export { type OverlayAbsence, type Registry, type Selection, type SelectQuery, select } from './select.js';
export type { Problem, ProblemCode } from './verify/problems.js';
export { type VerifyResult, verify } from './verify.js';
