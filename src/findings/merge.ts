import { formatDay, NO_EARLIEST, NO_LATEST } from '../base/calendar.js';
import { compare, ZERO } from '../base/fraction.js';
import { frozen } from '../base/frozen.js';
import { agreed } from '../base/status.js';
import { easiest } from '../judge/reasons.js';
import type { Finding, Progress } from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import { progressIn, type Shares } from '../worlds/progress.js';
import { type Governing, type World, withPeriods } from '../worlds.js';
import { asksOfDisagreement, disagreement, outcomes } from './disagreement.js';
import { byId } from './exceptions-applied.js';
import { type PlanEntry, planOf } from './plan.js';
import { type View, viewsOf } from './views.js';

/** A stage's findings over all its worlds. Where the worlds agree that is the answer; where they do not it is `unknown`, with every outcome. */
export function mergeFindings(stage: string, worlds: readonly World[], governing: Governing): readonly Finding[] {
  const plan = planOf(worlds.map((world) => world.tree));
  if (!plan.isPlain) return mergeAll(stage, worlds, governing);
  const findings: Finding[] = [];
  for (const entry of plan.entries) {
    const isBlank = isBlankIn(entry, worlds);
    if (isBlank && entry.blank) {
      findings.push(entry.blank);
      continue;
    }
    const merged = mergeAt(stage, entry, worlds, governing);
    if (isBlank && merged.length === 1 && merged[0] && !merged[0].readings) entry.blank = frozen(merged[0]);
    findings.push(...merged);
  }
  return findings;
}

/** Whether the record has no bearing on a requirement in any world. */
function isBlankIn({ at }: PlanEntry, worlds: readonly World[]): boolean {
  for (let w = 0; w < worlds.length; w++) {
    const index = at[w] ?? -1;
    const world = worlds[w];
    if (index < 0 || !world) continue;
    const blank = world.blank.judged[index];
    if (blank === undefined || world.judged.nodes[index] !== blank || world.context.record.exceptions.length > 0)
      return false;
  }
  return true;
}

/** A requirement and its parts. */
function mergeAt(stage: string, { at }: PlanEntry, worlds: readonly World[], governing: Governing): readonly Finding[] {
  const few = worlds.filter((world, w) => !worlds.slice(0, w).some((other, o) => saysSame(other, at[o], world, at[w])));
  const own: View[] = [];
  const parts = new Map<string, View[]>();
  const look = (world: World) => {
    const node = world.tree.nodes[at[worlds.indexOf(world)] ?? -1];
    const views = node ? viewsOf(world, node) : [];
    views.forEach((view, i) => {
      const known = i === 0 ? own : parts.get(view.id);
      if (known) known.push(view);
      else parts.set(view.id, [view]);
    });
  };
  few.forEach(look);
  // Where worlds disagree, every one of them has a say in what the disagreement is about.
  if (
    few.length < worlds.length &&
    [own, ...parts.values()].some((views) => agreed(views.map(({ judged }) => judged.status)) === undefined)
  ) {
    own.length = 0;
    parts.clear();
    worlds.forEach(look);
  }
  const finding = merge(stage, own, governing);
  return parts.size === 0 ? [finding] : [finding, ...[...parts.values()].map((same) => merge(stage, same, governing))];
}

/** Whether two worlds have the same to say of a requirement: it was judged once for both, and its last day, if any, is one. */
function saysSame(a: World, atA: number | undefined, b: World, atB: number | undefined): boolean {
  if (atA === undefined || atA !== atB || a.judged !== b.judged) return false;
  const node = a.tree.nodes[atA];
  const itself = node?.kind === 'choose' && node.recognition ? (node.children[0] ?? atA) : atA;
  return a.matched.dues[atA] === b.matched.dues[atA] && a.matched.dues[itself] === b.matched.dues[itself];
}

/** Where requirements repeat, or are parts of others in another edition: every period is looked at as a world of its own. */
function mergeAll(stage: string, worlds: readonly World[], governing: Governing): readonly Finding[] {
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
  const [first, ...others] = worlds.map(progressIn);
  if (!first) return { earned: ZERO, withInProgress: ZERO, withPlanned: ZERO };
  const least = (view: keyof Shares) => others.reduce((a, b) => (compare(a, b[view]) <= 0 ? a : b[view]), first[view]);
  const most = others.reduce((a, b) => (compare(a, b.atBest) >= 0 ? a : b.atBest), first.atBest);
  return {
    earned: least('earned'),
    withInProgress: least('withInProgress'),
    withPlanned: least('withPlanned'),
    ...(worlds.some((world) => !world.judged.optimal) && { earnedAtMost: most }),
  };
}

function merge(stage: string, views: readonly View[], governing: Governing): Finding {
  const [first] = views;
  if (!first) throw new TypeError(`stages.${stage}: expected a requirement`);
  const shared = agreed(views.map(({ judged }) => judged.status));
  const agree = shared !== undefined;
  const status: Status = shared ?? 'unknown';
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

/** The reason that all worlds have, or else one that does not hang on their order: the one that says least of what was missed. */
function agreedReason(status: Status, views: readonly View[]): Reason | undefined {
  const reasons = views.map((view) => view.judged.reason);
  if (reasons.every((reason) => reason === reasons[0])) return reasons[0];
  if (status === 'met' || status === 'waived') return undefined;
  return UNMET_REASONS.find((reason) => reasons.includes(reason)) ?? easiest(reasons);
}

const UNMET_REASONS: readonly Reason[] = ['contradicted', 'held', 'tooFewApplicable', 'short', 'overdue', 'late'];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function least(all: readonly (Quantity | undefined)[]): Quantity | undefined {
  return all.reduce((a, b) => (a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b)), undefined);
}
