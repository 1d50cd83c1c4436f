// The life of a credential: where a person stands, what the days bring, what to ask her, what her credential is worth elsewhere. It stands
// beside `certifiable`, so that whoever only evaluates carries none of it.

export { type AcceptanceQuery, accepts, type StatedAcceptance } from './compare/acceptance.js';
export type { StatedThere } from './compare/carried-over.js';
export { type CompareOptions, compare } from './compare.js';
export { enLife } from './life/english.js';
export { type ComparisonTextOptions, explainComparison } from './life/explain-comparison.js';
export { explainStanding } from './life/explain-standing.js';
export { type LifeOptions, type LifeTextOptions, lifeText } from './life/explain-text.js';
export { explainTimeline } from './life/explain-timeline.js';
export type { ComparisonMessages, LifeMessages, StandingMessages, TimelineMessages } from './life/messages.js';
export type {
  Answer,
  AnswerType,
  ApprovalDocument,
  Ask,
  OpenReading,
  OpenRule,
  Questions,
} from './model/ask.js';
export type {
  AcceptanceFinding,
  AcceptanceReason,
  ComparedItem,
  ComparedPack,
  ComparedStage,
  Comparison,
  ItemWorth,
  KnownOfAcceptance,
} from './model/portability.js';
export type { PossibleStanding, StandingChange, StandingFinding, TermFinding } from './model/standing.js';
export type { Timeline, TimelineCause, TimelineChange, TimelineDay, TimelineState } from './model/timeline.js';
export { type MoneyCourse, type MoneyOverOptions, type MoneySpan, moneyOver } from './money-over.js';
export { answered } from './questions/answered.js';
export { questions } from './questions.js';
export { standing } from './standing.js';
export type { AmountState } from './timeline/money-days.js';
export { type TimelineOptions, timeline } from './timeline.js';
