import type { Reason } from '../model/outcome.js';

/** The reason of an unknown: of the kinds of things that would settle it, the one that is easiest to state. */
export function reasonOf(asks: readonly string[]): Reason {
  return easiest(asks.map((ask) => REASON_OF_ASK[ask.split(':')[0] ?? ''] ?? 'notEstablished')) ?? 'notEstablished';
}

const REASON_OF_ASK: Readonly<Record<string, Reason>> = {
  fact: 'notStated',
  milestone: 'notStated',
  calendar: 'notStated',
  field: 'fieldMissing',
  approval: 'approvalUnknown',
  list: 'partialList',
};

/** Reasons of what is not met and not lost, from the one that a person can clear most easily. */
const EASIEST_FIRST: readonly Reason[] = [
  'inProgress',
  'notYetDue',
  'notStated',
  'fieldMissing',
  'approvalUnknown',
  'partialList',
  'sourcesDisagree',
  'notEstablished',
  'searchCut',
];

/** Of some reasons the one that a person can clear most easily, whatever their order. */
export function easiest(reasons: readonly (Reason | undefined)[]): Reason | undefined {
  return EASIEST_FIRST.find((reason) => reasons.includes(reason));
}
