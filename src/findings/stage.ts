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
  readonly findings: ReadonlyMap<string, Finding>;
  readonly uses: readonly Use[];
  readonly unallocated: readonly Unallocated[];
}

/** Every stage, each after those that it requires. */
export function evaluateStages(
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
): readonly EvaluatedStage[] {
  const statuses = new Map<string, Status>();
  return ruleset.stages.map((id) => {
    const evaluated = evaluateStage(id, ruleset, record, asOf, statuses);
    statuses.set(id, evaluated.finding.status);
    return evaluated;
  });
}

function evaluateStage(
  id: string,
  ruleset: CompiledRuleset,
  record: ReadRecord,
  asOf: DayNumber,
  statuses: ReadonlyMap<string, Status>,
): EvaluatedStage {
  const found = governing(ruleset, id, record, asOf);
  const ground = firstGround(ruleset, id, found.editions, record, asOf);
  const gates = gatesOf(id, ground, statuses, record, ruleset);
  const closed = found.reason ?? gates.find((gate) => gate.reason === 'nothingToRenew')?.reason;
  const worlds = closed === undefined ? worldsOf(ruleset, id, found.editions, record, asOf) : [];
  const findings = new Map<string, Finding>();
  if (closed === undefined) for (const finding of mergeFindings(id, worlds, found)) findings.set(finding.id, finding);
  for (const gate of gates) findings.set(gate.id, gate);
  // What this record's editions do not contain is there all the same, and says that it does not apply.
  for (const info of ruleset.requirements.values()) {
    if (info.stage === id && !findings.has(info.id))
      findings.set(info.id, { ...info, status: 'notApplicable', reason: closed ?? 'noEdition' });
  }
  const root = ground?.tree.nodes[0]?.id ?? id;
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
    closed === undefined
      ? orWithout(throughGates(rootFinding, gates), found)
      : { status: 'notApplicable' as const, reason: closed };
  return {
    id,
    governing: found,
    worlds: worlds,
    gates,
    findings,
    uses,
    unallocated: closed === undefined ? unallocatedOf(id, worlds, uses) : [],
    finding: {
      id,
      title: ground?.compiled.stage.title ?? titleOf(id, ruleset),
      ...outcome,
      requirement: root,
      gates: gates.map((gate) => gate.id),
      progress: mergeProgress(worlds),
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
