import type { Deficiency } from '../model/deficiency.js';
import type { Evaluation, Finding, StageFinding } from '../model/evaluation.js';
import type { Reason, Status } from '../model/outcome.js';
import type { Quantity } from '../model/quantity.js';
import type { Use } from '../model/use.js';
import type { Cite } from '../model/value.js';
import type { ExplanationLine, Mark } from './explanation.js';
import type { ReasonFacts } from './facts.js';
import type { Messages } from './messages.js';
import { bare, difference } from './words.js';

/** A line before its citations are cut down to their keys. */
export interface Draft extends Omit<ExplanationLine, 'cite'> {
  readonly cite: readonly Cite[];
}

/** An evaluation with what its explanation looks up again and again, and the language in which it is told. */
export interface Lookup {
  readonly evaluation: Evaluation;
  readonly messages: Messages;
  readonly stages: readonly StageFinding[];
  finding(id: string): Finding | undefined;
  /** A finding, or the requirement itself where nothing that may be recognised in its stead is there. */
  shown(id: string): Finding | undefined;
  childrenOf(finding: Finding): readonly Finding[];
  /** Whether there is a credential for what may be recognised instead of a requirement. */
  isRecognised(instead: Finding): boolean;
  /** Whether the second id is the first or stands below it. */
  holds(id: string, other: string): boolean;
  /** The competency set that a requirement is, or is a way to achieve. */
  setOf(id: string): string | undefined;
  /** What a person calls a requirement, without a full stop. */
  label(id: string): string;
  /** Whether a requirement is part of what may be recognised, of which there is no credential. */
  isHidden(id: string): boolean;
  /** Whether nothing was begun of a stage on which the main one does not build, and nothing that is stated speaks against it. */
  isIdle(stage: StageFinding): boolean;
  stageTitle(id: string): string;
  itemTitle(id: string): string;
  courseTitle(id: string): string;
  usesOf(finding: Finding): readonly Use[];
  factsOf(about: Deficiency | Finding): ReasonFacts;
  stageFactsOf(stage: StageFinding): ReasonFacts;
}

/** The mark of each status. */
export const marks: Readonly<Record<Status, Mark>> = {
  met: 'achieved',
  waived: 'waived',
  pending: 'inProgress',
  unknown: 'unknown',
  unmet: 'needed',
  notApplicable: 'notApplicable',
};

/** Why something has its status, where the evaluation leaves the plain reason out. */
export const plainReasons: Readonly<Partial<Record<Status, Reason>>> = {
  unmet: 'short',
  pending: 'inProgress',
  unknown: 'notStated',
  notApplicable: 'doesNotApply',
};

export function isAchieved(status: Status): boolean {
  return status === 'met' || status === 'waived';
}

export function lookUp(evaluation: Evaluation, messages: Messages): Lookup {
  const findings = new Map(Object.entries(evaluation.findings));
  const sets = new Map(Object.entries(evaluation.sets));
  const stages = new Map(Object.entries(evaluation.stages));
  const parents = new Map<string, string>();
  for (const { id, of } of findings.values()) for (const child of of ?? []) if (child !== id) parents.set(child, id);
  const items = new Map([...evaluation.unallocated, ...evaluation.allocation].map(({ item, title }) => [item, title]));
  const courses = new Map(
    evaluation.deficiencies
      .flatMap(({ ways }) => ways ?? [])
      .flatMap((way) => way.courses)
      .flatMap((option) => option.courses)
      .map(({ id, title }) => [id, title]),
  );

  const holds = (id: string, other: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = other; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  const setOf = (id: string): string | undefined => {
    if (sets.has(id)) return id;
    const parent = parents.get(id);
    return parent !== undefined && sets.has(parent) ? parent : undefined;
  };
  const stageTitle = (id: string): string => stages.get(id)?.title ?? id;
  const label = (id: string): string => {
    const set = setOf(id);
    const finding = findings.get(id);
    if (set !== undefined) return sets.get(set)?.title ?? set;
    if (finding?.kind === 'gate' && id.includes('.holds.')) return messages.outline.heldBefore;
    return bare(finding?.says || id);
  };
  const firstOf = (stage: StageFinding): string | undefined => {
    const open = stage.gates.filter((id) => !isAchieved(findings.get(id)?.status ?? 'unknown'));
    return open[0] === undefined ? undefined : label(open[0]);
  };
  /** Says of sets that they are sets, where all alternatives are. */
  const named = (id: string, amount: Quantity | undefined): Quantity | undefined => {
    if (amount?.unit !== 'requirements') return amount;
    const of = findings.get(id)?.of ?? [];
    return of.length > 0 && of.every((child) => sets.has(child)) ? { ...amount, unit: 'competency-sets' } : amount;
  };
  const isRecognised = (instead: Finding): boolean => {
    const credential = findings.get(instead.of?.[0] ?? instead.id);
    return credential !== undefined && !['unmet', 'notApplicable'].includes(credential.status);
  };
  const shown = (id: string): Finding | undefined => {
    const finding = findings.get(id);
    const instead = (finding?.of ?? []).flatMap((child) =>
      child === finding?.itself ? [] : (findings.get(child) ?? []),
    );
    return finding?.itself === undefined || instead.some(isRecognised) ? finding : findings.get(finding.itself);
  };
  /** The main stage and those that it builds on. */
  const wayOf = (id: string): readonly string[] => [
    id,
    ...(stages.get(id)?.gates ?? [])
      .filter((gate) => gate.startsWith(`${id}.requires.`))
      .flatMap((gate) => wayOf(gate.slice(`${id}.requires.`.length))),
  ];
  const onTheWay = new Set(wayOf(evaluation.mainStage));
  const common = { asOf: evaluation.asOf, authority: evaluation.pack.authority };

  return {
    evaluation,
    messages,
    stages: [...stages.values()],
    holds,
    setOf,
    label,
    stageTitle,
    isHidden: (id) =>
      [...findings.values()].some(
        ({ id: choice, itself, of = [] }) =>
          itself !== undefined &&
          shown(choice)?.id === itself &&
          of.some((instead) => instead !== itself && holds(instead, id)),
      ),
    isIdle: ({ id, status, gates, requirement }) =>
      !onTheWay.has(id) &&
      (status === 'unmet' || status === 'unknown') &&
      evaluation.allocation.every((use) => use.stage !== id) &&
      ![...findings.values()].some((finding) => finding.reason === 'contradicted' && holds(requirement, finding.id)) &&
      // What is held obliges, also where nothing was begun.
      !gates.some((gate) => gate.startsWith(`${id}.holds.`)),
    finding: (id) => findings.get(id),
    shown,
    isRecognised,
    childrenOf: (finding) => (finding.of ?? []).flatMap((id) => shown(id) ?? []).filter(({ id }) => id !== finding.id),
    itemTitle: (id) => items.get(id) ?? id,
    courseTitle: (id) => courses.get(id) ?? id,
    usesOf: (finding) => {
      const uses = evaluation.allocation.filter(
        (use) => use.stage === finding.stage && holds(finding.id, use.requirement),
      );
      return uses.filter((use, i) => uses.findIndex(({ item }) => item === use.item) === i);
    },
    factsOf: (about) => {
      const id = 'requirement' in about ? about.requirement : about.id;
      const stage = stages.get(about.stage);
      const [have, need] = [named(id, about.have), named(id, about.need)];
      const short = ('short' in about ? named(id, about.short) : undefined) ?? difference(need, have);
      const gate = findings.get(id)?.kind === 'gate' ? label(id) : stage && firstOf(stage);
      const { dueOn, dueOnLatest, lateByDays } = about;
      return {
        ...common,
        have,
        need,
        short,
        dueOn,
        dueOnLatest,
        lateByDays,
        governedOn: stage?.edition.governedOn,
        first: gate,
      };
    },
    stageFactsOf: (stage) => {
      const top = findings.get(stage.requirement);
      const first = firstOf(stage);
      const governedOn = stage.edition.governedOn;
      if (top === undefined) return { ...common, governedOn, first };
      const [have, need] = [named(top.id, top.have), named(top.id, top.need)];
      const { dueOn, dueOnLatest, lateByDays } = top;
      return {
        ...common,
        have,
        need,
        short: difference(need, have),
        dueOn,
        dueOnLatest,
        lateByDays,
        governedOn,
        first,
      };
    },
  };
}
