import type { DayNumber } from '../calendar.js';
import { formatDay, NO_EARLIEST, NO_LATEST } from '../calendar.js';
import type { ChosenReading } from '../compile/ruleset.js';
import type { Finding, Progress, ReadingOutcome, Reason, Status } from '../evaluation.js';
import { compare } from '../fraction.js';
import type { Fraction, Quantity } from '../quantity.js';
import { easiest } from '../reasons.js';
import { type Governing, type World, withPeriods } from '../worlds.js';
import { byId } from './exceptions-applied.js';
import { type View, viewsOf } from './views.js';

/** A stage's findings over all its worlds. Where the worlds agree that is the answer; where they do not it is `unknown`, with every outcome. */
export function mergeFindings(stage: string, worlds: readonly World[], governing: Governing): readonly Finding[] {
  const views = new Map<string, View[]>();
  for (const world of worlds.flatMap((each) => withPeriods(each, 'last'))) {
    for (const node of world.tree.nodes) {
      for (const view of viewsOf(world, node)) {
        const known = views.get(view.id);
        if (known) known.push(view);
        else views.set(view.id, [view]);
      }
    }
  }
  return [...views.values()].map((same) => merge(stage, same, governing));
}

/** The least progress over all worlds. */
export function mergeProgress(worlds: readonly World[]): Progress {
  const roots = worlds.map((world) => world.judged.nodes[0]?.progress).filter((p) => p !== undefined);
  const least = (of: (p: (typeof roots)[number]) => Fraction): Fraction =>
    roots.map(of).reduce((a, b) => (compare(a, b) <= 0 ? a : b), { n: 1, d: 1 });
  const most = roots.map((p) => p.atBest).reduce((a, b) => (compare(a, b) >= 0 ? a : b), { n: 0, d: 1 });
  if (roots.length === 0)
    return { earned: { n: 0, d: 1 }, withInProgress: { n: 0, d: 1 }, withPlanned: { n: 0, d: 1 } };
  const cut = worlds.some((world) => !world.judged.optimal);
  return {
    earned: least((p) => p.earned),
    withInProgress: least((p) => p.withInProgress),
    withPlanned: least((p) => p.withPlanned),
    ...(cut && { earnedAtMost: most }),
  };
}

function merge(stage: string, views: readonly View[], governing: Governing): Finding {
  const [first] = views;
  if (!first) throw new TypeError(`stages.${stage}: expected a requirement`);
  const agreed = agreedStatus(views);
  const agree = agreed !== undefined;
  const status: Status = agreed ?? 'unknown';
  const reason: Reason | undefined = agree ? agreedReason(status, views) : disagreement(views, governing);
  const asks = agree ? views.flatMap((view) => view.judged.asks) : asksOfDisagreement(views, reason, governing);
  const settledBy =
    status === 'unknown' ? [...new Set(asks.map((ask) => (ask === 'rule' ? `rule:${first.id}` : ask)))] : [];
  const due = views.map((view) => view.due).filter((d) => d !== undefined);
  const dueOn = due.length > 0 ? Math.min(...due.map((d) => d.lo)) : undefined;
  const dueOnLatest = due.length > 0 ? Math.max(...due.map((d) => d.hi)) : undefined;
  const late = views.map((view) => view.late).filter((l) => l !== undefined);
  // Filled in field by field: what an answer does not know it does not have, and a chain of spreads costs more than the judging.
  const finding: Mutable<Finding> = {
    id: first.id,
    stage,
    kind: first.kind,
    says: first.says,
    status,
    cite: first.cite,
  };
  if (reason) finding.reason = reason;
  if (first.have)
    finding.have = least(views.map(({ have }) => (have?.unit === first.have?.unit ? have : undefined))) ?? first.have;
  if (first.need) finding.need = first.need;
  if (first.of.length > 0) finding.of = views.length === 1 ? first.of : [...new Set(views.flatMap((view) => view.of))];
  const itself = views.find((view) => view.itself !== undefined)?.itself;
  if (itself !== undefined) finding.itself = itself;
  if (dueOn !== undefined && dueOn > NO_EARLIEST) finding.dueOn = formatDay(dueOn);
  if (dueOnLatest !== undefined && dueOnLatest !== dueOn && dueOnLatest < NO_LATEST)
    finding.dueOnLatest = formatDay(dueOnLatest);
  if (reason === 'late' && late.length > 0) finding.lateByDays = Math.min(...late);
  if (settledBy.length > 0) finding.settledBy = settledBy;
  if (agree && first.periods) finding.periods = first.periods;
  const exceptions = byId(views.flatMap((view) => view.exceptions));
  if (exceptions.length > 0) finding.exceptions = exceptions;
  if (!agree) finding.readings = outcomes(views);
  return finding;
}

/** The status that all worlds have; one that is met here and waived there is met. */
function agreedStatus(views: readonly View[]): Status | undefined {
  const status = views[0]?.judged.status;
  if (views.every((view) => view.judged.status === status)) return status;
  return views.every(({ judged }) => judged.status === 'met' || judged.status === 'waived') ? 'met' : undefined;
}

/** The reason that all worlds have, or else one that does not hang on their order: the one that says least of what was missed. */
function agreedReason(status: Status, views: readonly View[]): Reason | undefined {
  const reasons = views.map((view) => view.judged.reason);
  if (reasons.every((reason) => reason === reasons[0])) return reasons[0];
  if (status === 'met' || status === 'waived') return undefined;
  return UNMET_REASONS.find((reason) => reasons.includes(reason)) ?? easiest(reasons);
}

const UNMET_REASONS: readonly Reason[] = ['contradicted', 'held', 'tooFewApplicable', 'short', 'overdue', 'late'];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Readings of one text, or editions of which any may govern. Where every edition is as open as the others, it is the texts. */
function disagreement(views: readonly View[], governing: Governing): Reason {
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
function asksOfDisagreement(
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
function outcomes(views: readonly View[]): readonly ReadingOutcome[] {
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

/** The id of a world's edition, with its first day where a number changed within the edition and both values may hold. */
function textOf({ world: { edition } }: View, views: readonly View[]): string {
  const { id } = edition.edition;
  const isSplit = views.some(
    ({ world: { edition: other } }) => other.edition.id === id && other.index !== edition.index,
  );
  return isSplit ? `${id} from ${formatDay(edition.from.lo)}` : id;
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

function least(all: readonly (Quantity | undefined)[]): Quantity | undefined {
  return all.reduce((a, b) => (a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b)), undefined);
}
