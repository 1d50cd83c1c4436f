import { statuses, stillNeededOf } from '../explain/english-reasons.js';
import { bare, count, day, list } from '../explain/words.js';
import type { ComparisonMessages } from './messages.js';

/** What a record is worth under several packs, in English. */
export const comparison: ComparisonMessages = {
  title: (asOf) => `What the record is worth in each programme on ${day(asOf)}`,
  headline: (programmes, achieved) =>
    `${count(programmes, 'programme')}, ${achieved === 0 ? 'none' : achieved} of them achieved${achieved === 0 ? ' yet' : ''}.`,
  headings: {
    programme: 'Programme',
    soFar: 'So far',
    accepts: 'Credential',
    needed: 'Still needed',
    elsewhere: 'Elsewhere',
    items: 'What counts where',
  },
  short: (needed, questions) =>
    [
      ...(needed > 0 ? [count(needed, 'thing')] : []),
      ...(questions > 0 ? [count(questions, 'question')] : []),
      ...(needed + questions === 0 ? ['nothing'] : []),
    ].join(', '),
  stage: (title, status) => `${title}: ${statuses[status]}`,
  carriedOver:
    'The record was not written for this programme: only what means the same everywhere was read, and more may count here.',
  needed: ({ says, status, short }) => {
    const isOne = short !== undefined && short.n === short.d && ['items', 'requirements'].includes(short.unit);
    return stillNeededOf(says, status, isOne ? undefined : short);
  },
  notTold: (things) =>
    `${things === 1 ? 'Of 1 thing' : `Of ${count(things, 'thing')}`} we cannot tell yet whether it is still needed.`,
  acceptances: { accepted: 'accepted', notAccepted: 'not accepted', unknown: 'not known' },
  accepts: (credential, { is, as }) =>
    `${credential}: ${is === 'unknown' ? 'not known whether it is accepted' : is === 'accepted' ? 'accepted' : 'not accepted'}${as === undefined ? '' : ` as ${as}`}`,
  because: {
    rules: 'The rules of the programme settle it.',
    statement: 'A public statement says so.',
    rulesUndecided: 'Whether the rules of the programme take it hangs on what is not known yet.',
    statementsDisagree: 'Public statements disagree.',
    dayBetween: 'Whether the statement holds on this day is not established.',
    beforeStatement: 'The statement that is known holds from a later day on.',
    afterStatement: 'The statement that is known holds no longer.',
    onlyRelation: 'What is known of the two is no acceptance.',
    noStatement: 'No public statement about it is known.',
  },
  asks: (says) => `Asked for besides: ${bare(says)}.`,
  elsewhere: (programme, place) => (place === undefined || place === programme ? programme : `${programme} (${place})`),
  worth: {
    counts: (programmes) => `Counts in ${list(programmes)}.`,
    notYet: (programmes) => `Will count, once it is completed, in ${list(programmes)}.`,
    own: (programmes) => `It is a credential of ${list(programmes)}.`,
    mayCount: (programmes) => `May count in ${list(programmes)}.`,
    no: (programmes) => `Does not count in ${list(programmes)}.`,
    notRead: (programmes) => `Not read in ${list(programmes)}: it is in the words of another programme.`,
  },
};
