import { statuses } from '../explain/english-reasons.js';
import { bare, count, day } from '../explain/words.js';
import type { AmountStanding } from '../model/amount-finding.js';
import type { TimelineMessages } from './messages.js';

/** What the days bring, in English. */
export const timeline: TimelineMessages = {
  title: (credential, from, until) => `${credential}: from ${day(from)} until ${day(until)}`,
  start: (from, how) => `On ${day(from)}: ${how}.`,
  count: (days, next) =>
    next === undefined
      ? 'If nothing else happens, nothing changes.'
      : `If nothing else happens, something changes on ${count(days, 'day')}, ${days === 1 ? '' : 'the first '}on ${day(next)}.`,
  heading: 'What changes, if nothing else happens',
  standingRow: 'Where it stands',
  standing: (to, from) => changed(to.charAt(0).toUpperCase() + to.slice(1), from),
  stage: (title, to, from) => changed(`${title}: ${statuses[to]}`, statuses[from]),
  requirement: (says, to, from) => changed(`${bare(says)}: ${statuses[to]}`, statuses[from]),
  amount: (title, to, from) =>
    to === from
      ? `${bare(title)}: ${amounts[to]}, another amount from this day on`
      : changed(`${bare(title)}: ${amounts[to]}`, amounts[from]),
  causes: {
    itemEarned: (title) => `“${title}” is completed.`,
    itemStarted: (title) => `“${title}” begins.`,
    itemExpired: (title) => `“${title}” has expired.`,
    itemDay: (title) => `A day of “${title}” has come.`,
    milestone: (title) => `This day has come: ${bare(title)}.`,
    fact: (title) => `This changes in the record: ${bare(title)}.`,
    exceptionBegins: (title) => `The exception “${title}” begins.`,
    exceptionEnds: (title) => `The exception “${title}” has ended.`,
    editionBegins: (title) => `Another text of the rules begins to hold (“${title}”).`,
    editionEnds: (title) => `A text of the rules no longer holds (“${title}”).`,
    lastDayPassed: (title) => `The last day has passed for “${bare(title)}”.`,
    windowOpens: (title) => `The time begins that counts for “${bare(title)}”.`,
    windowClosed: (title) => `The time has ended that counts for “${bare(title)}”.`,
    windowMoves: (title) => `Something lies too far back from this day on to count for “${bare(title)}”.`,
    periodClosed: (title) => `A period has closed of “${bare(title)}”.`,
    workReached: (title) => `The work reaches what is asked in “${bare(title)}”.`,
    namedDay: (title) => `This day has come: ${bare(title)}.`,
    namedDayPassed: (title) => `This day has passed: ${bare(title)}.`,
    termBegins: (title) => `“${title}” begins.`,
    termOpens: (title) => `“${title}” can be renewed from this day on.`,
    termEnded: (title) => `The last day of “${title}” has passed.`,
    termClosed: (title) => `The last day to renew has passed for “${title}”.`,
    approvalEnds: (title) => `The approval has ended of the course “${title}”.`,
    amountOpens: (title) => `One can apply from this day on: ${bare(title)}.`,
    amountClosed: (title) => `The last day to apply has passed: ${bare(title)}.`,
    amountChanges: (title) => `The amount changes: ${bare(title)}.`,
  },
};

/** Whether an amount concerns this person, in English. */
const amounts: Readonly<Record<AmountStanding, string>> = {
  due: 'due',
  open: 'open for applications',
  closed: 'closed for applications',
  notYetOpen: 'not open yet',
  unknown: 'we cannot tell yet',
  doesNotApply: 'does not apply',
};

function changed(now: string, before: string): string {
  return `${now} (before: ${before})`;
}
