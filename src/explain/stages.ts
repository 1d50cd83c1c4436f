import type { Finding, StageFinding } from '../model/evaluation.js';
import type { Reason } from '../model/outcome.js';
import type { Use } from '../model/use.js';
import type { ReasonFacts, StageFacts } from './facts.js';
import { type Draft, isAchieved, type Lookup, marks, plainReasons } from './lookup.js';
import type { Messages } from './messages.js';

/** Every stage with its requirements as an outline, and below each what counts for it. */
export function stageLines(lookup: Lookup): readonly Draft[] {
  return lookup.stages.flatMap((stage) => stageOutline(lookup, stage));
}

function stageOutline(lookup: Lookup, stage: StageFinding): readonly Draft[] {
  const { outline, reasons, words } = lookup.messages;
  const top = lookup.shown(stage.requirement);
  const isMain = stage.id === lookup.evaluation.mainStage;
  const earned =
    isMain || isAchieved(stage.status) || stage.status === 'notApplicable' ? undefined : stage.progress.earned;
  const line = {
    mark: marks[stage.status],
    text: outline.stage({ title: stage.title, ...statusOf(lookup, stage), earned }),
    indent: 0,
    cite: top?.cite ?? [],
  };
  const reason = stage.reason ?? plainReasons[stage.status];
  if (top === undefined || stage.status === 'notApplicable') {
    return [{ ...line, details: reason === undefined ? [] : [reasons[reason](lookup.stageFactsOf(stage))] }];
  }
  if (lookup.isIdle(stage)) {
    const text = outline.stage({ title: stage.title, status: 'notBegun' });
    return [{ ...line, mark: marks.notApplicable, text, details: [] }];
  }
  const settled = isSettled(stage.reason);
  const children = visibleChildren(lookup, top, settled);
  const ownReason =
    stage.reason !== undefined && stage.reason !== top.reason && !routine.includes(stage.reason)
      ? [reasons[stage.reason](lookup.stageFactsOf(stage))]
      : [];
  const gates = stage.gates.flatMap((id) => lookup.finding(id) ?? []);
  const { force = lookup.evaluation.pack.force } = stage;
  const ownForce = force === lookup.evaluation.pack.force ? [] : [lookup.messages.forces[force]];
  return [
    {
      ...line,
      details: [
        ...(top.says === '' ? [] : [words.sentence(top.says)]),
        ...ownForce,
        ...ownReason,
        ...(settled && !isAchieved(top.status) ? [] : details(lookup, top, children)),
      ],
    },
    ...gates.map((gate) => gateLine(lookup, gate)),
    ...children.flatMap((child) => requirementLines(lookup, child, 1, settled, [top.id])),
  ];
}

/** The status, with the last day where the requirements below hold the stage back and do not say it. */
function statusOf(lookup: Lookup, stage: StageFinding): Pick<StageFacts, 'status' | 'due'> {
  if (stage.status === 'notApplicable') return {};
  return { status: stage.status, due: isAchieved(stage.status) ? undefined : lookup.stageFactsOf(stage) };
}

function gateLine(lookup: Lookup, gate: Finding): Draft {
  const text = lookup.messages.outline.gate(lookup.label(gate.id), gate.status);
  return { mark: marks[gate.status], text, indent: 1, details: [], cite: gate.cite };
}

function requirementLines(
  lookup: Lookup,
  finding: Finding,
  indent: number,
  settled: boolean,
  above: readonly string[],
): readonly Draft[] {
  const children = visibleChildren(lookup, finding, settled).filter(({ id }) => !above.includes(id));
  // One way that repeats the requirement's own words adds nothing but a line.
  const same = children.length === 1 && children[0]?.says === finding.says;
  const line: Draft = {
    mark: marks[finding.status],
    text: lookup.label(finding.id),
    indent,
    details: details(lookup, finding, same ? [] : children),
    cite: finding.cite,
  };
  const path = [...above, finding.id];
  return [
    line,
    ...(same ? [] : children.flatMap((child) => requirementLines(lookup, child, indent + 1, settled, path))),
  ];
}

/** Of alternatives only those that got somewhere: the others are no failures. */
function visibleChildren(lookup: Lookup, finding: Finding, settled: boolean): readonly Finding[] {
  if (lookup.setOf(finding.id) !== undefined || finding.status === 'notApplicable') return [];
  // What stands below it has no status of its own.
  if (finding.exceptions?.some(({ kind }) => kind === 'substitution')) return [];
  const children = lookup.childrenOf(finding);
  if (settled || (finding.kind === 'choose' && isAchieved(finding.status))) {
    return children.filter(({ status }) => isAchieved(status));
  }
  if (finding.kind !== 'choose') return children;
  return children.filter(
    (child) =>
      (!['unmet', 'notApplicable'].includes(child.status) || lookup.usesOf(child).length > 0) &&
      (finding.itself === undefined || child.id === finding.itself || lookup.isRecognised(child)),
  );
}

function details(lookup: Lookup, finding: Finding, children: readonly Finding[]): readonly string[] {
  const { exceptions, outline, reasons } = lookup.messages;
  const facts = lookup.factsOf(finding);
  const below = finding.kind === 'total' || finding.kind === 'experience' || children.length === 0;
  const uses = below && finding.kind !== 'part' ? lookup.usesOf(finding) : [];
  const granted = (finding.exceptions ?? []).map((exception) => exceptions[exception.kind](exception));
  return [...useLines(uses, lookup.messages), ...why(), ...granted];

  function why(): readonly string[] {
    if (isAchieved(finding.status)) {
      if (finding.reason !== undefined) return [reasons[finding.reason](facts)];
      if (finding.status === 'waived') return finding.exceptions ? [] : [outline.waived];
      const { have, need } = facts;
      const isCount = need === undefined || ['items', 'requirements', 'competency-sets'].includes(need.unit);
      const [only] = uses.length === 1 ? uses : [];
      const isSaid = only?.amount?.unit === have?.unit && only?.amount?.n === have?.n && only?.amount?.d === have?.d;
      return have === undefined || isCount || isSaid ? [] : [outline.enough(have, need)];
    }
    const reason = finding.reason ?? plainReasons[finding.status];
    const isSaidBelow = routine.includes(reason ?? 'short') || children.some((child) => child.reason === reason);
    // What holds a list of requirements back is said below it, line by line; the last day of a stage is said above.
    if (reason === undefined || (finding.kind === 'allOf' && children.length > 0 && isSaidBelow)) {
      const isTop = lookup.stages.some(({ requirement }) => lookup.shown(requirement)?.id === finding.id);
      return isTop || !hasLastDay(facts) ? [] : [outline.lastDay(facts)];
    }
    return [reasons[reason](facts)];
  }
}

/** A line for each item, or for the items that count only together. */
function useLines(uses: readonly Use[], messages: Messages): readonly string[] {
  const alone = (use: Use) => use.bundle === undefined || uses.filter(({ bundle }) => bundle === use.bundle).length < 2;
  return uses.flatMap((use, i) => {
    if (alone(use)) return [messages.uses[use.tier](use)];
    const isFirst = uses.findIndex(({ bundle }) => bundle === use.bundle) === i;
    const together = uses.filter(({ bundle }) => bundle === use.bundle);
    return isFirst ? [messages.outline.together(together.map((one) => messages.uses[one.tier](one)))] : [];
  });
}

/** Reasons that the requirements below say themselves. */
const routine: readonly Reason[] = [
  ...(['short', 'inProgress', 'notStated', 'fieldMissing', 'approvalUnknown', 'partialList', 'contradicted'] as const),
];

function hasLastDay({ dueOn, dueOnLatest }: ReasonFacts): boolean {
  return dueOn !== undefined || dueOnLatest !== undefined;
}

function isSettled(reason: Reason | undefined): boolean {
  return reason === 'held' || reason === 'settledByAuthority';
}
