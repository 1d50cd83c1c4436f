// Seeded candidates of the shipped LSSC pack. They enrolled between December 2012 and December 2013, so one text binds them, or one
// of two that ask the same for the certification. What sources of these texts say differently (the day on which the four years begin, how
// many competencies may stay partial) and what none says (the last day for portfolios) decides some of them.

import { addDays } from '../days.mjs';
import { itemsFor } from './items.mjs';
import { random } from './random.mjs';

/** With this one every rule decides somebody. */
export const SEED = 20121231;
export const CANDIDATES = 512;

/**
 * Candidates with 5 to 11 courses and 0 to 4 portfolios, each with the day asked for.
 * @returns {{ record: import('../../../dist/index.js').CandidateRecord, asOf: string }[]}
 */
export function candidates(count = CANDIDATES, seed = SEED) {
  const r = random(seed);
  return Array.from({ length: count }, () => candidate(r));
}

function candidate(r) {
  const enrolled = addDays('2012-12-01', r.between(0, 395));
  const asOf = addDays(enrolled, r.between(500, 2100));
  const isAccepted = r.chance(0.8);
  const milestones = isAccepted ? { enrolled, accepted: addDays(enrolled, r.between(3, 30)) } : { enrolled };
  const diploma = isAccepted || r.chance(0.85) ? { 'high-school-diploma': isAccepted || !r.chance(0.15) } : {};
  return {
    record: { milestones, facts: diploma, experience: work(r, enrolled), ...itemsFor(r, enrolled, asOf) },
    asOf,
  };
}

/** One to three jobs, most of which make a year of library work in the five years before enrolling; some came before or after. */
function work(r, enrolled) {
  const jobs = r.between(1, 3);
  let until = addDays(enrolled, r.between(-60, 120) + r.pick([0, 0, 0, 0, 0, -1600, 400]));
  return Array.from({ length: jobs }, (_, i) => {
    const from = addDays(until, -r.between(200, 900));
    const amount = r.chance(0.7) ? { hoursPerWeek: r.between(12, 40) } : { hours: r.between(300, 2400) };
    const job = {
      id: `work-${i + 1}`,
      employer: r.pick(['Town Library', 'County Library', 'College Library', 'School District 7']),
      from,
      until,
      duties: r.chance(0.9) ? ['library'] : ['office'],
      paid: r.chance(0.8),
      ...amount,
    };
    until = addDays(from, -r.between(1, 200));
    return job;
  });
}
