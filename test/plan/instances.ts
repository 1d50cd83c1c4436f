import type { Bundle, Course } from '../../src/model/catalogue.js';
import type { RulePack } from '../../src/model/pack.js';
import type { CandidateRecord, CourseCompletion } from '../../src/model/record.js';
import type { EvidenceRequirement, Requirement } from '../../src/model/requirement.js';
import type { Day } from '../../src/model/value.js';
import type { Draw } from '../laws/draw.js';

/** One person who wants to know what to do, few enough things that all of them can be tried. */
export interface Instance {
  readonly pack: RulePack;
  readonly record: CandidateRecord;
}

export const AS_OF: Day = '2026-11-22';
/** What a review costs, where the pack says so, and what enrolling does. */
export const FEES = { review: 60, enrolment: 25 } as const;

const cite = [{ source: 'law' }];
const many = (n: number, letter: string) => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`);

export function instance(d: Draw): Instance {
  const sets = many(2 + d.below(3), 's');
  const courses = many(3 + d.below(3), 'c').map((id) => course(id, sets, d));
  const bundles = d.many(0, 2, (i) => bundle(`b${i + 1}`, courses, sets, d));
  const withReviews = d.chance(35);
  const pack: RulePack = {
    format: 1,
    id: 'drawn',
    version: '0.1.0',
    title: 'Drawn rules',
    authority: { id: 'board', title: 'The board' },
    jurisdiction: 'xx',
    force: 'voluntary',
    citations: { law: { title: 'The law', href: 'https://example.org/law', seen: '2025-01' } },
    governedBy: 'enrolled',
    milestones: {
      enrolled: { title: 'Enrolment', asks: 'On which day did she enrol?' },
      oriented: { title: 'Orientation', asks: 'On which day was the orientation?' },
    },
    facts: { member: { title: 'Membership', asks: 'Is she a member?', type: 'boolean' } },
    amounts: {
      ...(d.chance(60) && {
        entry: {
          title: 'Entry',
          kind: 'fee' as const,
          unit: 'USD',
          amount: FEES.enrolment,
          on: { kind: 'named' as const, name: 'enrolled' },
          cite,
        },
      }),
      ...(withReviews && {
        review: {
          title: 'Review',
          kind: 'fee' as const,
          unit: 'USD',
          amount: FEES.review,
          each: { from: 'reviews' as const, where: [], on: 'started' },
          cite,
        },
      }),
    },
    framework: {
      id: 'sets',
      title: 'Sets',
      version: '1',
      cite,
      sets: Object.fromEntries(sets.map((id) => [id, { title: `Set ${id}` }])),
    },
    catalogue: { complete: true, courses, bundles },
    editions: [
      {
        id: 'first',
        from: '2000-01-01',
        cite,
        approval: { lasts: years(2), reachesBack: years(1), settledBy: ['board'], cite },
        methods: methods(withReviews),
        ...(withReviews && { reviews: { portfolio: reviewRule(d) } }),
        stages: [
          {
            id: 'award',
            title: 'Award',
            main: true,
            requirement: {
              ...tree(sets, d),
              ...(d.chance(20) && { due: { kind: 'day', day: d.one(['2027-01-31', '2026-11-22', '2026-06-30']) } }),
            },
          },
        ],
      },
    ],
  };
  return { pack, record: record(courses, d) };
}

function years(n: number) {
  return { n, unit: 'years' } as const;
}

function course(id: string, sets: readonly string[], d: Draw): Course {
  const covers = d.many(d.chance(15) ? 0 : 1, 2, () => d.one(sets));
  const approvals = d.weighted({ now: 5, over: 1, unknown: 2, seen: 1 });
  return {
    id,
    title: `Course ${id}`,
    provider: 'School',
    covers: [...new Set(covers)],
    ...(approvals === 'now' && { approvals: [{ from: '2026-01-01' }] }),
    ...(approvals === 'over' && { approvals: [{ from: '2020-01-01', until: '2022-01-01' }] }),
    ...(approvals === 'seen' && { seenApproved: ['2021-05-01'] }),
    ...(d.chance(20) && { openTo: [{ test: 'is', fact: 'member', value: d.chance(70) }] }),
    ...(d.chance(25) ? { price: byMembership(d) } : d.chance(75) && { cost: `${d.one(PRICES)} USD in 2026` }),
    ...(d.chance(70) && { length: d.one(['3 days', '2 weeks, online', '6 weeks', '2 months']) }),
  };
}

const PRICES = [50, 100, 150, 200];

/** What members pay, which may be nothing, and what others do. */
function byMembership(d: Draw): NonNullable<Course['price']> {
  const table = [
    { is: true, value: d.one([0, ...PRICES]) },
    { is: false, value: d.one(PRICES) },
  ];
  return { unit: 'USD', amount: { kind: 'byFact', fact: 'member', table } };
}

function bundle(id: string, courses: readonly Course[], sets: readonly string[], d: Draw): Bundle {
  const first = d.below(courses.length);
  const second = (first + 1 + d.below(courses.length - 1)) % courses.length;
  const pair = [courses[first], courses[second]].flatMap((each) => each?.id ?? []);
  return { id, title: `Bundle ${id}`, courses: pair, covers: [...new Set(d.many(1, 2, () => d.one(sets)))] };
}

function methods(withReviews: boolean): NonNullable<RulePack['editions'][number]['methods']> {
  const course = {
    id: 'course',
    says: 'An approved course.',
    requirement: {
      kind: 'evidence' as const,
      from: 'completions' as const,
      count: 1,
      where: [
        { test: 'covers' as const, set: '*' },
        { test: 'approvedOn' as const, day: 'completed' as const },
      ],
    },
  };
  const review = {
    id: 'portfolio',
    says: 'A portfolio.',
    requirement: {
      kind: 'evidence' as const,
      from: 'reviews' as const,
      count: 1,
      where: [
        { test: 'covers' as const, set: '*' },
        { test: 'assessed' as const, rule: 'portfolio', set: '*' },
      ],
    },
  };
  return withReviews ? [course, review] : [course];
}

function reviewRule(d: Draw) {
  return {
    title: 'Portfolio',
    raters: 1,
    ratings: ['no', 'yes'],
    merge: [],
    passes: [{ rating: 'yes', atLeast: 100 }],
    settledBy: ['board'],
    cite,
    ...(d.chance(20) && {
      offeredUntil: {
        standing: 'notEstablished' as const,
        because: 'no source says',
        atLeast: { kind: 'day' as const, day: '2020-01-01' },
        atMost: { kind: 'day' as const, day: '2030-01-01' },
      },
    }),
  };
}

/** Every set stands somewhere in it, so that no course is beside the point. */
function tree(sets: readonly string[], d: Draw): Requirement {
  const base = (id: string) => ({ id, says: `What ${id} asks.` });
  const each = sets.map((id): Requirement => ({ ...base(id), kind: 'set', set: id }));
  const cut = 1 + d.below(sets.length);
  const some: Requirement = { ...base('some'), kind: 'choose', choose: 1 + d.below(cut), from: each.slice(0, cut) };
  const several = (id: string, pool: string): EvidenceRequirement => ({
    ...base(id),
    kind: 'evidence',
    from: 'completions',
    count: 1 + d.below(2),
    where: [
      { test: 'any', of: [[{ test: 'covers', set: d.one(sets) }], [{ test: 'covers', set: d.one(sets) }]] },
      { test: 'approvedOn', day: 'completed' },
    ],
    pool,
  });
  const extras: readonly Requirement[] = [
    several('more', 'items'),
    several('besides', 'other'),
    { ...base('oriented'), kind: 'milestone', milestone: 'oriented' },
    { ...base('degree'), kind: 'holds', credential: ['degree'] },
    { ...base('vouched'), kind: 'attestation', about: 'skill', by: ['board'] },
  ];
  const extra = d.chance(50) ? [d.one(extras)] : [];
  const all: Requirement = { ...base('all'), kind: 'allOf', of: [some, ...each.slice(cut), ...extra] };
  const instead = d.chance(15) ? d.one(extras) : undefined;
  if (!instead || extra.includes(instead)) return all;
  return { ...base('either'), kind: 'choose', choose: 1, from: [all, instead] };
}

function record(courses: readonly Course[], d: Draw): CandidateRecord {
  const completions = courses.flatMap(({ id }): readonly CourseCompletion[] => {
    const state = d.weighted({ none: 12, earned: 4, begun: 2, failed: 1 });
    if (state === 'none') return [];
    const entry = { id: `${d.one(['a', 'z'])}-${id}`, course: id, started: '2026-02-01', approval: APPROVED };
    if (state === 'begun') return [entry];
    return [{ ...entry, completed: '2026-05-01', ...(state === 'failed' && { outcome: 'failed' as const }) }];
  });
  const member = d.weighted({ yes: 2, no: 2, notStated: 1 });
  return {
    ...(member !== 'notStated' && { facts: { member: member === 'yes' } }),
    milestones: { enrolled: d.chance(50) ? 'notYet' : '2026-01-15', oriented: d.chance(30) ? '2026-02-01' : 'notYet' },
    ...(completions.length > 0 && { completions }),
  };
}

/** What settles that a course is approved. */
export const APPROVED = { by: 'board', on: '2026-11-22', document: 'form' } as const;
