import { type DayNumber, NO_LATEST } from '../base/calendar.js';
import { isNotEstablished } from '../compile/readings.js';
import type { CompiledApproval, CompiledCourse } from '../compile/ruleset.js';
import { type Context, shift } from './context.js';
import { fieldOf, type Item } from './read.js';
import { type Tested, YES } from './truth.js';

/**
 * Whether an item's course was approved on one of the item's days. A document on the item settles it. Otherwise the catalogue
 * decides as far as it can: inside an approval period, or at most so far before one as approvals reach back; on a day on which the
 * course was seen approved, or at most so far before it (it was approved on that day at the latest). Anything else is unknown,
 * unless the catalogue lists the course's approval periods: then it is refused, with the day that would have counted.
 */
export function approvedOn(which: 'completed' | 'started', item: Item, c: Context): Tested {
  const rule = c.tree.approval;
  if (settled(item, rule)) return YES;
  const unknown: Tested = { truth: 'unknown', asks: [`approval:${item.id}`] };
  const course = fieldOf(item, 'course');
  const listed = typeof course === 'string' ? c.ruleset.courses.get(course) : undefined;
  const day = (which === 'completed' ? item.day : item.started) ?? (item.tier === 'earned' ? undefined : c.asOf);
  if (!listed || day === undefined) return unknown;
  if (listed.seenApproved.some((seen) => day <= seen && day >= reach(seen, rule, c))) return YES;
  const periods = periodsOf(listed, rule, c);
  if (periods.some((period) => day >= period.from && day < period.until)) return YES;
  if (periods.some((period) => day >= period.from && day < period.untilAtMost)) return unknown;
  if (periods.length === 0 || listed.seenApproved.length > 0) return unknown;
  const next = periods.find((period) => day < period.from);
  return {
    truth: 'no',
    asks: [],
    refusal: 'notApproved',
    limit: next ? next.from : Math.max(...periods.map((period) => period.untilAtMost - 1)),
  };
}

function settled(item: Item, rule: CompiledApproval | undefined): boolean {
  const approval = item.entry.approval;
  if (!rule || typeof approval !== 'object' || approval === null) return false;
  const by = (approval as { readonly by?: unknown }).by;
  return (
    typeof by === 'string' &&
    (rule.settledBy.includes(by) || (rule.settledBy.includes('provider') && fieldOf(item, 'provider') === by))
  );
}

/** The earliest completion that an approval on this day certainly reaches. */
function reach(day: DayNumber, rule: CompiledApproval | undefined, c: Context): DayNumber {
  if (!rule) return day;
  return isNotEstablished(rule.reachesBack) ? day : shift({ lo: day, hi: day }, rule.reachesBack, -1, c).value.hi;
}

function periodsOf(
  listed: CompiledCourse,
  rule: CompiledApproval | undefined,
  c: Context,
): readonly { from: DayNumber; until: DayNumber; untilAtMost: DayNumber }[] {
  return listed.approvals
    .map(({ from, until }) => {
      const lasts =
        until === undefined && rule
          ? shift({ lo: from, hi: from }, rule.lasts, 1, c).value
          : { lo: until ?? NO_LATEST, hi: until ?? NO_LATEST };
      return { from: reach(from, rule, c), until: lasts.lo, untilAtMost: lasts.hi };
    })
    .sort((a, b) => a.from - b.from);
}
