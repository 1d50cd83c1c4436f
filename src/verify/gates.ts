import { statedDay } from '../match/context.js';
import type { Finding, StageFinding } from '../model/evaluation.js';
import { isHeld } from './eligible.js';
import { type Check, same } from './problems.js';
import { type CheckedWorld, stageOf } from './worlds.js';

/** Checks what a stage builds on; `nothingToRenew` where that leaves nothing to do. Notes which stages an authority has decided. */
export function checkGates(
  check: Check,
  stage: StageFinding,
  worlds: readonly CheckedWorld[],
  settled: Set<string>,
): 'nothingToRenew' | undefined {
  const [world] = worlds;
  const rule = world && stageOf(world, stage.id);
  if (!world || !rule) return undefined;
  const requires = (rule.requires ?? []).map((other) => ({ id: `${stage.id}.requires.${other}`, other }));
  const holds =
    rule.holds === undefined ? undefined : { id: `${stage.id}.holds.${rule.holds}`, credential: rule.holds };
  same(
    check,
    'missing',
    `stages.${stage.id}.gates`,
    [...requires.map(({ id }) => id), ...(holds ? [holds.id] : [])],
    stage.gates,
  );
  for (const { id, other } of requires) {
    const milestone = stageOf(world, other)?.settledBy;
    const isSettled = milestone !== undefined && typeof statedDay(milestone, check) === 'number';
    if (isSettled) settled.add(other);
    const status = check.evaluation.stages[other]?.status;
    const open = status === 'met' || status === 'waived' || status === 'notApplicable';
    const expected = isSettled ? ['met', 'settledByAuthority'] : [status, open ? undefined : 'gateNotMet'];
    checkGate(check, id, expected);
  }
  if (!holds) return undefined;
  const held = heldAtAll(holds.credential, world);
  const isPartial = check.record.partial.has('credentials');
  if (held === 'no' && !isPartial) {
    checkGate(check, holds.id, ['notApplicable', 'nothingToRenew']);
    return 'nothingToRenew';
  }
  checkGate(
    check,
    holds.id,
    held === 'yes' ? ['met', undefined] : ['unknown', held === 'unknown' ? 'notStated' : 'partialList'],
  );
  return undefined;
}

function checkGate(check: Check, id: string, expected: readonly (string | undefined)[]): void {
  const found: Finding | undefined = check.evaluation.findings[id];
  same(check, 'wrongStatus', `findings.${id}`, expected, [found?.status, found?.reason]);
}

/** Whether the credential was issued by the day of the stage, whatever became of it later. */
function heldAtAll(credential: string, world: CheckedWorld): 'yes' | 'no' | 'unknown' {
  const held = (world.context.record.byList.get('credentials') ?? [])
    .filter(({ tier, entry }) => tier === 'earned' && entry.credential === credential)
    .map((item) => isHeld({ ...item, entry: { ...item.entry, expires: undefined } }, world.context.stageDay.value));
  return held.includes('yes') ? 'yes' : held.includes('unknown') ? 'unknown' : 'no';
}
