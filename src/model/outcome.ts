/** What an answer says first: a status, and why. */

/** `unmet < unknown < pending < met = waived`, and `notApplicable` beside the chain. */
export type Status = 'unmet' | 'unknown' | 'pending' | 'met' | 'waived' | 'notApplicable';

/** Why a finding has its status. Each code has a paragraph in `docs/spec.md`. */
export type Reason =
  | 'short'
  | 'inProgress'
  | 'notYetDue'
  | 'late'
  | 'overdue'
  | 'contradicted'
  | 'held'
  | 'byAbsence'
  | 'settledByAuthority'
  | 'notStated'
  | 'fieldMissing'
  | 'approvalUnknown'
  | 'partialList'
  | 'sourcesDisagree'
  | 'notEstablished'
  | 'searchCut'
  | 'tooFewApplicable'
  | 'doesNotApply'
  | 'gateNotMet'
  | 'noEdition'
  | 'ended'
  | 'nothingToRenew';
