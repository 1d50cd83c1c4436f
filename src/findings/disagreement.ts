import { type DayNumber, formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import type { ChosenReading } from '../compile/ruleset.js';
import type { ReadingOutcome } from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Governing } from '../worlds.js';
import type { View } from './views.js';

/** Readings of one text, or editions of which any may govern. Where every edition is as open as the others, it is the texts. */
export function disagreement(views: readonly View[], governing: Governing): Reason {
  if (!editionsDiffer(views)) return 'sourcesDisagree';
  return governing.basis === 'notStated' ? 'notStated' : 'notEstablished';
}

/** Whether two editions lead to different statuses, over all their readings. */
function editionsDiffer(views: readonly View[]): boolean {
  const byEdition = new Map<number, Set<Status>>();
  for (const { world, judged } of views) {
    const { index } = world.edition;
    const known = byEdition.get(index) ?? new Set();
    byEdition.set(index, known.add(judged.status === 'waived' ? 'met' : judged.status));
  }
  return new Set([...byEdition.values()].map((statuses) => [...statuses].sort().join())).size > 1;
}

/** What would settle a disagreement: the milestone that picks the edition, or what the disputed texts really say. */
export function asksOfDisagreement(
  views: readonly View[],
  reason: Reason | undefined,
  governing: Governing,
): readonly string[] {
  if (reason === 'notStated') return [`milestone:${governing.governedBy}`];
  const disputed =
    reason === 'notEstablished' ? [] : views.flatMap((view) => telling(view, views).map(({ of }) => `rule:${of}`));
  return disputed.length > 0 ? disputed : ['rule'];
}

/** The readings of one world on which the status hangs: with another of them alone, in the same edition, it would be another. */
function telling({ world }: View, views: readonly View[]): readonly ChosenReading[] {
  const mine = world.tree.readings;
  const isLike = (others: readonly ChosenReading[], but: string) =>
    others.every(({ of, says }) => of === but || mine.some((reading) => reading.of === of && reading.says === says));
  const same = views.filter((view) => view.world.edition.index === world.edition.index);
  const status = same.find((view) => view.world === world)?.judged.status;
  return mine.filter(({ of }) =>
    same.some((view) => view.judged.status !== status && isLike(view.world.tree.readings, of)),
  );
}

/** What the worlds lead to, each outcome once: under their readings, under their editions, or under both where both tell them apart. */
export function outcomes(views: readonly View[]): readonly ReadingOutcome[] {
  const differ = editionsDiffer(views);
  const all = views.map((view): ReadingOutcome => {
    const readings = telling(view, views).toSorted((a, b) => (a.of < b.of ? -1 : 1));
    const { edition } = view.world.edition;
    const isDue = readings.some(({ of }) => of.endsWith('.due'));
    const due = view.due?.hi ?? (isDue || differ ? nearestDue(view) : undefined);
    const isEdition = differ || readings.length === 0;
    return {
      says: [...(isEdition ? [textOf(view, views)] : []), ...readings.map((reading) => reading.says)].join('; '),
      status: view.judged.status,
      cite: [...(isEdition ? edition.cite : []), ...readings.flatMap((reading) => reading.cite)],
      ...(view.judged.reason && { reason: view.judged.reason }),
      ...(due !== undefined && due < NO_LATEST && { dueOn: formatDay(due) }),
    };
  });
  const written = all.map((each) => JSON.stringify(each));
  return all.filter((_, i) => written.indexOf(written[i] ?? '') === i);
}

/** The id of a world's edition, with its first or last day where a number changed within the edition and both values may hold. */
function textOf({ world: { edition } }: View, views: readonly View[]): string {
  const { id } = edition.edition;
  const isSplit = views.some(
    ({ world: { edition: other } }) => other.edition.id === id && other.index !== edition.index,
  );
  if (!isSplit) return id;
  const { from, until } = edition;
  return from.lo > NO_EARLIEST ? `${id} from ${formatDay(from.lo)}` : `${id} until ${formatDay(until.hi - 1)}`;
}

/** The last day of the requirement or of the nearest one above it that has one. */
function nearestDue(view: View): DayNumber | undefined {
  const { nodes } = view.world.tree;
  let at = nodes.findIndex((node) => node.id === view.id);
  for (; at >= 0; at = nodes[at]?.parent ?? -1) {
    const due = view.world.matched.dues[at];
    if (due) return due.value.hi;
  }
  return undefined;
}
