import type { StandingFinding } from '../../src/model/standing.js';
import type { Timeline } from '../../src/model/timeline.js';

const pack = { id: 'sample', version: '1.0.0', title: 'Sample certificate' };
const cite = [{ source: 'law', at: 'section 4' }];

export const citations = {
  law: { title: 'The law', href: 'https://example.org/law', seen: '2026-11-20' },
  unused: { title: 'Another text', href: 'https://example.org/other', seen: '2026-11-20' },
};

/** Certified, with a renewal to come. */
export const certified: StandingFinding = {
  format: 1,
  pack,
  asOf: '2026-11-22',
  is: 'certified',
  says: 'the certification is in force',
  cite,
  questions: [],
  terms: {
    certification: [
      {
        title: 'Certification',
        by: 'first',
        begins: '2023-07-01',
        opens: '2027-01-01',
        ends: '2027-06-30',
        closes: '2027-08-30',
        isStated: true,
        cite,
      },
    ],
  },
  changes: [
    { on: '2020-09-01', from: 'none', is: 'candidate', title: 'On the roll', cite },
    { on: '2023-07-01', from: 'candidate', is: 'certified', says: 'the certification is in force', cite },
    { on: '2027-01-01', from: 'certified', is: 'renewalOpen', cite },
    { on: '2027-07-01', from: 'renewalOpen', is: 'inGrace', cite },
    { on: '2027-08-31', from: 'inGrace', is: 'lapsed', says: 'It is out of force.', cite },
  ],
};

/** One of two, and two questions that would tell. */
export const undecided: StandingFinding = {
  format: 1,
  pack,
  asOf: '2027-08-30',
  is: 'unknown',
  cite: [],
  mayBe: [
    { is: 'inGrace', says: 'it has ended and can be renewed', cite },
    { is: 'lapsed', title: 'Out of force', says: 'It is out of force.', cite },
  ],
  questions: [
    { id: 'milestone:certified', about: 'milestone', titled: 'Certification day', requirements: [] },
    { id: 'fact:away', about: 'fact', asks: 'Was the candidate away?', requirements: [] },
  ],
  terms: {
    certification: [
      {
        title: 'Certification',
        by: 'first',
        begins: '2023-06-01',
        beginsLatest: '2023-07-01',
        ends: '2027-05-30',
        endsLatest: '2027-06-30',
        closes: '2027-07-30',
        closesLatest: '2027-08-30',
        cite,
      },
      { title: 'For life', by: 'second', begins: '2024-01-01', cite: [] },
    ],
  },
  changes: [],
};

/** Two years with everything that can change. */
export const eventful: Timeline = {
  format: 1,
  pack,
  from: '2026-11-22',
  until: '2028-11-21',
  start: { status: 'pending', stages: { award: 'pending', renewal: 'notApplicable' }, standing: 'candidate' },
  days: [
    {
      on: '2027-03-01',
      changes: [
        { about: 'amount', id: 'grant', title: 'The grant', from: 'open', to: 'closed', money: {}, cite },
        { about: 'requirement', id: 'sets', stage: 'award', says: 'Three sets.', from: 'pending', to: 'unmet', cite },
        { about: 'requirement', id: 'other', stage: 'award', says: 'Three sets.', from: 'pending', to: 'unmet', cite },
        { about: 'requirement', id: 'hours', stage: 'renewal', says: 'Hours', from: 'unmet', to: 'met', cite },
        { about: 'stage', id: 'award', title: 'Certification', from: 'pending', to: 'unmet', reason: 'overdue', cite },
        { about: 'standing', from: 'candidate', to: 'candidacyEnded', says: 'Time is over.', cite },
      ],
      because: [
        { code: 'lastDayPassed', requirement: 'sets', says: 'Three sets.' },
        { code: 'amountClosed', amount: 'grant', title: 'The grant' },
      ],
    },
    {
      on: '2028-02-01',
      changes: [{ about: 'standing', from: 'candidacyEnded', to: 'unknown', title: 'Nobody knows', cite: [] }],
      because: [
        { code: 'itemEarned', item: 'a', title: 'A course' },
        { code: 'itemStarted', item: 'a', title: 'A course' },
        { code: 'itemExpired', item: 'a', title: 'A card' },
        { code: 'itemDay', item: 'a', title: 'A course', field: 'submitted' },
        { code: 'milestone', milestone: 'accepted', title: 'Acceptance' },
        { code: 'fact', fact: 'member', title: 'Membership' },
        { code: 'exceptionBegins', exception: 'leave' },
        { code: 'exceptionEnds', exception: 'leave' },
        { code: 'editionBegins', edition: '2028' },
        { code: 'editionEnds', edition: '2020' },
        { code: 'windowOpens', requirement: 'w', says: 'Work.' },
        { code: 'windowClosed', requirement: 'w', says: 'Work.' },
        { code: 'windowMoves', requirement: 'w', says: 'Work.' },
        { code: 'periodClosed', requirement: 'w', says: 'Work.' },
        { code: 'workReached', requirement: 'w', says: 'Work.' },
        { code: 'namedDay', day: 'expiry', title: 'Expiry' },
        { code: 'namedDayPassed', day: 'expiry', title: 'Expiry' },
        { code: 'termBegins', term: 't', title: 'Certification' },
        { code: 'termOpens', term: 't', title: 'Certification' },
        { code: 'termEnded', term: 't', title: 'Certification' },
        { code: 'termClosed', term: 't', title: 'Certification' },
        { code: 'approvalEnds', course: 'c', title: 'A course' },
        { code: 'amountOpens', amount: 'grant', title: 'The grant' },
        { code: 'amountChanges', amount: 'grant', title: 'The grant' },
      ],
    },
  ],
};

/** Nothing to come, and no table of standings. */
export const uneventful: Timeline = {
  ...eventful,
  start: { status: 'met', stages: { award: 'met' } },
  days: [],
};
