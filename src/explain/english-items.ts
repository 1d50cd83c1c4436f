import type { CourseOption } from '../model/deficiency.js';
import type { Use } from '../model/use.js';
import type { Day } from '../model/value.js';
import { moneyWords } from './english-amounts.js';
import { fieldQuestion } from './english-fields.js';
import { statuses } from './english-reasons.js';
import type { RefusalFacts } from './facts.js';
import type { Messages } from './messages.js';
import { day, list, onDay, quantity } from './words.js';

/** Why an item counts nowhere, in English. */
export const refusals: Messages['refusals'] = {
  failed: (facts) => `Does not count because it was not passed${dated(facts)}.`,
  withdrawn: (facts) => `Does not count because it was withdrawn${dated(facts)}.`,
  notWanted: () => 'Does not count because no requirement asks for anything like it.',
  courseNotListed: () =>
    'Does not count because the rules list no such course, and nothing in the record says what it covers.',
  outsideWindow: (facts) =>
    `Does not count because ${compared(facts, 'the first day that counts', 'the last day that counts', 'it lies outside the time that counts')}.`,
  notHeld: (facts) =>
    facts.limit === undefined
      ? 'Does not count because it was not held on the day that is asked for.'
      : `Does not count because it was not held on the day that is asked for: ${facts.day !== undefined && facts.limit === facts.day ? `it was issued ${onDay(facts.limit)}` : `it expired after ${day(facts.limit)}`}.`,
  notApproved: (facts) =>
    `Does not count because its course was not approved then: ${compared(facts, 'the first day that counts', 'the last day that counts', 'it lies outside the approval')}.`,
  notOffered: (facts) =>
    `Does not count because it could not be handed in any more: ${compared(facts, 'the last day', 'the last day', 'it lies after the last day')}.`,
  notPassed: () => 'Does not count because its ratings do not pass.',
  supplementNeeded: () => 'Does not count yet because more evidence was asked for and none is in the record.',
  belowMinimum: () => 'Does not count because it is below the least amount that counts.',
  noAmount: () => 'Does not count because the record gives no amount for it.',
  unitNotConvertible: () => 'Does not count because nothing says how its unit converts to the one that is asked for.',
  late: (facts) =>
    `Does not count because it came too late: ${compared(facts, 'the last day', 'the last day', 'it lies after the last day')}.`,
  bundleIncomplete: (facts) =>
    `Does not count because it counts only together with ${facts.missing?.length ? list(facts.missing) : 'another course that is not in the record'}.`,
  alreadyFull: (facts) =>
    `Does not count because ${facts.nearest === undefined ? 'the requirement' : `“${facts.nearest}”`} has enough without it.`,
  takenElsewhere: (facts) =>
    `Does not count because it counts already for ${facts.elsewhere === undefined ? 'something else' : `“${facts.elsewhere}”`}.`,
  excluded: () => 'Does not count because the authority has excluded it for this person.',
  notEarnedYet: (facts) =>
    `Does not count because it is not completed yet${facts.day === undefined ? '' : `; its day is ${day(facts.day)}`}.`,
};

/** Questions for which a pack has no words of its own, in English. */
export const questions: Messages['questions'] = {
  fact: (about) => `What is known about “${about}”?`,
  milestone: (about) => `On which day was “${about}”?`,
  field: (about, field = '') => fieldQuestion(about, field),
  approval: (about) =>
    `Was “${about}” approved on the day on which it was completed? A completion document of the provider or the authority settles it.`,
  list: (about) => `Is the list complete that “${about}” looks at?`,
  calendar: (about) => `On which days does it take place (“${about}”)?`,
  rule: (about) => `What does the authority ask for “${about}”?`,
};

/** An item that counts, in English. */
export const uses: Messages['uses'] = {
  earned: (use) => itemWords(use, ''),
  inProgress: (use) => `In progress: ${itemWords(use, 'until ')}`,
  planned: (use) => `Planned: ${itemWords(use, 'until ')}`,
};

/** How to get what is still needed, in English. */
export const needed: Messages['needed'] = {
  ways: 'Ways to get it:',
  way: (title, status) => `${title}: ${statuses[status]}`,
  course: (option, asOf) => {
    const providers = [...new Set(option.courses.map(({ provider }) => provider))];
    const [provider] = providers;
    const names =
      providers.length === 1
        ? `${list(option.courses.map(({ title }) => title))}${option.courses.length > 1 ? ', together' : ''} (${provider})`
        : `${list(option.courses.map((course) => `${course.title} (${course.provider})`))}, together`;
    const approval = option.approval && approvalWords[option.approval]({ lastSeen: option.lastSeen, asOf });
    return [
      `${names}: ${option.length ?? 'length not known'}`,
      costWords(option),
      ...accessWords(option),
      ...(approval === undefined ? [] : [approval]),
    ].join('; ');
  },
  withoutCourse: (titles) => `No course is listed here for ${list(titles, 'or')}.`,
  from: (titles) => `To choose from: ${list(titles, 'or')}.`,
  askFirst: 'Ask whether a course is approved before you pay for it.',
};

function costWords({ price, cost }: CourseOption): string {
  return price?.amount || price?.atLeast || price?.atMost ? moneyWords(price) : (cost ?? 'cost not known');
}

/** Nothing where everybody, or certainly this person, may take it. */
function accessWords({ mayTake }: CourseOption): readonly string[] {
  if (mayTake === 'no') return ['not open to you'];
  return mayTake === 'unknown' ? ['not open to everybody: ask first'] : [];
}

/** Items that do not count, in English. */
export const notCounted: Messages['notCounted'] = {
  item: (title, on) => (on === undefined ? title : `${title}, ${day(on)}`),
  nearest: (title) => `It came nearest to “${title}”.`,
  inStage: (stage, sentence) => `${stage}: ${sentence}`,
};

/** Whether a course is known to be approved. */
const approvalWords: Readonly<
  Record<
    NonNullable<CourseOption['approval']>,
    (facts: { readonly lastSeen: Day | undefined; readonly asOf: Day }) => string
  >
> = {
  approved: ({ asOf }) => `approved on ${day(asOf)}`,
  seenApproved: ({ lastSeen }) => `last seen approved${lastSeen === undefined ? '' : ` ${onDay(lastSeen)}`}`,
  notEstablished: () => 'approval not established',
};

function itemWords(use: Use, before: string): string {
  const amount = use.amount === undefined || use.amount.unit === 'items' ? '' : quantity(use.amount);
  const how = use.how === undefined ? '' : howWords[use.how];
  return [
    use.title,
    ...(use.day === undefined ? [] : [`${before}${day(use.day)}`]),
    ...(amount === '' ? [] : [`${amount}${how}`]),
    ...(use.certain ? [] : ['if what is not known about it turns out well']),
  ].join(', ');
}

const howWords: Readonly<Record<NonNullable<Use['how']>, string>> = {
  converted: ' (converted)',
  proRated: ' (the share of its days that counts)',
};

function dated(facts: RefusalFacts): string {
  return facts.day === undefined ? '' : ` (${day(facts.day)})`;
}

function compared({ day: own, limit }: RefusalFacts, first: string, last: string, otherwise: string): string {
  if (limit === undefined) return own === undefined ? otherwise : `${otherwise}, on ${day(own)}`;
  if (own === undefined) return `${otherwise} (${day(limit)})`;
  return own < limit ? `${day(own)} is before ${day(limit)}, ${first}` : `${day(own)} is after ${day(limit)}, ${last}`;
}
