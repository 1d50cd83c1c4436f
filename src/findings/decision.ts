import { agreed } from '../base/status.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import type { Decision } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { Asked, JudgedStage } from '../stages.js';
import type { World } from '../worlds.js';
import { mergeFindings } from './merge.js';
import { type PlanEntry, planOf } from './plan.js';

/** The statuses of an answer and nothing else. */
export function decisionOf({ ruleset }: Asked, judged: readonly JudgedStage[]): Decision {
  const stages: Record<string, Status> = {};
  const requirements: Record<string, Status> = {};
  for (const stage of judged) {
    stages[stage.id] = stage.status;
    addRequirements(stage, ruleset, requirements);
  }
  return { status: stages[ruleset.mainStage] ?? 'notApplicable', stages, requirements };
}

/** The statuses of a stage's requirements and gates, by id. */
export function addRequirements(stage: JudgedStage, { absent }: CompiledRuleset, to: Record<string, Status>): void {
  if (stage.closed === undefined) addStatuses(stage, to);
  for (const gate of stage.gates) to[gate.id] = gate.status;
  for (const { noEdition } of absent.get(stage.id) ?? []) to[noEdition.id] ??= noEdition.status;
}

function addStatuses({ id, worlds, governing }: JudgedStage, requirements: Record<string, Status>): void {
  const plan = planOf(worlds.map((world) => world.tree));
  if (!plan.isPlain)
    for (const finding of mergeFindings(id, worlds, governing)) requirements[finding.id] = finding.status;
  else {
    // Worlds that came to the same share it.
    const own = [...worlds.keys()].filter((w) => worlds.findIndex(({ judged }) => judged === worlds[w]?.judged) === w);
    for (const entry of plan.entries) addEntry(entry, worlds, own, requirements);
  }
}

/** A requirement and its parts in some of the worlds. */
function addEntry(
  { id, at }: PlanEntry,
  worlds: readonly World[],
  own: readonly number[],
  requirements: Record<string, Status>,
): void {
  const found: Record<string, Status> = own.length === 1 ? requirements : {};
  for (const w of own) {
    const node = worlds[w]?.judged.nodes[at[w] ?? -1];
    if (!node) continue;
    found[id] = together(found[id], node.status, own);
    for (const part of node.parts) found[part.id] = together(found[part.id], part.status, own);
  }
  if (found !== requirements) Object.assign(requirements, found);
}

function together(before: Status | undefined, status: Status, { length }: readonly number[]): Status {
  return before === undefined || length === 1 ? status : (agreed([before, status]) ?? 'unknown');
}
