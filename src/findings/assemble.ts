import { formatDay } from '../base/calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Evaluation, Finding, SetFinding } from '../model/evaluation.js';
import type { Use } from '../model/use.js';
import type { Asked, JudgedStage } from '../stages.js';
import { amountsOf } from './amounts.js';
import { citationsOf } from './citations.js';
import { deficienciesOf } from './deficiencies.js';
import { ignoredExceptions } from './exceptions-ignored.js';
import { advisoriesOf, assumptionsOf, namedDays } from './notices.js';
import { question, questionsOf } from './questions.js';
import { type EvaluatedStage, evaluateStage } from './stage.js';

/** The whole answer from its stages. A stage that the authority has decided leaves nothing to be needed or asked. */
export function assemble(asked: Asked, judged: readonly JudgedStage[]): Evaluation {
  const { ruleset, stated, record, asOf } = asked;
  const { pack } = ruleset;
  const findings = new Map<string, Finding>();
  const stages = judged.map((stage) => evaluateStage(stage, asked, findings));
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
      findings,
      trees: stage.worlds.map((world) => world.tree),
      asOf,
      record,
    }),
  );
  const way = new Set(wayTo(ruleset.mainStage, byId));
  const roots = open
    .filter(({ id, finding }) => way.has(id) || finding.status !== 'unmet')
    .flatMap((stage) => [...stage.gates, findings.get(stage.finding.requirement)])
    .filter((finding) => finding !== undefined);
  const questions = [
    ...unansweredEditions(stages, ruleset),
    ...questionsOf(roots, findings, ruleset, new Map(record.items.map((item) => [item.id, item]))),
  ];
  const { amounts, assumptions: ofAmounts } = amountsOf(ruleset, record, asOf);
  const assumptions = [...assumptionsOf(open), ...ofAmounts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const allocation = stages.flatMap((stage) => stage.uses);
  const unallocated = stages.flatMap((stage) => stage.unallocated);
  const sets = setsOf(ruleset, findings, allocation);
  const main = byId.get(ruleset.mainStage);
  const days = namedDays(main);
  const citations = citationsOf(pack, { findings, deficiencies, unallocated, assumptions, days, amounts });
  return {
    format: 1,
    pack: {
      id: pack.id,
      version: pack.version,
      title: pack.title,
      authority: pack.authority.title,
      force: pack.force,
      ...(pack.designation && { designation: pack.designation }),
      ...(pack.layers && { layers: pack.layers.map(({ id, version, title }) => ({ id, version, title })) }),
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
    questions: questions.filter(({ id }, i) => questions.findIndex((other) => other.id === id) === i),
    assumptions,
    days,
    amounts,
    advisories: [
      ...advisoriesOf(pack, citations, assumptions, asOf),
      ...ignoredExceptions(record, ruleset, allocation),
    ],
    declared: (stated.declared ?? []).flatMap((set) => (sets[set] ? [{ set, status: sets[set].status }] : [])),
    citations,
  };
}

/** A stage and those that it builds on. What lies beside the way to the main stage, and is not met, asks nothing. */
function wayTo(id: string, stages: ReadonlyMap<string, EvaluatedStage>): readonly string[] {
  const gates = stages.get(id)?.gates.map((gate) => gate.id) ?? [];
  const required = gates.filter((gate) => gate.startsWith(`${id}.requires.`));
  return [id, ...required.flatMap((gate) => wayTo(gate.slice(`${id}.requires.`.length), stages))];
}

/** Where nobody stated the milestone that picks between editions, that is the first question. */
function unansweredEditions(stages: readonly EvaluatedStage[], ruleset: CompiledRuleset): Evaluation['questions'] {
  const asking = stages.filter(
    (stage) =>
      stage.governing.basis === 'notStated' &&
      stage.governing.editions.length + stage.governing.without.length > 1 &&
      stage.finding.status !== 'notApplicable' &&
      stage.finding.status !== 'met',
  );
  const names = [...new Set(asking.map((stage) => stage.governing.governedBy))];
  return names.map((name) => {
    const requirements = asking
      .filter((stage) => stage.governing.governedBy === name)
      .map((stage) => stage.finding.requirement);
    return { ...question(`milestone:${name}`, ruleset, new Map()), requirements };
  });
}

function setsOf(
  ruleset: CompiledRuleset,
  findings: ReadonlyMap<string, Finding>,
  allocation: readonly Use[],
): Readonly<Record<string, SetFinding>> {
  const found: Record<string, SetFinding> = {};
  for (const [id, { title }] of Object.entries(ruleset.pack.framework?.sets ?? {})) {
    const finding = findings.get(id);
    const items: string[] = [];
    if (finding?.status !== 'notApplicable') addItems(id, findings, allocation, items);
    const status = finding?.status ?? 'notApplicable';
    found[id] = finding?.reason ? { id, title, status, items, reason: finding.reason } : { id, title, status, items };
  }
  return found;
}

/** The items that count for a requirement or for one below it, in the order of the allocation. */
function addItems(
  id: string,
  findings: ReadonlyMap<string, Finding>,
  allocation: readonly Use[],
  items: string[],
): void {
  const below = new Set([id]);
  for (const each of below) for (const child of findings.get(each)?.of ?? []) below.add(child);
  for (const { requirement, item } of allocation) if (below.has(requirement) && !items.includes(item)) items.push(item);
}
