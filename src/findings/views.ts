import type { DayNumber } from '../base/calendar.js';
import { formatDay } from '../base/calendar.js';
import { exact, fraction } from '../base/fraction.js';
import type { CompiledNode, CompiledUnit } from '../compile/nodes.js';
import { plainUnit } from '../compile/units.js';
import type { JudgedNode, JudgedPeriod, Outcome } from '../judge/judged.js';
import type { ExceptionApplied, FindingKind, PeriodFinding } from '../model/evaluation.js';
import type { Reason } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { Cite } from '../model/value.js';
import type { World } from '../worlds.js';
import { exceptionsOf } from './exceptions-applied.js';

/** One requirement or part in one world. */
export interface View {
  readonly world: World;
  readonly id: string;
  readonly kind: FindingKind;
  readonly says: string;
  readonly cite: readonly Cite[];
  readonly judged: Outcome;
  readonly have: Quantity | undefined;
  readonly need: Quantity | undefined;
  readonly of: readonly string[];
  readonly itself: string | undefined;
  readonly due: { readonly lo: DayNumber; readonly hi: DayNumber } | undefined;
  readonly late: number | undefined;
  readonly periods: readonly PeriodFinding[] | undefined;
  readonly exceptions: readonly ExceptionApplied[];
}

/** A requirement and its parts. A choice beside which no credential is held that may be recognised reads as the requirement itself. */
export function viewsOf(world: World, node: CompiledNode): readonly View[] {
  const views = ownViews(world, node);
  const [own] = views;
  const itself = itselfIn(world, node);
  const inner = itself && ownViews(world, itself)[0];
  if (!own || !inner) return views;
  if (!readsAs(world, node, itself)) return [{ ...own, itself: inner.id }];
  const { judged, have, need, due, late } = inner;
  return [{ ...own, judged, have, need, due, late, itself: inner.id }];
}

/** Why a requirement has its status in one world, as its view has it. */
export function reasonIn(world: World, node: CompiledNode): Reason | undefined {
  const itself = itselfIn(world, node);
  const { index } = itself && readsAs(world, node, itself) ? itself : node;
  return world.late.has(index) ? 'late' : world.judged.nodes[index]?.reason;
}

/** The requirement itself, of a choice between it and recognition. */
function itselfIn(world: World, node: CompiledNode): CompiledNode | undefined {
  return node.kind === 'choose' && node.recognition ? world.tree.nodes[node.children[0] ?? -1] : undefined;
}

/** Whether a choice reads as the requirement itself: no credential is held beside it that may be recognised. */
function readsAs({ tree, judged }: World, node: CompiledNode, itself: CompiledNode): boolean {
  const isThere = node.children.slice(1).some((group) => {
    const status = judged.nodes[tree.nodes[group]?.children[0] ?? group]?.status;
    return status !== 'unmet' && status !== 'notApplicable';
  });
  return !isThere && judged.nodes[itself.index]?.status === judged.nodes[node.index]?.status;
}

function ownViews(world: World, node: CompiledNode): readonly View[] {
  const judged = world.judged.nodes[node.index];
  if (!judged) return [];
  const late = world.late.get(node.index);
  const due = world.matched.dues[node.index]?.value;
  const unit = unitOf(node);
  const leaf = node.kind === 'score' ? world.matched.leaves[node.index] : undefined;
  const points = leaf?.kind === 'units' ? leaf.points : undefined;
  const own: View = {
    world,
    id: node.id,
    kind: node.kind,
    says: node.says,
    cite: node.cite,
    judged: late === undefined ? judged : { ...judged, reason: 'late' },
    have: unit && judged.have !== undefined ? quantity(judged.have, unit) : pointsText(points?.have),
    need:
      unit && judged.have !== undefined && judged.need !== undefined
        ? quantity(judged.need, unit)
        : pointsText(points?.need),
    of: below(world, node, judged),
    itself: undefined,
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
    const none = { itself: undefined, due: undefined, late: undefined, periods: undefined, exceptions: [] };
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

const REQUIREMENTS = plainUnit('requirements');
const PERIODS = plainUnit('periods');
const ITEMS = plainUnit('items');
const VALUES = plainUnit('values');

const pointsText = (n: number | undefined): Quantity | undefined =>
  n === undefined ? undefined : { ...exact(n), unit: 'points' };

/** Minor units as an exact number of the unit. */
export function quantity(minor: number, unit: CompiledUnit): Quantity {
  const { n, d } = fraction(minor * unit.perUnit.d, unit.perUnit.n);
  return { n, d, unit: unit.id };
}
