import type { StageFinding } from '../model/evaluation.js';
import type { Claims } from './claims.js';
import type { Check } from './problems.js';
import { sharesIn, weigh } from './weights.js';
import type { CheckedWorld } from './worlds.js';

/** Checks that earned progress lies between what the uses come to and what no allocation could pass; where nothing is contested both are one. */
export function checkEarned(check: Check, stage: StageFinding, worlds: readonly CheckedWorld[], claims: Claims): void {
  const shares = worlds.flatMap((world) => {
    const weights = weigh(world, claims);
    const [share] = sharesIn(world, weights, (node) => claims.leafOf({ world, node })?.share);
    return weights.counts[0] && share ? [share] : [];
  });
  const least = Math.min(1, ...shares.map((share) => share.least));
  const most = Math.min(1, ...shares.map((share) => share.most));
  const { earned } = stage.progress;
  const found = earned.n / earned.d;
  if (found < least - TOLERANCE || found > most + TOLERANCE)
    check.report('wrongProgress', `stages.${stage.id}.progress.earned`, `${least} to ${most}`, earned);
}

/** Shares are compared as decimal numbers; those of small whole numbers lie far farther apart. */
export const TOLERANCE = 1e-9;
