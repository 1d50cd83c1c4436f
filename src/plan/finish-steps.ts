import { readRecord } from '../match/read.js';
import type { Activity, CourseCompletion, Review } from '../model/record.js';
import type { Standing } from './asking.js';
import type { Candidate } from './candidate.js';
import type { PlanAddition } from './plan-types.js';
import { FREE, UNKNOWN } from './price.js';

/**
 * Completing what is begun or planned and has no day of its own yet. Its cost is not added: it was incurred before the plan. What has a
 * later day is left to that day.
 */
export function finishSteps({ ruleset, record, day, dayText }: Standing): readonly Candidate[] {
  const { items } = readRecord(record, day, ruleset.pack.authority.id);
  return items.flatMap((item): readonly Candidate[] => {
    if (item.tier === 'earned' || item.day !== undefined || item.outcome !== undefined) return [];
    const started = item.started ?? day;
    const later = started > day ? dayText : undefined;
    const adds = added(item.list, item.entry, { completed: dayText, ...(later !== undefined && { started: later }) });
    return adds
      ? [{ id: item.id, kind: 'finish', title: item.title, assumes: [], price: FREE, days: UNKNOWN, adds, cite: [] }]
      : [];
  });
}

function added(
  list: string,
  entry: Readonly<Record<string, unknown>>,
  days: { readonly completed: string; readonly started?: string },
): PlanAddition | undefined {
  const done = { ...entry, ...days };
  switch (list) {
    case 'completions':
      return { completions: [done as unknown as CourseCompletion] };
    case 'reviews':
      return { reviews: [done as unknown as Review] };
    case 'activities':
      return { activities: [done as unknown as Activity] };
    default:
      return undefined;
  }
}
