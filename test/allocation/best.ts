import type { Instance } from './instance.js';
import { type Option, optionsOf, TIERS } from './options.js';
import { isWhole } from './share.js';

/** What the best of all ways to share the items out comes to. */
export interface Best {
  readonly status: 'met' | 'pending' | 'unknown' | 'unmet';
  readonly earned: number;
  readonly withInProgress: number;
  readonly withPlanned: number;
}

/** The most that some options can come to together, from 0 to 1. */
export type Oracle = (instance: Instance, options: readonly Option[]) => number;

/**
 * Each view of the record by itself. What is met needs no more than certain earned options; pending, those in progress too; unknown,
 * uncertain ones too. Planned ones never change a status.
 */
export function bestOf(instance: Instance, oracle: Oracle): Best {
  const options = optionsOf(instance);
  const known = new Map<string, number>();
  const most = (tiers: number, surely: boolean) => {
    const mine = options.filter(({ tier, sure }) => TIERS.indexOf(tier) < tiers && (sure || !surely));
    const key = mine.map((option) => options.indexOf(option)).join();
    const found = known.get(key) ?? oracle(instance, mine);
    known.set(key, found);
    return found;
  };
  const earned = most(1, true);
  const withInProgress = most(2, true);
  const withPlanned = most(3, true);
  const status = isWhole(earned)
    ? 'met'
    : isWhole(withInProgress)
      ? 'pending'
      : isWhole(most(2, false))
        ? 'unknown'
        : 'unmet';
  return { status, earned, withInProgress, withPlanned };
}
