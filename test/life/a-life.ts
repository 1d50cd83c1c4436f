import type { CandidateRecord } from '../../src/model/record.js';

/** A whole life with the national certification in twelve entries, from enrolling in 2012 through the hours of a renewal in 2019. */
export const twelveEntries: CandidateRecord = {
  milestones: { enrolled: '2012-12-03', accepted: '2012-12-17', certified: '2015-06-15' },
  facts: { 'high-school-diploma': true, 'ala-member': false },
  experience: [
    {
      id: 'branch',
      title: 'Library assistant',
      from: '2009-01-05',
      until: '2013-05-31',
      hoursPerWeek: 20,
      duties: ['library'],
      paid: true,
    },
  ],
  completions: (
    [
      ['foundations', '2013-01-10', '2013-03-10'],
      ['communication', '2013-04-10', '2013-06-10'],
      ['technology', '2013-08-10', '2013-10-10'],
      ['access', '2014-01-10', '2014-03-10'],
      ['reference', '2014-05-10', '2014-07-10'],
    ] as const
  ).map(([set, started, completed]) => ({
    id: set,
    course: `college:${set}`,
    covers: [set],
    started,
    completed,
    approval: { by: 'ala-apa', on: completed, document: 'completion form' },
  })),
  reviews: [
    {
      id: 'youth',
      of: 'portfolio',
      covers: ['youth'],
      started: '2014-11-10',
      completed: '2015-03-10',
      approval: { by: 'ala-apa', on: '2015-03-10', document: 'letter' },
    },
  ],
  credentials: [{ id: 'certificate', credential: 'lssc', issued: '2015-06-15', by: 'ala-apa' }],
  activities: [
    { id: 'databases', completed: '2016-03-10', amount: '10 contact-hours', fields: { topic: ['technology'] } },
    { id: 'circulation', completed: '2017-03-10', amount: '12 contact-hours', fields: { topic: ['access'] } },
    { id: 'lending', completed: '2018-03-10', amount: '10 contact-hours', fields: { topic: ['access'] } },
    { id: 'shelving', completed: '2019-02-10', amount: '3 contact-hours', fields: { topic: ['access'] } },
  ],
};

/** Ten years of it. */
export const tenYears = { from: '2012-12-01', until: '2022-11-30' };
