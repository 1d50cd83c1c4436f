import type { Mark } from '../explain/explanation.js';
import type { AmountStanding } from '../model/amount-finding.js';
import type { AcceptanceFinding } from '../model/portability.js';
import type { Standing } from '../model/standing.js';

/** The mark of each standing: held, on the way, something to do, or nothing to do any more. */
export const standingMarks: Readonly<Record<Standing | 'unknown', Mark>> = {
  none: 'note',
  notEligible: 'needed',
  eligible: 'inProgress',
  candidate: 'inProgress',
  candidacyEnded: 'notApplicable',
  complete: 'inProgress',
  provisional: 'achieved',
  certified: 'achieved',
  renewalOpen: 'achieved',
  inGrace: 'needed',
  lapsed: 'notApplicable',
  withdrawn: 'notApplicable',
  unknown: 'unknown',
};

/** The mark of an amount. */
export const amountMarks: Readonly<Record<AmountStanding, Mark>> = {
  due: 'needed',
  open: 'inProgress',
  closed: 'notApplicable',
  notYetOpen: 'note',
  unknown: 'unknown',
  doesNotApply: 'notApplicable',
};

/** The mark of an answer to whether a credential is accepted. */
export const acceptanceMarks: Readonly<Record<AcceptanceFinding['is'], Mark>> = {
  accepted: 'achieved',
  notAccepted: 'notApplicable',
  unknown: 'unknown',
};
