import { decide } from '../../src/evaluate.js';
import type { Course } from '../../src/model/catalogue.js';
import type { CandidateRecord } from '../../src/model/record.js';
import { APPROVED, AS_OF, FEES, type Instance } from './instances.js';

// Knows nothing of how plans are found: all subsets of what could be done, each asked of the engine, and the best of those that are met.

/** Something to do, with what it costs in dollars, how many days it takes, and how much it takes for granted. */
export interface Action {
  readonly name: string;
  readonly cost: number;
  readonly days: number;
  readonly granted: number;
  readonly outside: boolean;
  readonly done: (record: CandidateRecord) => CandidateRecord;
}

/** Everything that could be done; `must` comes first in any case. */
export function actionsFor({ pack, record }: Instance): {
  readonly must: readonly Action[];
  readonly may: readonly Action[];
} {
  const known = record.completions ?? [];
  const has = (course: string) => known.some((entry) => entry.course === course && entry.outcome === undefined);
  const member = record.facts?.member;
  const courses = (pack.catalogue?.courses ?? [])
    .filter((course) => !has(course.id) && !isOver(course.id) && isOpenTo(course, member) !== false)
    .map((course) => courseAction(course, member));
  const begun = known.filter(({ completed, outcome }) => completed === undefined && outcome === undefined);
  const finishing = begun.map(
    (entry): Action => ({
      ...action(`finish ${entry.course}`),
      done: (r) => ({
        ...r,
        completions: (r.completions ?? []).map((one) => (one.id === entry.id ? { ...one, completed: AS_OF } : one)),
      }),
    }),
  );
  const rule = pack.editions[0]?.reviews?.portfolio;
  const reviews = (rule ? Object.keys(pack.framework?.sets ?? {}) : []).map(
    (set): Action => ({
      ...action(`review ${set}`),
      cost: FEES.review,
      granted: rule?.offeredUntil === undefined ? 0 : 1,
      done: (r) => ({
        ...r,
        reviews: [
          ...(r.reviews ?? []),
          { id: `review-${set}`, of: 'portfolio', covers: [set], started: AS_OF, completed: AS_OF, approval: APPROVED },
        ],
      }),
    }),
  );
  const asked = JSON.stringify(pack.editions[0]?.stages);
  const others = [
    ...(asked.includes('"degree"') ? [degree] : []),
    ...(asked.includes('"vouched"') ? [vouched] : []),
    ...(asked.includes('"oriented"') && record.milestones?.oriented === 'notYet' ? [reach('oriented', 0)] : []),
  ];
  const fee = pack.amounts?.entry === undefined ? 0 : FEES.enrolment;
  const must = record.milestones?.enrolled === 'notYet' ? [reach('enrolled', fee)] : [];
  return { must, may: [...courses, ...finishing, ...reviews, ...others] };

  /** Certainly not approved today: its only period has ended. */
  function isOver(id: string): boolean {
    const course = pack.catalogue?.courses.find((each) => each.id === id);
    return course?.approvals?.some(({ until }) => until !== undefined) === true;
  }
}

function action(name: string): Action {
  return { name, cost: 0, days: 0, granted: 0, outside: false, done: (r) => r };
}

/** Whether somebody may take it who is, or is not, a member; `undefined` where nobody said which. */
function isOpenTo({ openTo: [test] = [] }: Course, member: unknown): boolean | undefined {
  if (test?.test !== 'is') return true;
  return member === undefined ? undefined : member === test.value;
}

/** What it costs, or the least that it may cost. */
function costOf({ cost, price }: Course, member: unknown): number {
  if (typeof cost === 'string') return Number.parseInt(cost, 10);
  const rows = JSON.parse(JSON.stringify(price?.amount ?? { table: [] })).table as readonly {
    readonly is: boolean;
    readonly value: number;
  }[];
  const may = rows.filter(({ is }) => member === undefined || is === member).map(({ value }) => value);
  return may.length === 0 ? 0 : Math.min(...may);
}

function courseAction(course: Course, member: unknown): Action {
  const { id, length, approvals } = course;
  const granted = [approvals === undefined, isOpenTo(course, member) === undefined];
  return {
    ...action(`course ${id}`),
    cost: costOf(course, member),
    days: typeof length === 'string' ? (DAYS[length] ?? 0) : 0,
    granted: granted.filter((each) => each).length,
    done: (r) => ({
      ...r,
      completions: [
        ...(r.completions ?? []),
        { id: `zz-${id}`, course: id, started: AS_OF, completed: AS_OF, approval: APPROVED },
      ],
    }),
  };
}

const DAYS: Readonly<Record<string, number>> = { '3 days': 3, '2 weeks, online': 14, '6 weeks': 42 };

function reach(milestone: string, cost: number): Action {
  return {
    ...action(`reach ${milestone}`),
    cost,
    done: (r) => ({ ...r, milestones: { ...r.milestones, [milestone]: AS_OF } }),
  };
}

const degree: Action = {
  ...action('degree'),
  outside: true,
  done: (r) => ({ ...r, credentials: [{ id: 'degree', credential: 'degree', issued: AS_OF }] }),
};
const vouched: Action = {
  ...action('vouched'),
  outside: true,
  done: (r) => ({ ...r, attestations: [{ id: 'vouched', about: 'skill', by: 'board', given: AS_OF }] }),
};

/** Sets of actions that lead there and of which none could be left out; `isSure` unless the engine left one of its answers open. */
export function waysOf(instance: Instance): {
  readonly ways: readonly (readonly Action[])[];
  readonly isSure: boolean;
} {
  const { must, may } = actionsFor(instance);
  const begun = must.reduce((record, { done }) => done(record), instance.record);
  const found: number[] = [];
  let isSure = true;
  const subsets = Array.from({ length: 2 ** may.length }, (_, bits) => bits).sort((a, b) => ones(a) - ones(b));
  for (const bits of subsets) {
    if (found.some((smaller) => (smaller & bits) === smaller)) continue;
    const record = may.reduce((before, { done }, i) => (bits & (1 << i) ? done(before) : before), begun);
    const { status } = decide(instance.pack, record, { asOf: AS_OF });
    if (status === 'met') found.push(bits);
    isSure &&= status !== 'unknown';
  }
  return { ways: found.map((bits) => [...must, ...may.filter((_, i) => bits & (1 << i))]), isSure };
}

function ones(bits: number): number {
  let n = 0;
  for (let rest = bits; rest > 0; rest >>= 1) n += rest & 1;
  return n;
}
