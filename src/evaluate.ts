import { type DayNumber, formatDay, NO_EARLIEST, NO_LATEST, parseDay } from './calendar.js';
import { compile } from './compile.js';
import { resolveDay } from './context.js';
import { deficienciesOf } from './deficiencies.js';
import type {
  Advisory,
  AssumptionUsed,
  Decision,
  Evaluation,
  Finding,
  NamedDayFinding,
  SetFinding,
  StageFinding,
  Status,
  Unallocated,
  Use,
} from './evaluation.js';
import { gatesOf, throughGates } from './gates.js';
import { mergeFindings, mergeProgress } from './merge.js';
import type { Citation, Cite, PackIds, RulePack } from './pack.js';
import { questionsOf } from './questions.js';
import { type ReadRecord, readRecord } from './read.js';
import type { CandidateRecord } from './record.js';
import type { Ruleset } from './ruleset.js';
import { type Governing, governing, type World, worldsOf } from './stage.js';
import { unallocatedOf, usesOf } from './uses.js';

/** The day for which the question is asked, `YYYY-MM-DD`. */
export interface EvaluateOptions {
  readonly asOf: string;
}

/**
 * Is this person certifiable on this day: why or why not, on which evidence, under which text, and what is still needed?
 * Pure and synchronous: the same arguments give a deeply equal answer on every machine, and none is changed.
 * @param rules A pack, or what `compile` made of it; a pack is compiled once and remembered.
 * @throws TypeError with the path of a day or amount that cannot be read.
 * @example evaluate(pack, record, { asOf: '2026-11-22' }).status
 */
export function evaluate<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: EvaluateOptions,
): Evaluation<Ids> {
  const ruleset = ('pack' in rules ? rules : compile(rules)) as Ruleset;
  const asOf = parseDay(options.asOf);
  if (asOf === undefined)
    throw new TypeError(`asOf: expected a day such as 2026-11-22, found ${JSON.stringify(options.asOf)}`);
  const read = readRecord(record, asOf);
  const stages = evaluateStages(ruleset, read, asOf);
  return assemble(ruleset, record, read, asOf, stages) as Evaluation as Evaluation<Ids>;
}

/**
 * The statuses of `evaluate`, without findings' details.
 * @example decide(pack, record, { asOf: '2026-11-22' }).stages
 */
export function decide<Ids extends PackIds>(
  rules: RulePack<Ids> | Ruleset<Ids>,
  record: CandidateRecord,
  options: EvaluateOptions,
): Decision<Ids> {
  const { status, stages, findings } = evaluate(rules, record, options) as Evaluation;
  const only = (all: Readonly<Record<string, { readonly status: Status }>>) =>
    Object.fromEntries(Object.entries(all).map(([id, { status: s }]) => [id, s]));
  return { status, stages: only(stages), requirements: only(findings) } as Decision as Decision<Ids>;
}

function titleOf(id: string, ruleset: Ruleset): string {
  return ruleset.editions.flatMap((edition) => edition.stages.get(id)?.stage.title ?? []).at(-1) ?? id;
}

interface EvaluatedStage {
  readonly id: string;
  readonly finding: StageFinding;
  readonly governing: Governing;
  readonly worlds: readonly World[];
  readonly gates: readonly Finding[];
  readonly findings: ReadonlyMap<string, Finding>;
  readonly uses: readonly Use[];
  readonly unallocated: readonly Unallocated[];
}

/** Every stage, each after those that it requires. */
function evaluateStages(ruleset: Ruleset, record: ReadRecord, asOf: DayNumber): readonly EvaluatedStage[] {
  const statuses = new Map<string, Status>();
  return ruleset.stages.map((id) => {
    const evaluated = evaluateStage(id, ruleset, record, asOf, statuses);
    statuses.set(id, evaluated.finding.status);
    return evaluated;
  });
}

function evaluateStage(
  id: string,
  ruleset: Ruleset,
  record: ReadRecord,
  asOf: DayNumber,
  statuses: ReadonlyMap<string, Status>,
): EvaluatedStage {
  const found = governing(ruleset, id, record, asOf);
  const worlds = worldsOf(ruleset, id, found.editions, record, asOf);
  const gates = gatesOf(id, worlds, statuses, record, ruleset);
  const closed = found.reason ?? gates.find((gate) => gate.reason === 'nothingToRenew')?.reason;
  const findings = new Map<string, Finding>();
  if (closed === undefined) for (const finding of mergeFindings(id, worlds, found)) findings.set(finding.id, finding);
  for (const gate of gates) findings.set(gate.id, gate);
  // What this record's editions do not contain is there all the same, and says that it does not apply.
  for (const info of ruleset.requirements.values()) {
    if (info.stage === id && !findings.has(info.id))
      findings.set(info.id, { ...info, status: 'notApplicable', reason: closed ?? 'noEdition' });
  }
  const root = worlds[0]?.tree.nodes[0]?.id ?? id;
  const rootFinding = findings.get(root) ?? {
    id,
    stage: id,
    kind: 'allOf',
    says: id,
    status: 'notApplicable',
    reason: closed ?? 'noEdition',
    cite: [],
  };
  const uses = closed === undefined ? usesOf(id, worlds) : [];
  const outcome =
    closed === undefined ? throughGates(rootFinding, gates) : { status: 'notApplicable' as const, reason: closed };
  return {
    id,
    governing: found,
    worlds: closed === undefined ? worlds : [],
    gates,
    findings,
    uses,
    unallocated: closed === undefined ? unallocatedOf(id, worlds, uses) : [],
    finding: {
      id,
      title: worlds[0]?.compiled.stage.title ?? titleOf(id, ruleset),
      ...outcome,
      requirement: root,
      gates: gates.map((gate) => gate.id),
      progress: mergeProgress(closed === undefined ? worlds : []),
      edition: {
        ids: [...new Set(found.editions.map(({ edition }) => edition.id))],
        governedBy: found.governedBy,
        basis: found.basis,
        ...(found.on !== undefined && { governedOn: formatDay(found.on) }),
      },
      optimal: worlds.every((world) => world.judged.optimal),
    },
  };
}

function assemble(
  ruleset: Ruleset,
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
  const roots = open
    .flatMap((stage) => [...stage.gates, findings.get(stage.finding.requirement)])
    .filter((finding) => finding !== undefined);
  const questions = [
    ...unansweredEditions(stages, ruleset),
    ...questionsOf(roots, findings, ruleset, new Map(read.items.map((item) => [item.id, item.list]))),
  ];
  const assumptions = assumptionsOf(open);
  const allocation = stages.flatMap((stage) => stage.uses);
  const unallocated = stages.flatMap((stage) => stage.unallocated);
  const sets = setsOf(ruleset, findings, allocation);
  const citations = citationsOf(pack, [
    ...findings.values(),
    ...deficiencies,
    ...unallocated,
    ...assumptions,
    ...deficiencies.flatMap((d) => (d.ways ?? []).flatMap((way) => way.courses)),
    ...[...findings.values()].flatMap((f) => f.readings ?? []),
  ]);
  const main = byId.get(ruleset.mainStage);
  return {
    format: 1,
    pack: { id: pack.id, version: pack.version, title: pack.title, authority: pack.authority.title, force: pack.force },
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
    days: namedDays(main, asOf),
    advisories: [...advisoriesOf(pack, citations, assumptions), ...ignoredExceptions(read, ruleset)],
    declared: (record.declared ?? []).flatMap((set) => (sets[set] ? [{ set, status: sets[set].status }] : [])),
    citations,
  };
}

/** Where nobody stated the milestone that picks the edition, that is the first question. */
function unansweredEditions(stages: readonly EvaluatedStage[], ruleset: Ruleset): Evaluation['questions'] {
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
  ruleset: Ruleset,
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

function assumptionsOf(stages: readonly EvaluatedStage[]): readonly AssumptionUsed[] {
  const found = new Map<string, AssumptionUsed>();
  for (const { worlds } of stages)
    for (const world of worlds) for (const assumption of world.tree.assumptions) found.set(assumption.path, assumption);
  return [...found.values()];
}

function citationsOf(
  pack: RulePack,
  citing: readonly { readonly cite: readonly Cite[] }[],
): Readonly<Record<string, Citation>> {
  const sources = new Set(citing.flatMap(({ cite }) => cite.map(({ source }) => source)));
  return Object.fromEntries(Object.entries(pack.citations).filter(([id]) => sources.has(id)));
}

function namedDays(main: EvaluatedStage | undefined, _asOf: DayNumber): Readonly<Record<string, NamedDayFinding>> {
  const world = main?.worlds[0];
  if (!world) return {};
  return Object.fromEntries(
    Object.entries(world.edition.edition.days ?? {}).flatMap(([id, { title, cite }]): [string, NamedDayFinding][] => {
      const { value, asks } = resolveDay({ kind: 'named', name: id }, world.context);
      if (asks.length > 0 && (value.lo <= NO_EARLIEST || value.hi >= NO_LATEST)) return [];
      return [
        [id, { title, cite, day: formatDay(value.lo), ...(value.hi !== value.lo && { latest: formatDay(value.hi) }) }],
      ];
    }),
  );
}

/** Waivers that nobody may grant, or that waive nothing: without effect, but not without a word. */
function ignoredExceptions(read: ReadRecord, { pack, requirements }: Ruleset): readonly Advisory[] {
  const ignored = read.waivers.filter(
    (waiver) => waiver.by !== pack.authority.id || !requirements.has(waiver.requirement),
  );
  return ignored.map(({ id }) => ({ code: 'exceptionIgnored', exception: id }));
}

function advisoriesOf(
  pack: RulePack,
  citations: Readonly<Record<string, Citation>>,
  assumptions: readonly AssumptionUsed[],
): readonly Advisory[] {
  const seen = Object.values(citations)
    .map((citation) => citation.seen)
    .sort()
    .at(-1);
  return [
    ...(seen === undefined ? [] : [{ code: 'rulesLastSeen' as const, seen }]),
    ...(assumptions.length > 0 ? [{ code: 'assumptionsUsed' as const }] : []),
    ...(pack.notes ?? []).map((says): Advisory => ({ code: 'note', says })),
  ];
}
