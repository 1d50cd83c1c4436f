import type { DayNumber } from '../calendar.js';
import { formatDay, NO_EARLIEST, NO_LATEST } from '../calendar.js';
import type { CompiledNode, CompiledUnit } from '../compile/ruleset.js';
import type {
  ExceptionApplied,
  Finding,
  FindingKind,
  Fraction,
  PeriodFinding,
  Progress,
  Quantity,
  ReadingOutcome,
  Reason,
  Status,
} from '../evaluation.js';
import { compare, fraction } from '../fraction.js';
import type { JudgedNode, JudgedPeriod, Outcome } from '../judged.js';
import { easiest } from '../reasons.js';
import type { Cite } from '../value.js';
import { type Governing, type World, withPeriods } from '../worlds.js';
import { byId, exceptionsOf } from './exceptions-applied.js';

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

/** One requirement or part in one world. */
interface View {
  readonly world: World;
  readonly id: string;
  readonly kind: FindingKind;
  readonly says: string;
  readonly cite: readonly Cite[];
  readonly judged: Outcome;
  readonly have: Quantity | undefined;
  readonly need: Quantity | undefined;
  readonly of: readonly string[];
  readonly due: { readonly lo: DayNumber; readonly hi: DayNumber } | undefined;
  readonly late: number | undefined;
  readonly periods: readonly PeriodFinding[] | undefined;
  readonly exceptions: readonly ExceptionApplied[];
}

/** A requirement and its parts. */
function viewsOf(world: World, node: CompiledNode): readonly View[] {
  const judged = world.judged.nodes[node.index];
  if (!judged) return [];
  const late = world.late.get(node.index);
  const due = world.matched.dues[node.index]?.value;
  const unit = unitOf(node);
  const own: View = {
    world,
    id: node.id,
    kind: node.kind,
    says: node.says,
    cite: node.cite,
    judged: late === undefined ? judged : { ...judged, reason: 'late' },
    have: unit && judged.have !== undefined ? quantity(judged.have, unit) : undefined,
    need: unit && judged.have !== undefined && judged.need !== undefined ? quantity(judged.need, unit) : undefined,
    of: below(world, node, judged),
    due,
    late,
    periods: judged.periods?.map((each) => periodFinding(each, node)),
    exceptions: exceptionsOf(world, node),
  };
  if (node.kind !== 'total' && node.kind !== 'experience') return [own];
  const parts = judged.parts.flatMap((part): readonly View[] => {
    const compiled = node.parts.find(({ id }) => id === part.id);
    const unitOfPart = part.isAmount ? node.unit : VALUES;
    if (!compiled) return [];
    const { id, says, cite } = compiled;
    const have = quantity(part.have, unitOfPart);
    const need = part.need === undefined ? undefined : quantity(part.need, unitOfPart);
    const none = { due: undefined, late: undefined, periods: undefined, exceptions: [] };
    return [{ world, id, kind: 'part', says, cite, judged: part, have, need, of: [], ...none }];
  });
  return [own, ...parts];
}

function below(world: World, node: CompiledNode, judged: JudgedNode): readonly string[] {
  if (node.kind === 'eachPeriod') return node.nodes.slice(0, 1).map(({ id }) => id);
  if (judged.parts.length > 0) return judged.parts.map((part) => part.id);
  return node.children.map((child) => world.tree.nodes[child]?.id ?? '');
}

function periodFinding({ period, judged }: JudgedPeriod, node: CompiledNode): PeriodFinding {
  const root = judged.nodes[0];
  const inner = node.kind === 'eachPeriod' ? node.nodes[0] : undefined;
  const open = !period.closed && root?.status !== 'met' && root?.status !== 'waived';
  const outcome = open
    ? { status: 'pending' as const, reason: 'notYetDue' as const }
    : { status: root?.status ?? ('notApplicable' as const), ...(root?.reason && { reason: root.reason }) };
  return {
    from: formatDay(period.from),
    to: formatDay(period.to),
    ...outcome,
    ...(root && inner && quantities(inner, root)),
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
  if (dueOn !== undefined && dueOn > NO_EARLIEST) finding.dueOn = formatDay(dueOn);
  if (dueOnLatest !== undefined && dueOnLatest !== dueOn && dueOnLatest < NO_LATEST)
    finding.dueOnLatest = formatDay(dueOnLatest);
  if (reason === 'late' && late.length > 0) finding.lateByDays = Math.min(...late);
  if (settledBy.length > 0) finding.settledBy = settledBy;
  if (agree && first.periods) finding.periods = first.periods;
  const exceptions = byId(views.flatMap((view) => view.exceptions));
  if (exceptions.length > 0) finding.exceptions = exceptions;
  if (!agree) finding.readings = views.map(outcome);
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

/** Readings of one text, or editions of which any may govern. */
function disagreement(views: readonly View[], governing: Governing): Reason {
  const editions = new Set(views.map((view) => view.world.edition.index));
  if (editions.size < 2) return 'sourcesDisagree';
  return governing.basis === 'notStated' ? 'notStated' : 'notEstablished';
}

/** What would settle a disagreement: the milestone that picks the edition, or what the disputed texts really say. */
function asksOfDisagreement(
  views: readonly View[],
  reason: Reason | undefined,
  governing: Governing,
): readonly string[] {
  if (reason === 'notStated') return [`milestone:${governing.governedBy}`];
  const disputed = views.flatMap((view) => view.world.tree.readings.map(({ of }) => `rule:${of}`));
  return disputed.length > 0 ? disputed : ['rule'];
}

function outcome(view: View): ReadingOutcome {
  const { readings } = view.world.tree;
  const due = nearestDue(view);
  return {
    says: readings.length > 0 ? readings.map((reading) => reading.says).join('; ') : view.world.edition.edition.id,
    status: view.judged.status,
    cite: readings.length > 0 ? readings.flatMap((reading) => reading.cite) : view.world.edition.edition.cite,
    ...(view.judged.reason && { reason: view.judged.reason }),
    ...(due !== undefined && due < NO_LATEST && { dueOn: formatDay(due) }),
  };
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

function quantities(node: CompiledNode, judged: JudgedNode): { have?: Quantity; need?: Quantity } {
  const unit = unitOf(node);
  if (!unit || judged.have === undefined) return {};
  return { have: quantity(judged.have, unit), ...(judged.need !== undefined && { need: quantity(judged.need, unit) }) };
}

/** What a requirement counts; what is merely so or not so counts nothing. */
function unitOf(node: CompiledNode): CompiledUnit | undefined {
  switch (node.kind) {
    case 'allOf':
    case 'choose':
      return REQUIREMENTS;
    case 'eachPeriod':
      return PERIODS;
    case 'evidence':
      return ITEMS;
    case 'total':
    case 'experience':
      return node.unit;
    case 'holds':
    case 'lacks':
    case 'score':
    case 'attestation':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
      return undefined;
  }
}

const REQUIREMENTS: CompiledUnit = { id: 'requirements', base: 'requirements', perUnit: { n: 1, d: 1 } };
const PERIODS: CompiledUnit = { id: 'periods', base: 'periods', perUnit: { n: 1, d: 1 } };
const ITEMS: CompiledUnit = { id: 'items', base: 'items', perUnit: { n: 1, d: 1 } };
const VALUES: CompiledUnit = { id: 'values', base: 'values', perUnit: { n: 1, d: 1 } };

/** Minor units as an exact number of the unit. */
export function quantity(minor: number, unit: CompiledUnit): Quantity {
  const { n, d } = fraction(minor * unit.perUnit.d, unit.perUnit.n);
  return { n, d, unit: unit.id };
}

function least(all: readonly (Quantity | undefined)[]): Quantity | undefined {
  return all.reduce((a, b) => (a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b)), undefined);
}
