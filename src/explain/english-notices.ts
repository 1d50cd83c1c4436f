import type { EditionBasis, ExceptionApplied } from '../model/evaluation.js';
import type { Citation } from '../model/value.js';
import { lastDay, statuses } from './english-reasons.js';
import type { Messages } from './messages.js';
import { bare, count, day, list, onDay, quantity, sentence, share } from './words.js';

/** What stands over each section, in English. */
export const headings: Messages['headings'] = {
  headline: 'The answer',
  stages: 'Requirements',
  needed: 'Still needed',
  days: 'Days to know',
  costs: 'What it costs',
  notCounted: 'Did not count',
  unknown: 'We cannot tell yet',
  declared: 'Declared',
  notes: 'Assumptions and notes',
  sources: 'Sources',
};

/** What a person should know beside the answer, in English. */
export const advisories: Messages['advisories'] = {
  rulesLastSeen: ({ seen, asOf, daysAgo = 0 }) =>
    `The public texts were last read ${seen === undefined ? 'on a day that is not known' : onDay(seen)}; this answer is for ${day(asOf)}${daysAgo > 0 ? `, ${count(daysAgo, 'day')} later` : ''}.`,
  programmeStandingNotEstablished: ({ says }) =>
    `Whether applications are taken today was not established${says === undefined ? '' : `: ${inside(says)}`}.`,
  applicationsClosed: ({ says }) =>
    `No applications are taken any more${says === undefined ? '' : `: ${inside(says)}`}.`,
  assumptionsUsed: ({ assumptions }) =>
    `This answer rests on ${assumptions === 0 ? 'assumptions' : count(assumptions, 'assumption')} that no public text settles.`,
  note: ({ says }) => says ?? '',
  exceptionIgnored: ({ exception }) =>
    `${exception === undefined ? 'An exception' : `The exception “${exception}”`} has no effect: another authority granted it, it contradicts another exception, or there is nothing here that it could change.`,
  pinImpossible: ({ exception }) =>
    `The exception “${exception ?? ''}” has no effect: its item cannot count for the requirement that it names.`,
};

/** What an exception changed for this person, in English. */
export const exceptions: Messages['exceptions'] = {
  waiver: (facts) => granted('Waived', facts),
  substitution: (facts) => granted('One item stands in for it, as granted', facts),
  alsoAccept: (facts) => granted('An item counts here that would not otherwise, as granted', facts),
  applyHere: (facts) => granted('An item counts here rather than elsewhere, as granted', facts),
  exclude: (facts) => granted('An item does not count here, as decided', facts),
  adjustment: (facts) => granted('Changed for this person', facts),
};

/** What the law makes of the credential, in English. */
export const forces: Messages['forces'] = {
  voluntary: 'The credential is voluntary.',
  mandatory: 'The law asks for this credential.',
  conditionOfAid: 'Public money depends on it.',
  historical: 'The programme has ended; this applies its text as it was.',
  none: 'There is no such credential here.',
};

/** How well a source stands, in English. */
export const confidenceWords: Readonly<Record<NonNullable<Citation['confidence']>, string>> = {
  several: 'other sources agree',
  single: 'the only source found',
  inferred: 'inferred from it, not said in it',
  conflict: 'another source disagrees',
};

/** Around the answer, in English. */
export const answer: Messages['answer'] = {
  title: (credential, asOf) => `${credential}, asked for ${day(asOf)}`,
  progress: ({ earned, earnedAtMost, withInProgress, withPlanned }) => {
    const same = (a: typeof earned, b: typeof earned) => a.n === b.n && a.d === b.d;
    return [
      `Achieved so far: ${share(earned)}${earnedAtMost && !same(earned, earnedAtMost) ? ` at least, ${share(earnedAtMost)} at most` : ''}.`,
      ...(same(earned, withInProgress) ? [] : [`With what is in progress: ${share(withInProgress)}.`]),
      ...(same(withInProgress, withPlanned) ? [] : [`With what is planned: ${share(withPlanned)}.`]),
    ].join(' ');
  },
};

/** Lines of stages and requirements, in English. */
export const outline: Messages['outline'] = {
  stage: ({ title, status, due = {}, earned }) => {
    if (status === undefined) return title;
    const words = status === 'notBegun' ? 'not begun' : statuses[status];
    return `${title}: ${words}${lastDay(due, ', last day ')}${earned === undefined ? '' : `, ${share(earned)} achieved`}`;
  },
  gate: (title, status) => `First: ${title} (${statuses[status]})`,
  heldBefore: 'Holding the credential that this builds on',
  lastDay: (due) => `${lastDay(due, 'Last day: ')}.`,
  enough: (have, need) => `In all ${quantity(have)}; ${quantity(need)} asked.`,
  together: (uses) => `${uses.join('; ')}; together.`,
  waived: 'Waived.',
};

/** What is not known, in English. */
export const unknown: Messages['unknown'] = {
  about: (question, item) => (question.includes(item) ? question : `${item}: ${question}`),
  hangsOn: (titles) => `Hangs on it: ${titles.join('; ')}.`,
  whichText: 'It hangs on which public text holds:',
  reading: ({ says, status, dueOn, reason }) => {
    const outcome =
      reason === undefined
        ? `${statuses[status]}${dueOn === undefined ? '' : `, last day ${day(dueOn)}`}`
        : inside(reason);
    return `If it is “${bare(says)}”: ${outcome}.`;
  },
};

/** Days, declarations, assumptions and editions, in English. */
export const notes: Messages['notes'] = {
  namedDay: (named) => {
    if (named.day === undefined)
      return `${named.title}: ${named.latest === undefined ? 'not known' : `by ${day(named.latest)}`}.`;
    const range = named.latest === undefined || named.latest === named.day;
    return `${named.title}: ${range ? day(named.day) : `between ${day(named.day)} and ${day(named.latest ?? named.day)}`}.`;
  },
  declared: (sets) =>
    `${list(sets.map(({ title, status }) => `${title} (${statuses[status]})`))}. What is declared does not bind: the best choice counts.`,
  assumed: ({ value }) => (value === '' || value.startsWith('{') ? '' : `Assumed: ${day(value)}.`),
  edition: (stages, edition) =>
    `${list(stages)}: judged by ${textsOf(edition.ids)}; ${because[edition.basis](edition)}.`,
  notSearched: (stage) => `${stage}: not every way to count the items was tried; what is said to be achieved is so.`,
  designation: ({ title, short }) =>
    `Whoever holds it may be called ${title}${short === undefined ? '' : ` (${short})`}.`,
};

/** The list of sources, in English. */
export const sources: Messages['sources'] = {
  source: ({ title, era, seen, confidence }) =>
    [
      `${title}${era === undefined ? '' : ` (${era})`}`,
      `read ${onDay(seen)}`,
      ...(confidence === undefined || confidence === 'several' ? [] : [confidenceWords[confidence]]),
    ].join(', '),
  places: (places) => sentence(`at ${places.join('; ')}`),
  affiliation: (authority) =>
    `Not affiliated with ${authority} or any state; this applies the published text as last read on the days named; the authority decides.`,
};

function granted(what: string, { granted: on, by, reason }: ExceptionApplied): string {
  return `${what} ${onDay(on)} by ${by}: ${bare(reason)}.`;
}

function textsOf(ids: readonly string[]): string {
  const names = list(
    ids.map((id) => `“${id}”`),
    'or',
  );
  return ids.length === 0 ? 'no text' : `${ids.length === 1 ? 'the text' : 'one of the texts'} ${names}`;
}

const because: Readonly<Record<EditionBasis['basis'], (edition: EditionBasis) => string>> = {
  stated: ({ governedBy, governedOn }) =>
    `the day of “${governedBy}” picks it${governedOn === undefined ? '' : `, ${day(governedOn)}`}`,
  notYet: ({ governedBy, governedOn }) =>
    `“${governedBy}” has not happened yet${governedOn === undefined ? '' : `, and it is the text of ${day(governedOn)}`}`,
  notStated: ({ governedBy }) => `the day of “${governedBy}”, which picks it, is not stated`,
};

/** A sentence inside another one. */
function inside(text: string): string {
  return bare(text.charAt(0).toLowerCase() + text.slice(1));
}
