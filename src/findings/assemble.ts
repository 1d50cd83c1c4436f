import { type DayNumber, formatDay } from '../calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Evaluation, Finding, SetFinding } from '../evaluation.js';
import type { ReadRecord } from '../read.js';
import type { CandidateRecord } from '../record.js';
import type { Use } from '../use.js';
import { amountsOf } from './amounts.js';
import { deficienciesOf } from './deficiencies.js';
import { ignoredExceptions } from './exceptions-ignored.js';
import { advisoriesOf, assumptionsOf, citationsOf, namedDays } from './notices.js';
import { questionsOf } from './questions.js';
import type { EvaluatedStage } from './stage.js';

/** The whole answer from its stages. A stage that the authority has decided leaves nothing to be needed or asked. */
export function assemble(
  ruleset: CompiledRuleset,
  record: CandidateRecord,
  read: ReadRecord,
  asOf: DayNumber,
  stages: readonly EvaluatedStage[],
): Evaluation {
  const { pack } = ruleset;
  const findings = new Map(stages.flatMap((stage) => [...stage.findings]));
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const settled = new Set(
    stages.flatMap((stage) =>
      stage.gates
        .filter((gate) => gate.reason === 'settledByAuthority')
        .map((gate) => gate.id.slice(`${stage.id}.requires.`.length)),
    ),
  );
  const open = stages.filter((stage) => !settled.has(stage.id) && stage.worlds.length > 0);
  const deficiencies = open.flatMap((stage) =>
    deficienciesOf(stage.finding.requirement, {
      ruleset,
      findings: stage.findings,
      trees: stage.worlds.map((world) => world.tree),
      asOf,
    }),
  );
  const way = new Set(wayTo(ruleset.mainStage, byId));
  const roots = open
    .filter(({ id, finding }) => way.has(id) || finding.status !== 'unmet')
    .flatMap((stage) => [...stage.gates, findings.get(stage.finding.requirement)])
    .filter((finding) => finding !== undefined);
  const questions = [
    ...unansweredEditions(stages, ruleset),
    ...questionsOf(roots, findings, ruleset, new Map(read.items.map((item) => [item.id, item.list]))),
  ];
  const { amounts, assumptions: ofAmounts } = amountsOf(ruleset, read, asOf);
  const assumptions = [...assumptionsOf(open), ...ofAmounts];
  const allocation = stages.flatMap((stage) => stage.uses);
  const unallocated = stages.flatMap((stage) => stage.unallocated);
  const sets = setsOf(ruleset, findings, allocation);
  const citations = citationsOf(pack, [
    ...findings.values(),
    ...deficiencies,
    ...unallocated,
    ...assumptions,
    ...Object.values(amounts),
    ...Object.values(amounts).flatMap((amount) => amount.readings ?? []),
    ...(pack.designation ? [pack.designation] : []),
    ...(pack.applications && pack.applications.open !== true ? [pack.applications] : []),
    ...deficiencies.flatMap((d) => (d.ways ?? []).flatMap((way) => way.courses)),
    ...[...findings.values()].flatMap((f) => f.readings ?? []),
  ]);
  const main = byId.get(ruleset.mainStage);
  return {
    format: 1,
    pack: {
      id: pack.id,
      version: pack.version,
      title: pack.title,
      authority: pack.authority.title,
      force: pack.force,
      ...(pack.designation && { designation: pack.designation }),
    },
    asOf: formatDay(asOf),
    status: main?.finding.status ?? 'notApplicable',
    mainStage: ruleset.mainStage,
    stages: Object.fromEntries(stages.map((stage) => [stage.id, stage.finding])),
    findings: Object.fromEntries(findings),
    sets,
    allocation,
    unallocated,
    deficiencies,
    questions: questions.filter((question, i) => questions.findIndex((other) => other.id === question.id) === i),
    assumptions,
    days: namedDays(main),
    amounts,
    advisories: [...advisoriesOf(pack, citations, assumptions, asOf), ...ignoredExceptions(read, ruleset, allocation)],
    declared: (record.declared ?? []).flatMap((set) => (sets[set] ? [{ set, status: sets[set].status }] : [])),
    citations,
  };
}

/** A stage and those that it builds on. What lies beside the way to the main stage, and is not met, asks nothing. */
function wayTo(id: string, stages: ReadonlyMap<string, EvaluatedStage>): readonly string[] {
  const gates = stages.get(id)?.gates.map((gate) => gate.id) ?? [];
  const required = gates.filter((gate) => gate.startsWith(`${id}.requires.`));
  return [id, ...required.flatMap((gate) => wayTo(gate.slice(`${id}.requires.`.length), stages))];
}

/** Where nobody stated the milestone that picks the edition, that is the first question. */
function unansweredEditions(stages: readonly EvaluatedStage[], ruleset: CompiledRuleset): Evaluation['questions'] {
  const asking = stages.filter(
    (stage) =>
      stage.governing.basis === 'notStated' &&
      stage.finding.status !== 'notApplicable' &&
      stage.finding.status !== 'met',
  );
  const names = [...new Set(asking.map((stage) => stage.governing.governedBy))].filter(
    (name) => ruleset.editions.length > 1 || name !== '',
  );
  return names.map((name) => {
    const asks = ruleset.pack.milestones[name]?.asks;
    const requirements = asking
      .filter((stage) => stage.governing.governedBy === name)
      .map((stage) => stage.finding.requirement);
    return { id: `milestone:${name}`, about: 'milestone', requirements, ...(asks !== undefined && { asks }) };
  });
}

function setsOf(
  ruleset: CompiledRuleset,
  findings: ReadonlyMap<string, Finding>,
  allocation: readonly Use[],
): Readonly<Record<string, SetFinding>> {
  const below = (id: string): readonly string[] => [id, ...(findings.get(id)?.of ?? []).flatMap(below)];
  return Object.fromEntries(
    Object.entries(ruleset.pack.framework?.sets ?? {}).map(([id, set]): [string, SetFinding] => {
      const finding = findings.get(id);
      const requirements = new Set(below(id));
      const items = [...new Set(allocation.filter((use) => requirements.has(use.requirement)).map((use) => use.item))];
      return [
        id,
        {
          id,
          title: set.title,
          status: finding?.status ?? 'notApplicable',
          items,
          ...(finding?.reason && { reason: finding.reason }),
        },
      ];
    }),
  );
}
