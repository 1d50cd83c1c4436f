import type { DayNumber } from './base/calendar.js';
import { agreed, higher, lower } from './base/status.js';
import type { AbsentReason, CompiledRuleset } from './compile/ruleset.js';
import { gatesOf } from './findings/gates.js';
import type { ReadRecord } from './match/read.js';
import { andAlso, NOTHING_SPENT, type Spent } from './match/spent.js';
import type { Finding } from './model/evaluation.js';
import type { Status } from './model/outcome.js';
import type { CandidateRecord } from './model/record.js';
import { spentBy } from './worlds/spending.js';
import { firstGround, type Governing, type Ground, governing, type World, worldsOf } from './worlds.js';

/** The question: rules, a record as it was stated and as it is read on the day, and the day. */
export interface Asked {
  readonly ruleset: CompiledRuleset;
  readonly stated: CandidateRecord;
  readonly record: ReadRecord;
  readonly asOf: DayNumber;
}

/** One stage, judged in all its worlds. */
export interface JudgedStage {
  readonly id: string;
  readonly governing: Governing;
  /** The first edition that may govern it; absent where none does. */
  readonly ground: Ground | undefined;
  readonly gates: readonly Finding[];
  /** Why it does not apply, where it does not. */
  readonly closed: AbsentReason | undefined;
  /** None where it is closed. */
  readonly worlds: readonly World[];
  readonly status: Status;
}

/** Every stage. What one uses of a pool across stages is gone for those that are served after it. */
export function judgeStages(asked: Asked): readonly JudgedStage[] {
  const statuses = new Map<string, Status>();
  let spent = NOTHING_SPENT;
  const found = new Map<string, JudgedStage>();
  for (const id of asked.ruleset.served) {
    const judged = judgeStage(id, asked, statuses, spent);
    found.set(id, judged);
    statuses.set(id, judged.status);
    spent = andAlso(spent, spentBy(id, judged.worlds, judged.governing, asked.ruleset, asked.record));
  }
  return asked.ruleset.stages.flatMap((id) => found.get(id) ?? []);
}

/** One stage, once those that it requires and those that are served before it are known. */
export function judgeStage(
  id: string,
  { ruleset, record, asOf }: Omit<Asked, 'stated'>,
  statuses: ReadonlyMap<string, Status>,
  spent: Spent,
): JudgedStage {
  const found = governing(ruleset, id, record, asOf);
  const ground = firstGround(ruleset, id, found.editions, record, asOf);
  const gates = gatesOf(id, ground, statuses, ruleset);
  const isNothing = gates.some((gate) => gate.reason === 'nothingToRenew');
  const closed = found.reason ?? (isNothing ? ('nothingToRenew' as const) : undefined);
  const worlds = closed === undefined ? worldsOf(ruleset, id, found.editions, record, asOf, spent) : [];
  const root = agreed(worlds.map(({ judged }) => judged.nodes[0]?.status ?? 'notApplicable')) ?? 'unknown';
  const stage = { id, governing: found, ground, gates, closed, worlds };
  const { status } = outcomeOf({ status: closed === undefined ? root : 'notApplicable' }, stage);
  return { ...stage, status };
}

/**
 * A stage's status, from its tree's, and why: no better than its gates. While nobody can tell whether there is anything to it, because an
 * edition that may govern does not have the stage, the credential on which it builds may not be held, or it may not apply, nothing of it is
 * lacking for certain.
 */
export function outcomeOf(
  root: Pick<Finding, 'status' | 'reason'>,
  { gates, governing: { mayBeNone, basis }, worlds }: Pick<JudgedStage, 'gates' | 'governing' | 'worlds'>,
): Pick<Finding, 'status' | 'reason'> {
  if (root.status === 'notApplicable') return root;
  if (mayBeNone) return { status: 'unknown', reason: basis === 'notStated' ? 'notStated' : 'notEstablished' };
  const status = gates.reduce<Status>((least, gate) => lower(least, gate.status), root.status);
  // A gate that is unknown by itself leaves open whether the credential is held on which the stage builds.
  const open = gates.find((gate) => gate.status === 'unknown' && gate.reason !== 'gateNotMet');
  if (status === 'unmet' && (open || mayNotApply(worlds)))
    return { status: 'unknown', reason: open?.reason ?? ((root.status === 'unknown' && root.reason) || 'notStated') };
  return higher(status, root.status) === status ? root : { status, reason: 'gateNotMet' };
}

/** Whether a stage may turn out not to apply. */
export function mayNotApply(worlds: readonly World[]): boolean {
  return worlds.some(
    ({ judged, matched }) => judged.nodes[0]?.status === 'notApplicable' || matched.applies[0]?.applies === 'unknown',
  );
}
