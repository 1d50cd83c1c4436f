import * as z from 'zod';
import type { AmountStanding } from '../model/amount-finding.js';
import type { Reason, Status } from '../model/outcome.js';
import type { RefusalReason } from '../model/use.js';

/** A schema for a closed union of words: each once; one that is forgotten does not compile. */
export const keysOf = <K extends string>(keys: Readonly<Record<K, true>>): z.ZodType<K> =>
  z.enum(Object.keys(keys) as [K, ...K[]]) as unknown as z.ZodType<K>;

const statuses: Readonly<Record<Status, true>> = {
  unmet: true,
  unknown: true,
  pending: true,
  met: true,
  waived: true,
  notApplicable: true,
};

/** The statuses. */
export const status = keysOf<Status>(statuses);

const amountStandings: Readonly<Record<AmountStanding, true>> = {
  due: true,
  open: true,
  closed: true,
  notYetOpen: true,
  unknown: true,
  doesNotApply: true,
};

/** Whether a fee or an award concerns somebody. */
export const amountStanding = keysOf<AmountStanding>(amountStandings);

/** What a stage, a requirement or an amount becomes. */
export const outcome = keysOf<Status | AmountStanding>({ ...statuses, ...amountStandings });

/** Why a finding has its status. */
export const reason = keysOf<Reason>({
  ...({ short: true, inProgress: true, notYetDue: true, late: true, overdue: true, contradicted: true } as const),
  ...({ held: true, byAbsence: true, settledByAuthority: true, notStated: true, fieldMissing: true } as const),
  ...({
    approvalUnknown: true,
    partialList: true,
    sourcesDisagree: true,
    notEstablished: true,
    searchCut: true,
  } as const),
  ...({ tooFewApplicable: true, doesNotApply: true, gateNotMet: true, noEdition: true, ended: true } as const),
  nothingToRenew: true,
});

/** Why an item counts nowhere. */
export const refusal = keysOf<RefusalReason>({
  ...({ failed: true, withdrawn: true, notWanted: true, courseNotListed: true, outsideWindow: true } as const),
  ...({ notApproved: true, belowMinimum: true, noAmount: true, late: true, bundleIncomplete: true } as const),
  ...({ notHeld: true, notOffered: true, notPassed: true, supplementNeeded: true, excluded: true } as const),
  ...({ alreadyFull: true, takenElsewhere: true, notEarnedYet: true, unitNotConvertible: true } as const),
});
