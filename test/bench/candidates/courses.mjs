// Completions of courses, each good but for its blemish.
import { COURSES, PAIRS } from '../by-hand/programme.mjs';
import { addDays, dayNumber } from '../days.mjs';
import { fourYearsAfter } from './late.mjs';

/** A completion whose form names its set and, but for the last of the chain, the next one, whichever of both the course is listed for. */
export function formOf(context, set, chain) {
  const { r } = context;
  const next = chain[chain.indexOf(set) + 1];
  const covers = next ? r.shuffled([set, next]) : [set];
  const [course] = courses(context, covers[0], undefined, 'single');
  return { ...course, covers };
}

/** The course or the pair that achieves a set. */
export function courses(context, set, blemish, shape) {
  const { r } = context;
  const pair = shape === 'single' ? undefined : PAIRS.find((each) => each.set === set);
  if (pair && r.chance(0.6)) {
    const spoilt = r.between(0, 1);
    return pair.courses
      .filter((_, i) => blemish !== 'missing' || i !== spoilt)
      .map((course, i) => completion(context, course, i === spoilt ? blemish : undefined));
  }
  if (blemish === 'missing') return [];
  const listed = [...COURSES].filter(([, { covers }]) => covers.includes(set)).map(([id]) => id);
  if (blemish === 'unlisted') return [completion(context, 'community-college:library-skills', undefined)];
  if (listed.length > 0) return [completion(context, r.pick(listed), blemish)];
  return [{ ...completion(context, `community-college:${set}`, blemish), covers: [set] }];
}

/** A course that is good but for its blemish. */
export function completion({ r, enrolled, asOf }, course, blemish) {
  const isEarlier = r.chance(0.1);
  const inTime = isEarlier
    ? addDays('2010-01-04', r.between(0, 800))
    : addDays(enrolled, r.between(40, Math.min(dayNumber(asOf) - dayNumber(enrolled), 1400)));
  const completed = fourYearsAfter(r, enrolled, blemish) ?? inTime;
  const approval = {
    by: r.pick(['provider', 'ala-apa', course.slice(0, course.indexOf(':'))]),
    on: completed,
    document: 'Course Completion Form',
  };
  const good = { course, started: addDays(completed, -r.between(20, 60)), completed, approval };
  switch (blemish) {
    case undefined:
      return isEarlier && isSeenApproved(course, completed) ? { course, completed } : good;
    case 'late':
    case 'border':
      return good;
    case 'inProgress': {
      const end = r.chance(0.5) ? { completed: addDays(asOf, r.between(5, 40)) } : {};
      return { course, started: addDays(asOf, -r.between(1, 30)), ...end, approval };
    }
    case 'planned':
      return { course, started: addDays(asOf, r.between(1, 30)), approval };
    case 'failed':
    case 'withdrawn':
      return { ...good, outcome: blemish };
    default:
      return { course, started: good.started, completed };
  }
}

function isSeenApproved(course, day) {
  return (COURSES.get(course)?.seenApproved ?? []).some(({ on, reachesBackTo }) => day >= reachesBackTo && day <= on);
}
