// The status of the certification from what the items are worth. How items are given to sets is the caller's.
import { addDays, addYears, dayNumber } from '../days.mjs';
import { MET, optionsOf, PENDING, UNKNOWN, UNMET } from './items.mjs';

const NAMES = ['unmet', 'unknown', 'pending', 'met'];

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

/** The four years run from the enrolment or from the acceptance; 0 or 30 percent of a portfolio may stay partial. */
function readingsOf({ milestones: { enrolled, accepted } }) {
  const fromEnrolment = addYears(enrolled, 4);
  const fromAcceptance = addYears(accepted ?? addDays(enrolled, 30), 4);
  return [
    { due: fromEnrolment, dueAtMost: fromEnrolment, partialAtMost: 0 },
    { due: accepted ? fromAcceptance : fromEnrolment, dueAtMost: fromAcceptance, partialAtMost: 30 },
  ];
}

function setsLevel(canAssign, options) {
  for (const level of [MET, PENDING, UNKNOWN]) {
    if (canAssign(options.filter((option) => option.level >= level))) return level;
  }
  return UNMET;
}

/** Settled by the acceptance; before it, a diploma and 1,820 hours of library work in the five years before applying. */
function eligibility({ milestones: { enrolled, accepted }, facts, experience }, asOf) {
  if (accepted) return MET;
  const diploma = facts?.['high-school-diploma'];
  const diplomaLevel = diploma === undefined ? UNKNOWN : diploma ? MET : UNMET;
  const from = addYears(enrolled, -5);
  const to = enrolled < asOf ? enrolled : asOf;
  const minutes = (experience ?? [])
    .filter(({ duties }) => duties.includes('library'))
    .reduce((sum, span) => sum + minutesBetween(span, from, to), 0);
  return Math.min(diplomaLevel, minutes >= 1820 * 60 ? MET : UNMET);
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
