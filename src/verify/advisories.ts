import { addLength, parseDay } from '../base/calendar.js';
import { type Check, same } from './problems.js';

/** Checks how long ago the texts were read, and what is said of the programme. */
export function checkAdvisories(check: Check): void {
  const { evaluation, ruleset, asOf } = check;
  const days = Object.values(evaluation.citations).map(({ seen }) => ({ seen, day: lastDay(seen) }));
  const latest = Math.max(...days.map(({ day }) => day));
  const found = evaluation.advisories.filter(({ code }) => code === 'rulesLastSeen');
  same(check, 'wrongAdvisory', 'advisories.rulesLastSeen', days.length === 0 ? 0 : 1, found.length);
  for (const { seen, daysAgo } of found) {
    const isLatest = days.some((one) => one.seen === seen && one.day === latest);
    if (!isLatest) check.report('wrongAdvisory', 'advisories.rulesLastSeen.seen', 'the latest day of a citation', seen);
    same(check, 'wrongAdvisory', 'advisories.rulesLastSeen.daysAgo', asOf > latest ? asOf - latest : 0, daysAgo);
  }
  const { applications } = ruleset.pack;
  const isOpen = applications === undefined || applications.open === true;
  const code = applications?.open === false ? 'applicationsClosed' : 'programmeStandingNotEstablished';
  const expected = isOpen ? [] : [{ code, says: applications.says, cite: applications.cite }];
  const told = evaluation.advisories.filter(
    (one) => one.code === 'programmeStandingNotEstablished' || one.code === 'applicationsClosed',
  );
  same(check, 'wrongAdvisory', 'advisories.applications', expected, told);
}

/** The day itself, or the day before the next month begins. */
function lastDay(seen: string): number {
  return parseDay(seen) ?? addLength(parseDay(`${seen}-01`) ?? 0, 1, 'months') - 1;
}
