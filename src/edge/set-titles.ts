import { mapRequirement } from '../base/walk.js';
import type { RulePack } from '../model/pack.js';
import { inherit } from './origin.js';

/** A pack in which each requirement that is a competency set says the set's title. */
export function withSetTitles(pack: RulePack): RulePack {
  const sets = pack.framework?.sets ?? {};
  const editions = pack.editions.map((edition) => {
    const stages = edition.stages.map((stage) => {
      const requirement = mapRequirement(stage.requirement, (each, original) => {
        const isUntitled = each.kind === 'set' && each.says === each.set;
        const title = isUntitled && Object.hasOwn(sets, each.set) ? sets[each.set]?.title : undefined;
        return inherit(title === undefined ? each : { ...each, says: title }, original);
      });
      return inherit({ ...stage, requirement }, stage);
    });
    return inherit({ ...edition, stages }, edition);
  });
  return { ...pack, editions };
}
