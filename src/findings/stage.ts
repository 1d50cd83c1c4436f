import { formatDay } from '../base/calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Finding, StageFinding } from '../model/evaluation.js';
import { forceOf } from '../model/force.js';
import type { Unallocated, Use } from '../model/use.js';
import { type Asked, type JudgedStage, outcomeOf } from '../stages.js';
import type { Governing } from '../worlds.js';
import { contestsOf } from './contests.js';
import { mergeFindings, mergeProgress } from './merge.js';
import { unallocatedOf, usesOf } from './uses.js';

/** One stage with everything that an answer says of it. */
export interface EvaluatedStage extends JudgedStage {
  readonly finding: StageFinding;
  readonly uses: readonly Use[];
  readonly unallocated: readonly Unallocated[];
}

/** The stages as findings; those of their requirements are added to `findings`. */
export function evaluateStage(stage: JudgedStage, { ruleset }: Asked, findings: Map<string, Finding>): EvaluatedStage {
  const { id, governing, ground, gates, closed, worlds, status } = stage;
  if (closed === undefined)
    for (const finding of mergeFindings(id, worlds, governing)) findings.set(finding.id, finding);
  for (const gate of gates) findings.set(gate.id, gate);
  // What this record's editions do not contain is there all the same, and says that it does not apply.
  for (const absent of ruleset.absent.get(id) ?? []) {
    const finding = absent[closed ?? 'noEdition'];
    if (!findings.has(finding.id)) findings.set(finding.id, finding);
  }
  const root = ground?.tree.nodes[0]?.id ?? id;
  const rootFinding = findings.get(root);
  const reason = closed ?? (rootFinding && outcomeOf(rootFinding, stage).reason);
  const uses = usesOf(id, worlds);
  return {
    ...stage,
    uses,
    unallocated: unallocatedOf(id, worlds, uses),
    finding: {
      id,
      title: ground?.compiled.stage.title ?? titleOf(id, ruleset),
      force: forceOf(id, governing.editions, ruleset.pack),
      status,
      ...(reason && { reason }),
      requirement: root,
      gates: gates.map((gate) => gate.id),
      progress: mergeProgress(worlds),
      edition: editionOf(governing),
      optimal: worlds.every((world) => world.judged.optimal),
      ...contestsOf(worlds),
    },
  };
}

function editionOf({ editions, governedBy, basis, on }: Governing): StageFinding['edition'] {
  const ids: string[] = [];
  for (const { edition } of editions) if (!ids.includes(edition.id)) ids.push(edition.id);
  return { ids, governedBy, basis, ...(on !== undefined && { governedOn: formatDay(on) }) };
}

function titleOf(id: string, ruleset: CompiledRuleset): string {
  return ruleset.editions.flatMap((edition) => edition.stages.get(id)?.stage.title ?? []).at(-1) ?? id;
}
