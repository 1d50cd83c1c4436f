// The numbers, days and lists of LSSC's texts of 2012 and 2013, written into the code as a programmer would who had one programme
// to support. They are those of `rules/lssc`; the run begins by showing that the answers are the same.

export const REQUIRED = ['foundations', 'communication', 'technology'];
export const ELECTIVES = [
  'access',
  'adult-readers-advisory',
  'cataloging',
  'collections',
  'reference',
  'supervision',
  'youth',
];
export const ELECTIVES_NEEDED = 3;
export const SETS = [...REQUIRED, ...ELECTIVES];

/** Competencies of the sets for which a portfolio can be counted. */
export const COUNTS = {
  foundations: 12,
  communication: 9,
  technology: 9,
  access: 13,
  'adult-readers-advisory': 12,
  cataloging: 8,
  collections: 10,
  reference: 9,
};

/** Until this day a portfolio could be handed in for certain; of later ones nobody knows. */
export const PORTFOLIOS_TAKEN_UNTIL = '2014-01-01';

const seen = (...days) => days.map((on) => ({ on, reachesBackTo: `${Number(on.slice(0, 4)) - 2}${on.slice(4)}` }));

/** What each listed course covers by itself, and when it was called approved. */
export const COURSES = new Map([
  ['infopeople:foundations', { covers: ['foundations'] }],
  ['infopeople:communication-is-more-than-words', { covers: [] }],
  ['infopeople:all-work-is-team-work', { covers: [] }],
  ['infopeople:technology-in-libraries', { covers: ['technology'] }],
  ['infopeople:childrens-services-fundamentals', { covers: [] }],
  ['infopeople:teen-services-fundamentals', { covers: [] }],
  [
    'infopeople:basic-cataloging-and-classification',
    { covers: ['cataloging'], seenApproved: seen('2023-06-13', '2023-07-10') },
  ],
  ['infopeople:reference', { covers: ['reference'], seenApproved: seen('2011-11-16', '2021-01-12', '2021-02-22') }],
  [
    'state-library-of-louisiana:supervision-and-management',
    { covers: ['supervision'], seenApproved: seen('2011-04-01') },
  ],
  ['state-library-of-louisiana:communication-and-teamwork', { covers: ['communication'] }],
  ['state-library-of-louisiana:reference-and-information-services', { covers: ['reference'] }],
  ['state-library-of-louisiana:foundations-of-library-services', { covers: ['foundations'] }],
  ['northern-kentucky-university:library-technology', { covers: ['technology'], seenApproved: seen('2011-11-16') }],
  [
    'northern-kentucky-university:foundations-of-library-services',
    { covers: ['foundations'], seenApproved: seen('2011-11-16') },
  ],
  [
    'fresno-pacific-university:communication-teamwork-and-decisionmaking',
    { covers: ['communication'], seenApproved: seen('2011-11-16') },
  ],
  ['central-carolina:com-110', { covers: [] }],
]);

/** Courses that cover a set together and nothing apart. */
export const PAIRS = [
  {
    courses: ['infopeople:communication-is-more-than-words', 'infopeople:all-work-is-team-work'],
    set: 'communication',
  },
  {
    courses: ['infopeople:childrens-services-fundamentals', 'infopeople:teen-services-fundamentals'],
    set: 'youth',
  },
];
