import { formatDay } from '../base/calendar.js';
import type { CompiledApproval, CompiledCourse } from '../compile/ruleset.js';
import { citedOnce, contextOn, type Terms, termsFor } from '../findings/terms.js';
import { approvedOn } from '../match/approval.js';
import { type Item, readRecord } from '../match/read.js';
import type { CourseCompletion } from '../model/record.js';
import type { World } from '../worlds.js';
import type { Standing } from './asking.js';
import type { Candidate } from './candidate.js';
import { daysIn, priceIn, UNKNOWN } from './price.js';

/**
 * Every course of the catalogue that could still be taken: not one that is no longer offered or that she is taking, or has taken so that it counts, and not one that
 * is certainly not approved on the day, nor one that she certainly may not take. Where approval is not established, or whether she may,
 * the step takes it for granted and says so.
 */
export function courseSteps(standing: Standing, nameOf: (name: string) => string): readonly Candidate[] {
  const { ruleset, dayText, day } = standing;
  const gone = takenAlready(standing);
  const courses = [...ruleset.courses.values()]
    .filter(({ course }) => course.retired === undefined && !gone.has(course.id))
    .sort((a, b) => (a.course.id < b.course.id ? -1 : 1));
  const plain = courses.map(({ course }): CourseCompletion & { readonly id: string } => ({
    id: nameOf(course.id),
    title: course.title,
    course: course.id,
    started: dayText,
    completed: dayText,
  }));
  const { items } = readRecord({ completions: plain }, day, ruleset.pack.authority.id);
  const context = contextOn(day, ruleset, readRecord(standing.record, day, ruleset.pack.authority.id));
  const byId = new Map(items.map((item) => [item.id, item]));
  return courses.flatMap((course, i): readonly Candidate[] => {
    const entry = plain[i];
    const item = entry && byId.get(entry.id);
    const approved = item && approvalOf(course, item, standing);
    const terms = termsFor(course, context);
    return entry && approved && terms.access.truth !== 'no' ? [stepOf(course, entry, approved, terms)] : [];
  });
}

interface Approved {
  readonly approval?: NonNullable<Candidate['approval']>;
  readonly document?: NonNullable<CourseCompletion['approval']>;
}

function stepOf(
  { course, provider, seenApproved }: CompiledCourse,
  entry: CourseCompletion & { readonly id: string },
  { approval, document }: Approved,
  { access, price, cite }: Terms,
): Candidate {
  const seen = seenApproved.at(-1);
  const days = daysIn(course.length);
  const asks = [...access.asks, ...(price?.asks ?? [])].filter((ask) => ask !== 'rule');
  return {
    id: entry.id,
    kind: 'course',
    title: course.title,
    provider,
    assumes: [...(document ? ['approval' as const] : []), ...(access.truth === 'unknown' ? ['access' as const] : [])],
    ...(approval && { approval }),
    ...(approval && approval !== 'approved' && seen !== undefined && { lastSeen: formatDay(seen) }),
    price: price ?? priceIn(course.cost) ?? UNKNOWN,
    days: days === undefined ? UNKNOWN : { lo: days, hi: days },
    ...(asks.length > 0 && { asks }),
    adds: { completions: [document ? { ...entry, approval: document } : entry] },
    cite: citedOnce([...(course.cite ?? []), ...cite]),
  };
}

/** What the catalogue says of approval on the day, in every text that may hold; `undefined` where one of them refuses it. */
function approvalOf(course: CompiledCourse, item: Item, { stage, dayText }: Standing): Approved | undefined {
  const asking = stage.worlds.filter(asksForApproval);
  const tested = asking.map((world) => approvedOn('completed', item, world.context).truth);
  if (tested.includes('no')) return undefined;
  if (tested.length === 0) return {};
  if (!tested.includes('unknown')) return { approval: 'approved' };
  const settling = asking.flatMap(({ tree }) => tree.approval ?? [])[0];
  const by = settling && settlerOf(settling, course);
  return {
    approval: course.seenApproved.length > 0 ? 'seenApproved' : 'notEstablished',
    ...(by !== undefined && { document: { by, on: dayText, document: 'taken for granted by a plan' } }),
  };
}

function asksForApproval({ tree }: World): boolean {
  return tree.nodes.some((node) => node.kind === 'evidence' && node.where.some(({ test }) => test === 'approvedOn'));
}

/** Who may settle that a course is approved: an authority by its id, or the course's own provider. */
function settlerOf({ settledBy }: CompiledApproval, { course }: CompiledCourse): string | undefined {
  return settledBy.find((by) => by !== 'provider') ?? (settledBy.length > 0 ? course.id.split(':')[0] : undefined);
}

/** Courses that she is taking, and those that count for something in every text that may hold. */
function takenAlready({ record, stage, day }: Standing): ReadonlySet<string> {
  const counting = stage.worlds.map(
    ({ matched }) =>
      new Set(
        matched.leaves.flatMap((leaf) =>
          leaf?.kind === 'units' ? leaf.edges.filter((edge) => edge.certain).flatMap((edge) => edge.items) : [],
        ),
      ),
  );
  const items = readRecord(record, day, '').items;
  const gone = items.filter(
    (item) =>
      item.list === 'completions' &&
      item.outcome === undefined &&
      (item.tier === 'inProgress' || (counting.length > 0 && counting.every((used) => used.has(item.index)))),
  );
  return new Set(gone.map(({ entry }) => String(entry.course)));
}
