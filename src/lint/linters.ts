import { combinations } from './combinations.js';
import { cycle } from './cycle.js';
import { danglingReference } from './dangling-reference.js';
import { disqualifyingRule } from './disqualifying.js';
import { duplicateId } from './duplicate-id.js';
import { editionDays } from './editions.js';
import { hardAllocation } from './hard-allocation.js';
import { impossibleRequirement } from './impossible.js';
import { leftOut } from './left-out.js';
import { overlay } from './overlay.js';
import type { LinterName } from './problem.js';
import { schema } from './schema.js';
import { uncitedNumber } from './uncited-number.js';
import { unknownUnit } from './unknown-unit.js';

/** Every linter, in the order in which what they find is told of one place. */
export const linters = [
  schema,
  danglingReference,
  duplicateId,
  cycle,
  unknownUnit,
  uncitedNumber,
  editionDays,
  impossibleRequirement,
  combinations,
  hardAllocation,
  disqualifyingRule,
  leftOut,
] as const;

/** The linters of packs, and that of overlays. */
const claiming = [...linters, overlay] as const;

/** The linter under whose name an issue of reading is told. A new code that no linter claims does not compile where this is called. */
export function linterOf(code: (typeof claiming)[number]['codes'][number]): LinterName {
  const linter = claiming.find(({ codes }) => (codes as readonly string[]).includes(code));
  if (linter === undefined) throw new TypeError(`${code}: expected a code that some linter claims`);
  return linter.name;
}
