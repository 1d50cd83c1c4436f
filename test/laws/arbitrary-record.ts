import type {
  Activity,
  Attestation,
  CandidateRecord,
  CourseCompletion,
  ExperienceSpan,
  FactValue,
  HeldCredential,
  Review,
  Score,
} from '../../src/model/record.js';
import type { ListName } from '../../src/model/requirement.js';
import type { Day } from '../../src/model/value.js';
import { rated } from './arbitrary-reviews.js';
import type { Draw } from './draw.js';
import { authorities, codes, courses, credentials, dayNear, milestones, sets, topics, unlisted } from './words.js';

/** A record that speaks the words of the rules: dated and undated, complete and with gaps. */
export function record(d: Draw, asOf: Day, uncertain = true): CandidateRecord {
  const gap = (percent: number) => uncertain && d.chance(percent);
  const partial = (['completions', 'activities', 'credentials', 'experience', 'reviews'] as const).filter((): boolean =>
    gap(3),
  );
  return {
    milestones: Object.fromEntries(
      milestones.flatMap((id): [string, Day | 'notYet'][] =>
        gap(id === 'enrolled' ? 10 : 22)
          ? []
          : [[id, d.chance(15) ? 'notYet' : dayNear(d, asOf, d.chance(8) ? 'future' : 'past')]],
      ),
    ),
    facts: Object.fromEntries(Object.entries(facts(d, asOf)).filter(() => !gap(15))),
    completions: d.many(2, 7, (i) => completion(d, `c${i}`, asOf, uncertain)),
    reviews: d.many(2, 4, (i) => review(d, `r${i}`, asOf, uncertain)),
    activities: d.many(1, 5, (i) => activity(d, `a${i}`, asOf, uncertain)),
    experience: d.many(0, 2, (i) => experience(d, `e${i}`, asOf, uncertain)),
    credentials: d.many(1, 3, (i) => credential(d, `h${i}`, asOf, uncertain)),
    scores: d.many(0, 2, (i) => score(d, `s${i}`, asOf, uncertain)),
    attestations: d.many(0, 2, (i) => attestation(d, `t${i}`, asOf, uncertain)),
    declared: d.chance(30) ? [d.one(sets)] : [],
    ...(partial.length > 0 && { partial: partial as readonly ListName[] }),
    ...(d.chance(10) && { calendars: { sittings: [dayNear(d, asOf)] } }),
  };
}

function facts(d: Draw, asOf: Day): Readonly<Record<string, FactValue>> {
  return {
    employed: d.chance(15) ? [{ from: dayNear(d, asOf, 'past'), value: true }] : !d.chance(25),
    population: d.one([1500, 4000, 9000]),
    role: d.one(['director', 'clerk', 'page']),
  };
}

/** Earned most often; else in progress, planned, or without a day. */
function dated(d: Draw, asOf: Day, uncertain: boolean): Pick<CourseCompletion, 'started' | 'completed' | 'outcome'> {
  const outcome = d.chance(5) ? { outcome: d.one(['failed', 'withdrawn'] as const) } : {};
  const started = d.chance(50) ? { started: dayNear(d, asOf, 'past') } : {};
  switch (
    d.weighted({ earned: 66, inProgress: 18, planned: 10, undated: uncertain ? 4 : 0, open: uncertain ? 4 : 0 })
  ) {
    case 'earned':
      return { ...started, completed: dayNear(d, asOf, 'past'), ...outcome };
    case 'inProgress':
      return {
        started: dayNear(d, asOf, 'past'),
        ...(d.chance(40) && { completed: dayNear(d, asOf, 'future') }),
        ...outcome,
      };
    case 'planned':
      return { started: dayNear(d, asOf, 'future'), ...(d.chance(50) && { completed: dayNear(d, asOf, 'future') }) };
    case 'undated':
      return { ...outcome };
    case 'open':
      return { ...started };
  }
}

function completion(d: Draw, id: string, asOf: Day, uncertain: boolean): CourseCompletion {
  const gap = () => uncertain && d.chance(6);
  const { completed, ...rest } = dated(d, asOf, uncertain);
  return {
    id,
    course: d.chance(8) ? unlisted : d.one([...courses.slice(0, 2), ...courses.slice(0, 2), ...courses]),
    ...rest,
    ...(completed !== undefined && { completed }),
    ...(d.chance(8) && { covers: [d.one(sets)] }),
    ...(d.chance(15) && {
      approval: { by: d.one([...authorities, 'nobody']), on: dayNear(d, asOf, 'past'), document: 'letter 1' },
    }),
    ...(!gap() && {
      amount: d.one(['2 credits', '1 credits', '1.5 credits', '3 credits', '90 minutes', '0.3 credits']),
    }),
    fields: {
      ...(!gap() && { topic: d.one(topics) }),
      ...(!gap() && { level: d.one([1, 2, 3]) }),
      ...(!gap() && { tags: d.one([['new'], ['old'], ['new', 'old']]) }),
      ...(!gap() && { code: d.one(codes) }),
    },
  };
}

function activity(d: Draw, id: string, asOf: Day, uncertain: boolean): Activity {
  const gap = () => uncertain && d.chance(6);
  return {
    id,
    ...dated(d, asOf, uncertain),
    ...(!gap() && {
      amount: d.one([
        '2 hours',
        '90 minutes',
        '3 contact-hours',
        '1 contact-hours',
        '30 minutes',
        '200 minutes',
        '300 minutes',
        '2 sessions',
        '1.25 hours',
      ]),
    }),
    fields: { ...(!gap() && { topic: d.one(topics) }), kind: 'talk' },
  };
}

function review(d: Draw, id: string, asOf: Day, uncertain: boolean): Review {
  return {
    id,
    ...dated(d, asOf, uncertain),
    ...(!(uncertain && d.chance(10)) && { covers: [d.chance(15) ? `${d.one(sets)} work` : d.one(sets)] }),
    ...(d.chance(96) && rated(d, asOf, uncertain)),
    fields: { topic: d.one(topics) },
  };
}

function experience(d: Draw, id: string, asOf: Day, uncertain: boolean): ExperienceSpan {
  const from = dayNear(d, asOf, d.chance(8) ? 'future' : 'past');
  const until = d.chance(35) ? undefined : dayNear(d, asOf, d.chance(30) ? 'future' : 'past');
  const how = d.weighted({ weekly: 50, total: 35, silent: uncertain ? 10 : 0, both: 5 });
  return {
    id,
    from,
    ...(until !== undefined && { until: until < from ? from : until }),
    ...(!(uncertain && d.chance(8)) && { duties: d.one([['desk'], ['desk', 'lead'], ['lead']]) }),
    ...((how === 'weekly' || how === 'both') && { hoursPerWeek: d.one([10, 17.5, 40]) }),
    ...((how === 'total' || how === 'both') && {
      hours: d.one([120, 999, 2000]),
      ...(until === undefined && d.chance(70) && { countedOn: asOf }),
    }),
  };
}

function credential(d: Draw, id: string, asOf: Day, uncertain: boolean): HeldCredential {
  return {
    id,
    credential: d.one([credentials[0], ...credentials]),
    ...(!(uncertain && d.chance(20)) && { issued: dayNear(d, asOf, d.chance(10) ? 'future' : 'past') }),
    ...(d.chance(30) && { expires: dayNear(d, asOf) }),
    ...(d.chance(70) && { fields: { level: d.one([1, 2, 3]) } }),
  };
}

function score(d: Draw, id: string, asOf: Day, uncertain: boolean): Score {
  const taken = uncertain && d.chance(10) ? {} : { taken: dayNear(d, asOf, d.chance(10) ? 'future' : 'past') };
  return { id, exam: d.one(['entry-exam', 'final']), ...taken, score: d.one([60, 75, 90]) };
}

function attestation(d: Draw, id: string, asOf: Day, uncertain: boolean): Attestation {
  const given = uncertain && d.chance(10) ? {} : { given: dayNear(d, asOf, d.chance(10) ? 'future' : 'past') };
  return { id, about: d.one(['skill', 'conduct', 'award-1', 'award-2']), by: d.one(authorities), ...given };
}
