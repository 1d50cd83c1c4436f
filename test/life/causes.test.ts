import { describe, expect, it } from 'vitest';
import { timeline as timelineWords } from '../../src/life/english-timeline.js';
import type { CandidateRecord, CourseCompletion, ExperienceSpan, HeldCredential } from '../../src/model/record.js';
import type { TimelineCause } from '../../src/model/timeline.js';
import { timeline } from '../../src/timeline.js';
import { packWith } from './pack.js';

// Each code of a cause is told on the day that it is about, and on the other days that something changes it is not: all that is told is compared.

interface Cause {
  readonly code: string;
  readonly [of: string]: string;
}

interface Told {
  /** What the award asks for besides the diploma. */
  readonly asks?: string;
  readonly besides?: readonly (readonly [from: string, to: string])[];
  readonly record: CandidateRecord;
  /** By day: all causes that are told. */
  readonly on: Readonly<Record<string, readonly Cause[]>>;
}

const SCHOOL = '          - { id: school, says: A diploma., fact: diploma }\n';
const x = (rest: string) => `          - { id: x, says: It is there., ${rest} }\n`;
const cause = (code: TimelineCause['code']) => ({ code, requirement: 'x', says: 'It is there.' });
const item = (code: TimelineCause['code'], id: string, rest: Readonly<Record<string, string>> = {}) => ({
  code,
  item: id,
  title: id,
  ...rest,
});

/** The diploma comes on 1 July 2016, which nothing else has to do with. */
const control = { '2016-07-01': [{ code: 'fact', fact: 'diploma', title: 'Diploma' }] };
const diploma = [
  { from: '2015-01-01', value: false },
  { from: '2016-07-01', value: true },
];

function causesOf({ asks = '', besides = [], record }: Omit<Told, 'on'>): Told['on'] {
  const pack = packWith([SCHOOL, SCHOOL + asks], ['        due: 3 years after enrolled\n', ''], ...besides);
  const whole = {
    ...record,
    milestones: { enrolled: '2015-03-01', ...record.milestones },
    facts: { diploma, ...record.facts },
  };
  const { days } = timeline(pack, whole, { from: '2016-02-01', until: '2021-12-31' });
  return Object.fromEntries(days.map(({ on, because }) => [on, because]));
}

const degree = (days: Partial<HeldCredential>) => ({ credentials: [{ id: 'ba', credential: 'degree', ...days }] });
const lesson = (days: Partial<CourseCompletion>) => ({ completions: [{ id: 'voice', course: 'voice', ...days }] });
const work = (days: Pick<ExperienceSpan, 'from' | 'until'>) => ({
  experience: [{ id: 'desk', hoursPerWeek: 35, ...days }],
});
const ended = '2017-05-01';
const opening: readonly [string, string] = [
  '    days:\n',
  `    days:
      first-day: { title: First day, day: 2017-05-01 }
      another-day: { title: Another day, day: 2016-05-01 }
`,
];
/** Another text from 2017-05-01 on, which asks only for the diploma. */
const laterText = `  - id: second
    from: 2017-05-01
    cite: rules
    days: { expiry: &later { title: Later, day: 4 years after certified }, opening: *later, grace: *later, next-expiry: *later, next-opening: *later, next-grace: *later }
    stages: { award: { title: Award, main: true, allOf: [{ id: school, says: A diploma., fact: diploma }] } }
`;

/** The causes of each day by their codes: their order means nothing. */
const inOrder = (on: Told['on']) =>
  Object.fromEntries(Object.entries(on).map(([day, causes]) => [day, causes.toSorted(byCode)]));
const byCode = (a: Cause, b: Cause) => (a.code < b.code ? -1 : 1);

const begun = [
  { code: 'editionBegins', edition: 'second' },
  { code: 'editionEnds', edition: 'first' },
];

const two = degree({ issued: '2015-05-01' });
const card = { id: 'card', credential: 'first-aid', issued: '2015-08-01' };

const term = (code: TimelineCause['code']) => ({ code, term: 'certification', title: 'Certification' });
const grant = (code: TimelineCause['code']) => ({ code, amount: 'grant', title: 'Grant' });

const amounts = `amounts:
  grant: { title: Grant, kind: award, amount: 200 USD, open: { from: 2017-04-01, to: 2017-05-15 }, cite: rules }
  fee: { title: Fee, kind: fee, amount: { dated: [{ value: 325 USD }, { from: 2017-07-01, value: 350 USD }] }, cite: rules }
standings:
`;

const cases: Readonly<Record<string, readonly (readonly [says: string, told: Told])[]>> = {
  'of an entry is told': [
    [
      'the day on which it is earned',
      {
        asks: x('holds: degree'),
        record: degree({ issued: '2017-05-01' }),
        on: { ...control, '2017-05-01': [item('itemEarned', 'ba', { title: 'degree' })] },
      },
    ],
    [
      'the day on which it begins',
      {
        asks: x('evidence: { from: completions }'),
        record: lesson({ started: '2017-05-01', completed: '2017-08-01' }),
        on: {
          ...control,
          '2017-05-01': [item('itemStarted', 'voice')],
          '2017-08-01': [item('itemEarned', 'voice')],
        },
      },
    ],
    [
      'the day after it expires',
      {
        asks: x('holds: degree'),
        record: degree({ issued: '2010-05-01', expires: '2017-05-01' }),
        on: { ...control, '2017-05-02': [item('itemExpired', 'ba', { title: 'degree' })] },
      },
    ],
    [
      'another day of it',
      {
        asks: x('evidence: { from: reviews, where: { assessed: { by: portfolio, for: telling } } }'),
        besides: [
          [
            'terms:\n',
            "framework: { id: f, title: Frame, version: '1', cite: rules, sets: { telling: { title: Telling } } }\nterms:\n",
          ],
          [
            '    days:\n',
            '    reviews: { portfolio: { title: Portfolio, raters: 1, ratings: [no, yes], merge: [], passes: [{ rating: yes, atLeast: 70 percent }], settledBy: [board], cite: rules } }\n    days:\n',
          ],
        ],
        record: {
          reviews: [
            {
              id: 'work',
              of: 'portfolio',
              completed: '2015-05-01',
              approval: { by: 'board', on: '2017-05-01', document: 'letter' },
            },
          ],
        },
        on: { ...control, '2017-05-01': [item('itemDay', 'work', { field: 'approval' })] },
      },
    ],
  ],

  'of the rest of the record is told': [
    [
      'a milestone that comes, and a fact that is stated from a day on',
      {
        asks: x('milestone: certified'),
        record: { milestones: { certified: '2017-05-01' } },
        on: { ...control, '2017-05-01': [{ code: 'milestone', milestone: 'certified', title: 'Certification' }] },
      },
    ],
    [
      'the first day of an exception, and the day after its last',
      {
        asks: x('holds: degree'),
        record: {
          exceptions: [
            {
              id: 'leave',
              kind: 'waiver',
              requirement: 'x',
              by: 'board',
              reason: 'Moved.',
              granted: '2017-05-01',
              expires: '2018-05-01',
            },
          ],
        },
        on: {
          ...control,
          '2017-05-01': [{ code: 'exceptionBegins', exception: 'leave' }],
          '2018-05-02': [{ code: 'exceptionEnds', exception: 'leave' }],
        },
      },
    ],
  ],

  'of the texts is told': [
    [
      'which begins to govern and which does no more, where the day asked for picks it',
      {
        asks: x('holds: degree') + laterText,
        record: { milestones: { enrolled: 'notYet' } },
        on: { ...control, '2017-05-01': begun },
      },
    ],
    [
      'nothing of what begins, where an earlier day picks',
      {
        asks: x('holds: degree') + laterText,
        record: { facts: { diploma: [...diploma, { from: ended, value: false }] } },
        on: { ...control, '2017-05-01': control['2016-07-01'] },
      },
    ],
    [
      'the end of one that none follows',
      {
        besides: [['    from: 2000-01-01\n', '    from: 2000-01-01\n    until: 2017-05-01\n']],
        record: { milestones: { enrolled: 'notYet' } },
        on: { ...control, '2017-05-01': [{ code: 'editionEnds', edition: 'first' }] },
      },
    ],
    [
      'that one begins in which only a number is another, and no end of it',
      {
        asks: x('score: { exam: entrance, atLeast: { dated: [{ value: 60 }, { from: 2017-05-01, value: 80 }] } }'),
        record: {
          milestones: { enrolled: 'notYet' },
          scores: [{ id: 's', exam: 'entrance', score: 70, taken: '2015-05-01' }],
        },
        on: { ...control, '2017-05-01': [{ code: 'editionBegins', edition: 'first' }] },
      },
    ],
    [
      'a day that they name, once it comes',
      {
        asks: x('experience: { atLeast: 1 hours, within: { from: later of first-day and another-day } }'),
        besides: [opening],
        record: work({ from: '2015-01-05' }),
        on: {
          ...control,
          '2017-05-01': [
            { code: 'namedDay', day: 'first-day', title: 'First day' },
            cause('windowOpens'),
            cause('workReached'),
          ],
        },
      },
    ],
    [
      'the day after it, and not that of the earlier of two of which the later counts',
      {
        asks: x('holds: degree, due: later of first-day and another-day, untilDue: pending'),
        besides: [opening],
        record: {},
        on: {
          ...control,
          '2017-05-02': [{ code: 'namedDayPassed', day: 'first-day', title: 'First day' }, cause('lastDayPassed')],
        },
      },
    ],
    [
      'the end of an approval',
      {
        asks: x('evidence: { from: completions, where: { approvedOn: completed } }'),
        besides: [
          [
            'editions:\n',
            "catalogue: { complete: true, courses: [{ id: 'school:voice', title: Voice, provider: School, approvals: [{ from: 2015-01-01, until: 2017-05-01 }] }] }\neditions:\n",
          ],
          [
            '    days:\n',
            '    approval: { lasts: 9 years, reachesBack: 1 day, settledBy: [board], cite: rules }\n    days:\n',
          ],
        ],
        record: lesson({ course: 'school:voice', started: '2015-05-01' }),
        on: { ...control, '2017-05-01': [{ code: 'approvalEnds', course: 'school:voice', title: 'Voice' }] },
      },
    ],
  ],

  'of a requirement is told': [
    [
      'that its last day has passed',
      {
        asks: x('holds: degree, due: 2017-05-01, untilDue: pending'),
        record: {},
        on: { ...control, '2017-05-02': [cause('lastDayPassed')] },
      },
    ],
    [
      'that its time begins, as its end moves on to an entry',
      {
        asks: x('holds: { any: [degree], within: { to: 1 year before asOf } }'),
        record: degree({ issued: '2016-05-01' }),
        on: { ...control, '2017-05-01': [cause('windowOpens')] },
      },
    ],
    [
      'nothing of an end that moves with the day asked for, of an entry of that day',
      {
        asks: x('holds: { any: [degree], within: 5 years before asOf }'),
        record: degree({ issued: '2017-05-01' }),
        on: { ...control, '2017-05-01': [item('itemEarned', 'ba', { title: 'degree' })] },
      },
    ],
    [
      'that its time has ended',
      {
        asks: x('evidence: { from: completions, within: { to: 2017-05-01 } }'),
        record: lesson({ started: '2015-05-01' }),
        on: { ...control, '2017-05-02': [cause('windowClosed')] },
      },
    ],
    [
      'that an entry lies too far back on the day after the last on which it counts',
      {
        asks: x('holds: { any: [degree], within: 2 years before asOf }'),
        record: two,
        on: { ...control, '2017-05-02': [cause('windowMoves')] },
      },
    ],
    [
      'the same of a window in what it asks of an entry',
      {
        asks: x('holds: { any: [degree], where: { issued: { within: 2 years before asOf } } }'),
        record: two,
        on: { ...control, '2017-05-02': [cause('windowMoves')] },
      },
    ],
    [
      'the same of one among several, which moves in leaps',
      {
        asks: x(
          'holds: { any: [degree], where: { any: [{ issued: { within: { from: 1 day after end of month of 25 months before asOf } } }, { issued: { within: { to: 1979-04-30 } } }] } }',
        ),
        record: degree({ issued: '2015-05-10' }),
        on: { ...control, '2017-06-01': [cause('windowMoves')] },
      },
    ],
    [
      'that an entry counts at last that must not be younger',
      {
        asks: x('holds: { any: [degree], where: { not: { issued: { within: { from: 2 years before asOf } } } } }'),
        record: two,
        on: { ...control, '2017-05-02': [cause('windowOpens')] },
      },
    ],
    [
      'of two with one window only that which loses something',
      {
        asks: `${x('holds: { any: [degree], within: 2 years before asOf }')}          - { id: y, says: Also there., holds: { any: [first-aid], within: 2 years before asOf } }\n`,
        record: { credentials: [...two.credentials, card] },
        on: {
          ...control,
          '2017-05-02': [cause('windowMoves')],
          '2017-08-02': [{ ...cause('windowMoves'), requirement: 'y', says: 'Also there.' }],
        },
      },
    ],
    [
      'that its first period begins, and that it has closed',
      {
        asks: x(
          'eachPeriod: { every: 1 year, start: 2016-05-01, until: 1 year after 2016-05-01, of: { id: one, says: One., evidence: { from: completions } } }',
        ),
        record: {},
        on: { ...control, '2016-05-01': [cause('windowOpens')], '2017-05-01': [cause('periodClosed')] },
      },
    ],
    // 1,820 hours are 52 weeks of 35: the last day of the 52nd week.
    [
      'that its work reaches the number',
      {
        asks: x('experience: { atLeast: 1820 hours }'),
        record: work({ from: '2016-01-04' }),
        on: { ...control, '2017-01-01': [cause('workReached')] },
      },
    ],
    [
      'the same of a day on which something else comes',
      {
        asks: `${x('experience: { atLeast: 1820 hours }')}          - { id: y, says: Certified., milestone: certified }\n`,
        record: { ...work({ from: '2016-01-04' }), milestones: { certified: '2017-01-01' } },
        on: {
          ...control,
          '2017-01-01': [cause('workReached'), { code: 'milestone', milestone: 'certified', title: 'Certification' }],
        },
      },
    ],
    // From 3 January 2014 through the end of that year are a day less than 52 weeks.
    [
      'that some of its work lies too far back, once what is left is too little',
      {
        asks: x('experience: { atLeast: 1820 hours, within: 5 years before asOf }'),
        record: work({ from: '2013-01-07', until: '2014-12-31' }),
        on: { ...control, '2019-01-03': [cause('windowMoves')] },
      },
    ],
    [
      'the same of a day on which something else comes',
      {
        asks: `${x('experience: { atLeast: 1820 hours, within: 5 years before asOf }')}          - { id: y, says: Certified., milestone: certified }\n`,
        record: { ...work({ from: '2013-01-07', until: '2014-12-31' }), milestones: { certified: '2019-01-03' } },
        on: {
          ...control,
          '2019-01-03': [cause('windowMoves'), { code: 'milestone', milestone: 'certified', title: 'Certification' }],
        },
      },
    ],
  ],

  'of terms and of money is told': [
    [
      'when a term begins, opens, has ended and is closed',
      {
        record: {
          facts: { revoked: false },
          credentials: [{ id: 'c', credential: 'certificate', issued: '2016-05-10' }],
        },
        on: {
          ...control,
          '2016-05-10': [item('itemEarned', 'c', { title: 'certificate' }), term('termBegins')],
          '2019-11-10': [term('termOpens')],
          '2020-05-11': [term('termEnded')],
          '2020-07-11': [term('termClosed')],
        },
      },
    ],
    [
      'when an amount opens, has closed and becomes another sum',
      {
        besides: [['standings:\n', amounts]],
        record: {},
        on: {
          ...control,
          '2017-04-01': [grant('amountOpens')],
          '2017-05-16': [grant('amountClosed')],
          '2017-07-01': [{ code: 'amountChanges', amount: 'fee', title: 'Fee' }],
        },
      },
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (_, all) => {
  it.each(all)('%s', (__, { on, ...told }) => {
    expect(inOrder(causesOf(told))).toEqual(inOrder(on));
  });
});

it('every code there is stands in one of them, and none in all', () => {
  const told = Object.values(cases).flatMap((all) => all.map(([, { on }]) => codesIn(on)));
  const codes = Object.keys(timelineWords.causes);
  expect(codes.filter((code) => !told.some((each) => each.has(code)))).toEqual([]);
  // The diploma is told of in each; that it is not on other days, the days show.
  expect(codes.filter((code) => told.every((each) => each.has(code)))).toEqual(['fact']);
});

function codesIn(on: Told['on']): ReadonlySet<string> {
  return new Set(Object.values(on).flatMap((causes) => causes.map(({ code }) => code)));
}
