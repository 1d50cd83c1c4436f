// Where a person stands in the life of a credential: beside `certifiable`, so that whoever only evaluates carries none of it.

export type {
  PossibleStanding,
  StandingChange,
  StandingFinding,
  TermFinding,
} from './model/standing.js';
export { standing } from './standing.js';
