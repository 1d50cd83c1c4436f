import type { Deficiency } from '../../src/model/deficiency.js';
import type { Evaluation, Finding, FindingKind, StageFinding } from '../../src/model/evaluation.js';
import type { Status } from '../../src/model/outcome.js';
import type { Quantity } from '../../src/model/quantity.js';
import type { Unallocated, Use } from '../../src/model/use.js';
import type { Citation } from '../../src/model/value.js';

/** An amount of a unit. */
export const amount = (n: number, unit: string, d = 1): Quantity => ({ n, d, unit });

export function finding(
  id: string,
  kind: FindingKind,
  says: string,
  status: Status,
  more: Partial<Finding> = {},
): Finding {
  return { id, stage: 'award', kind, says, status, cite: [{ source: 'requirements' }], ...more };
}

export function stage(id: string, title: string, status: Status, more: Partial<StageFinding> = {}): StageFinding {
  const none = { n: status === 'met' ? 1 : 0, d: 1 };
  return {
    id,
    title,
    status,
    requirement: id,
    gates: [],
    progress: { earned: none, withInProgress: none, withPlanned: none },
    edition: { ids: ['courses-only'], governedBy: 'enrolled', governedOn: '2024-06-01', basis: 'stated' },
    optimal: true,
    ...more,
  };
}

/** An evaluation that says nothing yet. */
export function evaluation(more: Partial<Evaluation> = {}): Evaluation {
  return {
    format: 1,
    pack: {
      id: 'staff',
      version: '0.1.0',
      title: 'Library Staff Certification',
      authority: 'The Library Association',
      force: 'voluntary',
    },
    asOf: '2026-11-22',
    status: 'unmet',
    mainStage: 'award',
    stages: {},
    findings: {},
    sets: {},
    allocation: [],
    unallocated: [],
    deficiencies: [],
    questions: [],
    assumptions: [],
    days: {},
    amounts: {},
    advisories: [],
    declared: [],
    citations: {},
    ...more,
  };
}

/** A stage of one requirement, with what that requirement needs. */
export function single(status: Status, more: Partial<Finding> = {}, rest: Partial<Evaluation> = {}): Evaluation {
  const top = finding('award', 'total', 'Thirty-two hours of workshops.', status, {
    cite: [{ source: 'policy', at: 'section 3' }],
    ...more,
  });
  const { reason } = top;
  return evaluation({
    status,
    stages: { award: stage('award', 'Certification', status, { progress: half, ...(reason && { reason }) }) },
    findings: { award: top },
    citations: { policy: { title: 'Workshop policy', href: 'https://example.org/policy', seen: '2026-11-02' } },
    ...rest,
  });
}

const half = { earned: { n: 1, d: 2 }, withInProgress: { n: 3, d: 4 }, withPlanned: { n: 1, d: 1 } };

const sets = [
  ['foundations', 'Foundations of Library Services', 'met'],
  ['communication', 'Communication and Teamwork', 'met'],
  ['technology', 'Technology', 'met'],
  ['access', 'Access Services', 'unmet'],
  ['cataloging', 'Cataloging and Classification', 'met'],
  ['collections', 'Collection Management', 'unmet'],
  ['reference', 'Reference and Information Services', 'met'],
  ['supervision', 'Supervision and Management', 'unmet'],
  ['youth', 'Youth Services', 'unmet'],
] as const satisfies readonly (readonly [string, string, Status])[];

const method = 'One approved course, or one approved pair, that covers the whole set.';

const setFindings = sets.flatMap(([id, title, status]) => {
  const reason = status === 'unmet' ? { reason: 'short' as const } : {};
  const numbers = { have: amount(status === 'met' ? 1 : 0, 'requirements'), need: amount(1, 'requirements') };
  return [
    finding(id, 'choose', title, status, { ...reason, ...numbers, of: [`${id}.course`] }),
    finding(`${id}.course`, 'evidence', method, status, {
      ...reason,
      have: amount(status === 'met' ? 1 : 0, 'items'),
      need: amount(1, 'items'),
    }),
  ];
});

const counted = (set: string, item: string, title: string, day: string, more: Partial<Use> = {}): Use => ({
  stage: 'award',
  item,
  list: 'completions',
  title,
  requirement: `${set}.course`,
  tier: 'earned',
  certain: true,
  day,
  ...more,
});

const citation = (title: string, href: string, more: Partial<Citation> = {}): Citation => ({
  title,
  href,
  seen: '2026-11',
  ...more,
});

const refused: readonly Unallocated[] = [
  {
    stage: 'award',
    item: 'supervision-2019',
    list: 'completions',
    title: 'Supervising People',
    reason: 'notApproved',
    requirement: 'supervision.course',
    day: '2019-05-04',
    limit: '2020-06-01',
    cite: [{ source: 'offering-courses' }],
  },
  { stage: 'award', item: 'desk', list: 'experience', title: 'Branch desk', reason: 'notWanted', cite: [] },
  {
    stage: 'renewal',
    item: 'supervision-2019',
    list: 'completions',
    title: 'Supervising People',
    reason: 'notWanted',
    cite: [],
  },
];

const electives: Deficiency = {
  stage: 'award',
  requirement: 'elective-sets',
  says: 'Any three of the elective competency sets.',
  status: 'unmet',
  reason: 'short',
  have: amount(2, 'requirements'),
  need: amount(3, 'requirements'),
  short: amount(1, 'requirements'),
  dueOn: '2028-06-01',
  ways: [
    { requirement: 'access', says: 'Access Services', status: 'unmet', from: ['completions'], courses: [] },
    { requirement: 'collections', says: 'Collection Management', status: 'unmet', from: ['completions'], courses: [] },
    {
      requirement: 'supervision',
      says: 'Supervision and Management',
      status: 'unmet',
      from: ['completions'],
      courses: [
        {
          courses: [{ id: 'p:supervision', title: 'Supervision and Management', provider: 'Provincial Library' }],
          approval: 'seenApproved',
          lastSeen: '2011-04-01',
          length: '6 weeks, two full days in person and four webinars',
          cite: [{ source: 'provincial' }],
        },
      ],
    },
    {
      requirement: 'youth',
      says: 'Youth Services',
      status: 'unmet',
      from: ['completions'],
      courses: [
        {
          courses: [
            { id: 'q:children', title: "Children's Services Fundamentals", provider: 'Quay Training' },
            { id: 'q:teens', title: 'Teen Services Fundamentals', provider: 'Quay Training' },
          ],
          approval: 'notEstablished',
          length: '4 weeks each, online',
          cost: '200 dollars each in 2023',
          cite: [{ source: 'quay' }],
        },
      ],
    },
  ],
  cite: [{ source: 'requirements' }],
};

/** Five sets of six, one elective to go, one old course refused, and nobody has said whether there is a diploma. */
export const oneElectiveToGo: Evaluation = evaluation({
  status: 'unmet',
  stages: {
    eligibility: stage('eligibility', 'Eligibility to enrol', 'unknown', {
      reason: 'notStated',
      progress: { earned: { n: 1, d: 2 }, withInProgress: { n: 1, d: 2 }, withPlanned: { n: 1, d: 2 } },
    }),
    award: stage('award', 'Certification', 'unmet', {
      reason: 'short',
      gates: ['award.requires.eligibility'],
      progress: { earned: { n: 5, d: 6 }, withInProgress: { n: 5, d: 6 }, withPlanned: { n: 5, d: 6 } },
    }),
    renewal: stage('renewal', 'Renewal', 'notApplicable', { reason: 'nothingToRenew' }),
  },
  findings: Object.fromEntries(
    [
      finding('eligibility', 'allOf', 'Both conditions to enrol.', 'unknown', {
        stage: 'eligibility',
        reason: 'notStated',
        of: ['diploma', 'library-work'],
        cite: [{ source: 'eligibility' }],
      }),
      finding('diploma', 'fact', 'A high-school diploma or its equivalent.', 'unknown', {
        stage: 'eligibility',
        reason: 'notStated',
        settledBy: ['fact:high-school-diploma'],
        cite: [{ source: 'eligibility' }],
      }),
      finding(
        'library-work',
        'experience',
        'One year (1,820 hours) of library work in the five years before applying.',
        'met',
        {
          stage: 'eligibility',
          have: amount(2340, 'hours'),
          need: amount(1820, 'hours'),
          cite: [{ source: 'eligibility' }],
        },
      ),
      finding('award.requires.eligibility', 'gate', 'Eligibility to enrol', 'unknown', { reason: 'gateNotMet' }),
      finding(
        'award',
        'allOf',
        'Six competency sets, the three required ones and three electives, within four years.',
        'unmet',
        {
          reason: 'short',
          dueOn: '2028-06-01',
          of: ['required-sets', 'elective-sets'],
        },
      ),
      finding('required-sets', 'allOf', 'All three required competency sets.', 'met', {
        of: ['foundations', 'communication', 'technology'],
      }),
      finding('elective-sets', 'choose', 'Any three of the elective competency sets.', 'unmet', {
        reason: 'short',
        have: amount(2, 'requirements'),
        need: amount(3, 'requirements'),
        of: ['access', 'cataloging', 'collections', 'reference', 'supervision', 'youth'],
      }),
      ...setFindings,
      finding('renewal', 'total', '32 contact hours.', 'notApplicable', { stage: 'renewal', reason: 'nothingToRenew' }),
    ].map((one) => [one.id, one]),
  ),
  sets: Object.fromEntries(sets.map(([id, title, status]) => [id, { id, title, status, items: [] }])),
  allocation: [
    counted('library-work', 'desk', 'Circulation desk', '2024-05-31', {
      stage: 'eligibility',
      requirement: 'library-work',
      list: 'experience',
      amount: amount(2340, 'hours'),
      how: 'proRated',
    }),
    counted('foundations', 'c1', 'Foundations of Library Science', '2024-10-11'),
    counted('communication', 'c2', 'Communication is More Than Words', '2025-02-14', { bundle: 'q:pair' }),
    counted('communication', 'c3', 'All Work is Team Work', '2025-03-28', { bundle: 'q:pair' }),
    counted('technology', 'c4', 'Technology in Libraries', '2025-09-05'),
    counted('cataloging', 'c5', 'Basic Cataloging and Classification', '2026-04-17'),
    counted('reference', 'c6', 'Reference course', '2026-08-07'),
  ],
  unallocated: refused,
  deficiencies: [electives],
  questions: [
    {
      id: 'fact:high-school-diploma',
      about: 'fact',
      asks: 'Does the candidate have a high-school diploma or its equivalent, such as a GED?',
      requirements: ['diploma', 'eligibility', 'award.requires.eligibility'],
    },
  ],
  assumptions: [
    {
      path: 'governedBy',
      value: 'enrolled',
      because: 'no source says which text binds a candidate when the text changes; the day of enrolment is used',
      cite: [{ source: 'requirements' }],
    },
  ],
  advisories: [
    { code: 'rulesLastSeen', seen: '2026-11' },
    { code: 'assumptionsUsed' },
    { code: 'note', says: 'The certification is national and voluntary; no state licence follows from it.' },
  ],
  citations: {
    requirements: citation('Requirements for Certification', 'https://example.org/requirements', {
      era: 'undated, after portfolios ended',
      confidence: 'several',
    }),
    eligibility: citation('Eligibility and Cost', 'https://example.org/eligibility'),
    'offering-courses': citation('Interested in Offering Courses', 'https://example.org/offering', {
      confidence: 'single',
    }),
    provincial: citation('Course catalogue of April 2011', 'https://example.org/catalogue-2011'),
    quay: citation('Training calendar', 'https://example.org/quay'),
  },
});

/** Two public texts put the last day on different days, and she finished between them. */
export const disputedDeadline: Evaluation = single(
  'unknown',
  {
    kind: 'allOf',
    says: 'Six competency sets within four years.',
    reason: 'sourcesDisagree',
    dueOn: '2026-05-01',
    dueOnLatest: '2026-06-01',
    readings: [
      {
        says: '4 years after enrolled',
        status: 'unmet',
        reason: 'late',
        dueOn: '2026-05-01',
        cite: [{ source: 'call' }],
      },
      { says: '4 years after accepted', status: 'met', dueOn: '2026-06-01', cite: [{ source: 'press' }] },
    ],
  },
  {
    citations: {
      policy: citation('Workshop policy', 'https://example.org/policy'),
      call: citation('Call of November 2009', 'https://example.org/call', { confidence: 'conflict' }),
      press: citation('Press release of 26 January 2010', 'https://example.org/press', { confidence: 'conflict' }),
    },
  },
);
