import type { RulePack } from '../model/pack.js';
import { packValues, type Standing } from './pack-values.js';

/** How many values of a pack stand how, and how many of all have a citation, their own or one from above. */
export interface StandingCounts extends Readonly<Record<Standing, number>> {
  readonly cited: number;
  readonly all: number;
}

/** Counts the values of a pack; a value with several readings is one value. */
export function standingCounts(pack: RulePack): StandingCounts {
  const values = packValues(pack);
  const those = (standing: Standing) => values.filter((value) => value.standing === standing).length;
  return {
    established: those('established'),
    assumed: those('assumed'),
    disputed: those('disputed'),
    notEstablished: those('notEstablished'),
    dated: those('dated'),
    cited: values.filter(({ cite }) => cite.length > 0).length,
    all: values.length,
  };
}
