import type {
  Advisory,
  AssumptionUsed,
  EditionBasis,
  ExceptionApplied,
  NamedDayFinding,
  Progress,
  ReadingOutcome,
} from '../evaluation.js';
import { percent } from '../fraction.js';
import type { Designation, Force } from '../pack.js';
import type { Citation, Day } from '../value.js';
import type { SectionId } from './explanation.js';
import { statusWords } from './messages.js';
import { bare, count, day, list, onDay, sentence } from './words.js';

/** What stands over each section. */
export const headings: Readonly<Record<SectionId, string>> = {
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

/** What a person should know beside the answer. */
export const advisorySentences: Readonly<
  Record<Advisory['code'], (facts: Advisory & { readonly asOf: Day; readonly assumptions: number }) => string>
> = {
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

/** What an exception changed for this person, and who granted it, when and why. */
export function exceptionSentence({ kind, by, granted, reason }: ExceptionApplied): string {
  return `${exceptionWords[kind]} ${onDay(granted)} by ${by}: ${bare(reason)}.`;
}

const exceptionWords: Readonly<Record<ExceptionApplied['kind'], string>> = {
  waiver: 'Waived',
  substitution: 'One item stands in for it, as granted',
  alsoAccept: 'An item counts here that would not otherwise, as granted',
  applyHere: 'An item counts here rather than elsewhere, as granted',
  exclude: 'An item does not count here, as decided',
  adjustment: 'Changed for this person',
};

/** What the law makes of the credential. */
export const forceSentences: Readonly<Record<Force, string>> = {
  voluntary: 'The credential is voluntary.',
  mandatory: 'The law asks for this credential.',
  conditionOfAid: 'Public money depends on this credential.',
  historical: 'The programme has ended; this applies its text as it was.',
  none: 'There is no such credential here.',
};

/** How well a source stands. */
export const confidenceWords: Readonly<Record<NonNullable<Citation['confidence']>, string>> = {
  several: 'other sources agree',
  single: 'the only source found',
  inferred: 'inferred from it, not said in it',
  conflict: 'another source disagrees',
};

/** Words of the headline, the notes and the sources. */
export const phrases = {
  title: (credential: string, asOf: Day) => `${credential}, asked for ${day(asOf)}`,
  progress: ({ earned, earnedAtMost, withInProgress, withPlanned }: Progress) => {
    const same = (a: typeof earned, b: typeof earned) => a.n === b.n && a.d === b.d;
    return [
      `Achieved so far: ${share(earned)}${earnedAtMost && !same(earned, earnedAtMost) ? ` at least, ${share(earnedAtMost)} at most` : ''}.`,
      ...(same(earned, withInProgress) ? [] : [`With what is in progress: ${share(withInProgress)}.`]),
      ...(same(withInProgress, withPlanned) ? [] : [`With what is planned: ${share(withPlanned)}.`]),
    ].join(' ');
  },
  stage: (title: string, status: string | undefined, earned: Progress['earned'] | undefined) => {
    if (status === undefined) return title;
    return earned === undefined ? `${title}: ${status}` : `${title}: ${status}, ${share(earned)} achieved`;
  },
  notBegun: 'not begun',
  gate: (title: string, status: string) => `First: ${title} (${status})`,
  enough: (have: string, need: string) => `In all ${have}; ${need} asked.`,
  until: (status: string, last: string) => `${status}, last day ${last}`,
  lastDay: (words: string) => `Last day: ${words}.`,
  whichText: 'It hangs on which public text holds:',
  reading: ({ says, status, dueOn }: ReadingOutcome, reason: string | undefined) => {
    const outcome =
      reason === undefined
        ? `${statusWords[status]}${dueOn === undefined ? '' : `, last day ${day(dueOn)}`}`
        : inside(reason);
    return `If it is “${bare(says)}”: ${outcome}.`;
  },
  namedDay: (named: NamedDayFinding) => {
    if (named.day === undefined)
      return `${named.title}: ${named.latest === undefined ? 'not known' : `by ${day(named.latest)}`}.`;
    const range = named.latest === undefined || named.latest === named.day;
    return `${named.title}: ${range ? day(named.day) : `between ${day(named.day)} and ${day(named.latest ?? named.day)}`}.`;
  },
  designation: ({ title, short }: Designation) =>
    `Whoever holds it may be called ${title}${short === undefined ? '' : ` (${short})`}.`,
  declared: (sets: readonly { readonly title: string; readonly status: string }[]) =>
    `${list(sets.map(({ title, status }) => `${title} (${status})`))}. What is declared does not bind: the best choice counts.`,
  assumed: ({ path, value }: AssumptionUsed) =>
    `Assumed${value === '' || value.startsWith('{') ? '' : `: ${day(value)}`} (${path} in the rules).`,
  edition: (stages: readonly string[], { ids, governedBy, governedOn, basis }: EditionBasis) => {
    const texts =
      ids.length === 0
        ? 'no text'
        : `${ids.length === 1 ? 'the text' : 'one of the texts'} ${list(
            ids.map((id) => `“${id}”`),
            'or',
          )}`;
    const because = {
      stated: `the day of “${governedBy}” picks it${governedOn === undefined ? '' : `, ${day(governedOn)}`}`,
      notYet: `“${governedBy}” has not happened yet${governedOn === undefined ? '' : `, and it is the text of ${day(governedOn)}`}`,
      notStated: `the day of “${governedBy}”, which picks it, is not stated`,
    };
    return `${list(stages)}: judged by ${texts}; ${because[basis]}.`;
  },
  notSearched: (stage: string) =>
    `${stage}: not every way to count the items was tried; what is said to be achieved is so.`,
  source: ({ title, era, seen, confidence }: Citation) =>
    [
      `${title}${era === undefined ? '' : ` (${era})`}`,
      `read ${onDay(seen)}`,
      ...(confidence === undefined || confidence === 'several' ? [] : [confidenceWords[confidence]]),
    ].join(', '),
  places: (places: readonly string[]) => sentence(`at ${places.join('; ')}`),
} as const;

/** Under every answer. */
export function affiliation(authority: string): string {
  return `Not affiliated with ${authority} or any state; this applies the published text as last read on the days named; the authority decides.`;
}

/** A sentence inside another one. */
function inside(text: string): string {
  return bare(text.charAt(0).toLowerCase() + text.slice(1));
}

/** `83 percent (5/6)`; rounded down, so that 100 is only said of what is complete. */
function share(progress: Progress['earned']): string {
  const exact = progress.n === 0 || progress.n === progress.d ? '' : ` (${progress.n}/${progress.d})`;
  return `${percent(progress)} percent${exact}`;
}
