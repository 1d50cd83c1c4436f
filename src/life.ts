// Where a person stands in the life of a credential: beside `certifiable`, so that whoever only evaluates carries none of it.

export type {
  PossibleStanding,
  StandingChange,
  StandingFinding,
  TermFinding,
} from './model/standing.js';
export { standing } from './standing.js';
// What is asked and what the days bring: beside `certifiable`, so that whoever only evaluates carries none of it.
export { answered } from './life/answered.js';
  Answer,
  AnswerType,
  ApprovalDocument,
  Ask,
  OpenReading,
  OpenRule,
  Questions,
} from './model/ask.js';
export { questions } from './questions.js';
