import type { RulePack } from '../model/pack.js';
import type { Issue } from './issues.js';
import { assessmentIssues } from './reference-assessments.js';
import { boundIssues } from './reference-bounds.js';
import { catalogueIssues } from './reference-catalogue.js';
import { fieldIssues } from './reference-fields.js';
import { idIssues } from './reference-ids.js';
import { nameIssues } from './reference-names.js';
import { poolIssues } from './reference-pools.js';
import { standingIssues } from './reference-standings.js';

/**
 * What is wrong with a pack whose every line is well formed: names that nothing declares, ids that are given twice,
 * numbers that nothing can reach. All of it at once, with places in the canonical form.
 */
export function referenceIssues(pack: RulePack): readonly Issue[] {
  return [
    ...nameIssues(pack),
    ...catalogueIssues(pack),
    ...fieldIssues(pack),
    ...assessmentIssues(pack),
    ...pack.editions.flatMap((edition, index) => poolIssues(pack, edition, ['editions', index])),
    ...standingIssues(pack),
    ...idIssues(pack),
    ...boundIssues(pack),
  ];
}
