import { questions } from '../explain/english-items.js';
import { sources } from '../explain/english-notices.js';
import { lastDay, statuses } from '../explain/english-reasons.js';
import { day, list, number, quantity, sentence, share, unbroken } from '../explain/words.js';
import type { Day } from '../model/value.js';
import { comparison } from './english-comparison.js';
import { timeline } from './english-timeline.js';
import type { LifeMessages, StandingMessages } from './messages.js';

const standings: LifeMessages['standings'] = {
  none: 'nothing begun',
  notEligible: 'not eligible yet',
  eligible: 'eligible',
  candidate: 'candidate',
  candidacyEnded: 'time to complete is over',
  complete: 'complete, not certified yet',
  provisional: 'provisionally certified',
  certified: 'certified',
  renewalOpen: 'certified, renewal is open',
  inGrace: 'expired, can still be renewed',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
  unknown: 'we cannot tell yet',
};

const standing: StandingMessages = {
  title: (credential, asOf) => `${credential}: where it stands on ${day(asOf)}`,
  headline: (words, since) => sentence(since === undefined ? words : `${words} (since ${day(since)})`),
  next: (on, words) => `If nothing else happens, from ${day(on)} on: ${words}.`,
  headings: {
    before: 'So far',
    after: 'What comes, if nothing else happens',
    terms: 'How long it is held',
    mayBe: 'It is one of these',
    questions: 'What would tell',
  },
  line: (words) => words.charAt(0).toUpperCase() + words.slice(1),
  term: ({ title, begins, beginsLatest, ends, endsLatest }) => {
    const first = between(begins, beginsLatest) || 'not known';
    return `${title}: first day ${first}, last day ${between(ends, endsLatest) || 'not known'}`;
  },
  renewable: ({ opens, opensLatest, closes, closesLatest }) => {
    const from = between(opens, opensLatest);
    const until = between(closes, closesLatest);
    return `It can be renewed${from && ` from ${from}`}${until && ` until ${until}`}.`;
  },
  stated: 'The record states its last day.',
};

/** A day, or the two between which it lies; nothing where neither is known. */
function between(from: Day | undefined, latest: Day | undefined): string {
  return lastDay({ dueOn: from, dueOnLatest: latest }, '');
}

/** The English catalogue, in which the life of a credential is told unless another is given. */
export const enLife: LifeMessages = {
  words: { day, number, quantity, share, list, sentence, unbroken },
  statuses,
  standings,
  questions,
  standing,
  timeline,
  comparison,
  sources: 'Sources',
  source: sources.source,
};
