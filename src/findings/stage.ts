import { type DayNumber, formatDay } from '../calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Finding, StageFinding, Status } from '../evaluation.js';
import type { ReadRecord } from '../read.js';
import type { Unallocated, Use } from '../use.js';
import { firstGround, type Governing, governing, type World, worldsOf } from '../worlds.js';
import { gatesOf, throughGates } from './gates.js';
import { mergeFindings, mergeProgress } from './merge.js';
import { unallocatedOf, usesOf } from './uses.js';

/** One stage, judged in all its worlds and merged into one answer. */
export interface EvaluatedStage {
  readonly id: string;
  readonly finding: StageFinding;
  readonly governing: Governing;
  readonly worlds: readonly World[];
  readonly gates: readonly Finding[];
  readonly uses: readonly Use[];
  readonly unallocated: readonly Unallocated[];
}

/** Every stage, each after those that it requires, and the findings of all. */
export function evaluateStages(
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
): { readonly stages: readonly EvaluatedStage[]; readonly findings: ReadonlyMap<string, Finding> } {
  const statuses = new Map<string, Status>();
  const findings = new Map<string, Finding>();
  const stages = ruleset.stages.map((id) => {
    const evaluated = evaluateStage(id, ruleset, record, asOf, statuses, findings);
    statuses.set(id, evaluated.finding.status);
    return evaluated;
  });
  return { stages, findings };
}

function evaluateStage(
  id: string,
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
  statuses: ReadonlyMap<string, Status>,
  findings: Map<string, Finding>,
): EvaluatedStage {
  const found = governing(ruleset, id, record, asOf);
  const ground = firstGround(ruleset, id, found.editions, record, asOf);
  const gates = gatesOf(id, ground, statuses, record, ruleset);
  const isClosed = gates.some((gate) => gate.reason === 'nothingToRenew');
  const closed = found.reason ?? (isClosed ? ('nothingToRenew' as const) : undefined);
  const worlds = closed === undefined ? worldsOf(ruleset, id, found.editions, record, asOf) : [];
  if (closed === undefined) for (const finding of mergeFindings(id, worlds, found)) findings.set(finding.id, finding);
  for (const gate of gates) findings.set(gate.id, gate);
  // What this record's editions do not contain is there all the same, and says that it does not apply.
  for (const absent of ruleset.absent.get(id) ?? []) {
    const finding = absent[closed ?? 'noEdition'];
    if (!findings.has(finding.id)) findings.set(finding.id, finding);
  }
  const root = ground?.tree.nodes[0]?.id ?? id;
  const rootFinding = findings.get(root);
  const uses = closed === undefined ? usesOf(id, worlds) : [];
  const outcome: Pick<StageFinding, 'status' | 'reason'> =
    closed === undefined && rootFinding
      ? orWithout(throughGates(rootFinding, gates), found)
      : { status: 'notApplicable', reason: closed ?? 'noEdition' };
  const { status, reason } = outcome;
  return {
    id,
    governing: found,
    worlds,
    gates,
    uses,
    unallocated: closed === undefined ? unallocatedOf(id, worlds, uses) : [],
    finding: {
      id,
      title: ground?.compiled.stage.title ?? titleOf(id, ruleset),
      status,
      ...(reason && { reason }),
      requirement: root,
      gates: gates.map((gate) => gate.id),
      progress: mergeProgress(worlds),
      edition: editionOf(found),
      optimal: worlds.every((world) => world.judged.optimal),
    },
  };
}

function editionOf({ editions, governedBy, basis, on }: Governing): StageFinding['edition'] {
  const ids: string[] = [];
  for (const { edition } of editions) if (!ids.includes(edition.id)) ids.push(edition.id);
  return { ids, governedBy, basis, ...(on !== undefined && { governedOn: formatDay(on) }) };
}

/** Where an edition that may govern does not have the stage, nobody can tell whether there is anything to it. */
function orWithout(
  outcome: Pick<StageFinding, 'status' | 'reason'>,
  { without, basis }: Governing,
): Pick<StageFinding, 'status' | 'reason'> {
  if (without.length === 0 || outcome.status === 'notApplicable') return outcome;
  return { status: 'unknown', reason: basis === 'notStated' ? 'notStated' : 'notEstablished' };
}

function titleOf(id: string, ruleset: CompiledRuleset): string {
  return ruleset.editions.flatMap((edition) => edition.stages.get(id)?.stage.title ?? []).at(-1) ?? id;
}
