import { type DayNumber, parseDay } from '../base/calendar.js';
import type { CompiledNode } from '../compile/nodes.js';
import { resolveDay } from '../match/context.js';
import type { Item } from '../match/read.js';
import type { Finding } from '../model/evaluation.js';
import type { Reason } from '../model/outcome.js';
import type { Check } from './problems.js';
import type { CheckedWorld } from './worlds.js';

/** What the reason of a requirement hangs on. */
export interface ReasonFacts {
  readonly node: CompiledNode;
  readonly worlds: readonly CheckedWorld[];
  /** By world, for a branch: whether fewer apply than must be chosen. */
  readonly tooFew: readonly ('yes' | 'perhaps' | 'no' | undefined)[];
  readonly children: readonly { readonly status: Finding['status']; readonly reason: Finding['reason'] }[];
}

/** Checks the reason of a requirement on whose status all worlds agree. */
export function checkReason(check: Check, finding: Finding, facts: ReasonFacts): void {
  const allowed = reasonsFor(check, finding, facts);
  if (!allowed.includes(finding.reason))
    check.report('wrongReason', `findings.${finding.id}.reason`, allowed, finding.reason);
  const isLate = finding.reason === 'late';
  if (
    isLate !== (finding.lateByDays !== undefined) ||
    (isLate && !lateDays(check, facts).includes(finding.lateByDays ?? 0))
  ) {
    check.report(
      'wrongReason',
      `findings.${finding.id}.lateByDays`,
      isLate ? 'days between a last day and a later one of the record' : undefined,
      finding.lateByDays,
    );
  }
}

function reasonsFor(
  check: Check,
  finding: Finding,
  { node, worlds, tooFew, children }: ReasonFacts,
): readonly (Reason | undefined)[] {
  const dues = worlds.map((world) => world.dues[node.index]).filter((due) => due !== undefined);
  const isBranch = node.children.length > 0;
  const isStoodIn = worlds.some((world) =>
    world.nodes.some(({ id, index }) => id === node.id && world.standIns[index]),
  );
  // A child of which the search was cut may have been what the status rests on, for a reason of its own.
  const cutChild: readonly Reason[] = children.some(({ reason }) => reason === 'searchCut') ? ['inProgress'] : [];
  const ofChildren = [
    ...children.filter(({ status }) => status === finding.status).map(({ reason }) => reason),
    ...cutChild,
  ];
  switch (finding.status) {
    case 'notApplicable':
      return ['doesNotApply'];
    case 'waived':
      return [undefined];
    case 'met':
      return [...(node.kind === 'lacks' ? (['byAbsence'] as const) : [undefined]), ...(isStoodIn ? [undefined] : [])];
    case 'pending': {
      const notYetDue: readonly Reason[] =
        dues.some((due) => check.asOf <= due.hi) && node.untilDue === 'pending' ? ['notYetDue'] : [];
      if (node.kind === 'eachPeriod') return ['notYetDue', 'inProgress'];
      return [...notYetDue, ...(isBranch ? ofChildren : ['inProgress' as const])];
    }
    case 'unmet': {
      const own: Reason = node.kind === 'fact' ? 'contradicted' : node.kind === 'lacks' ? 'held' : 'short';
      const few: readonly Reason[] = tooFew.includes('yes') || tooFew.includes('perhaps') ? ['tooFewApplicable'] : [];
      const plain: readonly Reason[] = [...(tooFew.every((one) => one === 'yes') ? [] : [own]), ...few];
      const late: readonly Reason[] = dues.some((due) => check.asOf > due.hi) ? ['overdue', 'late'] : [];
      return late.length > 0 && dues.every((due) => check.asOf > due.hi) && dues.length === worlds.length
        ? late
        : [...late, ...plain];
    }
    case 'unknown': {
      const asked = (finding.settledBy ?? []).flatMap((id) => BY_QUESTION[id.slice(0, id.indexOf(':'))] ?? []);
      const cut =
        check.evaluation.stages[finding.stage]?.optimal === false || node.kind === 'total'
          ? ['searchCut' as const]
          : [];
      return [...asked, ...cut, ...(isBranch ? ofChildren : [])];
    }
  }
}

/** What is not known, by what would tell. */
const BY_QUESTION: Readonly<Record<string, readonly Reason[]>> = {
  fact: ['notStated'],
  milestone: ['notStated'],
  calendar: ['notStated'],
  field: ['fieldMissing'],
  approval: ['approvalUnknown'],
  list: ['partialList'],
  rule: ['notEstablished'],
};

/** By how many days anything of the record lies after the requirement's last day. */
function lateDays(check: Check, { node, worlds }: ReasonFacts): readonly number[] {
  return worlds.flatMap((world) => {
    const due = world.dues[node.index];
    const milestones = world.nodes.flatMap((n) =>
      n.kind === 'milestone' ? [resolveDay({ kind: 'named', name: n.milestone }, world.context).value.lo] : [],
    );
    const days = [
      ...check.record.items.flatMap(({ day, entry }) => day ?? parseDay(entry.completed) ?? []),
      ...milestones,
    ];
    // Work becomes enough on any day on which somebody worked.
    const worked = below(world, node.index).some((each) => each.kind === 'experience')
      ? check.record.items.flatMap((item) => (item.list === 'experience' ? daysAfter(item, due?.hi, check.asOf) : []))
      : [];
    return due
      ? [...days, ...worked].filter((day) => day > due.hi && day <= check.asOf).map((day) => day - due.hi)
      : [];
  });
}

/** A requirement and everything below it. */
function below(world: CheckedWorld, at: number): readonly CompiledNode[] {
  const node = world.nodes[at];
  return node ? [node, ...node.children.flatMap((child) => below(world, child))] : [];
}

function daysAfter(item: Item, due: DayNumber | undefined, asOf: DayNumber): readonly DayNumber[] {
  const first = Math.max(item.started ?? asOf, (due ?? asOf) + 1);
  const last = Math.min(item.day ?? asOf, asOf);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
