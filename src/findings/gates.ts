import { type DayNumber, formatDay } from '../base/calendar.js';
import type { CompiledRuleset } from '../compile/ruleset.js';
import { heldOn } from '../kinds/holds.js';
import { statedDay } from '../match/context.js';
import { some, type Truth } from '../match/truth.js';
import type { Finding } from '../model/evaluation.js';
import type { Status } from '../model/outcome.js';
import type { Ground } from '../worlds.js';

/** What a stage builds on: other stages, or a credential. Gates are findings of their own and stay out of progress. */
export function gatesOf(
  stage: string,
  world: Ground | undefined,
  statusOf: ReadonlyMap<string, Status>,
  ruleset: CompiledRuleset,
): readonly Finding[] {
  if (!world) return [];
  const { holds, requires: others = [] } = world.compiled.stage;
  const gate = (id: string, outcome: Pick<Finding, 'status' | 'reason' | 'settledBy'>): Finding => {
    const info = ruleset.requirements.get(id);
    return { id, stage, kind: 'gate', says: info?.says ?? id, cite: info?.cite ?? [], ...outcome };
  };
  const requires = others.map((other) => {
    const id = `${stage}.requires.${other}`;
    if (isSettled(other, world)) return gate(id, { status: 'met', reason: 'settledByAuthority' });
    const status = statusOf.get(other) ?? 'unknown';
    if (status === 'met' || status === 'waived' || status === 'notApplicable') return gate(id, { status });
    return gate(id, { status, reason: 'gateNotMet' });
  });
  return holds === undefined ? requires : [...requires, gate(`${stage}.holds.${holds}`, holdsGate(holds, world))];
}

/** Whether the authority has decided the other stage already: its milestone has come, or its credential is held. */
function isSettled(other: string, world: Ground): boolean {
  const milestone = world.edition.stages.get(other)?.stage.settledBy;
  return milestone !== undefined && typeof statedDay(milestone, world.context) === 'number';
}

function holdsGate(credential: string, world: Ground): Pick<Finding, 'status' | 'reason' | 'settledBy'> {
  const { record } = world.context;
  const held: Truth = some(
    (record.byList.get('credentials') ?? [])
      .filter((item) => item.tier === 'earned' && item.entry.credential === credential)
      .map((item) => issuedBy(item, world)),
  );
  if (held.truth === 'yes') return { status: 'met' };
  if (held.truth === 'unknown') return { status: 'unknown', reason: 'notStated', settledBy: held.asks };
  return record.partial.has('credentials')
    ? { status: 'unknown', reason: 'partialList', settledBy: ['list:credentials'] }
    : { status: 'notApplicable', reason: 'nothingToRenew' };
}

/** A credential that has expired can still be renewed while its rules allow; whether they do is the stage's deadline. */
function issuedBy(item: Parameters<typeof heldOn>[0], world: Ground): Truth {
  const { expires: _, ...entry } = item.entry;
  return heldOn({ ...item, entry }, world.context.stageDay);
}

/** A day, or nothing where it is not bounded. */
export function dayOrNothing(day: DayNumber, limit: DayNumber): string | undefined {
  return Math.abs(day) >= Math.abs(limit) ? undefined : formatDay(day);
}
