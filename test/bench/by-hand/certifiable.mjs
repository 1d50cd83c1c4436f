// The status of the certification from what the items are worth. How items are given to sets is the caller's.
import { addDays, addYears, dayNumber } from '../days.mjs';
import { MET, optionsOf, PENDING, UNKNOWN, UNMET } from './items.mjs';

/** Names of the levels, from the lowest. */
export const NAMES = ['unmet', 'unknown', 'pending', 'met'];

/**
 * The status of the certification on a day.
 * @param canAssign Whether options, of which each may serve one of its sets, can give all required sets and enough electives.
 */
export function statusBy(canAssign, record, asOf) {
  const [strict, mild] = readingsOf(record).map((reading) => setsLevel(canAssign, optionsOf(record, asOf, reading)));
  // A later last day and a milder share never make anything worse, so these two are all that can differ.
  const sets = strict === mild ? strict : UNKNOWN;
  return NAMES[Math.min(sets, eligibility(record, asOf))];
}

/** The strictest and the mildest reading: the four years run from the enrolment or from the acceptance; 0 or 30 percent of a portfolio may stay partial. */
export function readingsOf({ milestones: { enrolled, accepted } }) {
  const fromEnrolment = addYears(enrolled, 4);
  const fromAcceptance = addYears(accepted ?? addDays(enrolled, 30), 4);
  return [
    { due: fromEnrolment, dueAtMost: fromEnrolment, partialAtMost: 0 },
    { due: accepted ? fromAcceptance : fromEnrolment, dueAtMost: fromAcceptance, partialAtMost: 30 },
  ];
}

export function setsLevel(canAssign, options) {
  for (const level of [MET, PENDING, UNKNOWN]) {
    if (canAssign(options.filter((option) => option.level >= level))) return level;
  }
  return UNMET;
}

/** Settled by the acceptance; before it, a diploma and 1,820 hours of library work. */
function eligibility(record, asOf) {
  if (record.milestones.accepted) return MET;
  const diploma = record.facts?.['high-school-diploma'];
  if (diploma === false || libraryMinutes(record, asOf) < 1820 * 60) return UNMET;
  return diploma === undefined ? UNKNOWN : MET;
}

/** Library work in the five years before applying, in minutes. */
export function libraryMinutes({ milestones: { enrolled }, experience }, asOf) {
  const from = addYears(enrolled, -5);
  const to = enrolled < asOf ? enrolled : asOf;
  return (experience ?? [])
    .filter(({ duties }) => duties.includes('library'))
    .reduce((sum, span) => sum + minutesBetween(span, from, to), 0);
}

function minutesBetween(span, from, to) {
  const days = daysBetween(span.from > from ? span.from : from, span.until < to ? span.until : to);
  return span.hoursPerWeek === undefined
    ? Math.floor((span.hours * 60 * days) / daysBetween(span.from, span.until))
    : Math.floor((span.hoursPerWeek * 60 * days) / 7);
}

function daysBetween(from, to) {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
}
